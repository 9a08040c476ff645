/** What do the faults of a token's form mean for its Form rung and its headline? Loaded late: most tokens have none. */
import type { TokenFault } from '../token/fault.ts'
import type { TokenReading } from '../token/readToken.ts'
import { tellFaultShortly, weighFault } from '../token/weighFault.ts'
import type { FaultsTold } from './ladder.ts'

/** null for a token without a fault. Of several the first that a server must refuse counts, else the first. */
export function judgeFaults({ faults }: TokenReading): FaultsTold | null {
  const gravest = faults.find((fault) => weighFault(fault) === 'fail') ?? faults[0]
  return gravest === undefined ? null : tell(gravest)
}

function tell(fault: TokenFault): FaultsTold {
  return { state: weighFault(fault), reason: tellFaultShortly(fault) }
}
