/** How long is a signature that this key makes with this algorithm? RFC 7518 §3, RFC 8017 §8. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { AsymmetricKey, SecretKey } from '../keys/keyKinds.ts'

/** In bytes: an RSA modulus' own length; a name with two curves gets its length from the key. null where nothing tells. */
export function signatureLengthWith(
  { signatureBytes, otherCurve }: SignatureAlgorithm,
  key: SecretKey | AsymmetricKey,
): number | null {
  if (key.kind === 'secret') return signatureBytes[0] ?? null
  const { shape } = key
  if (shape.type === 'RSA') return Math.ceil(shape.bits / 8)
  const isOther = shape.type === 'OKP' && shape.curve === otherCurve
  return signatureBytes[isOther ? 1 : 0] ?? null
}
