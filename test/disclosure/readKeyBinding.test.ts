/** Is every rule for the key-binding JWT judged, and the holder’s key handed on? RFC 9901 §4.3. */
import { describe, expect, test } from 'vitest'
import { type KeyBindingFault, readKeyBinding } from '../../src/disclosure/readKeyBinding.ts'
import { tellKeyBindingFault, tellSdHash } from '../../src/disclosure/tellKeyBinding.ts'
import { digestOf, disclose, encode, read } from './presentations.ts'

const issuerJwt = 'e30.e30.c2ln'
const jwk = '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'
const disclosure = disclose('salt', 'name', 'Ada')
const payload = `{"cnf":{"jwk":${jwk}},"_sd":["${digestOf(disclosure)}"]}`
const reading = read(payload, disclosure)
const presented = `${issuerJwt}~${disclosure}~`

const header: object = { typ: 'kb+jwt', alg: 'EdDSA' }
const claims = {
  iat: 1700000000,
  aud: 'https://v.example',
  nonce: 'n',
  sd_hash: digestOf(presented),
}
const jwtOf = (head: object, body: unknown): string =>
  `${encode(JSON.stringify(head))}.${encode(JSON.stringify(body))}.c2ln`
const faultsOf = (head: object, body: unknown, from = reading): KeyBindingFault[] =>
  readKeyBinding(jwtOf(head, body), issuerJwt, from).faults

describe('a key-binding JWT', () => {
  test('made for this presentation has no fault, and gives the holder’s key as the issuer wrote it', () => {
    const binding = readKeyBinding(jwtOf(header, claims), issuerJwt, reading)
    expect(binding.faults).toEqual([])
    expect(binding).toMatchObject({
      holderKey: jwk,
      sdHash: { stated: claims.sd_hash, computed: claims.sd_hash },
      audience: 'https://v.example',
      nonce: 'n',
      issuedAt: '1700000000',
    })
    expect(tellSdHash(binding.sdHash).state).toBe('pass')
  })

  test('does not fit when a disclosure was taken away, added or moved', () => {
    const other = disclose('salt2', 'b', 1)
    for (const texts of [[], [disclosure, other], [other, disclosure]]) {
      const binding = readKeyBinding(jwtOf(header, claims), issuerJwt, read(payload, ...texts))
      expect(binding.faults).toEqual([{ code: 'other-presentation' }])
      expect(tellSdHash(binding.sdHash).state).toBe('fail')
    }
  })

  test('does not fit another issuer’s JWT', () => {
    expect(readKeyBinding(jwtOf(header, claims), 'e30.e30.c2lu', reading).faults).toEqual([
      { code: 'other-presentation' },
    ])
  })

  test('is hashed by _sd_alg, as the disclosures are', () => {
    const from = read(`{"_sd_alg":"sha-512","cnf":{"jwk":${jwk}}}`)
    const sd_hash = digestOf(`${issuerJwt}~`, 'sha512')
    expect(faultsOf(header, { ...claims, sd_hash }, from)).toEqual([])
  })

  test('under a hash not known here is neither matched nor refused for it', () => {
    const { sdHash, faults } = readKeyBinding(
      jwtOf(header, claims),
      issuerJwt,
      read(`{"_sd_alg":"sha3-256","cnf":{"jwk":${jwk}}}`),
    )
    expect(faults).toEqual([])
    expect(tellSdHash(sdHash).state).toBe('not checked')
  })

  test('must be typed kb+jwt, spelled so', () => {
    for (const typ of ['JWT', 'KB+JWT', 'application/kb+jwt', undefined, 5])
      expect(faultsOf({ ...header, typ }, claims)).toEqual([
        { code: 'wrong-type', found: typeof typ === 'string' ? typ : null },
      ])
  })

  test('must be signed, whatever the spelling of none', () => {
    for (const alg of ['none', 'nOnE'])
      expect(faultsOf({ ...header, alg }, claims)).toEqual([{ code: 'unsigned', spelling: alg }])
    expect(faultsOf({ typ: 'kb+jwt' }, claims)).toEqual([{ code: 'no-algorithm' }])
  })

  for (const name of ['iat', 'aud', 'nonce', 'sd_hash'] as const)
    test(`must have ${name}, of its kind`, () => {
      expect(faultsOf(header, { ...claims, [name]: undefined })).toEqual([
        { code: 'claim-missing', name },
      ])
      expect(faultsOf(header, { ...claims, [name]: ['x'] })).toEqual([
        { code: 'claim-kind', name, wanted: name === 'iat' ? 'number' : 'string', found: 'array' },
      ])
    })

  test('that is no JWT is one fault, and nothing is thrown', () => {
    for (const text of [
      '',
      'x',
      'a.b',
      '!.!.!',
      `${encode('{}')}.${encode('[]')}.`,
      'e30.e30.x.e30.x',
    ])
      expect(readKeyBinding(text, issuerJwt, reading).faults).toEqual([{ code: 'not-a-jwt' }])
  })

  test('needs a holder’s key in the issuer’s payload', () => {
    for (const [json, fault] of [
      ['{}', { code: 'no-holder-key' }],
      ['{"cnf":"key"}', { code: 'no-holder-key' }],
      ['{"cnf":{"jwk":"text"}}', { code: 'no-holder-key' }],
      ['{"cnf":{"kid":"k1"}}', { code: 'other-confirmation', names: ['kid'] }],
    ] as const) {
      const sd_hash = digestOf(`${issuerJwt}~`)
      const { holderKey, faults } = readKeyBinding(
        jwtOf(header, { ...claims, sd_hash }),
        issuerJwt,
        read(json),
      )
      expect(holderKey).toBeNull()
      expect(faults).toEqual([fault])
    }
  })

  test('may find the holder’s key in a disclosed claim', () => {
    const text = encode(`["salt","cnf",{"jwk":${jwk}}]`)
    const from = read({ _sd: [digestOf(text)] }, text)
    expect(readKeyBinding(jwtOf(header, claims), issuerJwt, from).holderKey).toBe(jwk)
  })
})

describe('in words', () => {
  const cases: [KeyBindingFault, string][] = [
    [
      { code: 'not-a-jwt' },
      'What follows the last ~ is no signed JWT of three parts with claims. A server must refuse the token.',
    ],
    [
      { code: 'wrong-type', found: 'JWT' },
      'Its typ must be ‘kb+jwt’, but it is ‘JWT’. A server must refuse it, for another kind of token may have been put here.',
    ],
    [
      { code: 'wrong-type', found: null },
      'Its typ must be ‘kb+jwt’, and it names none. A server must refuse it, for another kind of token may have been put here.',
    ],
    [{ code: 'no-algorithm' }, 'Its header names no algorithm (alg). A server must refuse it.'],
    [
      { code: 'unsigned', spelling: 'NONE' },
      'Its alg is NONE, so nobody signed it. A server must refuse it.',
    ],
    [
      { code: 'claim-missing', name: 'nonce' },
      'It has no nonce, which keeps it from being used a second time. A server must refuse it.',
    ],
    [
      { code: 'claim-kind', name: 'aud', wanted: 'string', found: 'array' },
      'Its aud must be one text, but it is a list. A server must refuse it.',
    ],
    [
      { code: 'claim-kind', name: 'iat', wanted: 'number', found: 'string' },
      'Its iat must be a number of seconds, but it is text. A server must refuse it.',
    ],
    [
      { code: 'other-presentation' },
      'Its sd_hash does not match this token with these disclosures. It was made for another selection, or a part was changed since; a server must refuse it.',
    ],
    [
      { code: 'no-holder-key' },
      'The issuer’s payload holds no holder’s key (cnf.jwk), so nothing says whose signature this is. A server must refuse it.',
    ],
    [
      { code: 'other-confirmation', names: ['kid', 'jku'] },
      'The issuer’s cnf holds ‘kid’, ‘jku’, but no jwk. This page can’t find the holder’s key by it.',
    ],
  ]
  for (const [fault, sentence] of cases)
    test(sentence, () => expect(tellKeyBindingFault(fault)).toBe(sentence))
})
