/** What is wrong with a part, said right under it? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkableOf } from '../../../state/linkView.ts'
import type { TokenFault } from '../../../token/fault.ts'
import { grouped } from '../../../token/grouped.ts'
import { rangeOfRun } from '../../../token/link.ts'
import { tellFault } from '../../../token/tellFault.ts'
import { weighFault } from '../../../token/weighFault.ts'
import { PlaceButton } from '../link/PlaceButton.tsx'
import section from '../Section.module.css'
import { hoverLinks } from '../link/useLink.ts'

/** More than these are counted, not told. */
const MOST = 8

export function FaultStrips({ faults }: { faults: readonly TokenFault[] }): ReactElement {
  const token = linkableOf(useStore(inspectorStore))
  return (
    <>
      {faults.slice(0, MOST).map((fault) => {
        const { title, text } = tellFault(fault)
        const range = rangeOfRun(token, fault)
        return (
          <p
            key={`${fault.code} ${fault.start}`}
            className={section['strip']}
            data-state={weighFault(fault)}
            data-quotes
            {...hoverLinks(range)}
          >
            <b>{title}</b> {text} {range && <PlaceButton range={range} />}
          </p>
        )
      })}
      {faults.length > MOST && (
        <p className={section['strip']}>{grouped(faults.length - MOST)} more of the same kind.</p>
      )}
    </>
  )
}
