import { expect, test } from 'vitest'
import { readKey } from '../../src/keys/readKey.ts'
import { tellKeyNote } from '../../src/verification/tellKeyNote.ts'
import { keyPairs, pkcs8, publicJwk, spki } from './makeToken.ts'

const { rsa, smallRsa, p256, ed25519 } = keyPairs

test.each([
  ['HS256', '', 'HS256 wants a secret of at least 32 bytes'],
  ['HS512', '', 'HS512 wants a secret of at least 64 bytes'],
  ['RS256', '', 'RS256 wants an RSA public key of at least 2048 bits'],
  ['ES512', '', 'ES512 wants an EC public key on P-521'],
  ['EdDSA', '', 'EdDSA wants an Ed25519 public key'],
  ['ML-DSA-44', '', 'ML-DSA-44 wants an ML-DSA public key'],
  ['XX999', '', 'a secret, a PEM, a JWK or a JWK Set'],
  [null, '', 'a secret, a PEM, a JWK or a JWK Set'],
  ['none', 'secret', 'not needed'],
  ['RSA-OAEP-256', '', 'RSA-OAEP-256 needs the private RSA key'],
  ['HS256', 'secret', '6 bytes; HS256 wants at least 32'],
  ['HS256', 'x', '1 byte; HS256 wants at least 32'],
  [
    'HS256',
    'a secret of fifty bytes, which is more than enough',
    '50 bytes; HS256 wants at least 32',
  ],
  ['RS256', 'secret', '6 bytes'],
  [null, 'secret', '6 bytes'],
  ['RS256', spki(p256), 'EC public key, P-256'],
  ['RS256', pkcs8(p256), 'EC private key, P-256'],
  ['RS256', spki(rsa), 'RSA public key, 2048 bits'],
  ['RS256', spki(smallRsa), 'RSA public key, 1024 bits; RS256 wants at least 2048'],
  ['HS256', spki(smallRsa), 'RSA public key, 1024 bits'],
  ['EdDSA', spki(ed25519), 'Ed25519 public key'],
  ['ES256', `{"kty":"AKP","alg":"ML-DSA-44","pub":"${'A'.repeat(1750)}"}`, 'ML-DSA-44 public key'],
  ['ES256', '{"kty":"AKP","alg":"?","pub":"AA"}', 'public key of unknown kind'],
  ['RS256', JSON.stringify({ keys: [publicJwk(rsa)] }), 'key set, 1 key'],
  ['RS256', JSON.stringify({ keys: [publicJwk(rsa), publicJwk(p256)] }), 'key set, 2 keys'],
  [
    'RS256',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----\n-----END ENCRYPTED PRIVATE KEY-----',
    'an encrypted private key, not read here',
  ],
  ['RS256', '-----BEGIN PUBLIC KEY-----\nAAAA', 'the PEM has no END line (line 2)'],
])('%s, %j: %s', (alg, key, note) => {
  expect(tellKeyNote(alg, readKey(key, 'utf8'))).toBe(note)
})

test('a secret that cannot be read says where', () => {
  expect(tellKeyNote('HS256', readKey('xyz', 'hex'))).toBe(
    'not hex: character 1 is not a hex digit (0–9 a–f)',
  )
})
