import { createPrivateKey } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { algorithmNamed } from '../../src/algorithms/algorithms.ts'
import { generateKey, isGeneratable, type Generating } from '../../src/keys/generateKey.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { openssl } from './openssl.ts'

async function make(alg: string, enc: string | null = null): Promise<Generating> {
  const algorithm = algorithmNamed(alg)
  if (algorithm === undefined) throw new Error(`no algorithm ${alg}`)
  return generateKey(algorithm, enc)
}

async function generated(alg: string, enc: string | null = null) {
  const made = await make(alg, enc)
  if (made.kind === 'refused') throw new Error(`${made.lead} ${made.rest}`)
  return made
}

describe('a new key', () => {
  test.each([
    ['HS256', null, 32, 'A secret of 32 bytes'],
    ['HS384', null, 48, 'A secret of 48 bytes'],
    ['HS512', null, 64, 'A secret of 64 bytes'],
    ['A128KW', null, 16, 'A shared key of 16 bytes'],
    ['A256GCMKW', null, 32, 'A shared key of 32 bytes'],
    ['dir', 'A128GCM', 16, 'A shared key of 16 bytes'],
    ['dir', 'A256CBC-HS512', 64, 'A shared key of 64 bytes'],
  ])('for %s %s has exactly %i bytes, and never the same', async (alg, enc, size, inWords) => {
    const [first, second] = await Promise.all([generated(alg, enc), generated(alg, enc)])
    expect(first).toMatchObject({ encoding: 'base64url', inWords })
    expect(first.text).toMatch(/^[\w-]+$/)
    expect(Buffer.from(first.text, 'base64url')).toHaveLength(size)
    expect(second.text).not.toBe(first.text)
  })

  test.each([
    ['PBES2-HS256+A128KW', 22],
    ['PBES2-HS384+A192KW', 32],
    ['PBES2-HS512+A256KW', 43],
  ])('for %s is a password of %i characters', async (alg, characters) => {
    const { text, encoding, inWords } = await generated(alg)
    expect({ length: text.length, encoding, inWords }).toEqual({
      length: characters,
      encoding: 'utf8',
      inWords: `A password of ${characters} characters`,
    })
  })

  test.each([
    ['RS256', { type: 'RSA', bits: 2048 }, 'An RSA private key of 2048 bits'],
    ['PS512', { type: 'RSA', bits: 2048 }, 'An RSA private key of 2048 bits'],
    ['RSA-OAEP', { type: 'RSA', bits: 2048 }, 'An RSA private key of 2048 bits'],
    ['RSA-OAEP-256', { type: 'RSA', bits: 2048 }, 'An RSA private key of 2048 bits'],
    ['ES256', { type: 'EC', curve: 'P-256' }, 'An EC private key on P-256'],
    ['ES384', { type: 'EC', curve: 'P-384' }, 'An EC private key on P-384'],
    ['ES512', { type: 'EC', curve: 'P-521' }, 'An EC private key on P-521'],
    ['ES256K', { type: 'EC', curve: 'secp256k1' }, 'An EC private key on secp256k1'],
    ['ECDH-ES', { type: 'EC', curve: 'P-256' }, 'An EC private key on P-256'],
    ['ECDH-ES+A256KW', { type: 'EC', curve: 'P-256' }, 'An EC private key on P-256'],
    ['EdDSA', { type: 'OKP', curve: 'Ed25519' }, 'An Ed25519 private key'],
    ['Ed25519', { type: 'OKP', curve: 'Ed25519' }, 'An Ed25519 private key'],
    ['Ed448', { type: 'OKP', curve: 'Ed448' }, 'An Ed448 private key'],
  ])(
    'for %s is a private key that this page, Node and openssl read',
    async (alg, shape, inWords) => {
      const made = await generated(alg)
      expect(made.inWords).toBe(inWords)
      expect(readKey(made.text, made.encoding)).toMatchObject({ kind: 'private', shape })
      const key = createPrivateKey(made.text)
      expect(key.export({ type: 'pkcs8', format: 'pem' })).toContain('BEGIN PRIVATE KEY')
      expect(openssl('pkey -check -noout', made.text)).toMatch(/valid/)
    },
  )
})

describe('no key is made', () => {
  test.each([
    ['RSA1_5', null],
    ['dir', null],
    ['dir', 'A129GCM'],
  ])('for %s with enc %s', async (alg, enc) => {
    const algorithm = algorithmNamed(alg)
    expect(algorithm && isGeneratable(algorithm, enc)).toBe(false)
    expect(await make(alg, enc)).toEqual({
      kind: 'refused',
      lead: `This page makes no key for ${alg}.`,
      rest: 'Choose another algorithm in the header’s alg.',
    })
  })

  test('that the browser cannot make', async () => {
    // Node 20 has no ML-DSA
    expect(await make('ML-DSA-44')).toEqual({
      kind: 'refused',
      lead: 'This browser can’t make a key for ML-DSA-44.',
      rest: 'Choose another algorithm in the header’s alg.',
    })
  })

  test('without HTTPS, but for secrets', async () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) })
    try {
      expect(await make('RS256')).toEqual({
        kind: 'refused',
        lead: 'This page was opened without HTTPS,',
        rest: 'so the browser turns cryptography off. Use https:// or localhost.',
      })
      expect((await make('HS256')).kind).toBe('generated')
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
