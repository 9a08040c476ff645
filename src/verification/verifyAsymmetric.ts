/** Did the holder of this key pair sign these bytes? Loaded late: it alone asks WebCrypto to check. RFC 7518 §3.3–3.5, RFC 8037. */
import {
  errors,
  exportJWK,
  importJWK,
  importPKCS8,
  importSPKI,
  type CryptoKey as ImportedKey,
} from 'jose'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { KeyMaterial } from '../keys/keyKinds.ts'

export type AsymmetricAnswer =
  | 'match'
  | 'mismatch'
  | 'no-web-crypto'
  | 'unsupported'
  /** The key was not taken, though its outside read well. */
  | 'refused'

/**
 * jose imports the key; the check itself asks WebCrypto, because jose would refuse RSA keys under 2048 bits
 * and tokens written with padding or the standard alphabet, which decisions.md A4 wants checked.
 * `signature` in bytes as JWS writes it (ECDSA: R and S side by side). Never rejects.
 */
export async function verifyAsymmetric(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  signingInput: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<AsymmetricAnswer> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  const parameters = parametersOf(algorithm)
  if (subtle === undefined) return 'no-web-crypto'
  if (parameters === null) return 'unsupported'
  try {
    const key = await importPublic(material, algorithm.name)
    const isMatch = await subtle.verify(parameters, key, signature, signingInput)
    return isMatch ? 'match' : 'mismatch'
  } catch (error) {
    const isMissing =
      error instanceof errors.JOSENotSupported ||
      (error instanceof DOMException && error.name === 'NotSupportedError')
    return isMissing ? 'unsupported' : 'refused'
  }
}

async function importPublic(material: KeyMaterial, alg: string): Promise<ImportedKey> {
  switch (material.form) {
    case 'spki':
      return importSPKI(material.pem, alg)
    case 'jwk':
      return importPublicJwk(material.jwk, alg)
    case 'pkcs8': {
      const privateKey = await importPKCS8(material.pem, alg, { extractable: true })
      const { kty, crv, x, y, n, e } = await exportJWK(privateKey)
      const members = Object.entries({ kty, crv, x, y, n, e })
      const publicHalf = members.flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      )
      return importPublicJwk(Object.fromEntries(publicHalf), alg)
    }
    default:
      return material satisfies never
  }
}

async function importPublicJwk(jwk: Record<string, string>, alg: string): Promise<ImportedKey> {
  const key = await importJWK(jwk, alg)
  // bytes come out of oct keys alone, and none gets here
  if (key instanceof Uint8Array) throw new TypeError('not a public key')
  return key
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
