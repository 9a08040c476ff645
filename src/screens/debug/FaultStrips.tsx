/** What is wrong with a part, said right under it? */
import { grouped } from '../../token/grouped.ts'
import type { ReactElement } from 'react'
import type { TokenFault } from '../../token/fault.ts'
import { tellFault } from '../../token/tellFault.ts'
import { weighFault } from '../../token/weighFault.ts'
import section from './Section.module.css'

/** More than these are counted, not told. */
const MOST = 8

export function FaultStrips({ faults }: { faults: readonly TokenFault[] }): ReactElement {
  return (
    <>
      {faults.slice(0, MOST).map((fault) => {
        const { title, text } = tellFault(fault)
        return (
          <p
            key={`${fault.code} ${fault.start}`}
            className={section['strip']}
            data-state={weighFault(fault)}
          >
            <b>{title}</b> {text}
          </p>
        )
      })}
      {faults.length > MOST && (
        <p className={section['strip']}>{grouped(faults.length - MOST)} more of the same kind.</p>
      )}
    </>
  )
}
