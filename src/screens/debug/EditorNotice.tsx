/** What does a person lack where the rich editors did not load? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { engineStore } from '../../editor/engine.ts'
import section from './Section.module.css'

export function EditorNotice(): ReactElement | null {
  const hasFailed = useStore(engineStore, (state) => state.hasFailed)
  if (!hasFailed) return null
  return (
    <p className={section['strip']} data-state="warning" role="status" aria-label="Editors">
      The rich editors did not load, so the fields stay plain and do not find or fold. Reload the
      page to try again; a token that is not saved elsewhere is gone then.
    </p>
  )
}
