import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween } from '../../../src/editor/monaco/change.ts'

test.each([
  ['nothing, for the same text', 'abc', 'abc', { from: 3, to: 3, text: '' }],
  ['what was put in', 'ac', 'abc', { from: 1, to: 1, text: 'b' }],
  ['what was taken out', 'abc', 'ac', { from: 1, to: 2, text: '' }],
  ['what was replaced', 'a.b.c', 'a.xy.c', { from: 2, to: 3, text: 'xy' }],
  ['one of two that are alike', 'aa', 'aaa', { from: 2, to: 2, text: 'a' }],
  ['all of it, into an empty text', '', 'abc', { from: 0, to: 0, text: 'abc' }],
  // U+1F600 and U+1F601 share their first half, U+1F600 and U+1F200 their second
  [
    'whole characters, where first halves are alike',
    'x😀y',
    'x😁y',
    { from: 1, to: 3, text: '😁' },
  ],
  [
    'whole characters, where second halves are alike',
    'x\u{1F600}y',
    'x\u{1FA00}y',
    { from: 1, to: 3, text: '\u{1FA00}' },
  ],
])('replaces %s', (_, before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change)
})

const text = string({ unit: constantFrom('a', 'b', '\n', '😀', '😁', '\u{1FA00}', '\uD83D') })

test('made in the text before, the change gives the text after, and cuts no character', () => {
  assert(
    property(text, text, (before, after) => {
      const { from, to, text: put } = changeBetween(before, after)
      expect(before.slice(0, from) + put + before.slice(to)).toBe(after)
      expect(from).toBeLessThanOrEqual(to)
      for (const at of [from, to])
        expect(before.slice(at - 1, at + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/)
    }),
  )
})
