/** Does base64url read byte-exact, and is each fault found where it is? */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64url, readBase64url } from '../../src/token/base64url.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const letters = fc.constantFrom(...Array.from(ALPHABET))
const bytesOf = (text: string): number[] => [...readBase64url(text).bytes]
const faultsOf = (text: string): unknown[] => readBase64url(text).faults

describe('bytes', () => {
  test('RFC 4648 §10: the test vectors without padding', () => {
    const vectors = { '': '', f: 'Zg', fo: 'Zm8', foo: 'Zm9v', foob: 'Zm9vYg', foobar: 'Zm9vYmFy' }
    for (const [text, encoded] of Object.entries(vectors)) {
      expect(encodeBase64url(Buffer.from(text))).toBe(encoded)
      expect(Buffer.from(readBase64url(encoded).bytes).toString()).toBe(text)
    }
  })

  test('RFC 7515 appendix C: 3 236 255 224 193 is A-z_4ME', () => {
    expect(encodeBase64url(Uint8Array.of(3, 236, 255, 224, 193))).toBe('A-z_4ME')
    expect(bytesOf('A-z_4ME')).toEqual([3, 236, 255, 224, 193])
  })

  test('any bytes survive the way there and back, without a fault and as Node writes them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(readBase64url(text)).toEqual({ bytes: new Uint8Array(bytes), faults: [] })
      }),
    )
  })

  test('any text of the alphabet gives the bytes that Node reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 100 }), (text) => {
        expect(bytesOf(text)).toEqual([...Buffer.from(text, 'base64url')])
      }),
    )
  })

  test('a megabyte survives, across any inner chunk', () => {
    const bytes = new Uint8Array(1_000_003).map((_, index) => (index * 31) >> 3)
    expect(Buffer.compare(readBase64url(encodeBase64url(bytes)).bytes, bytes)).toBe(0)
  })
})

describe('faults', () => {
  test('the first illegal character is found at its place, and all whole bytes before it are read', () => {
    const illegal = fc.oneof(
      fc.constantFrom('!', '%', ' ', '\n', '.', '~', '\u200b', 'é', '😀', '\ud800', '\u0000'),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
        .filter((text) => !/^[\w\-+/=]/.test(text)),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 50 }),
        illegal,
        fc.string({ maxLength: 20 }),
        (before, character, after) => {
          const { bytes, faults } = readBase64url(`${before}${character}${after}`)
          const first = String.fromCodePoint(`${character}${after}`.codePointAt(0) ?? 0)
          expect(faults).toEqual([
            { code: 'illegal-character', at: before.length, character: first },
          ])
          expect([...bytes]).toEqual([...Buffer.from(before, 'base64url')])
        },
      ),
    )
  })

  test('a pad character with text behind it is illegal, not padding', () => {
    expect(faultsOf('YQ==YQ')).toEqual([{ code: 'illegal-character', at: 2, character: '=' }])
  })

  test('padding is read and named with its place and count', () => {
    expect(readBase64url('YQ==')).toEqual({
      bytes: Uint8Array.of(97),
      faults: [{ code: 'padding', at: 2, count: 2 }],
    })
    expect(faultsOf('YWI=')).toEqual([{ code: 'padding', at: 3, count: 1 }])
    expect(readBase64url('===')).toEqual({
      bytes: new Uint8Array(),
      faults: [{ code: 'padding', at: 0, count: 3 }],
    })
  })

  test('the standard alphabet is read as its twin and named once, at its first character', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const standard = Buffer.from(bytes).toString('base64').replaceAll('=', '')
        const at = standard.search(/[+/]/)
        const reading = readBase64url(standard)
        expect([...reading.bytes]).toEqual([...bytes])
        expect(reading.faults).toEqual(
          at === -1 ? [] : [{ code: 'standard-alphabet', at, character: standard[at] }],
        )
      }),
    )
  })

  test('a length of 4n + 1 is impossible; the whole bytes before it are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 100 }), (text) => {
        const isImpossible = text.length % 4 === 1
        expect(
          readBase64url(text).faults.filter(({ code }) => code === 'impossible-length'),
        ).toEqual(
          isImpossible
            ? [{ code: 'impossible-length', at: text.length - 1, length: text.length }]
            : [],
        )
      }),
    )
  })

  test('unused bits that are set are named, and the bytes are those of the twin with zeros', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), fc.nat(63), (bytes, noise) => {
        const right = encodeBase64url(bytes)
        const bits = ([0, 4, 2] as const)[bytes.length % 3] ?? 0
        const set = noise & ((1 << bits) - 1)
        const last = ALPHABET.charAt(ALPHABET.indexOf(right.at(-1) ?? '') | set)
        const reading = readBase64url(right.slice(0, -1) + last)
        expect([...reading.bytes]).toEqual([...bytes])
        expect(reading.faults).toEqual(
          set === 0 ? [] : [{ code: 'unused-bits', at: right.length - 1, bits }],
        )
      }),
    )
  })

  test('several faults come in the order of their places', () => {
    expect(faultsOf('+/+/YR==')).toEqual([
      { code: 'standard-alphabet', at: 0, character: '+' },
      { code: 'unused-bits', at: 5, bits: 4 },
      { code: 'padding', at: 6, count: 2 },
    ])
  })

  test('any text at all is read, and each place lies inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { bytes, faults } = readBase64url(text)
        expect(bytes.length).toBeLessThanOrEqual((text.length * 6) / 8)
        for (const { at } of faults) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThan(text.length)
        }
      }),
    )
  })
})
