/** By which short name does a key go that everybody computes alike? RFC 7638 §3, RFC 8037 §2. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'

/** In the order of RFC 7638 §3.3. */
const MEMBERS: Record<string, string[]> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  AKP: ['alg', 'kty', 'pub'],
}

/** The SHA-256 thumbprint in base64url; null for a JWK of another kind or without a member that counts. Never throws. */
export function jwkThumbprint(jwk: Record<string, string>): string | null {
  const { kty } = jwk
  const names = kty !== undefined && Object.hasOwn(MEMBERS, kty) ? MEMBERS[kty] : undefined
  if (names === undefined || names.some((name) => jwk[name] === undefined)) return null
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]])))
  return encodeBase64url(sha256(writeUtf8(text)))
}
