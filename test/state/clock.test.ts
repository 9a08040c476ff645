import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freezeAt, typeInstant } from '../../src/state/chooseInstant.ts'
import { clock, followClock, instantOf, startClock } from '../../src/state/clock.ts'

const now = (): number | null => instantOf(clock.getState())

beforeEach(() => {
  clock.setState(clock.getInitialState(), true)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('before the page has started there is no time', () => {
  expect(now()).toBeNull()
})

test('the live time moves in whole seconds, at the turn of each', () => {
  vi.setSystemTime(1_767_225_600_700)
  const stop = startClock()
  expect(now()).toBe(1_767_225_600)
  vi.advanceTimersByTime(299)
  expect(now()).toBe(1_767_225_600)
  vi.advanceTimersByTime(1)
  expect(now()).toBe(1_767_225_601)
  vi.advanceTimersByTime(3000)
  expect(now()).toBe(1_767_225_604)
  stop()
  vi.advanceTimersByTime(3000)
  expect(now()).toBe(1_767_225_604)
})

test('after the computer slept the clock is right at the next tick', () => {
  vi.setSystemTime(1_767_225_600_000)
  const stop = startClock()
  vi.setSystemTime(1_767_229_200_000)
  vi.advanceTimersByTime(1000)
  expect(now()).toBe(1_767_229_201)
  stop()
})

describe('a chosen instant', () => {
  test('counts instead of the clock, which goes on behind it', () => {
    vi.setSystemTime(1_767_225_600_000)
    const stop = startClock()
    freezeAt(1_545_224_258)
    vi.advanceTimersByTime(5000)
    expect(now()).toBe(1_545_224_258)
    expect(clock.getState().live).toBe(1_767_225_605)
    followClock()
    expect(now()).toBe(1_767_225_605)
    stop()
  })

  test('may be the first second of 1970', () => {
    clock.setState({ live: 5 })
    freezeAt(0)
    expect(now()).toBe(0)
  })

  test('is read from what is typed', () => {
    typeInstant('2018-12-19T12:57:39Z')
    expect(now()).toBe(1_545_224_259)
    typeInstant('2018-12-19 14:57:38+02:00')
    expect(now()).toBe(1_545_224_258)
  })

  test('stays the last good one while the text cannot be read, and the text stays too', () => {
    clock.setState({ live: 100 })
    typeInstant('2018-12-19T12:57:39Z')
    for (const text of ['2018-12-19T12:57:3', '', '2018-02-30T00:00:00Z', 'tomorrow']) {
      typeInstant(text)
      expect(now()).toBe(1_545_224_259)
      expect(clock.getState().typed).toBe(text)
    }
  })

  test('is the moment of the first keystroke where nothing good was typed yet', () => {
    clock.setState({ live: 100 })
    typeInstant('2')
    clock.setState({ live: 101 })
    typeInstant('20')
    expect(now()).toBe(100)
  })

  test('drops a half-typed text when it is chosen by a button', () => {
    typeInstant('20')
    freezeAt(7)
    expect(clock.getState()).toMatchObject({ frozen: 7, typed: null })
    typeInstant('20')
    followClock()
    expect(clock.getState()).toMatchObject({ frozen: null, typed: null })
  })
})
