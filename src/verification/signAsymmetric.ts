/** Which signature does this private key make over these bytes? Loaded late. RFC 7518 §3.3–3.5, RFC 8037, 8812, 9864, 9964. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { importPrivateKey, KeyImportError, type KeyImportReason } from '../keys/importKey.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { isOnLibraryCurve, signOnLibraryCurve } from './libraryCurves.ts'
import { signatureParameters } from './verifyAsymmetric.ts'

/**
 * The signature as JWS writes it (ECDSA: R and S side by side), or why there is none. Sizes are not judged here.
 * jose is not asked, because it would write the header anew. Never rejects.
 */
export async function signAsymmetric(
  algorithm: SignatureAlgorithm,
  key: AsymmetricKey,
  signingInput: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | KeyImportReason> {
  try {
    if (isOnLibraryCurve(key)) return (await signOnLibraryCurve(key, signingInput)) ?? 'not-private'
    const privateKey = await importPrivateKey(key, algorithm.name)
    const made = await crypto.subtle.sign(signatureParameters(algorithm), privateKey, signingInput)
    return new Uint8Array(made)
  } catch (error) {
    return error instanceof KeyImportError ? error.reason : 'refused'
  }
}
