import { describe, expect, test } from 'vitest'
import { type Expectations, judgePolicy } from '../../src/judgement/policy.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { claimsSetOf } from '../../src/token/readToken.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const nothing: Expectations = {
  issuer: '',
  audience: '',
  algorithm: '',
  type: '',
  requiredClaims: '',
  maximumAge: null,
}

const NOW = 1_700_000_000
const claims = {
  iss: 'https://login.example/',
  aud: ['https://api.example', 'app'],
  iat: NOW - 600,
  sub: '1',
}

const ACCESS: object = { alg: 'RS256', typ: 'at+jwt' }

function policy(
  expected: Partial<Expectations>,
  payload: object = claims,
  { header = ACCESS, isVerified = true, leeway = 0 } = {},
): string {
  const reading = readAnyForm(`${encode(header)}.${encode(payload)}.AAAA`, plainForm)
  const moment = { now: NOW, leeway, isVerified }
  const told = judgePolicy(reading, claimsSetOf(reading), { ...nothing, ...expected }, moment)
  return `${told.state}: ${told.reason}`
}

test('without an expectation the rung is not checked', () => {
  expect(policy({})).toBe('not checked: nothing expected yet')
})

describe('an expectation that is met', () => {
  test.each<[string, Partial<Expectations>]>([
    ['issuer', { issuer: 'https://login.example/' }],
    ['audience', { audience: 'app' }],
    ['algorithm', { algorithm: 'RS256' }],
    ['type', { type: 'application/AT+JWT' }],
    ['required claim', { requiredClaims: 'sub' }],
    ['required claims', { requiredClaims: 'sub, iat iss' }],
    ['age', { maximumAge: 600 }],
  ])('%s', (name, expected) => {
    expect(policy(expected)).toBe(`pass: ${name} as expected`)
  })

  test('is only what the token says until its signature has passed', () => {
    expect(policy({ audience: 'app', issuer: claims.iss }, claims, { isVerified: false })).toBe(
      'pass: It says issuer and audience as expected',
    )
  })

  test('aud may be one text instead of a list', () => {
    expect(policy({ audience: 'app' }, { aud: 'app' })).toBe('pass: audience as expected')
  })

  test('leeway stretches the age', () => {
    expect(policy({ maximumAge: 590 }, claims, { leeway: 10 })).toBe('pass: age as expected')
  })
})

describe('an expectation that is not met says what was found', () => {
  test.each<[string, Partial<Expectations>, string]>([
    [
      'another issuer',
      { issuer: 'https://other.example' },
      'iss is ‘https://login.example/’, not ‘https://other.example’',
    ],
    [
      'a slash apart',
      { issuer: 'https://login.example' },
      'iss is ‘https://login.example/’, not ‘https://login.example’ (they differ by the slash at the end)',
    ],
    [
      'letters apart',
      { issuer: 'https://LOGIN.example/' },
      'iss is ‘https://login.example/’, not ‘https://LOGIN.example/’ (they differ by large and small letters)',
    ],
    ['another audience', { audience: 'web' }, 'aud is ‘https://api.example’ and ‘app’, not ‘web’'],
    ['another algorithm', { algorithm: 'ES256' }, 'alg is ‘RS256’, not ES256'],
    ['another type', { type: 'JWT' }, 'typ is ‘at+jwt’, not ‘JWT’'],
    ['missing claims', { requiredClaims: 'sub jti,nbf' }, 'there is no jti or nbf claim'],
    ['too old', { maximumAge: 599 }, 'issued 10 minutes ago, and 9 minutes 59 seconds is the most'],
    [
      'two of them',
      { audience: 'web', algorithm: 'ES256' },
      'alg is ‘RS256’, not ES256; and 1 more',
    ],
  ])('%s', (_, expected, reason) => {
    expect(policy(expected)).toBe(`fail: ${reason}`)
  })

  test.each<[string, Partial<Expectations>, string]>([
    ['issuer', { issuer: 'a' }, 'there is no iss claim; ‘a’ is expected'],
    ['audience', { audience: 'a' }, 'there is no aud claim; ‘a’ is expected'],
    ['age', { maximumAge: 1 }, 'no iat says when it was issued, so its age is unknown'],
  ])('a token without that claim: %s', (_, expected, reason) => {
    expect(policy(expected, {})).toBe(`fail: ${reason}`)
  })

  test('a token without typ', () => {
    expect(policy({ type: 'at+jwt' }, claims, { header: { alg: 'RS256' } })).toBe(
      'fail: the header has no typ; ‘at+jwt’ is expected',
    )
  })

  test('an unverified token only says so', () => {
    expect(policy({ issuer: 'a' }, { iss: 'b' }, { isVerified: false })).toBe(
      'fail: It says iss is ‘b’, not ‘a’',
    )
  })
})

const hidden = `${encode({ alg: 'dir', enc: 'A128GCM' })}..A.A.A`
const broken = `${encode({ alg: 'HS256' })}.AAAA.AAAA`

test.each([
  ['hidden claims are not judged', hidden, 'not checked: the claims are hidden'],
  ['claims that cannot be read meet nothing', broken, 'fail: no claims can be read'],
])('%s', (_, token, said) => {
  const moment = { now: NOW, leeway: 0, isVerified: false }
  const told = judgePolicy(readAnyForm(token, plainForm), null, { ...nothing, issuer: 'a' }, moment)
  expect(`${told.state}: ${told.reason}`).toBe(said)
})
