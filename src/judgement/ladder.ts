/** How does a token stand on each of the five rungs, and why? decisions.md C. */
import { tellTimeRung, type Validity } from '../claims/validity.ts'
import { type TokenFault, tellFault, weighFault } from '../token/fault.ts'
import type { TokenReading } from '../token/readToken.ts'
import { tellKeyRung, tellSignatureRung } from '../verification/tellRungs.ts'
import type { CheckState, Verdict } from '../verification/verdict.ts'

export interface Rung {
  name: 'Form' | 'Signature' | 'Key' | 'Time' | 'Policy'
  state: CheckState
  reason: string
}

/** The five rungs in order. A rung never depends on the one before it. */
export function climbLadder(reading: TokenReading, verdict: Verdict, validity: Validity): Rung[] {
  return [
    { name: 'Form', ...judgeForm(reading) },
    { name: 'Signature', ...tellSignatureRung(verdict) },
    { name: 'Key', ...tellKeyRung(verdict) },
    { name: 'Time', ...judgeTime(reading, verdict, validity) },
    { name: 'Policy', state: 'not checked', reason: 'nothing expected yet' },
  ]
}

function judgeForm(reading: TokenReading): Omit<Rung, 'name'> {
  if (reading.form === 'empty') return { state: 'not checked', reason: 'no token yet' }
  const worst = gravest(reading.faults)
  if (worst) return { state: weighFault(worst), reason: tellShortly(worst) }
  if (reading.form === 'jwe') return { state: 'pass', reason: 'five parts; the header is a JSON object' }
  return { state: 'pass', reason: 'three parts, two JSON objects' }
}

function gravest(faults: readonly TokenFault[]): TokenFault | undefined {
  return faults.find((fault) => weighFault(fault) === 'fail') ?? faults[0]
}

/** The fault's title as a reason: no capital where a common word stands first, no full stop. */
function tellShortly(fault: TokenFault): string {
  const { title } = tellFault(fault)
  const clause = title.replace(/\.$/, '')
  return /^(?:The|Only|Header|Payload|Signature|Character|More) /.test(clause)
    ? clause.charAt(0).toLowerCase() + clause.slice(1)
    : clause
}

function judgeTime(
  reading: TokenReading,
  verdict: Verdict,
  validity: Validity,
): Omit<Rung, 'name'> {
  if (reading.form === 'empty') return { state: 'not checked', reason: 'no token yet' }
  if (reading.form === 'jwe') return { state: 'not checked', reason: 'exp is hidden' }
  return tellTimeRung(validity, verdict.kind === 'verified')
}
