/** Which faults of form does a token have? RFC 7515 §5.2, RFC 7519 §7.2. */
import { rangeOfRun } from '../../token/link.ts'
import { tellFault } from '../../token/tellFault.ts'
import { weighFault } from '../../token/weighFault.ts'
import { find, type Finding, type Inspected } from './finding.ts'

export function findInForm({ reading }: Inspected): Finding[] {
  return reading.faults.map((fault) => {
    const { title, text } = tellFault(fault)
    return find(
      fault.code,
      weighFault(fault) === 'fail' ? 'Stop' : 'Risk',
      [title, text],
      rangeOfRun(reading, fault),
    )
  })
}
