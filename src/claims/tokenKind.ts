/** What kind of token is this, and for whom? RFC 7515 §4.1.9 (typ), RFC 9068 §2.1, OpenID Connect Core §2. */
import { type JsonNode, type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import { nameInSentence, shorten } from './shortText.ts'

export type TokenKind =
  | 'Access'
  | 'Refresh'
  | 'Sliding'
  | 'ID'
  | 'Logout'
  | 'Security event'
  | 'DPoP proof'
  | 'Token'

export interface TokenKindReading {
  /** "Token" where nothing says more. */
  kind: TokenKind
  /** Ready for a sentence: "user 1", "1234567890"; null where no claim names anybody or none can be read. */
  subject: string | null
  /** False where the claims cannot be read, so that nothing is known of a subject. */
  hasClaims: boolean
}

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

/** The beginning of the headline: "Access token for user 1", "Token that names nobody", "DPoP proof for GET https://api.example". */
export function tellTokenKind(reading: TokenKindReading): string {
  const noun = nounOf(reading.kind)
  if (reading.subject !== null) return `${noun} for ${reading.subject}`
  return reading.hasClaims && reading.kind !== 'DPoP proof' ? `${noun} that names nobody` : noun
}

function nounOf(kind: TokenKind): string {
  switch (kind) {
    case 'Access':
    case 'Refresh':
    case 'Sliding':
    case 'ID':
    case 'Logout':
    case 'Security event':
      return `${kind} token`
    case 'DPoP proof':
    case 'Token':
      return kind
    default:
      return kind satisfies never
  }
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
const kindsByClaim: [string, Map<string, TokenKind>][] = [
  [
    'token_type',
    new Map([
      ['access', 'Access'],
      ['refresh', 'Refresh'],
      ['sliding', 'Sliding'],
    ]),
  ],
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

/** The headline is one line; a UUID still stands whole. */
const ROOM = 40

/** Who is meant, by the first of these that has a value; the word before it says what the value is. */
const subjectClaims: [string, string][] = [
  ['sub', ''],
  ['user_id', 'user '],
  ['preferred_username', ''],
  ['username', ''],
  ['email', ''],
  ['client_id', 'client '],
  ['sid', 'session '],
]

function subjectOf(claims: JsonObject | null): string | null {
  for (const [name, word] of subjectClaims) {
    const value = memberNamed(claims, name)?.value
    if (value?.kind === 'string' && value.value !== '')
      return word + nameInSentence(value.value, ROOM)
    if (value?.kind === 'number') return word + shorten(value.spelling, ROOM)
  }
  return null
}

/** A DPoP proof speaks for a request, RFC 9449 §4.2. */
function requestOf(claims: JsonObject | null): string | null {
  const method = stringMember(claims, 'htm')
  const address = stringMember(claims, 'htu')
  return method && address
    ? `${nameInSentence(method, ROOM)} ${nameInSentence(address, ROOM)}`
    : null
}
