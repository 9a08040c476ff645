/** What does each signature algorithm ask of the key, the signature and this page? RFC 7518 §3.1; RFC 8037, 8812, 9864, 9964. */
import type { SignatureAlgorithm } from './algorithm.ts'

const hashes = { 256: 'SHA-256', 384: 'SHA-384', 512: 'SHA-512' } as const
type Size = keyof typeof hashes

const signature = (
  facts: Pick<SignatureAlgorithm, 'name' | 'family' | 'keyType' | 'inWords' | 'section'> &
    Partial<SignatureAlgorithm>,
): SignatureAlgorithm => ({
  hash: null,
  curve: null,
  otherCurve: null,
  minimumBits: null,
  signatureBytes: [],
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
    section: 'RFC 9964',
    inWords: 'ML-DSA, made to outlast quantum computers, private and public key',
  })

/** Every signature algorithm of the registry that anybody uses, `none` aside. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
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
    section: 'RFC 8812 section 3.2',
  },
  {
    ...eddsa('EdDSA', 'Ed25519', [64, 114]),
    otherCurve: 'Ed448',
    section: 'RFC 8037 section 3.1',
  },
  eddsa('Ed25519', 'Ed25519', [64]),
  eddsa('Ed448', 'Ed448', [114]),
  mlDsa(44, 2420),
  mlDsa(65, 3309),
  mlDsa(87, 4627),
]
