/** By which short name does a key go that everybody computes alike? RFC 7638 §3, RFC 8037 §2. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../token/base64url.ts'
import { publicHalf } from './publicJwk.ts'
import { writeUtf8 } from '../token/utf8.ts'

/** The SHA-256 thumbprint of the public half in base64url; null for a JWK of another kind or without a member that counts. Never throws. */
export function jwkThumbprint(jwk: Record<string, string>): string | null {
  const half = publicHalf(jwk)
  if (half === null) return null
  const members = Object.entries(half).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return encodeBase64url(sha256(writeUtf8(JSON.stringify(Object.fromEntries(members)))))
}
