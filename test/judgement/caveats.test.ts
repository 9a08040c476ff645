import { describe, expect, test } from 'vitest'
import type { Expectations } from '../../src/judgement/policy.ts'
import { encode, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { judge, NOW } from './judge.ts'

const inTime = { iat: NOW - 48, exp: NOW + 252 }
const make = (claims: object, secret = strongSecret): string =>
  hmacToken('HS256', secret, JSON.stringify(claims))
const told = async (
  token: string,
  question: Parameters<typeof judge>[1] = { key: strongSecret },
): Promise<string> => (await judge(token, question)).told

/** The pieces that carry the weight, with their states. */
const leadsOf = async (
  token: string,
  question: Parameters<typeof judge>[1] = { key: strongSecret },
): Promise<[string, string | null][]> =>
  (await judge(token, question)).headline.answers
    .flat()
    .filter(({ isLead }) => isLead)
    .map(({ text, state }) => [text, state])

describe('a refresh token says so in the headline', () => {
  const refresh = { token_type: 'refresh', user_id: '1', ...inTime }
  const SENTENCE =
    'This is a refresh token: sending it to an API will be refused (‘Token has wrong type’).'

  test('V29: its good signature and that an API refuses it, with the shapes of both', async () => {
    expect(await told(make(refresh))).toBe(
      `Refresh token for user 1, HS256. Signature valid. ${SENTENCE} Expires in 4 minutes 12 seconds.`,
    )
    const leads = await leadsOf(make(refresh))
    expect(leads.slice(0, 2)).toEqual([
      ['Signature valid.', 'pass'],
      ['This is a refresh token:', 'warning'],
    ])
  })

  test('behind whatever else there is to say', async () => {
    expect(await told(make({ ...refresh, exp: NOW - 5000 }))).toBe(
      `Refresh token for user 1, HS256. Signature valid, but expired 1 hour 23 minutes ago (2025-12-31 22:36:40 UTC). A server should refuse it. ${SENTENCE}`,
    )
    expect(await told(make(refresh, 'secret'), { key: 'secret' })).toMatch(
      /this one can be guessed\. Expires in 4 minutes 12 seconds\. This is a refresh token: /,
    )
  })

  test('while it is only decoded, as its own word', async () => {
    expect(await told(make(refresh), {})).toBe(
      `Refresh token for user 1, HS256. Decoded, not verified. Add a key to check who made it. Expires in 4 minutes 12 seconds. ${SENTENCE.replace('This is', 'It says it is')}`,
    )
  })

  test('what another issuer’s API answers is not known', async () => {
    expect(await told(make({ typ: 'Refresh', sub: 'a', ...inTime }))).toContain(
      'sending it to an API will be refused. Expires',
    )
  })

  test('not where nobody vouches for it, nor of an access token', async () => {
    expect(await told(make(refresh, 'another key'))).not.toContain('refresh token:')
    expect(await told(make({ ...refresh, token_type: 'access' }))).not.toContain('refresh token:')
  })
})

describe('an expectation that is not met reaches the headline and looks like a refusal', () => {
  const claims = { iss: 'https://login.example', aud: 'account', sub: '1', ...inTime }
  const CALM =
    'Token for 1, HS256. Signature valid: this key signed exactly these bytes (HS256). Expires in 4 minutes 12 seconds.'

  test.each<[string, Partial<Expectations>, string]>([
    [
      'audience',
      { audience: 'orders-api' },
      'Made for ‘account’, not ‘orders-api’: an API should refuse it.',
    ],
    [
      'issuer',
      { issuer: 'https://login.example/' },
      'Issued by ‘https://login.example’, not ‘https://login.example/’ (they differ by the slash at the end): a server should refuse it.',
    ],
    [
      'algorithm',
      { algorithm: 'RS256' },
      'Its alg is ‘HS256’, not RS256: a server should refuse it.',
    ],
    ['type', { type: 'at+jwt' }, 'Its typ is ‘JWT’, not ‘at+jwt’: a server should refuse it.'],
    [
      'required claims',
      { requiredClaims: 'jti sub nonce' },
      'There is no jti or nonce claim: a server should refuse it.',
    ],
    [
      'age',
      { maximumAge: 10 },
      'Issued 48 seconds ago, and 10 seconds is the most: a server should refuse it.',
    ],
  ])('%s', async (_name, expected, sentence) => {
    const question = { key: strongSecret, expected }
    expect(await told(make(claims), question)).toBe(`${CALM} ${sentence}`)
    const refusal = (await leadsOf(make(claims), question)).at(-1)
    expect(refusal).toEqual([sentence.slice(sentence.lastIndexOf(': ') + 2), 'fail'])
  })

  test('what the token says instead leads nothing, so that it can be covered on a projector', async () => {
    const leads = await leadsOf(make(claims), {
      key: strongSecret,
      expected: { audience: 'orders-api' },
    })
    expect(leads.map(([text]) => text).join(' ')).not.toContain('account')
  })

  test('the others are counted', async () => {
    const expected = { audience: 'b', issuer: 'c', algorithm: 'RS256' }
    expect(await told(make(claims), { key: strongSecret, expected })).toMatch(
      /: a server should refuse it\. 2 more expectations are not met\.$/,
    )
  })

  test('is only what the token says until its signature has passed', async () => {
    expect(await told(make(claims), { expected: { audience: 'orders-api' } })).toMatch(
      /It says it is made for ‘account’, not ‘orders-api’: an API should refuse it\.$/,
    )
  })

  test('nothing is said of one that is met', async () => {
    expect(await told(make(claims), { key: strongSecret, expected: { audience: 'account' } })).toBe(
      CALM,
    )
  })
})

describe('a date missed by a few minutes', () => {
  const SKEW = 'Clocks can differ by as much; Leeway allows for it.'
  test.each<[string, object, boolean]>([
    ['expired 12 seconds ago', { exp: NOW - 12 }, true],
    ['expired 5 minutes ago', { exp: NOW - 300 }, true],
    ['expired a second earlier', { exp: NOW - 301 }, false],
    ['starts in 5 minutes', { nbf: NOW + 300, exp: NOW + 900 }, true],
    ['starts a second later', { nbf: NOW + 301, exp: NOW + 900 }, false],
  ])('%s', async (_name, claims, isSaid) => {
    expect((await told(make(claims))).endsWith(SKEW)).toBe(isSaid)
  })

  test('a leeway that is granted says its own sentence', async () => {
    expect(await told(make({ exp: NOW - 12 }), { key: strongSecret, leeway: 30 })).not.toContain(
      SKEW,
    )
  })
})

const rsa = (bytes: number, alg = 'RS256'): string =>
  `${encode(`{"alg":"${alg}"}`)}.${encode(JSON.stringify(inTime))}.${Buffer.alloc(bytes, 7).toString('base64url')}`

describe('an RSA signature of a length that no key makes, before there is a key', () => {
  test.each([
    [
      254,
      'The end was probably cut off. The signature is 254 bytes, where RSA keys in use make 256, 384 or 512.',
    ],
    [
      260,
      'Something was probably added at the end. The signature is 260 bytes, where RSA keys in use make 256, 384 or 512.',
    ],
  ])('%i bytes', async (bytes, sentence) => {
    expect(await told(rsa(bytes), {})).toContain(sentence)
    expect(await told(rsa(bytes, 'PS384'), {})).toContain(sentence)
  })

  test.each([128, 256, 384, 512])('nothing is said of %i bytes', async (bytes) => {
    expect(await told(rsa(bytes), {})).not.toContain('RSA keys in use')
  })
})

describe('a key without a token', () => {
  test('is named, and its token is asked for', async () => {
    const jwk = JSON.stringify({
      kty: 'OKP',
      crv: 'Ed25519',
      x: Buffer.alloc(32, 1).toString('base64url'),
    })
    expect(await told('', { key: jwk })).toBe(
      'Paste a token to begin. Nothing you paste leaves this tab. The key box holds an Ed25519 key. Paste the token that belongs to it.',
    )
    expect(await told('', { key: `{"keys":[${jwk},${jwk}]}` })).toContain('holds a set of 2 keys.')
  })

  test('a secret that was left there is not', async () => {
    expect(await told('', { key: 'secret' })).not.toContain('key box')
  })
})
