import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from '../../src/editor/field.ts'
import { nameRuns, paint } from '../../src/editor/paint.ts'

const marks = fc.array(
  fc.record({
    from: fc.integer({ min: -5, max: 45 }),
    to: fc.integer({ min: -5, max: 45 }),
    tone: fc.constantFrom('header', 'payload', 'fault'),
  }),
  { maxLength: 12 },
)

test('the runs joined give the text, whatever the marks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'binary' }), marks, (text, list) => {
      const runs = paint(text, list)
      expect(runs.map((run) => run.text).join('')).toBe(text)
      expect(runs.every((run) => run.text !== '')).toBe(true)
    }),
  )
})

test('every character has the tone of the last mark that covers it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme-ascii' }), marks, (text, list) => {
      const expected = Array.from(
        { length: text.length },
        (_, at) => list.findLast(({ from, to }) => from <= at && at < to)?.tone ?? null,
      )
      const painted = paint(text, list).flatMap(({ text: run, tone }) =>
        Array.from({ length: run.length }, () => tone),
      )
      expect(painted).toEqual(expected)
    }),
  )
})

test('neighbours of one tone are one run', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), marks, (text, list) => {
      const tones = paint(text, list).map(({ tone }) => tone)
      expect(tones.filter((tone, index) => index > 0 && tone === tones[index - 1])).toEqual([])
    }),
  )
})

test('a fault stands out within its part', () => {
  const list: Mark[] = [
    { from: 0, to: 3, tone: 'header' },
    { from: 1, to: 2, tone: 'fault' },
  ]
  expect(paint('abcd', list)).toEqual([
    { text: 'a', tone: 'header' },
    { text: 'b', tone: 'fault' },
    { text: 'c', tone: 'header' },
    { text: 'd', tone: null },
  ])
})

test('a mark that lies over the others leaves their tones and adds its own', () => {
  const list: Mark[] = [
    { from: 0, to: 3, tone: 'header' },
    { from: 1, to: 4, tone: 'linked', isOver: true },
    { from: 1, to: 2, tone: 'shared', isOver: true },
  ]
  expect(paint('abcde', list)).toEqual([
    { text: 'a', tone: 'header' },
    { text: 'b', tone: 'header linked shared' },
    { text: 'c', tone: 'header linked' },
    { text: 'd', tone: ' linked' },
    { text: 'e', tone: null },
  ])
})

test('a mark that comes to lie over a run leaves the names of the other runs as they were', () => {
  const below: Mark[] = [
    { from: 0, to: 3, tone: 'name' },
    { from: 3, to: 4, tone: 'sign' },
    { from: 6, to: 9, tone: 'name' },
  ]
  const over: Mark = { from: 1, to: 2, tone: 'linked', isOver: true }
  const before = paint('aaa:bbccc', below)
  const after = paint('aaa:bbccc', [...below, over])
  const named = (runs: typeof before): Map<string, string> => {
    const names = nameRuns(runs)
    expect(new Set(names).size).toBe(runs.length)
    return new Map(runs.map(({ text }, index) => [text, names[index] ?? '']))
  }
  for (const text of [':', 'bb', 'ccc'])
    expect(named(after).get(text)).toBe(named(before).get(text))
})
