/** What kind of token is this, and for whom? RFC 7515 §4.1.9 (typ), RFC 9068 §2.1, OpenID Connect Core §2. */
import { type JsonNode, type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import {
  LONGEST_SUBJECT,
  SIMPLEJWT_KINDS,
  subjectOf,
  type TokenKind,
  type TokenKindReading,
} from './plainKind.ts'
import { nameInSentence } from './shortText.ts'

/**
 * Reads the kind from the header’s typ, then from the claims that issuers use for it, then from what only an ID token
 * carries. Takes the roots of header and payload, null where they cannot be read. It is what the token says of itself
 * and proves nothing. Never throws.
 */
export function readTokenKind(
  header: JsonNode | null,
  claims: JsonObject | null,
): TokenKindReading {
  const kind = kindByType(header) ?? kindByClaims(claims) ?? 'Token'
  const subject = kind === 'DPoP proof' ? requestOf(claims) : subjectOf(claims)
  return { kind, subject, hasClaims: claims !== null }
}

/** Media types in small letters, without "application/". */
const kindsByType = new Map<string, TokenKind>([
  ['at+jwt', 'Access'],
  ['logout+jwt', 'Logout'],
  ['secevent+jwt', 'Security event'],
  ['dpop+jwt', 'DPoP proof'],
])

function kindByType(header: JsonNode | null): TokenKind | null {
  const typ = stringMember(header, 'typ')?.slice(0, 100).toLowerCase()
  return typ === undefined ? null : (kindsByType.get(typ.replace(/^application\//, '')) ?? null)
}

/** Which claim says it, in which value: SimpleJWT, Amazon Cognito, Keycloak, Flask-JWT-Extended. */
const kindsByClaim: [string, ReadonlyMap<string, TokenKind>][] = [
  ['token_type', SIMPLEJWT_KINDS],
  [
    'token_use',
    new Map([
      ['access', 'Access'],
      ['id', 'ID'],
    ]),
  ],
  [
    'typ',
    new Map([
      ['Bearer', 'Access'],
      ['ID', 'ID'],
      ['Refresh', 'Refresh'],
      ['Offline', 'Refresh'],
      ['Logout', 'Logout'],
    ]),
  ],
  [
    'type',
    new Map([
      ['access', 'Access'],
      ['refresh', 'Refresh'],
    ]),
  ],
]

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

function kindByClaims(claims: JsonObject | null): TokenKind | null {
  for (const [name, kinds] of kindsByClaim) {
    const kind = kinds.get(stringMember(claims, name) ?? '')
    if (kind !== undefined) return kind
  }
  const has = (name: string): boolean => memberNamed(claims, name) !== undefined
  const events = memberNamed(claims, 'events')?.value
  if (events?.kind === 'object')
    return memberNamed(events, LOGOUT_EVENT) === undefined ? 'Security event' : 'Logout'
  if (has('at_hash') || has('c_hash') || has('nonce')) return 'ID'
  // access tokens may carry auth_time too, but an ID token grants no scope
  return has('auth_time') && !has('scope') && !has('scp') ? 'ID' : null
}

/** A DPoP proof speaks for a request, RFC 9449 §4.2. */
function requestOf(claims: JsonObject | null): string | null {
  const method = stringMember(claims, 'htm')
  const address = stringMember(claims, 'htu')
  return method && address
    ? `${nameInSentence(method, LONGEST_SUBJECT)} ${nameInSentence(address, LONGEST_SUBJECT)}`
    : null
}
