/** What was sent to the toy server, and is the room done? ux.md 5.4: the attack works, then the fix makes it fail, and a good token still passes. */
import type { Room } from './room.ts'
import type { Switches } from './switches.ts'
import type { Outcome } from './toyServer.ts'
import { type Answer, isAdmins } from './tryToken.ts'

/** One request, with the switches as they stood then. */
export interface Trial extends Answer {
  sender: 'forger' | 'alice'
  token: string
  switches: Switches
}

export interface Goals {
  /** A forged token got in as an admin. */
  isBreached: boolean
  /** A token that got in, or would have at first, was refused after a fix that closes every way in. */
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
  const isBreached = trials.some(isBreach)
  const refused = isBreached ? trials.filter(isStopped) : []
  const mended = refused.filter(({ switches }) => closesAll(switches, fixes))
  const passed = trials.filter(
    ({ sender, outcome, switches }) =>
      sender === 'alice' && outcome.kind === 'accepted' && closesAll(switches, fixes),
  )
  return {
    isBreached,
    isMended: mended.length > 0,
    isHalfMended: refused.length > 0 && mended.length === 0,
    isStillOpen: mended.length > 0 && passed.length > 0,
  }
}

/** A forged token that got in as an admin’s. */
export const isBreach = ({ sender, outcome }: Trial): boolean =>
  sender === 'forger' && isAdmins(outcome)

/** A forged token that would have got in at first, and did not. */
export const isStopped = ({ sender, outcome, isForAdmin }: Trial): boolean =>
  sender === 'forger' && isForAdmin && outcome.kind === 'refused'

export const closesAll = (switches: Switches, fixes: Room['fixes']): boolean =>
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
