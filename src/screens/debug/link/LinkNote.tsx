/** What did the link ask for that this page does not know? */
import type { ReactElement } from 'react'
import { tellUnknown } from '../../../sharing/tellUnknown.ts'
import section from '../Section.module.css'

export function LinkNote({ unknown }: { unknown: readonly string[] }): ReactElement {
  return (
    <p className={section['strip']} data-state="warning" role="status" aria-label="Link">
      {tellUnknown(unknown)}
    </p>
  )
}
