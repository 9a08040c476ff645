import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto'
import { ed448 } from '@noble/curves/ed448.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  importPrivateKey,
  importPublicKey,
  KeyImportError,
  publicForms,
  tellMissingMembers,
} from '../../src/keys/importKey.ts'
import type { AsymmetricKey } from '../../src/keys/keyKinds.ts'
import { rawPrivateKey, rawPublicKey } from '../../src/keys/rawKey.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { certificateOf, derOf, kindNamed, openssl, publicDer } from './openssl.ts'

function keyIn(text: string): AsymmetricKey {
  const reading = readKey(text, 'utf8')
  if (reading.kind !== 'public' && reading.kind !== 'private')
    throw new Error(`read as ${JSON.stringify(reading)}`)
  return reading
}

const privateJwk = (pem: string): string =>
  JSON.stringify(createPrivateKey(pem).export({ format: 'jwk' }))
const publicJwk = (pem: string): string =>
  JSON.stringify(createPublicKey(pem).export({ format: 'jwk' }))

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof KeyImportError) return error.reason
    throw error
  }
  return 'imported'
}

async function spkiOf(key: CryptoKey): Promise<string> {
  return Buffer.from(await webcrypto.subtle.exportKey('spki', key)).toString('hex')
}

const rsa = kindNamed('RSA 2048').pem
const p256 = kindNamed('P-256').pem

describe.each([
  [
    'RSA 2048',
    ['RS256', 'RS384', 'RS512', 'PS256', 'PS512', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-512'],
  ],
  ['RSA 1024', ['RS256', 'PS256', 'RSA-OAEP']],
  ['RSA 512', ['RS256']],
  ['P-256', ['ES256', 'ECDH-ES', 'ECDH-ES+A128KW']],
  ['P-384', ['ES384', 'ECDH-ES']],
  ['P-521', ['ES512', 'ECDH-ES+A256KW']],
  ['Ed25519', ['EdDSA', 'Ed25519']],
  ['X25519', ['ECDH-ES', 'ECDH-ES+A256KW']],
])('%s', (name, algs) => {
  const { pem } = kindNamed(name)
  const expected = publicDer(pem).toString('hex')

  const copies = [pem, privateJwk(pem), openssl('pkey -pubout', pem), publicJwk(pem)].map(keyIn)

  test.each(algs)('for %s', async (alg) => {
    const halves = await Promise.all(copies.map((key) => importPublicKey(key, alg)))
    expect(halves.map(({ type }) => type)).toEqual(copies.map(() => 'public'))
    expect(await Promise.all(halves.map(spkiOf))).toEqual(copies.map(() => expected))
    const secrets = copies.filter(({ kind }) => kind === 'private')
    const imported = await Promise.all(secrets.map((key) => importPrivateKey(key, alg)))
    expect(imported.map(({ type }) => type)).toEqual(['private', 'private'])
  })
})

test.each([
  ['PKCS #1', openssl('rsa -traditional', rsa), 'RS256', rsa],
  ['a PKCS #1 public key', openssl('rsa -RSAPublicKey_out', rsa), 'RS256', rsa],
  ['SEC 1', openssl('ec', p256), 'ES256', p256],
  ['SEC 1 without its point', openssl('ec -no_public', p256), 'ES256', p256],
  ['a certificate', certificateOf(p256), 'ES256', p256],
])('from %s too', async (_, text, alg, pem) => {
  expect(await spkiOf(await importPublicKey(keyIn(text), alg))).toBe(publicDer(pem).toString('hex'))
})

test('a private key can be asked to derive a key instead of bits', async () => {
  const key = await importPrivateKey(keyIn(p256), 'ECDH-ES', ['deriveKey'])
  expect(key.usages).toEqual(['deriveKey'])
})

describe('what cannot be imported says why', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('a public key where a private one is needed', async () => {
    expect(await reasonOf(importPrivateKey(keyIn(certificateOf(p256)), 'ES256'))).toBe(
      'not-private',
    )
  })

  test('an algorithm of another kind, or one that no browser has', async () => {
    expect(await reasonOf(importPublicKey(keyIn(rsa), 'ES256'))).toBe('unsupported')
    expect(await reasonOf(importPublicKey(keyIn(rsa), 'RSA1_5'))).toBe('unsupported')
    expect(await reasonOf(importPublicKey(keyIn(kindNamed('secp256k1').pem), 'ES256K'))).toBe(
      'unsupported',
    )
    expect(await reasonOf(importPublicKey(keyIn(kindNamed('Ed448').pem), 'EdDSA'))).toBe(
      'unsupported',
    )
  })

  test('an algorithm that this browser lacks', async () => {
    const pub = Buffer.alloc(1312, 1).toString('base64url')
    const key = keyIn(JSON.stringify({ kty: 'AKP', alg: 'ML-DSA-44', pub }))
    expect(await reasonOf(importPublicKey(key, 'ML-DSA-44'))).toBe('unsupported')
    expect(await reasonOf(importPublicKey(key, 'ML-DSA-65'))).toBe('unsupported')
  })

  test('a point that is not on its curve', async () => {
    const jwk = JSON.parse(publicJwk(p256))
    const key = keyIn(JSON.stringify({ ...jwk, y: jwk.x }))
    expect(await reasonOf(importPublicKey(key, 'ES256'))).toBe('refused')
  })

  test('a private RSA JWK of n, e and d: its public half works, and what it lacks is told', async () => {
    const { kty, n, e, d } = JSON.parse(privateJwk(rsa))
    const key = keyIn(JSON.stringify({ kty, n, e, d }))
    expect(await spkiOf(await importPublicKey(key, 'RS256'))).toBe(publicDer(rsa).toString('hex'))
    expect(await reasonOf(importPrivateKey(key, 'RS256'))).toBe('refused')
    expect(tellMissingMembers(key)).toBe(
      'The JWK has no p, q, dp, dq, qi, and browsers sign and decrypt only with all of them. Use the key as PKCS #8, or a JWK with every member.',
    )
    expect(tellMissingMembers(keyIn(privateJwk(rsa)))).toBeNull()
  })

  test('a page without HTTPS', async () => {
    vi.stubGlobal('crypto', {})
    expect(await reasonOf(importPublicKey(keyIn(rsa), 'RS256'))).toBe('no-web-crypto')
    expect(await reasonOf(importPrivateKey(keyIn(rsa), 'RS256'))).toBe('no-web-crypto')
  })
})

describe('raw keys', () => {
  const { pem } = kindNamed('secp256k1')
  const forms = [pem, openssl('ec', pem), privateJwk(pem)]

  test.each(forms)('secp256k1: the secret makes the public point', (text) => {
    const secret = rawPrivateKey(keyIn(text))
    expect(secret?.length).toBe(32)
    expect(secret && Buffer.from(secp256k1.getPublicKey(secret, false)).toString('hex')).toBe(
      publicDer(pem).subarray(-65).toString('hex'),
    )
    expect(Buffer.from(rawPublicKey(keyIn(text)) ?? []).toString('hex')).toBe(
      publicDer(pem).subarray(-65).toString('hex'),
    )
  })

  test('Ed448: 57 bytes each', () => {
    const { pem: ed } = kindNamed('Ed448')
    const open = publicDer(ed).subarray(-57).toString('hex')
    for (const text of [ed, privateJwk(ed)]) {
      const secret = rawPrivateKey(keyIn(text))
      expect(secret && Buffer.from(ed448.getPublicKey(secret)).toString('hex')).toBe(open)
    }
    for (const text of [openssl('pkey -pubout', ed), publicJwk(ed), certificateOf(ed)])
      expect(Buffer.from(rawPublicKey(keyIn(text)) ?? []).toString('hex')).toBe(open)
    expect(rawPublicKey(keyIn(ed))).toBeNull()
  })

  test('a public key has no secret, an RSA key no bytes of its own', () => {
    expect(rawPrivateKey(keyIn(openssl('pkey -pubout', pem)))).toBeNull()
    expect(rawPrivateKey(keyIn(publicJwk(pem)))).toBeNull()
    expect(rawPrivateKey(keyIn(rsa))).toBeNull()
    expect(rawPublicKey(keyIn(rsa))).toBeNull()
  })
})

describe('the public half to copy', () => {
  test.each(['RSA 2048', 'P-256', 'secp256k1', 'Ed25519', 'Ed448', 'X25519'])(
    'of %s is what openssl writes, and a JWK without a private member',
    async (name) => {
      const { pem, alg } = kindNamed(name)
      const open = openssl('pkey -pubout', pem)
      const copies = [pem, privateJwk(pem), publicJwk(pem), open]
      const jwk = JSON.stringify(ordered(JSON.parse(publicJwk(pem))), null, 2)
      const forms = await Promise.all(copies.map((text) => publicForms(keyIn(text), alg)))
      expect(forms).toEqual(copies.map(() => ({ pem: open, jwk })))
    },
  )

  test('is there for a SEC 1 key without its point', async () => {
    const { pem, alg } = kindNamed('secp256k1')
    const forms = await publicForms(keyIn(openssl('ec -no_public', pem)), alg)
    expect(derOf(forms?.pem ?? '').toString('hex')).toBe(publicDer(pem).toString('hex'))
  })

  test('is not there for a key of unknown kind', async () => {
    const pss = openssl('genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:1024')
    expect(await publicForms(keyIn(pss), 'PS256')).toBeNull()
  })
})

function ordered({ kty, crv, ...rest }: Record<string, string>): Record<string, string> {
  return crv === undefined ? { kty: kty ?? '', ...rest } : { kty: kty ?? '', crv, ...rest }
}
