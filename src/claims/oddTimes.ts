/** What is said of a time inside a leeway, of a date that cannot be meant, and of dates that nobody vouches for? ux.md 3.5. */
import { tellDuration } from './duration.ts'
import { tellUtc } from './numericDate.ts'
import { tellUnclear } from './unclearDate.ts'
import type { Dated, OddTime, OddTimes } from './validity.ts'

type WithinLeeway = Extract<OddTime, { state: 'within leeway' }>

export const oddTimes: OddTimes = {
  tellClause(validity) {
    if (validity.state === 'unclear') return tellUnclear(validity.claim, validity.reading).problem
    return validity.claim === 'exp'
      ? `expired ${tellUtc(validity.exp)}, inside the ${validity.leeway} s leeway`
      : `not before ${tellUtc(validity.nbf)}, inside the ${validity.leeway} s leeway`
  },
  tellAnswer(validity, now, beside) {
    if (validity.state === 'unclear') {
      const { problem, remedy } = tellUnclear(validity.claim, validity.reading)
      return { lead: `${problem}.`, rest: remedy, duration: null }
    }
    const duration = tellDuration(instantOf(validity), now)
    if (validity.state !== 'within leeway' || beside === 'did not match')
      return {
        lead: tellClaimed(validity, duration),
        rest: 'but unverified claims prove nothing.',
        duration,
      }
    return { ...tellStretched(validity, duration), duration }
  },
}

function instantOf(validity: Dated | WithinLeeway): number {
  if (validity.state === 'not yet') return validity.nbf
  return validity.state === 'within leeway' && validity.claim === 'nbf'
    ? validity.nbf
    : validity.exp
}

function tellStretched(
  { claim, leeway }: WithinLeeway,
  duration: string,
): { lead: string; rest: string } {
  return claim === 'exp'
    ? {
        lead: `Expired ${duration} ago,`,
        rest: `inside the ${leeway} s leeway: some servers still accept it.`,
      }
    : {
        lead: `Starts in ${duration},`,
        rest: `inside the ${leeway} s leeway: some servers already accept it.`,
      }
}

function tellClaimed(validity: Dated | WithinLeeway, duration: string): string {
  switch (validity.state) {
    case 'in time':
      return `It claims to expire in ${duration},`
    case 'within leeway':
      return validity.claim === 'exp'
        ? `It claims to have expired ${duration} ago,`
        : `It claims to start in ${duration},`
    case 'expired':
      return `It claims to have expired ${duration} ago,`
    case 'not yet':
      return `It claims to start in ${duration},`
    default:
      return validity satisfies never
  }
}
