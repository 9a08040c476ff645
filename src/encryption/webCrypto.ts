/** What can this browser's cryptography do, and what has to be asked of it directly? Web Cryptography API. */
import { type CryptoKey as ImportedKey, type FlattenedJWE, generateKeyPair } from 'jose'
import { encodeBase64url, readBase64url } from '../token/base64url.ts'
import type { AlgorithmPair } from './readAlgorithms.ts'
import { Stopped } from './stopped.ts'

/** False where the page was opened without HTTPS. */
export function hasWebCrypto(): boolean {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return subtle !== undefined
}

/** Throws Stopped where the algorithms need 192-bit AES keys, which Chromium lacks and says so only on importing one. */
export async function checkKeySizes({ algorithm, encryption }: AlgorithmPair): Promise<void> {
  const isWrap = algorithm.wrapBits === 192
  if (!isWrap && encryption.aesBits !== 192) return
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(24), 'AES-GCM', false, ['decrypt'])
  } catch {
    throw new Stopped({ kind: 'no-192-bits', name: isWrap ? algorithm.name : encryption.name })
  }
}

/** Bits of the smallest RSA key that jose takes, as RFC 7518 §4.3 wants it. */
export const SMALLEST_RSA = 2048

/**
 * jose refuses RSA keys under 2048 bits, which decisions.md A4 wants opened with and warned about. So the content
 * encryption key is unwrapped here and wrapped again for a passing key pair that jose takes; no tag covers it.
 * Rejects where the small key does not unwrap it.
 */
export async function rewrap(
  jwe: FlattenedJWE,
  smallKey: ImportedKey,
  alg: string,
): Promise<{ jwe: FlattenedJWE; key: ImportedKey }> {
  const wrapped = readBase64url(jwe.encrypted_key ?? '').bytes
  const contentKey = await crypto.subtle.decrypt('RSA-OAEP', smallKey, wrapped)
  const { publicKey, privateKey } = await generateKeyPair(alg, { modulusLength: SMALLEST_RSA })
  const again = new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', publicKey, contentKey))
  return { jwe: { ...jwe, encrypted_key: encodeBase64url(again) }, key: privateKey }
}
