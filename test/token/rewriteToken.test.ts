/** Does replacing one segment leave every other character of the token alone? decisions.md A2. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { rewriteSegment } from '../../src/token/rewriteToken.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import rfc7515 from '../vectors/rfc7515-jws.json' with { type: 'json' }

test('only the segment changes, whatever stands beside it', () => {
  const part = fc.string({ unit: fc.constantFrom(...Array.from('eyJ_-+/=! \u200bé')) })
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 2, maxLength: 7 }),
      fc.nat(),
      fc.uint8Array(),
      (parts, pick, bytes) => {
        const token = parts.join('.')
        const segment = readToken(token).segments[pick % parts.length]
        if (!segment) return
        const rewritten = rewriteSegment(token, segment, bytes)
        expect(rewritten.startsWith(token.slice(0, segment.start))).toBe(true)
        expect(rewritten.endsWith(token.slice(segment.end))).toBe(true)
        const read = readToken(rewritten).segments[pick % parts.length]
        expect(read?.bytes).toEqual(new Uint8Array(bytes))
      },
    ),
  )
})

test('writing back what was read changes nothing in a token that is written the one right way', () => {
  for (const { token } of rfc7515.cases as { token?: string }[]) {
    if (token === undefined) continue
    for (const segment of readToken(token).segments)
      expect(rewriteSegment(token, segment, segment.bytes)).toBe(token)
  }
})

test('one digit of RFC 7515 A.1 is edited; CR LF and all other bytes stay', () => {
  const token = rfc7515.cases.find(({ id }) => id === 'rfc7515-a1')?.token ?? ''
  const { payload } = readToken(token)
  if (!payload) throw new Error('the example reads')
  const edited = payload.decoded.text.replace('1300819380', '1300819381')
  const rewritten = readToken(rewriteSegment(token, payload, writeUtf8(edited)))
  expect(rewritten.payload?.decoded.text).toBe(
    '{"iss":"joe",\r\n "exp":1300819381,\r\n "http://example.com/is_root":true}',
  )
  expect(rewritten.header?.text).toBe(token.slice(0, token.indexOf('.')))
  expect(rewritten.signature?.text).toBe(token.slice(token.lastIndexOf('.') + 1))
  const differs = Array.from(rewritten.text).filter((character, at) => character !== token[at])
  expect([rewritten.text.length, differs.length]).toEqual([token.length, 1])
})

test('user_id 1 → 2 in the notes’ access token alters character 123 of the payload alone, F to J', () => {
  const token =
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'
  const { payload } = readToken(token)
  if (!payload) throw new Error('the example reads')
  const edited = payload.decoded.text.replace('"user_id":1', '"user_id":2')
  const next = readToken(rewriteSegment(token, payload, writeUtf8(edited))).payload?.text ?? ''
  const differs = Array.from(next).flatMap((character, at) =>
    character === payload.text[at] ? [] : [at],
  )
  expect(differs).toEqual([122])
  expect([payload.text[122], next[122]]).toEqual(['F', 'J'])
})
