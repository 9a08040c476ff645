/** How do access and refresh tokens live, expire, renew and leak? ux.md 4. */
import type { ReactElement } from 'react'
import { EventTable } from './EventTable.tsx'
import { ScenarioRow } from './ScenarioRow.tsx'
import css from './SessionScreen.module.css'
import { Story } from './Story.tsx'
import { Transport } from './Transport.tsx'
import { useAddress } from './useAddress.ts'
import { useSession } from './useSession.ts'

export function SessionScreen(): ReactElement {
  useAddress()
  return (
    <div className={css['lab']}>
      <h1 className="visually-hidden">Session lab</h1>
      <ScenarioRow />
      <Notes />
      <Transport />
      <EventTable isShown />
      <Story />
    </div>
  )
}

function Notes(): ReactElement {
  const notes = useSession((session) => session.notes)
  return (
    <div role="status" aria-label="Notes" className={css['notes']}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
