/** On which token does a lesson work: the learner's own, a copy of it, or an example? ux.md 5.1. */
import type { JsonObject } from '../token/jsonText.ts'
import type { TokenReading } from '../token/readToken.ts'

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
