/** Is any text read as a token, with every part that can be read, and nowhere a throw? */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { memberNamed } from '../../src/token/jsonText.ts'
import { algorithmOf, claimsSetOf, readToken } from '../../src/token/readToken.ts'
import rfc7515 from '../vectors/rfc7515-jws.json' with { type: 'json' }
import rfc7519 from '../vectors/rfc7519-jwt.json' with { type: 'json' }
import { codesOf, encode, faultsOf, HEADER, HS256, PAYLOAD, SIGNATURE, tokenOf } from './tokens.ts'

describe('published tokens', () => {
  for (const { id, title, token, payload } of [...rfc7515.cases, ...rfc7519.cases] as {
    id: string
    title: string
    token?: string
    payload?: string
  }[]) {
    if (token === undefined) continue
    test(`${id}: ${title}`, () => {
      const reading = readToken(token)
      expect(reading.segments.map(({ text }) => text).join('.')).toBe(token)
      expect(reading.header?.json.root?.kind).toBe('object')
      if (reading.form === 'jwe') {
        expect([reading.segments.length, reading.payload, reading.signature]).toEqual([
          5,
          null,
          null,
        ])
        expect(reading.faults).toEqual([])
      } else if (id.includes('detached')) expect(codesOf(reading)).toEqual(['empty-payload'])
      else {
        expect(reading.payload?.decoded).toEqual({ text: payload, fault: null })
        expect(codesOf(reading)).toEqual(
          ['Payload', 'FAIL'].includes(payload ?? '') ? ['not-json'] : [],
        )
      }
    })
  }

  test('RFC 7515 A.1: CR LF inside survive byte for byte', () => {
    const token = rfc7515.cases.find(({ id }) => id === 'rfc7515-a1')?.token ?? ''
    const { header, payload, signature } = readToken(token)
    expect(header?.decoded.text).toBe('{"typ":"JWT",\r\n "alg":"HS256"}')
    // the octets that RFC 7515 A.1.1 prints
    expect([...(header?.bytes ?? [])]).toEqual([
      123, 34, 116, 121, 112, 34, 58, 34, 74, 87, 84, 34, 44, 13, 10, 32, 34, 97, 108, 103, 34, 58,
      34, 72, 83, 50, 53, 54, 34, 125,
    ])
    expect(payload?.decoded.text).toBe(
      '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}',
    )
    expect(signature?.bytes.slice(0, 4)).toEqual(Uint8Array.of(116, 24, 223, 180))
  })
})

describe('parts', () => {
  test('a signed token has header, payload and signature at their places', () => {
    const text = `${HEADER}.${PAYLOAD}.${SIGNATURE}`
    const reading = readToken(text)
    expect(reading.form).toBe('jws')
    expect(reading.faults).toEqual([])
    expect(reading.header).toMatchObject({ start: 0, end: 36, text: HEADER })
    expect(reading.payload).toMatchObject({ start: 37, end: 128, text: PAYLOAD })
    expect(reading.signature).toMatchObject({ start: 129, end: text.length, text: SIGNATURE })
    expect(reading.segments).toEqual([reading.header, reading.payload, reading.signature])
    expect(algorithmOf(reading)).toBe('HS256')
    expect(claimsSetOf(reading)?.members.map(({ name }) => name)).toEqual([
      'sub',
      'name',
      'admin',
      'iat',
    ])
  })

  test('nothing is nothing, without a fault', () => {
    expect(readToken('')).toMatchObject({ form: 'empty', segments: [], faults: [], header: null })
  })

  test.each([
    ['one part', HEADER, 'fragment', 1],
    ['two parts', `${HEADER}.${PAYLOAD}`, 'fragment', 2],
    ['four parts', `${HEADER}.${PAYLOAD}.${SIGNATURE}.AAAA`, 'unknown', 4],
    ['six parts', 'e30.e30.e30.e30.e30.e30', 'unknown', 6],
    ['a million dots', '.'.repeat(1_000_000), 'unknown', 7],
  ])('%s: the count is a fault, all that reads is read', (_, text, form, count) => {
    const reading = readToken(text)
    expect(reading.form).toBe(form)
    expect(reading.faults[0]).toEqual({
      code: 'part-count',
      count,
      length: text.length,
      start: 0,
      end: text.length,
    })
    expect(reading.segments.map((segment) => segment.text).join('.')).toBe(text)
    if (text.startsWith(HEADER)) expect(algorithmOf(reading)).toBe('HS256')
  })

  test.each([
    ['in the payload', `${HEADER}.abcd...${SIGNATURE}`, HEADER.length + 5],
    ['in the header', 'eyJ...def.ghi', 3],
    ['at the end', `${HEADER}.abcd...`, HEADER.length + 5],
  ])('three dots %s stand for a piece that was cut out', (_, text, after) => {
    const { form, faults } = readToken(text)
    expect(form).toBe('unknown')
    expect(faults).toContainEqual({ code: 'cut-out', start: after, end: after + 3 })
  })

  test('a fragment that ends in its only dot lacks a part, and says no more than that', () => {
    expect(codesOf(readToken(`${HEADER}.`))).toEqual(['part-count'])
  })

  test('dots alone: the header is empty, and the payload too', () => {
    expect(faultsOf('..')).toEqual([
      { code: 'empty-header', start: 0, end: 0 },
      { code: 'empty-payload', start: 1, end: 1 },
    ])
  })

  test('padding alone is as empty as nothing', () => {
    expect(codesOf(readToken(`${HEADER}.==.`))).toEqual(['padding', 'empty-payload'])
  })

  test('an empty payload is told as such, not as broken JSON', () => {
    expect(codesOf(readToken(`${HEADER}..${SIGNATURE}`))).toEqual(['empty-payload'])
  })

  test('five parts whose header is no JSON', () => {
    const reading = readToken('aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8')
    expect(reading.form).toBe('jwe')
    expect(reading.faults).toMatchObject([
      { code: 'not-json', part: 'header', byte: 0, found: 'h' },
    ])
  })

  test('faults in the parts of an encrypted token name the part', () => {
    const header = encode('{"alg":"dir","enc":"A256GCM"}')
    const reading = readToken(`${header}..AA.A!AA.AAAAA`)
    expect(reading.header?.decoded.text).toBe('{"alg":"dir","enc":"A256GCM"}')
    expect(reading.payload).toBeNull()
    const at = header.length + 6
    expect(reading.faults).toEqual([
      { code: 'illegal-character', part: 'ciphertext', character: '!', start: at, end: at + 1 },
      {
        code: 'impossible-length',
        part: 'authentication tag',
        length: 5,
        start: at + 4,
        end: at + 9,
      },
    ])
  })
})

describe('any text', () => {
  const letters = fc.constantFrom(...Array.from('eyJhbGciOiIxA_-.+/= !%é\u200b😀\ud800'))
  const tokenLike = fc
    .array(
      fc.oneof(
        fc.string({ unit: letters, maxLength: 20 }),
        fc.json().map(encode),
        fc.uint8Array({ maxLength: 20 }).map(encodeBase64url),
        fc.constant(HEADER),
      ),
      { maxLength: 7 },
    )
    .map((parts) => parts.join('.'))

  test('is read, and every offset lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(tokenLike, fc.string({ unit: 'binary' }), fc.string({ unit: letters })),
        (text) => {
          const { text: kept, segments, header, payload, faults } = readToken(text)
          expect(kept).toBe(text)
          expect(segments.map((segment) => segment.text).join('.')).toBe(text)
          for (const segment of segments)
            expect(text.slice(segment.start, segment.end)).toBe(segment.text)
          for (const { start, end } of faults) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
          expect(faults.map(({ start }) => start)).toEqual(
            faults.map(({ start }) => start).toSorted((a, b) => a - b),
          )
          for (const part of [header, payload])
            if (part) expect(part.byteAt(part.decoded.text.length)).toBe(part.bytes.length)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('100,000 nested arrays', () => {
    const deep = 100_000
    const reading = readToken(tokenOf(HS256, '['.repeat(deep) + ']'.repeat(deep)))
    expect(codesOf(reading)).toEqual(['not-an-object'])
    expect(reading.payload?.json.depth).toBe(deep)
  })

  test('a payload of 10 MB', () => {
    const reading = readToken(tokenOf(HS256, `{"big":"${'a'.repeat(10_485_760)}","é":1}`))
    expect(reading.faults).toEqual([])
    expect(reading.payload?.bytes.length).toBe(10_485_760 + 17)
    expect(memberNamed(claimsSetOf(reading), 'é')?.value).toMatchObject({ spelling: '1' })
  })
})
