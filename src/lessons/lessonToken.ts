/** On which token does a lesson work: the learner's own, a copy of it, or an example? ux.md 5.1. */
import type { TokenKind } from '../claims/plainKind.ts'
import { readTokenKind } from '../claims/tokenKind.ts'
import { claimsOf, DEMO_SECRET, signClaims } from '../samples/freshPair.ts'
import type { JsonObject } from '../token/jsonText.ts'
import { algorithmOf, claimsSetOf, readToken, type TokenReading } from '../token/readToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { signHmacToken } from '../verification/signToken.ts'

/**
 * `readable`: any token with a readable header and claims; the learner's own text is shown untouched.
 * `hs256-copy`: the same claims, signed here with HS256 and a secret that everybody may know.
 * `example`: the point cannot be shown on other tokens.
 */
export type TokenNeeds = 'readable' | 'hs256-copy' | 'example'

export interface LessonToken {
  text: string
  reading: TokenReading
  /** The claims, always readable here. */
  claims: JsonObject
  /** The secret that signed it, where the page signed it itself. */
  secret: string | null
  origin: 'own' | 'copy' | 'example'
  /** Why it is not the learner's own token, one sentence; null where it is. */
  reason: string | null
  /** "Your access token, HS256", as over the token. */
  name: string
}

/** What stands in the debugger. */
export interface OwnToken {
  reading: TokenReading
  /** True where it is one of this page's examples, not the learner's. */
  isSample: boolean
  /** The secret that came with the example; null where nobody knows it. */
  secret: string | null
}

/** Longer tokens are left to the debugger: a lesson points at single characters. */
const LONGEST = 4096

const COPY_NOTE = 'Lesson copy: signed here with a demo key; your token is untouched.'
const SAMPLE_NOTE = 'Lesson copy of the example in the Debugger, signed with the demo key.'

const HEADER = '{"alg":"HS256","typ":"JWT"}'
const EXAMPLE_ID = '9f2c4b7a1d8e4f3096a5c7b2e1d0f384'
const EXAMPLE_LIFETIME = 300

/** Never fails: whatever stands in the debugger, the lesson has a token. `now` is seconds since 1970. */
export function lessonTokenFor(own: OwnToken, needs: TokenNeeds, now: number): LessonToken {
  if (needs === 'example') return example(now, 'This lesson needs an example of its own.')
  const obstacle = obstacleIn(own.reading)
  const claims = claimsSetOf(own.reading)
  if (obstacle !== null || claims === null)
    return example(now, `${obstacle ?? NO_CLAIMS} Your token is untouched.`)
  if (needs === 'readable') {
    const { reading, secret } = own
    const { text } = reading
    const name = nameOf(reading, own.isSample ? 'Example' : 'Your')
    return { text, reading, claims, secret, origin: 'own', reason: null, name }
  }
  return copyOf(own)
}

const NO_CLAIMS = 'No claims can be read in your token, so the lesson uses an example.'

/** Why the lesson cannot work with this token, a sentence; null where it can. */
function obstacleIn(reading: TokenReading): string | null {
  const { form, header, payload, joseHeader, more, text } = reading
  const claims = claimsSetOf(reading)
  if (form === 'empty') return 'There is no token in the Debugger, so the lesson uses an example.'
  if (form === 'jwe') return 'Your token is encrypted, so the lesson uses an example.'
  if (more !== null)
    return 'Your token is not in the plain compact form, so the lesson uses an example.'
  if (form !== 'jws' || header === null || payload === null)
    return 'Your token does not have its three parts, so the lesson uses an example.'
  if (joseHeader === null)
    return 'The header of your token cannot be read, so the lesson uses an example.'
  if (text.length > LONGEST)
    return 'Your token is too long to point at single characters, so the lesson uses an example.'
  if (claims === null || payload.decoded.fault !== null) return NO_CLAIMS
  return claims.members.length === 0
    ? 'Your token makes no claims, so the lesson uses an example.'
    : null
}

/** The header stays where it asks for HS256 and nothing that a copy could not keep. */
function copyOf({ reading, isSample }: OwnToken): LessonToken {
  const { header, payload, joseHeader } = reading
  const isPlain =
    algorithmOf(reading) === 'HS256' &&
    joseHeader?.members.every(({ name }) => name === 'alg' || name === 'typ') === true
  const text = signHmacToken(
    isPlain ? (header?.decoded.text ?? HEADER) : HEADER,
    payload?.decoded.text ?? '{}',
    'HS256',
    writeUtf8(DEMO_SECRET),
  )
  const reason = isSample ? SAMPLE_NOTE : COPY_NOTE
  return made(text, 'copy', reason, isSample ? 'Example' : 'Your')
}

/** An access token as SimpleJWT's newest release makes it, of user 1. */
function example(now: number, reason: string): LessonToken {
  const text = signClaims(claimsOf('access', now, EXAMPLE_LIFETIME, EXAMPLE_ID))
  return made(text, 'example', reason, 'Example')
}

function made(
  text: string,
  origin: LessonToken['origin'],
  reason: string,
  whose: string,
): LessonToken {
  const reading = readToken(text)
  const claims = claimsSetOf(reading)
  if (claims === null) throw new Error('a lesson token has claims')
  const name = nameOf(reading, whose)
  return { text, reading, claims, secret: DEMO_SECRET, origin, reason, name }
}

function nameOf(reading: TokenReading, whose: string): string {
  const { kind } = readTokenKind(reading.joseHeader, claimsSetOf(reading))
  return `${whose} ${NOUNS[kind]}, ${algorithmOf(reading) ?? 'no alg'}`
}

const NOUNS: Record<TokenKind, string> = {
  Access: 'access token',
  Refresh: 'refresh token',
  Sliding: 'sliding token',
  ID: 'ID token',
  Logout: 'logout token',
  'Security event': 'security event token',
  'DPoP proof': 'DPoP proof',
  Token: 'token',
}
