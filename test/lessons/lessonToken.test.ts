import { expect, test } from 'vitest'
import { lessonTokenFor, type TokenNeeds } from '../../src/lessons/lessonToken.ts'
import { DEMO_SECRET } from '../../src/samples/freshPair.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { readAnyForm } from '../../src/token/readAnyForm.ts'
import { algorithmOf, readToken } from '../../src/token/readToken.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'
import { NOTES_ACCESS } from '../intake/tokens.ts'
import { NOW } from './tokens.ts'

const encode = (text: string): string => encodeBase64url(writeUtf8(text))
const made = (header: string, payload: string): string =>
  `${encode(header)}.${encode(payload)}.${encode('no signature')}`

const lend = (text: string, needs: TokenNeeds, isSample = false) =>
  lessonTokenFor(
    { reading: readAnyForm(text, { chosen: 0, detached: null }), isSample, secret: null },
    needs,
    NOW,
  )

test('a readable token is shown as it is', () => {
  const token = lend(NOTES_ACCESS, 'readable')
  expect(token).toMatchObject({ text: NOTES_ACCESS, origin: 'own', reason: null, secret: null })
  expect(token.name).toBe('Your access token, HS256')
})

const PAYLOADS = [
  '{"sub" : "1" ,\n "x":1.50}',
  '{"a":1,"a":2}',
  '\ufeff{"sub":"é"}',
  '{"sub":"\\u0041"}',
]

test.each(PAYLOADS)('a copy keeps the claims byte for byte: %j', (payload) => {
  const own = made('{"alg":"RS256","kid":"1"}', payload)
  const token = lend(own, 'hs256-copy')
  expect(token.origin).toBe('copy')
  expect(token.text.split('.')[1]).toBe(own.split('.')[1])
  expect(algorithmOf(token.reading)).toBe('HS256')
  expect(token.secret).toBe(DEMO_SECRET)
  const verdict = verifySignature({ token: token.text, keyText: DEMO_SECRET, encoding: 'utf8' })
  expect(verdict).toMatchObject({ kind: 'verified' })
  expect(token.reason).toBe('Lesson copy: signed here with a demo key; your token is untouched.')
})

test('the header of a plain HS256 token stays byte for byte too', () => {
  const header = '{ "typ":"JWT", "alg":"HS256" }'
  expect(lend(made(header, '{"sub":"1"}'), 'hs256-copy').text.split('.')[0]).toBe(encode(header))
})

test('the copy of an example says that it is one', () => {
  const token = lend(NOTES_ACCESS, 'hs256-copy', true)
  expect(token.name).toBe('Example access token, HS256')
  expect(token.reason).toMatch(/^Lesson copy of the example/)
})

const JWE = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`

test.each([
  ['', /no token in the Debugger/],
  [JWE, /encrypted/],
  ['a.b', /three parts/],
  [`${encode('not json')}.${encode('{"a":1}')}.AA`, /header .* cannot be read/],
  [made('{"alg":"HS256"}', '["a"]'), /No claims can be read/],
  [made('{"alg":"HS256"}', '{}'), /makes no claims/],
  [`${encode('{"alg":"HS256"}')}.${encode('{"a":"')}_w.AA`, /No claims can be read/],
  [made('{"alg":"HS256"}', `{"a":"${'x'.repeat(5000)}"}`), /too long/],
  [made('{"alg":"HS256","b64":false,"crit":["b64"]}', '{"a":1}'), /compact form/],
  [
    JSON.stringify({
      payload: encode('{"a":1}'),
      protected: encode('{"alg":"HS256"}'),
      signature: 'AA',
    }),
    /compact form/,
  ],
])('what cannot show the point gets an example, and the reason: %j', (text, reason) => {
  for (const needs of ['readable', 'hs256-copy'] as const) {
    const token = lend(text, needs)
    expect(token.origin).toBe('example')
    expect(token.reason).toMatch(reason)
    expect(token.claims.members.map(({ name }) => name)).toContain('user_id')
    const verdict = verifySignature({ token: token.text, keyText: DEMO_SECRET, encoding: 'utf8' })
    expect(verdict).toMatchObject({ kind: 'verified' })
  }
})

test('the same example at the same moment, so that a board can be found again', () => {
  expect(lend('', 'example').text).toBe(lend('', 'example').text)
  expect(lend(NOTES_ACCESS, 'example').origin).toBe('example')
  expect(readToken(lend('', 'example').text).faults).toEqual([])
})
