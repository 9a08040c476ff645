/** What should be said about a token beyond the five rungs, how grave is it, and what is to be done? ux.md 3.8. */
import type { Carriage } from '../intake/carriage.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { Assessment } from './assessment.ts'
import { type Finding, inspect } from './findings/finding.ts'
import { findInCarriage } from './findings/ofCarriage.ts'
import { findInContents } from './findings/ofContents.ts'
import { findInForm } from './findings/ofForm.ts'
import { findInHeader } from './findings/ofHeader.ts'
import { findInParties } from './findings/ofParties.ts'
import { findAlive, findInTimes } from './findings/ofTime.ts'
import { findInVerdict } from './findings/ofVerdict.ts'

const RANK = { Stop: 0, Risk: 1, Note: 2 } as const

/**
 * The gravest first. `now` is the instant judged by, `clock` this computer’s own time, both in seconds; `carriage` is
 * null where nothing is known of the token's way here.
 */
export function findFindings(
  reading: TokenReading,
  assessment: Assessment,
  now: number,
  clock: number,
  carriage: Carriage | null,
): Finding[] {
  if (reading.form === 'empty') return []
  const inspected = inspect(reading, assessment)
  const findings = [
    ...findInForm(inspected),
    ...findInVerdict(inspected),
    ...findInTimes(inspected, now),
    ...findInParties(inspected),
    ...findInHeader(inspected),
    ...findInContents(inspected),
    ...(carriage ? findInCarriage(inspected, carriage) : []),
  ]
  if (!findings.some(({ severity }) => severity === 'Stop'))
    findings.push(...findAlive(inspected, clock))
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}
