/** Which keys lead a presentation? Along the lower edge, so that nobody needs to remember them; ux.md 4.9, 4.10. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { preferencesStore } from '../../state/preferencesStore.ts'
import { PRESENTED_KEYS } from './labKeyNames.ts'
import css from './Presented.module.css'

/** Those that act: single keys can be turned off. */
export function PresenterKeys(): ReactElement {
  const hasSingleKeys = useStore(preferencesStore, (state) => state.hasSingleKeys)
  return (
    <ul className={css['keys']} aria-label="Keys">
      {PRESENTED_KEYS.filter(({ isSingle }) => hasSingleKeys || !isSingle).map(({ cap, does }) => (
        <li key={cap}>
          <b>{cap}</b> {does}
        </li>
      ))}
    </ul>
  )
}
