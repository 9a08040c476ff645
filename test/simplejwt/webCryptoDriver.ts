/** How does a test sign and check with PEM keys? WebCrypto, RFC 7518 §3.3–3.5. */
import { importPKCS8, importSPKI } from 'jose'
import type { AsymmetricDriver } from '../../src/simplejwt/signatures.ts'

const { subtle } = globalThis.crypto

function paramsOf(algorithm: string): RsaPssParams | EcdsaParams | Algorithm {
  const size = Number(algorithm.slice(2))
  if (algorithm.startsWith('ES')) return { name: 'ECDSA', hash: `SHA-${size}` }
  return algorithm.startsWith('PS')
    ? { name: 'RSA-PSS', saltLength: size / 8 }
    : { name: 'RSASSA-PKCS1-v1_5' }
}

export const webCryptoDriver: AsymmetricDriver = {
  async sign(algorithm, key, input) {
    const secret = await importPKCS8(key, algorithm).catch(() => null)
    if (secret === null) return null
    return new Uint8Array(await subtle.sign(paramsOf(algorithm), secret, new Uint8Array(input)))
  },
  async verify(algorithm, key, input, signature) {
    const open = await importSPKI(key, algorithm).catch(() => null)
    if (open === null) return false
    return subtle.verify(
      paramsOf(algorithm),
      open,
      new Uint8Array(signature),
      new Uint8Array(input),
    )
  },
}
