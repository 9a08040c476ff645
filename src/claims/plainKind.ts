/** What kind of token is it by the claims of SimpleJWT, and for whom? The other kinds arrive late. */
import { type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
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

/** By its claim token_type. */
export const SIMPLEJWT_KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['access', 'Access'],
  ['refresh', 'Refresh'],
  ['sliding', 'Sliding'],
])

/** Says the same of a token of SimpleJWT as `readTokenKind`, and of any other that it is a token. Never throws. */
export function readPlainKind(claims: JsonObject | null): TokenKindReading {
  return {
    kind: SIMPLEJWT_KINDS.get(stringMember(claims, 'token_type') ?? '') ?? 'Token',
    subject: subjectOf(claims),
    hasClaims: claims !== null,
  }
}

/** The beginning of the headline: "Access token for user 1", "Token that names nobody", "DPoP proof for GET https://api.example". */
export function tellTokenKind(reading: TokenKindReading): string {
  const { kind } = reading
  const noun = kind === 'Token' || kind === 'DPoP proof' ? kind : `${kind} token`
  if (reading.subject !== null) return `${noun} for ${reading.subject}`
  return reading.hasClaims && kind !== 'DPoP proof' ? `${noun} that names nobody` : noun
}

/** The headline is one line; a UUID still stands whole. */
export const LONGEST_SUBJECT = 40

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

/** Ready for a sentence; null where no claim names anybody. */
export function subjectOf(claims: JsonObject | null): string | null {
  for (const [name, word] of subjectClaims) {
    const value = memberNamed(claims, name)?.value
    if (value?.kind === 'string' && value.value !== '')
      return word + nameInSentence(value.value, LONGEST_SUBJECT)
    if (value?.kind === 'number') return word + shorten(value.spelling, LONGEST_SUBJECT)
  }
  return null
}
