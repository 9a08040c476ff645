/** Who signed on a curve that no browser knows? RFC 8812 §3 (secp256k1), RFC 8032 §5.2 (Ed448). */
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { rawPrivateKey, rawPublicKey } from '../keys/rawKey.ts'

interface Curve {
  isOnCurve: (publicKey: Uint8Array) => boolean
  verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean
  sign: (message: Uint8Array, privateKey: Uint8Array) => Uint8Array
  getPublicKey: (privateKey: Uint8Array) => Uint8Array
}

const curves = new Map<string, () => Promise<Curve>>([
  [
    'secp256k1',
    async () => {
      const { secp256k1 } = await import('@noble/curves/secp256k1.js')
      return {
        isOnCurve: (key) => secp256k1.utils.isValidPublicKey(key),
        // JWS asks for no low S, as Bitcoin does
        verify: (signature, message, key) =>
          secp256k1.verify(signature, message, key, { lowS: false }),
        sign: (message, key) => secp256k1.sign(message, key),
        getPublicKey: (key) => secp256k1.getPublicKey(key),
      }
    },
  ],
  [
    'Ed448',
    async () => {
      const { ed448 } = await import('@noble/curves/ed448.js')
      return { ...ed448, isOnCurve: (key) => ed448.utils.isValidPublicKey(key) }
    },
  ],
])

/** Fetches the library, so that later work asks for nothing. */
export async function loadLibraryCurves(): Promise<void> {
  await Promise.all([...curves.values()].map((load) => load()))
}

/** True for a key whose curve is asked of the library. */
export function isOnLibraryCurve({ shape }: AsymmetricKey): boolean {
  return 'curve' in shape && curves.has(shape.curve)
}

/** The hash is the curve's own: SHA-256 of ES256K, SHAKE256 of Ed448. Never rejects. */
export async function verifyOnLibraryCurve(
  key: AsymmetricKey,
  signingInput: Uint8Array,
  signature: Uint8Array,
): Promise<'match' | 'mismatch' | 'refused'> {
  const curve = await curveOf(key)
  const secret = rawPrivateKey(key)
  try {
    const publicKey = rawPublicKey(key) ?? (secret && curve.getPublicKey(secret))
    // the library takes a key that is none for a signature that does not match
    if (publicKey === null || !curve.isOnCurve(publicKey)) return 'refused'
    return curve.verify(signature, signingInput, publicKey) ? 'match' : 'mismatch'
  } catch {
    return 'refused'
  }
}

/** null for a key that is not private. */
export async function signOnLibraryCurve(
  key: AsymmetricKey,
  signingInput: Uint8Array,
): Promise<Uint8Array | null> {
  const curve = await curveOf(key)
  const secret = rawPrivateKey(key)
  return secret && curve.sign(signingInput, secret)
}

async function curveOf({ shape }: AsymmetricKey): Promise<Curve> {
  const load = 'curve' in shape ? curves.get(shape.curve) : undefined
  if (load === undefined) throw new TypeError('not a curve of the library')
  return load()
}
