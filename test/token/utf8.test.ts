/** Is text read as strictly as RFC 3629 asks, and is every offset exact? */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteOffsets, readUtf8, writeUtf8 } from '../../src/token/utf8.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The oracle: the longest clean prefix, then the run for which a decoder writes one U+FFFD. */
function faultByHand(bytes: Uint8Array): { start: number; end: number } | null {
  if (isUtf8(bytes)) return null
  let start = 0
  for (let end = 0; end <= bytes.length; end++) if (isUtf8(bytes.slice(0, end))) start = end
  const rest = lenient.decode(bytes.slice(start))
  let end = start + 1
  while (rest !== `\ufffd${lenient.decode(bytes.slice(end))}`) end++
  return { start, end }
}

/** Bytes that are nearly UTF-8: an encoded text with some bytes replaced, lost or added. */
const nearlyUtf8 = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(
      fc.record({
        at: fc.nat(60),
        lost: fc.nat(2),
        added: fc.array(
          fc.constantFrom(0x28, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xa0, 0xf0, 0xf4, 0xff),
        ),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([text, edits]) => {
    const bytes = [...writeUtf8(text)]
    for (const { at, lost, added } of edits) bytes.splice(at % (bytes.length + 1), lost, ...added)
    return Uint8Array.from(bytes)
  })
const anyBytes = fc.oneof(nearlyUtf8, fc.uint8Array({ maxLength: 30 }))

describe('reading', () => {
  test('any text survives the way there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readUtf8(writeUtf8(text))).toEqual({ text, fault: null })
      }),
    )
  })

  test('any bytes: the text of a lenient decoder, the first fault of a strict one', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(readUtf8(bytes)).toEqual({ text: lenient.decode(bytes), fault: faultByHand(bytes) })
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['a Latin-1 letter', [0x7b, 0xc3, 0x28], { start: 1, end: 2 }],
    ['a lone continuation', [0x61, 0x80], { start: 1, end: 2 }],
    ['an overlong slash', [0xc0, 0xaf], { start: 0, end: 1 }],
    ['an overlong three-byte form', [0xe0, 0x80, 0xaf], { start: 0, end: 1 }],
    ['a surrogate', [0xed, 0xa0, 0x80], { start: 0, end: 1 }],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], { start: 0, end: 1 }],
    ['cut off after two of three bytes', [0x61, 0xe2, 0x82], { start: 1, end: 3 }],
    ['cut off after three of four bytes', [0xf0, 0x9f, 0x98], { start: 0, end: 3 }],
  ])('%s is a fault with its place', (_, bytes, fault) => {
    expect(readUtf8(Uint8Array.from(bytes)).fault).toEqual(fault)
  })

  test('a byte order mark is kept', () => {
    expect(readUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)).text).toBe('\ufeffa')
  })

  test('a fault does not spoil the next reading', () => {
    readUtf8(Uint8Array.of(0xe2, 0x82))
    expect(readUtf8(Uint8Array.of(0x61))).toEqual({ text: 'a', fault: null })
  })

  test('a lone surrogate is written as U+FFFD', () => {
    expect([...writeUtf8('\ud800')]).toEqual([0xef, 0xbf, 0xbd])
  })
})

describe('byte offsets', () => {
  test('before every character of a text stand the bytes of what precedes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const byteAt = byteOffsets(text, writeUtf8(text))
        let at = 0
        for (const character of text) {
          expect(byteAt(at)).toBe(writeUtf8(text.slice(0, at)).length)
          at += character.length
        }
        expect(byteAt(text.length)).toBe(writeUtf8(text).length)
      }),
    )
  })

  test('they stay exact behind bytes that are not UTF-8', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { text } = readUtf8(bytes)
        const byteAt = byteOffsets(text, bytes)
        let at = 0
        for (const character of text) {
          expect(lenient.decode(bytes.slice(0, byteAt(at)))).toBe(text.slice(0, at))
          expect(lenient.decode(bytes.slice(byteAt(at)))).toBe(text.slice(at))
          at += character.length
        }
        expect(byteAt(at)).toBe(bytes.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('the low half of a pair counts as behind its character, and nothing is behind the end', () => {
    const byteAt = byteOffsets('a😀b', writeUtf8('a😀b'))
    expect([0, 1, 2, 3, 4, 99].map(byteAt)).toEqual([0, 1, 5, 5, 6, 6])
    expect(byteOffsets('ab', writeUtf8('ab'))(99)).toBe(2)
  })
})
