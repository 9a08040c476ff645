import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { assess } from '../../src/judgement/assess.ts'
import { type Assessment, assessPlainly } from '../../src/judgement/assessment.ts'
import type { Subject } from '../../src/verification/verdict.ts'
import {
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  privateJwk,
  publicJwk,
  spki,
  strongSecret,
} from '../verification/makeToken.ts'

const plainly = (
  token: string,
  keyText: string,
  encoding: Subject['encoding'] = 'utf8',
): Assessment | null => assessPlainly({ token, keyText, encoding }, readToken(token))

const BYTES = { HS256: 32, HS384: 48, HS512: 64 } as const
type Hmac = keyof typeof BYTES
const hmacs = ['HS256', 'HS384', 'HS512'] as const

function flip(last: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(last) + 1] ?? 'A'
}

function unknownAlg(alg: string): string {
  const input = `${encode(JSON.stringify({ alg }))}.${encode(claims)}`
  return `${input}.${hmacOf('HS256', strongSecret, input)}`
}

function signedWith(key: string): [string, string] {
  return [hmacToken('HS256', key), key]
}

describe('what can be said before the rest has arrived', () => {
  test.each(hmacs)('is the same as what is said later: %s', (alg) => {
    const token = hmacToken(alg, strongSecret)
    const subject: Subject = { token, keyText: strongSecret, encoding: 'utf8' }
    const plain = plainly(token, strongSecret)
    expect(plain?.verdict.kind).toBe('verified')
    expect(plain).toEqual(assess(subject))
  })

  test('is the same as what is said later of an empty page, with or without a key', () => {
    for (const keyText of ['', 'secret', spki(keyPairs.rsa)]) {
      const subject: Subject = { token: '', keyText, encoding: 'utf8' }
      expect(plainly('', keyText)).not.toBeNull()
      expect(plainly('', keyText)).toEqual(assess(subject))
    }
  })

  test.each(hmacs)('needs a secret as long as the MAC: %s', (alg) => {
    const enough = 'x'.repeat(BYTES[alg])
    const short = 'x'.repeat(BYTES[alg] - 1)
    expect(plainly(hmacToken(alg, enough), enough)).toEqual(
      assess({ token: hmacToken(alg, enough), keyText: enough, encoding: 'utf8' }),
    )
    expect(plainly(hmacToken(alg, short), short)).toBeNull()
  })

  test('counts bytes of the secret, not characters', () => {
    const secret = 'é'.repeat(16)
    const subject: Subject = {
      token: hmacToken('HS256', secret),
      keyText: secret,
      encoding: 'utf8',
    }
    expect(plainly(subject.token, secret)?.key.reason).toBe('the secret you gave, 32 bytes')
    expect(plainly(subject.token, secret)).toEqual(assess(subject))
  })
})

describe('nothing is said plainly', () => {
  const good = hmacToken('HS256', strongSecret)
  const [header = '', payload = '', signature = ''] = good.split('.')
  const jwk = JSON.stringify({ kty: 'oct', k: encode(strongSecret) })

  test.each<[string, string, string]>([
    ['without a key', good, ''],
    ['of a key that does not fit', good, `${strongSecret}!`],
    [
      'of a payload changed by one character',
      `${header}.${encode(claims.replace('John', 'Jane'))}.${signature}`,
      strongSecret,
    ],
    ['of a signature with a bit in its unused end', good.replace(/.$/, flip), strongSecret],
    ['of padding', `${good}=`, strongSecret],
    ['of a missing signature', `${header}.${payload}.`, strongSecret],
    ['of two parts', `${header}.${payload}`, strongSecret],
    ['of four parts', `${good}.abcd`, strongSecret],
    ['of a signed message', hmacToken('HS256', strongSecret, 'hello'), strongSecret],
    ['of an empty payload', hmacToken('HS256', strongSecret, ''), strongSecret],
    ['of a payload that is no object', hmacToken('HS256', strongSecret, '[]'), strongSecret],
    [
      'of a name that stands twice',
      hmacToken('HS256', strongSecret, '{"a":1,"a":2}'),
      strongSecret,
    ],
    [
      'of crit',
      hmacToken('HS256', strongSecret, claims, { crit: ['b64'], b64: true }),
      strongSecret,
    ],
    ['of b64 false', hmacToken('HS256', strongSecret, claims, { b64: false }), strongSecret],
    ['of alg in small letters', unknownAlg('hs256'), strongSecret],
    ['of an algorithm with a key pair', unknownAlg('RS256'), strongSecret],
    ['of alg none', `${encode('{"alg":"none"}')}.${payload}.`, strongSecret],
    ['of a JWK as secret', hmacToken('HS256', jwk), jwk],
    ['of a JWK that holds the secret', good, jwk],
    ['of a public key as secret', hmacToken('HS256', spki(keyPairs.rsa)), spki(keyPairs.rsa)],
    ['of a public JWK as secret', ...signedWith(JSON.stringify(publicJwk(keyPairs.rsa)))],
    ['of a private JWK as secret', ...signedWith(` ${JSON.stringify(privateJwk(keyPairs.p256))}`)],
    ['of a secret that everybody knows', ...signedWith('a-string-secret-at-least-256-bits-long')],
    ['of an SSH key as secret', ...signedWith(`ssh-rsa AAAA${'B'.repeat(64)}`)],
    ['of an ECDSA SSH key as secret', ...signedWith(`ecdsa-sha2-nistp256 AAAA${'B'.repeat(64)}`)],
  ])('%s', (_what, token, key) => {
    expect(plainly(token, key)).toBeNull()
  })

  test.each(['base64', 'base64url', 'hex'] as const)('of a secret read as %s', (encoding) => {
    const text = Buffer.from(strongSecret).toString(encoding)
    expect(plainly(good, text, encoding)).toBeNull()
    expect(plainly(hmacToken('HS256', text), text, encoding)).toBeNull()
  })
})

test('whatever is said plainly, the whole check says too', async () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value))
  const payloads = fc.oneof({ weight: 4, arbitrary: objects }, fc.json(), fc.string())
  const long = fc.string({ minLength: 64, maxLength: 90, unit: 'binary' })
  const odd = fc.constantFrom('{"kty":"oct"}', `{"a":"${'x'.repeat(64)}"}`, '{', 'ssh-rsa AAAA')
  const keys = fc.oneof(
    { weight: 4, arbitrary: long },
    fc.string({ minLength: 1, maxLength: 64 }),
    odd,
  )
  const headers = fc.oneof(
    fc.constant({}),
    fc.record({ kid: fc.string(), typ: fc.constantFrom('JWT', 'at+jwt', 'JOSE') }),
    fc.record({ crit: fc.constantFrom([], ['exp'], 'exp') }),
    fc.record({ b64: fc.boolean() }),
    fc.record({ cty: fc.string(), jwk: fc.jsonValue() }),
  )
  const encodings = fc.constantFrom<Subject['encoding']>('utf8', 'utf8', 'utf8', 'base64', 'hex')
  let answered = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Hmac>(...hmacs),
      payloads,
      headers,
      keys,
      fc.constantFrom(true, true, true, false),
      encodings,
      async (alg, payload, header, keyText, isSigner, encoding) => {
        const token = hmacToken(alg, isSigner ? keyText : 'another', payload, header)
        const plain = plainly(token, keyText, encoding)
        if (plain === null) return
        answered++
        expect(plain).toEqual(await assess({ token, keyText, encoding }))
      },
    ),
    { numRuns: 600 },
  )
  // so that agreement is not agreement in silence
  expect(answered).toBeGreaterThan(0)
})
