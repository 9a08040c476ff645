/** How does a token stand on each of the five rungs, and why? decisions.md C. */
import { type OddTimes, tellTimeRung, type Validity } from '../claims/validity.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { Assessment } from './assessment.ts'
import type { RungTold } from '../verification/told.ts'
import type { CheckState } from '../verification/verdict.ts'

export interface Rung {
  name: 'Form' | 'Signature' | 'Key' | 'Time' | 'Policy'
  state: CheckState
  reason: string
}

/** What the gravest fault of a form says on its rung. */
export interface FaultsTold extends RungTold {
  state: 'fail' | 'warning' | 'not checked'
}

/** Of a token with faults, until the code that weighs them has arrived. */
const NOT_WEIGHED: FaultsTold = { state: 'not checked', reason: 'checking…' }

/** What is said of the faults; `told` is what late code says of them, null before it is there. */
export function faultsOf({ faults }: TokenReading, told: FaultsTold | null): FaultsTold | null {
  return faults.length === 0 ? null : (told ?? NOT_WEIGHED)
}

export const NOTHING_EXPECTED: RungTold = {
  state: 'not checked',
  reason: 'nothing expected yet',
}

/** The five rungs in order. A rung never depends on the one before it. */
export function climbLadder(
  reading: TokenReading,
  { verdict, signature, key, opened }: Assessment,
  validity: Validity,
  faults: FaultsTold | null,
  odd: OddTimes | null,
  policy: RungTold = NOTHING_EXPECTED,
): Rung[] {
  return [
    { name: 'Form', ...judgeForm(reading, faults) },
    { name: 'Signature', ...signature },
    { name: 'Key', ...key },
    { name: 'Time', ...judgeTime(reading, validity, odd, verdict.kind === 'verified', !!opened) },
    { name: 'Policy', ...policy },
  ]
}

/** The rungs of a text that is no token at all. */
export function climbNothing(reason: string): Rung[] {
  const unchecked = { state: 'not checked', reason: 'no token yet' } as const
  return [
    { name: 'Form', state: 'fail', reason },
    { name: 'Signature', ...unchecked },
    { name: 'Key', ...unchecked },
    { name: 'Time', ...unchecked },
    { name: 'Policy', ...NOTHING_EXPECTED },
  ]
}

function judgeForm(reading: TokenReading, faults: FaultsTold | null): RungTold {
  if (reading.form === 'empty') return { state: 'not checked', reason: 'nothing pasted' }
  if (faults) return faults
  if (reading.more) return { state: 'pass', reason: reading.more.inWords }
  if (reading.form === 'jwe')
    return { state: 'pass', reason: 'five parts; the header is a JSON object' }
  const hasThird = reading.signature?.text !== ''
  return {
    state: 'pass',
    reason: hasThird ? 'three parts, two JSON objects' : 'two JSON objects and an empty third part',
  }
}

function judgeTime(
  reading: TokenReading,
  validity: Validity,
  odd: OddTimes | null,
  isVerified: boolean,
  isOpened: boolean,
): Omit<Rung, 'name'> {
  if (reading.form === 'empty') return { state: 'not checked', reason: 'nothing pasted' }
  if (reading.form === 'jwe' && !isOpened) return { state: 'not checked', reason: 'exp is hidden' }
  return tellTimeRung(validity, isVerified, odd)
}
