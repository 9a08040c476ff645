/** Can nothing in a quoted piece of text hide, or reorder what stands beside it? CVE-2021-42574. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameCharacter } from '../../src/token/nameCharacter.ts'
import { quoted, visible } from '../../src/token/visible.ts'

describe('visible', () => {
  test.each([
    ['a control', 'a\u0000b', 'aU+0000b'],
    ['a right-to-left override', 'user\u202enimda', 'userU+202Enimda'],
    ['a zero-width space', 'a\u200bb', 'aU+200Bb'],
    ['a no-break space', 'a\u00a0b', 'aU+00A0b'],
    ['a lone surrogate', 'a\ud800b', 'aU+D800b'],
    ['a letter that shows nothing', 'a\u3164b', 'aU+3164b'],
    ['a blank of Braille', 'a\u2800b', 'aU+2800b'],
    ['a tag character', 'a\u{e0041}', 'aU+E0041'],
  ])('spells out %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('leaves all that can be seen, and the plain space', () => {
    expect(visible('Zoë’s 名前 – 😀 <b>')).toBe('Zoë’s 名前 – 😀 <b>')
  })

  test('leaves nothing that shows nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})

describe('quoted', () => {
  test('puts a short text in quotation marks', () => {
    expect(quoted('exp')).toBe('‘exp’')
    expect(quoted('😀'.repeat(40))).toBe(`‘${'😀'.repeat(40)}’`)
  })

  test('cuts a long one in its middle, never through a character', () => {
    expect(quoted(`${'a'.repeat(30)}${'b'.repeat(30)}`)).toBe(
      `‘${'a'.repeat(20)}…${'b'.repeat(20)}’`,
    )
    expect(quoted(`x${'😀'.repeat(60)}y`)).toBe(`‘x${'😀'.repeat(19)}…${'😀'.repeat(19)}y’`)
  })
})

describe('one character', () => {
  test.each([
    ['%', '‘%’'],
    ['😀', '‘😀’'],
    [' ', 'a space'],
    ['\n', 'a line break'],
    ['\t', 'a tab'],
    ['\u00a0', 'U+00A0'],
    ['\u0301', 'U+0301'],
    ['\u202e', 'U+202E'],
  ])('%j is %s', (character, name) => {
    expect(nameCharacter(character)).toBe(name)
  })
})
