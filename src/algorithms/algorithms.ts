/** What does each `alg` name ask of the key, the signature and this page? RFC 7518 §3.1, §4.1; RFC 8037, 8812, 9864, 9964. */

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

type SignatureFamily = 'hmac' | 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'eddsa' | 'ml-dsa'

interface Named {
  name: string
  /** A few words for people. */
  inWords: string
  /** Where the algorithm is defined. */
  section: string
}

export interface SignatureAlgorithm extends Named {
  family: SignatureFamily
  /** null where the algorithm brings its own. */
  hash: HashName | null
  keyType: 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP'
  curve: string | null
  /** A curve that the name allows as well and that no browser checks. */
  uncheckedCurve: string | null
  /** The shortest key the standard allows, in bits; null where every key of the kind is long enough. */
  minimumBits: number | null
  /** Lengths a signature can have, in bytes; empty where the key decides (RSA: its modulus). */
  signatureBytes: readonly number[]
  /** `not-by-browsers`: no browser has it. `not-yet`: this build does not ask for it. */
  checked: 'here' | 'not-by-browsers' | 'not-yet'
}

export interface EncryptionAlgorithm extends Named {
  family: 'encryption'
  /** Who can read the token. */
  reader: 'private-rsa' | 'private-ec' | 'shared' | 'password'
}

export type Algorithm = SignatureAlgorithm | EncryptionAlgorithm
export type HmacAlgorithm = SignatureAlgorithm & { family: 'hmac'; hash: HashName }

const hashes = { 256: 'SHA-256', 384: 'SHA-384', 512: 'SHA-512' } as const
type Size = keyof typeof hashes

const signature = (
  facts: Pick<SignatureAlgorithm, 'name' | 'family' | 'keyType' | 'inWords' | 'section'> &
    Partial<SignatureAlgorithm>,
): SignatureAlgorithm => ({
  hash: null,
  curve: null,
  uncheckedCurve: null,
  minimumBits: null,
  signatureBytes: [],
  checked: 'here',
  ...facts,
})

const hmac = (size: Size): SignatureAlgorithm =>
  signature({
    name: `HS${size}`,
    family: 'hmac',
    hash: hashes[size],
    keyType: 'oct',
    minimumBits: size,
    signatureBytes: [size / 8],
    section: 'RFC 7518 section 3.2',
    inWords: `HMAC, ${hashes[size]}, one shared secret`,
  })

const rsa = (size: Size, isPss: boolean): SignatureAlgorithm =>
  signature({
    name: `${isPss ? 'PS' : 'RS'}${size}`,
    family: isPss ? 'rsa-pss' : 'rsa-pkcs1',
    hash: hashes[size],
    keyType: 'RSA',
    minimumBits: 2048,
    section: `RFC 7518 section 3.${isPss ? 5 : 3}`,
    inWords: `RSA ${isPss ? 'PSS' : 'PKCS #1 v1.5'}, ${hashes[size]}, private and public key`,
  })

const ecdsa = (name: string, size: Size, curve: string, bytes: number): SignatureAlgorithm =>
  signature({
    name,
    family: 'ecdsa',
    hash: hashes[size],
    keyType: 'EC',
    curve,
    signatureBytes: [bytes],
    section: 'RFC 7518 section 3.4',
    inWords: `ECDSA on ${curve}, ${hashes[size]}, private and public key`,
  })

const eddsa = (name: string, curve: string, bytes: readonly number[]): SignatureAlgorithm =>
  signature({
    name,
    family: 'eddsa',
    keyType: 'OKP',
    curve,
    signatureBytes: bytes,
    section: 'RFC 9864 section 2.2',
    inWords: `EdDSA on ${curve}, private and public key`,
  })

const mlDsa = (size: 44 | 65 | 87, bytes: number): SignatureAlgorithm =>
  signature({
    name: `ML-DSA-${size}`,
    family: 'ml-dsa',
    keyType: 'AKP',
    signatureBytes: [bytes],
    checked: 'not-yet',
    section: 'RFC 9964',
    inWords: 'ML-DSA, made to outlast quantum computers, private and public key',
  })

const encryption = (
  reader: EncryptionAlgorithm['reader'],
  section: string,
  inWords: string,
  names: string[],
): EncryptionAlgorithm[] =>
  names.map((name) => ({ name, family: 'encryption', reader, section, inWords }))

const table: Algorithm[] = [
  hmac(256),
  hmac(384),
  hmac(512),
  rsa(256, false),
  rsa(384, false),
  rsa(512, false),
  rsa(256, true),
  rsa(384, true),
  rsa(512, true),
  ecdsa('ES256', 256, 'P-256', 64),
  ecdsa('ES384', 384, 'P-384', 96),
  ecdsa('ES512', 512, 'P-521', 132),
  {
    ...ecdsa('ES256K', 256, 'secp256k1', 64),
    checked: 'not-by-browsers',
    section: 'RFC 8812 section 3.2',
  },
  // a 114-byte signature under this name is Ed448's: not cut, only not checked here
  {
    ...eddsa('EdDSA', 'Ed25519', [64, 114]),
    uncheckedCurve: 'Ed448',
    section: 'RFC 8037 section 3.1',
  },
  eddsa('Ed25519', 'Ed25519', [64]),
  { ...eddsa('Ed448', 'Ed448', [114]), checked: 'not-by-browsers' },
  mlDsa(44, 2420),
  mlDsa(65, 3309),
  mlDsa(87, 4627),
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

// a Map, because a header may well name `constructor` or `__proto__`
const byName = new Map(table.map((algorithm) => [algorithm.name, algorithm]))

/** The algorithm of that exact name (names are case-sensitive, RFC 7515 §4.1.1), or undefined. */
export function algorithmNamed(name: string): Algorithm | undefined {
  return byName.get(name)
}

/** True for `none` in any mix of letters and with blanks around it: lax readers took such spellings for it. */
export function isNone(name: string): boolean {
  return name.length < 16 && name.trim().toLowerCase() === 'none'
}

export function isHmac(algorithm: Algorithm): algorithm is HmacAlgorithm {
  return algorithm.family === 'hmac'
}

/** The one signature algorithm that a misspelt name is nearest to (two slips at most), or null where none or several are. */
export function nearestAlgorithm(name: string): string | null {
  if (name.length > 24) return null
  const wanted = name.toUpperCase()
  let nearest: string | null = null
  let least = 3
  for (const { name: known, family } of table) {
    if (family === 'encryption') continue
    const distance = editDistance(wanted, known.toUpperCase())
    if (distance < least) {
      least = distance
      nearest = known
    } else if (distance === least) nearest = null
  }
  return nearest
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : replaced
      row[j] = Math.min(replaced, swapped, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

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
