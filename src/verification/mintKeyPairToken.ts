/** How does a token read that a key pair made just now has signed, and what is its public key? Loaded late. RFC 7515 §5.1. */
import { CompactSign, exportSPKI, generateKeyPair } from 'jose'
import { writeUtf8 } from '../token/utf8.ts'

/**
 * Signs the payload text as it stands. The header is `alg`, `typ: JWT`, then `header`, which cannot change `alg`.
 * The private key is forgotten on return. null where this browser lacks the algorithm or, without HTTPS, all cryptography.
 */
export async function mintKeyPairToken(
  alg: 'RS256' | 'ES256' | 'EdDSA',
  payloadJson: string,
  header: Record<string, string> = {},
): Promise<{ token: string; publicKeyPem: string } | null> {
  try {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    const token = await new CompactSign(writeUtf8(payloadJson))
      .setProtectedHeader(Object.assign({ alg, typ: 'JWT' }, header, { alg }))
      .sign(privateKey)
    return { token, publicKeyPem: await exportSPKI(publicKey) }
  } catch {
    return null
  }
}
