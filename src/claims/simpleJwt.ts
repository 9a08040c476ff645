/** Do these claims look like those that Django’s SimpleJWT writes? */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'

const ownNames = new Set(['token_type', 'user_id', 'refresh_exp'])
const kinds = new Set(['access', 'refresh', 'sliding'])

/** True for a private name of SimpleJWT’s in claims that look like its own. */
export function isSimpleJwtClaim(name: string, claims: JsonObject): boolean {
  return ownNames.has(name) && looksLikeSimpleJwt(claims)
}

/** It names no issuer by default; its three kinds of token and a jti of 32 hex digits tell it apart. A hint, no proof. */
export function looksLikeSimpleJwt(claims: JsonObject): boolean {
  const kind = memberNamed(claims, 'token_type')?.value
  const jti = memberNamed(claims, 'jti')?.value
  return (
    kind?.kind === 'string' &&
    kinds.has(kind.value) &&
    jti?.kind === 'string' &&
    /^[0-9a-f]{32}$/.test(jti.value)
  )
}
