import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLongest, tellDuration, tellRelative } from '../../src/claims/duration.ts'

const at = (iso: string): number => Date.parse(iso) / 1000

describe('a duration', () => {
  test.each([
    ['two units', 0, 252, '4 minutes 12 seconds'],
    ['one second', 0, 1, '1 second'],
    ['nothing', 7, 7, '0 seconds'],
    ['a unit of zero between two others is left out', 0, 86_700, '1 day 5 minutes'],
    ['a week is seven days', 0, 7 * 86_400, '7 days'],
    ['the fraction is cut, not rounded', 0, 59.999, '59 seconds'],
    ['less than a second across a full one is none', 0.9, 1.1, '0 seconds'],
    [
      'units after the second are dropped, not rounded',
      0,
      3600 + 59 * 60 + 59,
      '1 hour 59 minutes',
    ],
  ])('%s', (_, from, to, words) => {
    expect(tellDuration(from, to)).toBe(words)
  })

  test.each([
    ['the token of the notes', '2018-12-19T12:57:39Z', '2026-11-23T00:00:00Z', '7 years 11 months'],
    [
      'a second before the year is full',
      '2024-03-10T10:00:00Z',
      '2025-03-10T09:59:59Z',
      '11 months 27 days',
    ],
    ['the year is full', '2024-03-10T10:00:00Z', '2025-03-10T10:00:00Z', '1 year'],
    [
      'the last day of a month leads to that of a shorter one',
      '2026-01-31T00:00:00Z',
      '2026-02-28T00:00:00Z',
      '1 month',
    ],
    ['29 February leads to 28 February', '2024-02-29T00:00:00Z', '2025-02-28T00:00:00Z', '1 year'],
    [
      'years without months keep the days',
      '2020-05-01T00:00:00Z',
      '2023-05-04T00:00:00Z',
      '3 years 3 days',
    ],
    ['from before 1970', '1969-12-31T23:59:59Z', '1970-01-01T00:00:01Z', '2 seconds'],
    ['from the first century', '0050-06-01T00:00:00Z', '2026-06-01T00:00:00Z', '1976 years'],
  ])('by the calendar: %s', (_, from, to, words) => {
    expect(tellDuration(at(from), at(to))).toBe(words)
  })

  test('beyond the calendar counts average years', () => {
    expect(tellDuration(0, 1e13)).toBe('316887 years 4 months')
    expect(tellDuration(0, 1e308)).toBe('more than a million years')
    expect(tellDuration(0, -Infinity)).toBe('more than a million years')
  })

  test('at the very ends of the calendar is told as well', () => {
    expect(tellDuration(-8.64e12, 8.64e12)).toMatch(/^54\d{4} years/)
    expect(tellDuration(8.64e12 - 5, 8.64e12)).toBe('5 seconds')
    expect(tellDuration(-8.63e12, -8.63e12 + 90)).toBe('1 minute 30 seconds')
  })

  const COUNT = /^(?:\d+ (?:year|month|day|hour|minute|second)s?(?: |$)){1,2}$/
  test('of any two dates is one or two counts, whichever comes first', () => {
    const instant = fc.double({ min: -8.64e12, max: 8.64e12, noNaN: true })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const words = tellDuration(a, b)
        expect(words).toMatch(COUNT)
        expect(tellDuration(b, a)).toBe(words)
      }),
    )
  })

  test('never counts a whole larger unit in a smaller one', () => {
    const most: Record<string, number> = { month: 11, day: 30, hour: 23, minute: 59, second: 59 }
    const instant = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        for (const [, count, unit] of tellDuration(a, b).matchAll(/(\d+) ([a-z]+?)s?\b/g))
          expect(Number(count)).toBeLessThanOrEqual(most[unit ?? ''] ?? Infinity)
      }),
    )
  })
})

test('an instant is ago from its own second on', () => {
  expect(tellRelative(100, 99)).toBe('in 1 second')
  expect(tellRelative(100, 100)).toBe('0 seconds ago')
  expect(tellRelative(100, 101)).toBe('1 second ago')
})

test.each([
  ['a full minute', 'Expires in 5 minutes, on', 'Expires in 5 minutes 59 seconds, on'],
  [
    'few seconds',
    'Issued 1 minute 4 seconds ago, 5 minutes',
    'Issued 1 minute 59 seconds ago, 5 minutes',
  ],
  ['a year', 'in 1 year', 'in 1 year 11 months'],
  ['seconds alone', 'Issued 4 seconds ago, 5 minutes', 'Issued 4 seconds ago, 5 minutes'],
  ['no duration', 'Names 3 people.', 'Names 3 people.'],
])('as long as it makes a sentence: %s', (_, sentence, longest) => {
  expect(atLongest(sentence)).toBe(longest)
})
