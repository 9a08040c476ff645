/** What was sent to the toy server, and is the room done? ux.md 5.4: the attack works, then the fix makes it fail, and a good token still passes. */
import type { Room } from './room.ts'
import type { Switches } from './switches.ts'
import type { Outcome } from './toyServer.ts'

/** One request, with the switches as they stood then. */
export interface Trial {
  sender: 'forger' | 'alice'
  token: string
  switches: Switches
  outcome: Outcome
}

export interface Goals {
  /** A forged token got in as an admin. */
  isBreached: boolean
  /** A token that got in was refused after a fix that closes every way in. */
  isMended: boolean
  /** It was refused, but another way in is still open. */
  isHalfMended: boolean
  /** Alice’s own token was let in by the server that is mended. */
  isStillOpen: boolean
}

/** What an answer means for the server: a forged token that gets in as an admin is no success. */
export function stateOfTrial(trial: Trial): 'pass' | 'warning' | 'fail' {
  if (trial.outcome.kind === 'refused') return 'fail'
  return isBreach(trial) ? 'warning' : 'pass'
}

/** Of the first character that is another one, counted from 1; null where the tokens are the same. */
export function firstDifference(token: string, given: string): number | null {
  if (token === given) return null
  let at = 0
  while (at < token.length && token[at] === given[at]) at += 1
  return at + 1
}

/** Which of them were seen to happen, in whichever order the last two came. */
export function goalsOf(trials: readonly Trial[], fixes: Room['fixes']): Goals {
  const breached = new Set(trials.filter(isBreach).map(({ token }) => token))
  const refused = trials.filter(
    ({ token, outcome }) => breached.has(token) && outcome.kind === 'refused',
  )
  const mended = refused.filter(({ switches }) => closesAll(switches, fixes))
  const passed = trials.filter(
    ({ sender, outcome, switches }) =>
      sender === 'alice' && outcome.kind === 'accepted' && closesAll(switches, fixes),
  )
  return {
    isBreached: breached.size > 0,
    isMended: mended.length > 0,
    isHalfMended: refused.length > 0 && mended.length === 0,
    isStillOpen: mended.length > 0 && passed.length > 0,
  }
}

const isBreach = ({ sender, outcome }: Trial): boolean =>
  sender === 'forger' && outcome.kind === 'accepted' && outcome.isAdmin

const closesAll = (switches: Switches, fixes: Room['fixes']): boolean =>
  fixes.some((names) => names.every((name) => switches[name]))

/** True once all three were seen. */
export const isDone = ({ isBreached, isMended, isStillOpen }: Goals): boolean =>
  isBreached && isMended && isStillOpen

/** The answer as the toy server writes it. */
export function tellAnswer(outcome: Outcome): { status: string; body: string } {
  return outcome.kind === 'accepted'
    ? {
        status: '200 OK',
        body: JSON.stringify({ hello: outcome.user, admin: outcome.isAdmin }),
      }
    : { status: '401 Unauthorized', body: JSON.stringify({ detail: 'Not you.' }) }
}
