/** How do access and refresh tokens live, expire, renew and leak? ux.md 4. */
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { isObserved } from '../../state/sessionLink.ts'
import { presenterStore } from '../../state/presenter.ts'
import { JumpLink } from '../../ui/JumpLink.tsx'
import { printing } from './export/printing.ts'
import { SheetFoot, SheetHead } from './export/PrintSheet.tsx'
import { EventTable } from './EventTable.tsx'
import { listenWithoutFocus, onLabKey } from './labKeys.ts'
import { Lanes } from './Lanes.tsx'
import { Legend } from './Legend.tsx'
import { ObservedScreen } from './observed/ObservedScreen.tsx'
import { MuteSwitch } from './Narrator.tsx'
import { Overview } from './Overview.tsx'
import { Patterns } from './Patterns.tsx'
import { PresentedLab } from './PresentedLab.tsx'
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
import { useChosenView } from './useChosenView.ts'
import { useIsNarrow } from './useMedia.ts'
import { useIsAsked, useSession } from './useSession.ts'
import { Views } from './Views.tsx'

export function SessionScreen(): ReactElement {
  return isObserved(useFragment()) ? <ObservedScreen /> : <Lab />
}

function Lab(): ReactElement {
  useAddress()
  useEffect(listenWithoutFocus, [])
  const isPresented = useStore(presenterStore, (state) => state.isOn)
  const lab = useRef<HTMLDivElement>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- each key has a control of its own beside it
    <div
      ref={lab}
      className={css['lab']}
      tabIndex={-1}
      onKeyDown={(event) => onLabKey(event.nativeEvent)}
    >
      <h1 className="visually-hidden">Session lab</h1>
      <TakeFocus key={String(isPresented)} lab={lab} />
      {isPresented ? <PresentedLab /> : <Desk />}
    </div>
  )
}

/** The keys of the lab act at once when it comes up, in whichever form. */
function TakeFocus({ lab }: { lab: RefObject<HTMLDivElement | null> }): null {
  useEffect(() => lab.current?.focus({ preventScroll: true }), [lab])
  return null
}

/** The words stay as large as they are, so that lanes much higher than these would be empty. */
const MOST_STRETCHED = 1.5

function Desk(): ReactElement {
  const isNarrow = useIsNarrow()
  const isPrinting = useStore(printing, (state) => state.isPrinting)
  const chosen = useChosenView()
  const view = isPrinting ? 'lanes' : chosen
  const isDrawerOpen = useSession((session) => session.isDrawerOpen)
  const isAsked = useIsAsked()
  const [isSheet, setSheet] = useState(false)
  return (
    <>
      <SheetHead />
      <ScenarioRow />
      <Notes />
      <Transport />
      {view !== 'lanes' && <Patterns />}
      <Overview isAlone={view !== 'lanes'} isVeiled={isAsked} />
      <div
        className={css['stage']}
        data-alone={!isDrawerOpen || undefined}
        data-veiled={isAsked || undefined}
      >
        <div className={css['score']}>
          {isNarrow && <Views chosen={view} onSettings={() => setSheet(true)} />}
          {isNarrow && isAsked && <VeilNote />}
          {view === 'lanes' && (
            <>
              <Lanes stretch={isNarrow || isPrinting ? 1 : MOST_STRETCHED} isVeiled={isAsked} />
              <Legend />
            </>
          )}
          {view === 'sequence' && <SequenceView />}
          <EventTable isShown={view === 'table'} />
          {!isNarrow && isAsked && <VeilNote />}
        </div>
        <div className={css['drawer']} hidden={!isDrawerOpen}>
          <nav aria-label="Beside the picture" className={css['jumps']}>
            <JumpLink to="session-transcript">Transcript</JumpLink>
            <JumpLink to="session-state">State</JumpLink>
            <JumpLink to="session-settings">Settings</JumpLink>
          </nav>
          <TranscriptPane />
          <StatePane />
          <div className={isSheet ? css['sheet'] : undefined}>
            <div className={css['sheetEnd']}>
              <button type="button" className="button" onClick={() => setSheet(false)}>
                Done
              </button>
            </div>
            <SettingsPane />
          </div>
        </div>
      </div>
      <Story>{isNarrow ? <MuteSwitch /> : <Views chosen={view} />}</Story>
      <SheetFoot />
    </>
  )
}

/** Below the picture, where nothing moves when it goes; on a telephone above it, where it is read. */
function VeilNote(): ReactElement {
  return (
    <p className={css['veiled']}>
      What is to come is veiled. It shows as you play, and all of it once you have answered the
      question.
    </p>
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
