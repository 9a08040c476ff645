/** How do access and refresh tokens live, expire, renew and leak? ux.md 4. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { isObserved, type View, VIEWS } from '../../state/sessionLink.ts'
import { JumpLink } from '../../ui/JumpLink.tsx'
import { look } from '../../state/sessionStore.ts'
import { printing } from './export/printing.ts'
import { SheetFoot, SheetHead } from './export/PrintSheet.tsx'
import { EventTable } from './EventTable.tsx'
import { onLabKey } from './labKeys.ts'
import { Lanes } from './Lanes.tsx'
import { Legend } from './Legend.tsx'
import { ObservedScreen } from './observed/ObservedScreen.tsx'
import { Overview } from './Overview.tsx'
import { ScenarioRow } from './ScenarioRow.tsx'
import { SequenceView } from './SequenceView.tsx'
import css from './SessionScreen.module.css'
import { SettingsPane } from './SettingsPane.tsx'
import { StatePane } from './StatePane.tsx'
import { Story } from './Story.tsx'
import { TranscriptPane } from './TranscriptPane.tsx'
import { Transport } from './Transport.tsx'
import { useFragment } from '../route.ts'
import { useAddress } from './useAddress.ts'
import { useIsNarrow } from './useIsNarrow.ts'
import { useSession } from './useSession.ts'

export function SessionScreen(): ReactElement {
  return isObserved(useFragment()) ? <ObservedScreen /> : <Lab />
}

function Lab(): ReactElement {
  useAddress()
  const lab = useRef<HTMLDivElement>(null)
  useEffect(() => lab.current?.focus({ preventScroll: true }), [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- each key has a control of its own beside it
    <div ref={lab} className={css['lab']} tabIndex={-1} onKeyDown={onLabKey}>
      <h1 className="visually-hidden">Session lab</h1>
      <SheetHead />
      <ScenarioRow />
      <Notes />
      <Transport />
      <Stage />
      <Story />
      <SheetFoot />
    </div>
  )
}

function Stage(): ReactElement {
  const isNarrow = useIsNarrow()
  const isPrinting = useStore(printing, (state) => state.isPrinting)
  const chosen = useSession((session) => session.view) ?? (isNarrow ? 'sequence' : 'lanes')
  const view = isPrinting ? 'lanes' : chosen
  return (
    <>
      {!isNarrow && <Overview />}
      <div className={css['stage']}>
        <div className={css['score']}>
          <Views chosen={view} />
          {view === 'lanes' && (
            <>
              <Lanes />
              <Legend />
            </>
          )}
          {view === 'sequence' && <SequenceView />}
          <EventTable isShown={view === 'table'} />
        </div>
        <div className={css['drawer']}>
          <nav aria-label="Beside the picture" className={css['jumps']}>
            <JumpLink to="session-transcript">Transcript</JumpLink>
            <JumpLink to="session-state">State</JumpLink>
            <JumpLink to="session-settings">Settings</JumpLink>
          </nav>
          <TranscriptPane />
          <StatePane />
          <SettingsPane />
        </div>
      </div>
    </>
  )
}

const VIEW_NAMES: Record<View, string> = { lanes: 'Lanes', sequence: 'Sequence', table: 'Table' }

function Views({ chosen }: { chosen: View }): ReactElement {
  return (
    <div role="group" aria-label="View" className={css['views']}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === chosen}
          onClick={() => look({ view })}
        >
          {VIEW_NAMES[view]}
        </button>
      ))}
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
