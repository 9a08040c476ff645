/** Did the holder of this key pair sign these bytes? Loaded late: it alone asks WebCrypto to check. RFC 7518 §3.3–3.5, RFC 8037. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { importPublicKey, KeyImportError, type KeyImportReason } from '../keys/importKey.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'

export type AsymmetricAnswer = 'match' | 'mismatch' | Exclude<KeyImportReason, 'not-private'>

/**
 * Asks WebCrypto itself, because jose would refuse RSA keys under 2048 bits and tokens written with padding or
 * the standard alphabet, which decisions.md A4 wants checked.
 * `signature` in bytes as JWS writes it (ECDSA: R and S side by side). Never rejects.
 */
export async function verifyAsymmetric(
  algorithm: SignatureAlgorithm,
  key: AsymmetricKey,
  signingInput: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<AsymmetricAnswer> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  const parameters = parametersOf(algorithm)
  if (subtle === undefined) return 'no-web-crypto'
  if (parameters === null) return 'unsupported'
  try {
    const publicKey = await importPublicKey(key, algorithm.name)
    const isMatch = await subtle.verify(parameters, publicKey, signature, signingInput)
    return isMatch ? 'match' : 'mismatch'
  } catch (error) {
    return error instanceof KeyImportError && error.reason !== 'not-private'
      ? error.reason
      : 'refused'
  }
}

type CheckParameters = AlgorithmIdentifier | RsaPssParams | EcdsaParams

/** The PSS salt is as long as the hash (RFC 7518 §3.5). */
function parametersOf({ family, hash }: SignatureAlgorithm): CheckParameters | null {
  switch (family) {
    case 'rsa-pkcs1':
      return { name: 'RSASSA-PKCS1-v1_5' }
    case 'rsa-pss':
      return { name: 'RSA-PSS', saltLength: Number(hash?.slice(4)) / 8 }
    case 'ecdsa':
      return hash === null ? null : { name: 'ECDSA', hash }
    case 'eddsa':
      return { name: 'Ed25519' }
    case 'hmac':
    case 'ml-dsa':
      return null
    default:
      return family satisfies never
  }
}
