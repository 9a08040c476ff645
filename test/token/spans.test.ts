/** Are the characters of a run of bytes, and the bytes of a run of characters, the smallest cover? ux.md 3.3. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { memberNamed } from '../../src/token/jsonText.ts'
import { bytesOfCharacters } from '../../src/token/bytesOfCharacters.ts'
import { charactersOfBytes, type Span } from '../../src/token/spans.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'

const NOTES_ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'

/** The oracle: every bit of the bytes, one by one, and the character that carries it. */
function coverByHand({ start, end }: Span): Span | null {
  const characters: number[] = []
  for (let bit = start * 8; bit < end * 8; bit++) characters.push(Math.floor(bit / 6))
  return hull(characters)
}

function bytesByHand({ start, end }: Span, byteCount: number): Span | null {
  const bytes: number[] = []
  for (let bit = start * 6; bit < end * 6; bit++)
    if (bit < byteCount * 8) bytes.push(Math.floor(bit / 8))
  return hull(bytes)
}

function hull(places: number[]): Span | null {
  const first = places[0]
  const last = places.at(-1)
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 }
}

const bareSpan = ({ start, end }: Span): Span => ({ start, end })

/** A byte count, and a run of bytes within it that is not empty. */
const runs = fc
  .integer({ min: 1, max: 120 })
  .chain((count) =>
    fc
      .tuple(fc.nat(count - 1), fc.nat(count - 1))
      .map(([a, b]) => ({ count, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  )

describe('characters of bytes', () => {
  test('the worked example: "exp":1545224259 is payload bytes 24–39 and token characters 68–89', () => {
    const { payload } = readToken(NOTES_ACCESS)
    const exp = memberNamed(payload?.json.root ?? null, 'exp')
    if (!payload || !exp) throw new Error('the example reads')
    const bytes = { start: payload.byteAt(exp.nameStart), end: payload.byteAt(exp.value.end) }
    expect(bytes).toEqual({ start: 23, end: 39 })
    const characters = charactersOfBytes(bytes, payload.bytes.length)
    expect(characters).toEqual({ start: 30, end: 52, isFirstShared: true, isLastShared: false })
    expect(payload.start + characters.start + 1).toBe(68)
    expect(payload.start + characters.end).toBe(89)
    expect(payload.text.slice(characters.start, characters.end)).toBe('wiZXhwIjoxNTQ1MjI0MjU5')
  })

  test('are the smallest cover, shared exactly where a neighbour byte has a bit in them', () => {
    fc.assert(
      fc.property(runs, ({ count, start, end }) => {
        const cover = charactersOfBytes({ start, end }, count)
        expect(bareSpan(cover)).toEqual(coverByHand({ start, end }))
        const before = start > 0 ? coverByHand({ start: start - 1, end: start }) : null
        const after = end < count ? coverByHand({ start: end, end: end + 1 }) : null
        expect(cover.isFirstShared).toBe(before !== null && before.end > cover.start)
        expect(cover.isLastShared).toBe(after !== null && after.start < cover.end)
      }),
      { numRuns: 10_000 },
    )
  })

  test('changing the bytes changes no character outside the cover, in 10,000 random payloads', () => {
    const payloads = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat())
      .map(([text, a, b]) => ({ bytes: writeUtf8(text), a, b }))
    fc.assert(
      fc.property(payloads, ({ bytes, a, b }) => {
        const [low, high] = [a % bytes.length, b % bytes.length].toSorted((x, y) => x - y)
        if (low === undefined || high === undefined) return
        const changed = bytes.map((byte, at) => (at >= low && at <= high ? byte ^ 255 : byte))
        const text = encodeBase64url(bytes)
        const { start, end } = charactersOfBytes({ start: low, end: high + 1 }, bytes.length)
        const differs = Array.from(encodeBase64url(changed)).flatMap((character, at) =>
          character === text[at] ? [] : [at],
        )
        expect(hull(differs)).toEqual({ start, end })
      }),
      { numRuns: 10_000 },
    )
  })

  test('the last character of a segment is not shared with bits that belong to no byte', () => {
    expect(charactersOfBytes({ start: 0, end: 1 }, 1)).toEqual({
      start: 0,
      end: 2,
      isFirstShared: false,
      isLastShared: false,
    })
    expect(charactersOfBytes({ start: 0, end: 1 }, 2).isLastShared).toBe(true)
  })

  test('an empty run has no characters', () => {
    expect(charactersOfBytes({ start: 1, end: 1 }, 3)).toEqual({
      start: 1,
      end: 1,
      isFirstShared: false,
      isLastShared: false,
    })
  })
})

describe('bytes of characters', () => {
  test('are all bytes with a bit in the characters, and no other', () => {
    const characterRuns = fc
      .tuple(fc.nat(100), fc.nat(140), fc.nat(140))
      .map(([count, a, b]) => ({ count, start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(characterRuns, ({ count, start, end }) => {
        const bytes = bytesOfCharacters({ start, end }, count)
        const byHand = bytesByHand({ start, end }, count)
        if (byHand) expect(bytes).toEqual(byHand)
        else expect(bytes).toEqual({ start: bytes.start, end: bytes.start })
        expect(bytes.end).toBeLessThanOrEqual(count)
      }),
      { numRuns: 10_000 },
    )
  })

  test('going to characters and back loses no byte and adds only those that share a character', () => {
    fc.assert(
      fc.property(runs, ({ count, start, end }) => {
        const cover = charactersOfBytes({ start, end }, count)
        expect(bytesOfCharacters(cover, count)).toEqual({
          start: start - (cover.isFirstShared ? 1 : 0),
          end: end + (cover.isLastShared ? 1 : 0),
        })
      }),
    )
  })

  test('no characters, or padding alone, carry no bytes', () => {
    expect(bytesOfCharacters({ start: 1, end: 1 }, 3)).toEqual({ start: 0, end: 0 })
    expect(bytesOfCharacters({ start: 2, end: 4 }, 1)).toEqual({ start: 1, end: 1 })
  })
})
