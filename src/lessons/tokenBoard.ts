/** What has a learner done to the lesson's token and key, and what follows from it? */
import type { Assessment } from '../judgement/assessment.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { TokenReading } from '../token/readToken.ts'

export interface TokenState {
  token: string
  key: string
  encoding: SecretEncoding
}

export interface TokenSeen extends TokenState {
  reading: TokenReading
  /** Of this token with this key. */
  assessment: Assessment
  /** The instant judged by, in seconds. */
  now: number
}
