import { describe, expect, test } from 'vitest'
import {
  contentEncryptionNamed,
  encryptionAlgorithms,
} from '../../src/algorithms/encryptionAlgorithms.ts'
import { tellSealedParts } from '../../src/encryption/tellSealedParts.ts'

const parts = (name: string): ReturnType<typeof tellSealedParts> =>
  tellSealedParts(
    encryptionAlgorithms.find((each) => each.name === name) ?? null,
    contentEncryptionNamed('A256GCM') ?? null,
  )

describe('the parts of an encrypted token', () => {
  test('stand in the order of RFC 7516 section 3.1', () => {
    expect(parts('dir').map(({ name }) => name)).toEqual([
      'Header',
      'Encrypted key',
      'Initialization vector',
      'Ciphertext',
      'Authentication tag',
    ])
  })

  test.each([
    ['RSA-OAEP-256', /public RSA key\. Only the private RSA key/],
    ['A128KW', /wrapped with the shared key/],
    ['A256GCMKW', /wrapped with the shared key/],
    ['dir', /^Empty: the shared key is the content key/],
    ['ECDH-ES', /^Empty: the content key follows from/],
    ['ECDH-ES+A128KW', /^A fresh content key, wrapped with a key that follows from/],
    ['PBES2-HS256+A128KW', /made from the password/],
    ['no-such-name', /^How the reader gets the key/],
  ])('say which key %s needs', (name, told) => {
    expect(parts(name)[1]?.told).toMatch(told)
  })

  test('name the algorithm of the content', () => {
    expect(parts('dir')[3]?.told).toBe('The content, encrypted by A256GCM with the content key.')
    expect(tellSealedParts(null, null)[3]?.told).toBe(
      'The content, encrypted with the content key.',
    )
  })
})
