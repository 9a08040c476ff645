/** How are the access and the refresh token made that a first visit starts with? SimpleJWT's newest release, by recording. */
import { writeUtf8 } from '../token/utf8.ts'
import { signHmacToken } from '../verification/signToken.ts'
import type { Moment, Sample } from './samples.ts'

/** Public on purpose: it signs the examples of this page and nothing else. */
export const DEMO_SECRET = 'jwt-lens demo secret, known to everybody who reads'

/** Lifetimes of SimpleJWT's defaults, in seconds. */
export const ACCESS_LIFETIME = 5 * 60
const REFRESH_LIFETIME = 24 * 60 * 60

const HEADER = '{"alg":"HS256","typ":"JWT"}'

/** Claims in the order in which SimpleJWT writes them; instants and lifetime in seconds. */
export function claimsOf(type: string, issued: number, lifetime: number, jti: string): object {
  return { token_type: type, exp: issued + lifetime, iat: issued, jti, user_id: '1' }
}

/** Any claims, signed with HS256 and the demo secret. */
export function signClaims(claims: object): string {
  return signHmacToken(HEADER, JSON.stringify(claims), 'HS256', writeUtf8(DEMO_SECRET))
}

/** What a server answers to a login, the access token first. */
export function makeFreshPair({ now, makeId }: Moment): Sample {
  const access = signClaims(claimsOf('access', now, ACCESS_LIFETIME, makeId()))
  const refresh = signClaims(claimsOf('refresh', now, REFRESH_LIFETIME, makeId()))
  return {
    tokens: { texts: [access, refresh], names: ['Access', 'Refresh'] },
    key: DEMO_SECRET,
    sentence: 'Example token, made in your browser just now. Paste yours to replace it.',
  }
}
