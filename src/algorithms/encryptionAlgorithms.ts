/** How do encrypted tokens hide their content and hand over its key, and who holds the other end? RFC 7518 §4.1, §5.1. */
import type { ContentEncryption, EncryptionAlgorithm } from './algorithm.ts'

const encryption = (
  name: string,
  facts: Pick<EncryptionAlgorithm, 'management' | 'reader' | 'section' | 'inWords'> &
    Partial<EncryptionAlgorithm>,
): EncryptionAlgorithm => ({ name, family: 'encryption', wrapBits: null, hash: null, ...facts })

const oaep = (
  name: string,
  hash: NonNullable<EncryptionAlgorithm['hash']>,
  section: string,
): EncryptionAlgorithm =>
  encryption(name, {
    management: 'rsa-oaep',
    reader: 'private-rsa',
    hash,
    section,
    inWords: `RSA OAEP encryption, ${hash}`,
  })

const sizes = [128, 192, 256] as const
type Size = (typeof sizes)[number]
const hashes = { 128: 'SHA-256', 192: 'SHA-384', 256: 'SHA-512' } as const

const keyWrap = (size: Size): EncryptionAlgorithm =>
  encryption(`A${size}KW`, {
    management: 'key-wrap',
    reader: 'shared',
    wrapBits: size,
    section: 'RFC 7518 section 4.4',
    inWords: 'AES key wrap, one shared key',
  })

const gcmWrap = (size: Size): EncryptionAlgorithm =>
  encryption(`A${size}GCMKW`, {
    management: 'gcm-wrap',
    reader: 'shared',
    wrapBits: size,
    section: 'RFC 7518 section 4.7',
    inWords: 'AES-GCM key wrap, one shared key',
  })

const agreement = (wrapBits: Size | null): EncryptionAlgorithm =>
  encryption(wrapBits === null ? 'ECDH-ES' : `ECDH-ES+A${wrapBits}KW`, {
    management: 'agreement',
    reader: 'private-ec',
    wrapBits,
    section: 'RFC 7518 section 4.6',
    inWords: 'key agreement on an elliptic curve',
  })

const password = (size: Size): EncryptionAlgorithm =>
  encryption(`PBES2-HS${hashes[size].slice(4)}+A${size}KW`, {
    management: 'password',
    reader: 'password',
    wrapBits: size,
    hash: hashes[size],
    section: 'RFC 7518 section 4.8',
    inWords: 'a key made from a password',
  })

/** Every key management algorithm of the registry that anybody uses. */
export const encryptionAlgorithms: readonly EncryptionAlgorithm[] = [
  encryption('RSA1_5', {
    management: 'rsa-pkcs1',
    reader: 'private-rsa',
    section: 'RFC 7518 section 4.2',
    inWords: 'RSA PKCS #1 v1.5 encryption',
  }),
  oaep('RSA-OAEP', 'SHA-1', 'RFC 7518 section 4.3'),
  oaep('RSA-OAEP-256', 'SHA-256', 'RFC 7518 section 4.3'),
  oaep('RSA-OAEP-384', 'SHA-384', 'Web Cryptography API'),
  oaep('RSA-OAEP-512', 'SHA-512', 'Web Cryptography API'),
  ...sizes.map(keyWrap),
  encryption('dir', {
    management: 'direct',
    reader: 'shared',
    section: 'RFC 7518 section 4.5',
    inWords: 'the shared key encrypts directly',
  }),
  ...[null, ...sizes].map(agreement),
  ...sizes.map(gcmWrap),
  ...sizes.map(password),
]

const contentEncryptions = new Map<string, ContentEncryption>(
  sizes
    .flatMap((size): ContentEncryption[] => [
      {
        name: `A${size}GCM`,
        keyBits: size,
        aesBits: size,
        ivBytes: 12,
        tagBytes: 16,
        blockBytes: 1,
        section: 'RFC 7518 section 5.3',
        inWords: `AES-GCM, ${size} bits`,
      },
      {
        name: `A${size}CBC-HS${2 * size}`,
        keyBits: 2 * size,
        aesBits: size,
        ivBytes: 16,
        tagBytes: size / 8,
        blockBytes: 16,
        section: 'RFC 7518 section 5.2',
        inWords: `AES-CBC, ${size} bits, with HMAC ${hashes[size]}`,
      },
    ])
    .map((facts) => [facts.name, facts]),
)

/** The content encryption (`enc`) of that exact name, or undefined. */
export function contentEncryptionNamed(name: string): ContentEncryption | undefined {
  return contentEncryptions.get(name)
}

/** The curves of ECDH-ES that browsers know. RFC 7518 §6.2.1, RFC 8037 §3.2. */
export const agreementCurves: ReadonlySet<string> = new Set(['P-256', 'P-384', 'P-521', 'X25519'])

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

/** Who can read a token, as the subject of a sentence. */
export function tellReader(reader: EncryptionAlgorithm['reader'] | null): string {
  switch (reader) {
    case 'shared':
      return 'only a holder of the shared key'
    case 'password':
      return 'only someone with the password'
    case 'private-rsa':
    case 'private-ec':
    case null:
      return 'only the holder of the private key'
    default:
      return reader satisfies never
  }
}
