/** What do those hear who do not see the session play, and how is it silenced? ux.md 6.2. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { mute, narrationStore } from '../../state/narration.ts'
import css from './Story.module.css'
import { useSession } from './useSession.ts'

/** Only while it plays: at rest the sentence of now is read by itself. */
export function Narrator(): ReactElement {
  const said = useStore(narrationStore, (state) => state.said)
  const isPlaying = useSession((session) => session.isPlaying)
  return (
    <p role="status" aria-label="Narration" className="visually-hidden">
      {isPlaying ? said : ''}
    </p>
  )
}

export function MuteSwitch(): ReactElement {
  const isMuted = useStore(narrationStore, (state) => state.isMuted)
  return (
    <label className={css['mute']}>
      <input
        type="checkbox"
        checked={isMuted}
        onChange={(event) => mute(event.currentTarget.checked)}
      />
      Mute narration
    </label>
  )
}
