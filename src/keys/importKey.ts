/** How does a key that was read become one that WebCrypto works with? Loaded late. W3C Web Cryptography §14.3.9, RFC 7518 §3.1, §4.1. */
import type { EncryptionAlgorithm, SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { encodeBase64url } from '../token/base64url.ts'
import type { AsymmetricKey, KeyMaterial } from './keyKinds.ts'
import { RSA_FACTORS } from './readJwk.ts'
import { jwkOfPoint, publicHalf, publicJwk, spkiOfJwk } from './publicJwk.ts'
import { rawPrivateKey } from './rawKey.ts'
import { writePem } from './writeDer.ts'

export type KeyImportReason = 'unsupported' | 'refused' | 'no-web-crypto' | 'not-private'

/** `unsupported`: the browser lacks the algorithm. `refused`: the key was not taken, though its outside read well. */
export class KeyImportError extends Error {
  readonly reason: KeyImportReason
  constructor(reason: KeyImportReason) {
    super(reason)
    this.reason = reason
  }
}

type ImportAlgorithm =
  | { name: 'Ed25519' | 'X25519' | `ML-DSA-${string}` }
  | { name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'RSA-OAEP'; hash: string }
  | { name: 'ECDSA' | 'ECDH'; namedCurve: string }

/**
 * The public half as a CryptoKey (extractable) for `alg`, a signature or a key management algorithm; sizes are not
 * judged. Rejects with a `KeyImportError` alone.
 */
export async function importPublicKey(key: AsymmetricKey, alg: string): Promise<CryptoKey> {
  const algorithm = algorithmOf(key, alg)
  const usages = usagesOf(algorithm).public
  return guarded(async (subtle) => {
    const material = materialOf(key)
    if (key.kind === 'public') return importMaterial(subtle, material, algorithm, usages)
    const jwk =
      material.form === 'jwk'
        ? publicHalf(material.jwk)
        : await derivePublicJwk(subtle, material, algorithm)
    if (jwk === null) throw new KeyImportError('refused')
    return importMaterial(subtle, { form: 'jwk', jwk }, algorithm, usages)
  })
}

/**
 * The private key as a CryptoKey for `alg`. `usages` default to what the algorithm does with a private key: sign,
 * decrypt and unwrapKey, or deriveBits. Rejects with a `KeyImportError` alone; `not-private` for a public key.
 */
export async function importPrivateKey(
  key: AsymmetricKey,
  alg: string,
  usages?: KeyUsage[],
): Promise<CryptoKey> {
  if (key.kind !== 'private') throw new KeyImportError('not-private')
  const algorithm = algorithmOf(key, alg)
  return guarded((subtle) =>
    importMaterial(subtle, materialOf(key), algorithm, usages ?? usagesOf(algorithm).private),
  )
}

/**
 * The public half as text to copy: SubjectPublicKeyInfo in PEM with lines of 64 characters, and a JWK laid out over
 * lines, `kty` first. null where a private key does not tell it and nothing here can compute it. Never rejects.
 */
export async function publicForms(
  key: AsymmetricKey,
  alg: string,
): Promise<{ pem: string; jwk: string } | null> {
  const jwk = publicJwk(key) ?? (await computePublicJwk(key, alg))
  if (jwk === null) return null
  const der = key.material?.form === 'spki' ? key.material.der : spkiOfJwk(jwk)
  return der && { pem: writePem(der), jwk: JSON.stringify(jwk, null, 2) }
}

async function computePublicJwk(
  key: AsymmetricKey,
  alg: string,
): Promise<Record<string, string> | null> {
  const { material, shape } = key
  const secret = rawPrivateKey(key)
  try {
    if (secret !== null && shape.type === 'EC' && shape.curve === 'secp256k1') {
      const { secp256k1 } = await import('@noble/curves/secp256k1.js')
      return jwkOfPoint(shape.curve, secp256k1.getPublicKey(secret, false))
    }
    if (secret !== null && shape.type === 'OKP' && shape.curve === 'Ed448') {
      const { ed448 } = await import('@noble/curves/ed448.js')
      const x = encodeBase64url(ed448.getPublicKey(secret))
      return { kty: 'OKP', crv: shape.curve, x }
    }
    const algorithm = algorithmOf(key, alg)
    if (material === null) return null
    return await guarded((subtle) => derivePublicJwk(subtle, material, algorithm))
  } catch {
    return null
  }
}

/** What a private JWK lacks for signing and decrypting, in a sentence; null where it lacks nothing. RFC 7518 §6.3.2. */
export function tellMissingMembers({ kind, shape, material }: AsymmetricKey): string | null {
  if (kind !== 'private' || shape.type !== 'RSA' || material?.form !== 'jwk') return null
  const missing = RSA_FACTORS.filter((name) => material.jwk[name] === undefined)
  return missing.length === 0
    ? null
    : `The JWK has no ${missing.join(', ')}, and browsers sign and decrypt only with all of them. Use the key as PKCS #8, or a JWK with every member.`
}

async function guarded<T>(work: (subtle: SubtleCrypto) => Promise<T>): Promise<T> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) throw new KeyImportError('no-web-crypto')
  try {
    return await work(subtle)
  } catch (error) {
    if (error instanceof KeyImportError) throw error
    const isMissing = error instanceof DOMException && error.name === 'NotSupportedError'
    throw new KeyImportError(isMissing ? 'unsupported' : 'refused')
  }
}

function materialOf({ material }: AsymmetricKey): KeyMaterial {
  if (material === null) throw new KeyImportError('unsupported')
  return material
}

async function importMaterial(
  subtle: SubtleCrypto,
  material: KeyMaterial,
  algorithm: ImportAlgorithm,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  return material.form === 'jwk'
    ? subtle.importKey('jwk', material.jwk, algorithm, true, usages)
    : subtle.importKey(material.form, material.der, algorithm, true, usages)
}

/** WebCrypto computes the public half, and so refuses a private key whose own public part is not that. */
async function derivePublicJwk(
  subtle: SubtleCrypto,
  material: KeyMaterial,
  algorithm: ImportAlgorithm,
): Promise<Record<string, string> | null> {
  const key = await importMaterial(subtle, material, algorithm, usagesOf(algorithm).private)
  return publicHalf(await subtle.exportKey('jwk', key))
}

/** The key decides the curve, the table of algorithms all else. RFC 7518 §3.1, §4.1; RFC 8037 §3; RFC 9864. */
function algorithmOf(key: AsymmetricKey, alg: string): ImportAlgorithm {
  const algorithm = algorithmNamed(alg)
  const found =
    algorithm?.family === 'encryption'
      ? encryptionOf(key, algorithm)
      : algorithm && signatureOf(key, algorithm)
  if (!found) throw new KeyImportError('unsupported')
  return found
}

function encryptionOf(
  { shape }: AsymmetricKey,
  { management, hash }: EncryptionAlgorithm,
): ImportAlgorithm | null {
  if (management === 'rsa-oaep' && shape.type === 'RSA')
    return { name: 'RSA-OAEP', hash: hash ?? '' }
  if (management !== 'agreement') return null
  if (shape.type === 'EC') return { name: 'ECDH', namedCurve: shape.curve }
  return shape.type === 'OKP' && shape.curve === 'X25519' ? { name: 'X25519' } : null
}

function signatureOf(
  { shape }: AsymmetricKey,
  { family, hash, name, curve }: SignatureAlgorithm,
): ImportAlgorithm | null {
  switch (family) {
    case 'rsa-pkcs1':
      return shape.type === 'RSA' ? { name: 'RSASSA-PKCS1-v1_5', hash: hash ?? '' } : null
    case 'rsa-pss':
      return shape.type === 'RSA' ? { name: 'RSA-PSS', hash: hash ?? '' } : null
    case 'ecdsa':
      return shape.type === 'EC' ? { name: 'ECDSA', namedCurve: shape.curve } : null
    case 'eddsa':
      return shape.type === 'OKP' && shape.curve === curve ? { name: 'Ed25519' } : null
    case 'ml-dsa':
      return shape.type === 'AKP' && shape.alg === name ? { name: `ML-DSA-${name.slice(7)}` } : null
    case 'hmac':
      return null
    default:
      return family satisfies never
  }
}

function usagesOf({ name }: ImportAlgorithm): { public: KeyUsage[]; private: KeyUsage[] } {
  switch (name) {
    case 'RSA-OAEP':
      return { public: ['encrypt', 'wrapKey'], private: ['decrypt', 'unwrapKey'] }
    case 'ECDH':
    case 'X25519':
      return { public: [], private: ['deriveBits'] }
    default:
      return { public: ['verify'], private: ['sign'] }
  }
}
