/** Did the holder of this key pair sign these bytes? Loaded late. RFC 7518 §3.3–3.5, RFC 8037, 8812, 9864, 9964. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { importPublicKey, KeyImportError, type KeyImportReason } from '../keys/importKey.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { isOnLibraryCurve, verifyOnLibraryCurve } from './libraryCurves.ts'

export type AsymmetricAnswer = 'match' | 'mismatch' | Exclude<KeyImportReason, 'not-private'>

/**
 * Asks WebCrypto itself, because jose would refuse RSA keys under 2048 bits and tokens written with padding or
 * the standard alphabet, which decisions.md A4 wants checked; curves that no browser has are asked of a library.
 * `signature` in bytes as JWS writes it (ECDSA: R and S side by side). Never rejects.
 */
export async function verifyAsymmetric(
  algorithm: SignatureAlgorithm,
  key: AsymmetricKey,
  signingInput: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<AsymmetricAnswer> {
  if (isOnLibraryCurve(key)) return verifyOnLibraryCurve(key, signingInput, signature)
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) return 'no-web-crypto'
  try {
    const publicKey = await importPublicKey(key, algorithm.name)
    const parameters = signatureParameters(algorithm)
    const isMatch = await subtle.verify(parameters, publicKey, signature, signingInput)
    return isMatch ? 'match' : 'mismatch'
  } catch (error) {
    return error instanceof KeyImportError && error.reason !== 'not-private'
      ? error.reason
      : 'refused'
  }
}

/** What WebCrypto is told beside the key. The PSS salt is as long as the hash (RFC 7518 §3.5). */
export function signatureParameters({
  family,
  hash,
  name,
  curve,
}: SignatureAlgorithm): AlgorithmIdentifier | RsaPssParams | EcdsaParams {
  switch (family) {
    case 'rsa-pkcs1':
      return { name: 'RSASSA-PKCS1-v1_5' }
    case 'rsa-pss':
      return { name: 'RSA-PSS', saltLength: Number(hash?.slice(4)) / 8 }
    case 'ecdsa':
      return { name: 'ECDSA', hash: hash ?? '' }
    case 'eddsa':
      return { name: curve ?? '' }
    case 'ml-dsa':
      return { name }
    case 'hmac':
      return { name: 'HMAC' }
    default:
      return family satisfies never
  }
}
