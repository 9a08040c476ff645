/** Which algorithms hand over the key of an encrypted token, and who holds the other end? RFC 7518 §4.1. */
import type { EncryptionAlgorithm } from './algorithm.ts'

const encryption = (
  reader: EncryptionAlgorithm['reader'],
  section: string,
  inWords: string,
  names: string[],
): EncryptionAlgorithm[] =>
  names.map((name) => ({ name, family: 'encryption', reader, section, inWords }))

export const encryptionAlgorithms: readonly EncryptionAlgorithm[] = [
  ...encryption('private-rsa', 'RFC 7518 section 4.2', 'RSA PKCS #1 v1.5 encryption', ['RSA1_5']),
  ...encryption('private-rsa', 'RFC 7518 section 4.3', 'RSA OAEP encryption', [
    'RSA-OAEP',
    'RSA-OAEP-256',
  ]),
  ...encryption('private-rsa', 'Web Cryptography API', 'RSA OAEP encryption', [
    'RSA-OAEP-384',
    'RSA-OAEP-512',
  ]),
  ...encryption('shared', 'RFC 7518 section 4.4', 'AES key wrap, one shared key', [
    'A128KW',
    'A192KW',
    'A256KW',
  ]),
  ...encryption('shared', 'RFC 7518 section 4.5', 'the shared key encrypts directly', ['dir']),
  ...encryption('private-ec', 'RFC 7518 section 4.6', 'key agreement on an elliptic curve', [
    'ECDH-ES',
    'ECDH-ES+A128KW',
    'ECDH-ES+A192KW',
    'ECDH-ES+A256KW',
  ]),
  ...encryption('shared', 'RFC 7518 section 4.7', 'AES-GCM key wrap, one shared key', [
    'A128GCMKW',
    'A192GCMKW',
    'A256GCMKW',
  ]),
  ...encryption('password', 'RFC 7518 section 4.8', 'a key made from a password', [
    'PBES2-HS256+A128KW',
    'PBES2-HS384+A192KW',
    'PBES2-HS512+A256KW',
  ]),
]

/** Which key opens a token, in a few words; null where the token does not say. */
export function tellOpener(reader: EncryptionAlgorithm['reader'] | null): string {
  switch (reader) {
    case 'private-rsa':
      return 'the private RSA key'
    case 'private-ec':
      return 'the private EC key'
    case 'shared':
      return 'the shared key'
    case 'password':
      return 'the password'
    case null:
      return 'the private key'
    default:
      return reader satisfies never
  }
}
