/** What has a learner done to the lesson's token and key, and what follows from it? */
import { assess } from '../../judgement/assess.ts'
import type { Assessment } from '../../judgement/assessment.ts'
import { NO_EXPECTATIONS } from '../../judgement/noExpectations.ts'
import { type Expectations, judgePolicy } from '../../judgement/policy.ts'
import type { SecretEncoding } from '../../keys/secret.ts'
import { claimsSetOf, readToken, type TokenReading } from '../../token/readToken.ts'
import type { RungTold } from '../../verification/told.ts'

/** The debugger's panes, in the order in which they stand. */
export type TokenPane =
  | 'verdict'
  | 'header'
  | 'payload'
  | 'signature'
  | 'key'
  | 'claims'
  | 'time'
  | 'policy'

export interface TokenState {
  token: string
  key: string
  encoding: SecretEncoding
  /** The instant chosen to judge by, in seconds; null follows the clock. */
  frozen: number | null
  /** What the learner says a server expects. */
  expected: Expectations
  /** Seconds of tolerance for exp and nbf. */
  leeway: number
  panes: readonly TokenPane[]
}

export interface TokenSeen extends TokenState {
  reading: TokenReading
  /** Of this token with this key. */
  assessment: Assessment
  /** Against what the server expects. */
  policy: RungTold
  /** The instant judged by, in seconds. */
  now: number
}

/** A token with its key, judged by the clock; without a key nothing can be checked. */
export function startToken(
  token: string,
  key: string | null,
  panes: readonly TokenPane[],
): TokenState {
  const judged = { frozen: null, expected: NO_EXPECTATIONS, leeway: 0 }
  return { token, key: key ?? '', encoding: 'utf8', ...judged, panes }
}

/** `live` is the clock's time in seconds. Promised where the check needs WebCrypto; never rejects. */
export function seeToken(state: TokenState, live: number): TokenSeen | Promise<TokenSeen> {
  const { token, key, encoding, expected, leeway } = state
  const reading = readToken(token)
  const now = state.frozen ?? live
  const seen = (assessment: Assessment): TokenSeen => {
    const isVerified = assessment.verdict.kind === 'verified'
    const moment = { now, leeway, isVerified }
    const policy = judgePolicy(reading, claimsSetOf(reading), expected, moment)
    return { ...state, reading, assessment, policy, now }
  }
  const assessment = assess({ token, keyText: key, encoding }, reading)
  return assessment instanceof Promise ? assessment.then(seen) : seen(assessment)
}
