/** Do the keys that the standards print read as what they are, and have the thumbprints that are printed with them? */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AsymmetricKey } from '../../src/keys/keyKinds.ts'
import { publicJwk } from '../../src/keys/publicJwk.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { jwkThumbprint } from '../../src/keys/thumbprint.ts'

interface Vector {
  id: string
  kind: string
  jwk?: Record<string, string>
  jwks?: { keys: Record<string, string>[] }
  keys: { role: string; jwk?: Record<string, string> }[]
  thumbprint?: { value: string }
}

const casesOf = (file: string): Vector[] =>
  JSON.parse(readFileSync(`test/vectors/${file}.json`, 'utf8')).cases

const files = ['rfc7517-jwk', 'rfc7520-jwk', 'rfc8037-okp', 'mldsa-jose', 'thumbprints']
const vectors = files.flatMap(casesOf)

function isAsymmetric(reading: ReturnType<typeof readKey>): reading is AsymmetricKey {
  return reading.kind === 'public' || reading.kind === 'private'
}

const published = vectors.flatMap(({ id, jwk, jwks, keys }) =>
  [jwk, ...(jwks?.keys ?? []), ...keys.map((key) => key.jwk)].flatMap((each, at) =>
    each === undefined ? [] : [[`${id}, key ${at + 1}`, each] as const],
  ),
)

describe('a published key', () => {
  test.each(published)('%s', (_, jwk) => {
    const reading = readKey(JSON.stringify(jwk), 'utf8')
    if (jwk['kty'] === 'oct') {
      expect(reading).toMatchObject({
        kind: 'secret',
        bytes: new Uint8Array(Buffer.from(jwk['k'] ?? '', 'base64url')),
      })
      return
    }
    const isPrivate = 'd' in jwk || 'priv' in jwk
    expect(reading).toMatchObject({
      kind: isPrivate ? 'private' : 'public',
      repairs: [],
      labels: { kid: jwk['kid'] ?? null },
    })
    const half = isAsymmetric(reading) ? publicJwk(reading) : null
    for (const name of ['n', 'e', 'crv', 'x', 'y', 'pub']) expect(half?.[name]).toBe(jwk[name])
    for (const name of ['d', 'p', 'q', 'priv']) expect(half).not.toHaveProperty(name)
  })
})

test('a published set keeps all its keys', () => {
  for (const { jwks } of vectors)
    if (jwks !== undefined) {
      const reading = readKey(JSON.stringify(jwks), 'utf8')
      expect(reading.kind === 'jwk-set' && reading.members.map(({ kid }) => kid)).toEqual(
        jwks.keys.map(({ kid }) => kid ?? null),
      )
    }
})

test('the certificate in a JWK comes with its key (RFC 7517 appendix B)', () => {
  const vector = vectors.find(({ id }) => id === 'rfc7517-appB')
  const reading = readKey(JSON.stringify(vector?.jwk), 'utf8')
  expect(reading).toMatchObject({
    kind: 'public',
    form: 'jwk',
    certificate: { followers: 0, isSelfIssued: true },
  })
})

describe('a published thumbprint', () => {
  const cases = vectors.flatMap(({ id, kind, keys, thumbprint }) =>
    kind === 'thumbprint' ? [[id, keys[0]?.jwk ?? {}, thumbprint?.value] as const] : [],
  )
  test.each(cases)('%s', (_, jwk, thumbprint) => {
    expect(jwkThumbprint(jwk)).toBe(thumbprint)
  })

  test('a key without a member that counts has none', () => {
    expect(jwkThumbprint({ kty: 'RSA', n: 'AQAB' })).toBeNull()
    expect(jwkThumbprint({ kty: 'constructor' })).toBeNull()
  })
})

const wrap = (header: string, bytes: Buffer): string =>
  Buffer.concat([Buffer.from(header, 'base64'), bytes]).toString('base64')

describe('ML-DSA-44 as DER (RFC 9881 appendix C: its headers, around the published JWK’s bytes)', () => {
  const jwk = vectors.find(({ id }) => id === 'mldsa-44')?.keys[1]?.jwk ?? {}
  const bytesOf = (name: string): Buffer => Buffer.from(jwk[name] ?? '', 'base64url')

  test('a public key', () => {
    const reading = readKey(wrap('MIIFMjALBglghkgBZQMEAxEDggUhAA==', bytesOf('pub')), 'utf8')
    expect(reading).toMatchObject({ kind: 'public', shape: { type: 'AKP', alg: 'ML-DSA-44' } })
    const { kty, alg, pub } = jwk
    expect(isAsymmetric(reading) && publicJwk(reading)).toEqual({ kty, alg, pub })
  })

  test('a private key, as its seed', () => {
    expect(bytesOf('priv')).toHaveLength(32)
    const text = wrap('MDQCAQAwCwYJYIZIAWUDBAMRBCKAIA==', bytesOf('priv'))
    expect(readKey(text, 'utf8')).toMatchObject({
      kind: 'private',
      form: 'pkcs8',
      shape: { type: 'AKP', alg: 'ML-DSA-44' },
    })
  })
})
