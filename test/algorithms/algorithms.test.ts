import { describe, expect, test } from 'vitest'
import { algorithmNamed, isNone } from '../../src/algorithms/algorithms.ts'
import { contentEncryptionNamed } from '../../src/algorithms/encryptionAlgorithms.ts'
import { nearestAlgorithm } from '../../src/algorithms/nearestAlgorithm.ts'
import type { SignatureAlgorithm } from '../../src/algorithms/algorithm.ts'

function signatureNamed(name: string): SignatureAlgorithm {
  const algorithm = algorithmNamed(name)
  if (algorithm === undefined || algorithm.family === 'encryption') throw new Error(name)
  return algorithm
}

describe('the table', () => {
  test.each([
    ['HS256', 'hmac', 'SHA-256', 'oct', null, 256, [32]],
    ['HS384', 'hmac', 'SHA-384', 'oct', null, 384, [48]],
    ['HS512', 'hmac', 'SHA-512', 'oct', null, 512, [64]],
    ['RS256', 'rsa-pkcs1', 'SHA-256', 'RSA', null, 2048, []],
    ['PS512', 'rsa-pss', 'SHA-512', 'RSA', null, 2048, []],
    ['ES256', 'ecdsa', 'SHA-256', 'EC', 'P-256', null, [64]],
    ['ES384', 'ecdsa', 'SHA-384', 'EC', 'P-384', null, [96]],
    ['ES512', 'ecdsa', 'SHA-512', 'EC', 'P-521', null, [132]],
    ['ES256K', 'ecdsa', 'SHA-256', 'EC', 'secp256k1', null, [64]],
    ['EdDSA', 'eddsa', null, 'OKP', 'Ed25519', null, [64, 114]],
    ['Ed25519', 'eddsa', null, 'OKP', 'Ed25519', null, [64]],
    ['Ed448', 'eddsa', null, 'OKP', 'Ed448', null, [114]],
    ['ML-DSA-44', 'ml-dsa', null, 'AKP', null, null, [2420]],
  ])('%s', (name, family, hash, keyType, curve, minimumBits, signatureBytes) => {
    expect(signatureNamed(name)).toMatchObject({
      family,
      hash,
      keyType,
      curve,
      minimumBits,
      signatureBytes,
    })
  })

  test('says what each is in a few words, and where it is defined', () => {
    expect(signatureNamed('HS256')).toMatchObject({
      inWords: 'HMAC, SHA-256, one shared secret',
      section: 'RFC 7518 section 3.2',
    })
    expect(signatureNamed('PS384').inWords).toBe('RSA PSS, SHA-384, private and public key')
    expect(signatureNamed('RS512').section).toBe('RFC 7518 section 3.3')
    expect(signatureNamed('ES256K').section).toBe('RFC 8812 section 3.2')
  })

  test('EdDSA means one of two curves, each with a length of its own', () => {
    expect(signatureNamed('EdDSA')).toMatchObject({
      curve: 'Ed25519',
      otherCurve: 'Ed448',
      signatureBytes: [64, 114],
    })
  })

  test('encryption algorithms are known by who can read the token', () => {
    expect(algorithmNamed('RSA-OAEP-256')).toMatchObject({ reader: 'private-rsa' })
    expect(algorithmNamed('ECDH-ES+A128KW')).toMatchObject({ reader: 'private-ec' })
    expect(algorithmNamed('dir')).toMatchObject({ reader: 'shared' })
    expect(algorithmNamed('PBES2-HS256+A128KW')).toMatchObject({ reader: 'password' })
  })

  test.each([
    ['RSA1_5', 'rsa-pkcs1', null, null],
    ['RSA-OAEP', 'rsa-oaep', null, 'SHA-1'],
    ['RSA-OAEP-384', 'rsa-oaep', null, 'SHA-384'],
    ['A192KW', 'key-wrap', 192, null],
    ['dir', 'direct', null, null],
    ['ECDH-ES', 'agreement', null, null],
    ['ECDH-ES+A256KW', 'agreement', 256, null],
    ['A128GCMKW', 'gcm-wrap', 128, null],
    ['PBES2-HS384+A192KW', 'password', 192, 'SHA-384'],
    ['PBES2-HS512+A256KW', 'password', 256, 'SHA-512'],
  ])('%s hands over the content’s key', (name, management, wrapBits, hash) => {
    expect(algorithmNamed(name)).toMatchObject({ management, wrapBits, hash })
  })

  test.each([
    ['A128GCM', 128, 128, 12, 16, 1],
    ['A256GCM', 256, 256, 12, 16, 1],
    ['A128CBC-HS256', 256, 128, 16, 16, 16],
    ['A192CBC-HS384', 384, 192, 16, 24, 16],
    ['A256CBC-HS512', 512, 256, 16, 32, 16],
  ])('%s hides the content', (name, keyBits, aesBits, ivBytes, tagBytes, blockBytes) => {
    const facts = { keyBits, aesBits, ivBytes, tagBytes, blockBytes }
    expect(contentEncryptionNamed(name)).toMatchObject(facts)
    expect(algorithmNamed(name)).toBeUndefined()
  })

  test.each(['hs256', 'constructor', '__proto__', '', 'none'])('holds no %j', (name) => {
    expect(algorithmNamed(name)).toBeUndefined()
  })
})

test.each(['none', 'None', 'NONE', 'nOnE', ' none ', 'none\n'])('%j is none', (name) => {
  expect(isNone(name)).toBe(true)
})

test.each(['', 'non', 'nones', 'n one', 'HS256'])('%j is not none', (name) => {
  expect(isNone(name)).toBe(false)
})

describe('a misspelt name', () => {
  test.each([
    ['HS265', 'HS256'],
    ['hs256', 'HS256'],
    ['RSA256', 'RS256'],
    ['ES-512', 'ES512'],
    ['eddsa', 'EdDSA'],
    ['ES256k', 'ES256K'],
    ['MLDSA44', 'ML-DSA-44'],
  ])('%s is nearest to %s', (name, nearest) => {
    expect(nearestAlgorithm(name)).toBe(nearest)
  })

  test.each(['XX999', '', 'S256', 'A'.repeat(100_000)])(
    'has no suggestion where none or several are near',
    (name) => {
      expect(nearestAlgorithm(name)).toBeNull()
    },
  )
})
