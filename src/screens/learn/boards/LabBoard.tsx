/** How does the session lab play a step, on the lesson's own session? */
import { type ReactElement, useEffectEvent, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import type { LabPane } from '../../../lessons/boards/labBoard.ts'
import { look } from '../../../state/sessionStore.ts'
import { borrowLab, stashStore } from '../../../state/lessonStash.ts'
import { EventTable } from '../../session/EventTable.tsx'
import { onLabKey } from '../../session/labKeys.ts'
import { Lanes } from '../../session/Lanes.tsx'
import { Legend } from '../../session/Legend.tsx'
import { SequenceView } from '../../session/SequenceView.tsx'
import { SettingsPane } from '../../session/SettingsPane.tsx'
import { StatePane } from '../../session/StatePane.tsx'
import { Story } from '../../session/Story.tsx'
import { TranscriptPane } from '../../session/TranscriptPane.tsx'
import { Transport } from '../../session/Transport.tsx'
import { useChosenView } from '../../session/useChosenView.ts'
import { useIsNarrow } from '../../session/useMedia.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './LabBoard.module.css'

type Props = Pick<BoardProps<'lab'>, 'state' | 'onChange'>

export function LabBoard(props: Props): ReactElement | null {
  const { state } = props
  const isBorrowed = useBorrowed(props)
  if (!isBorrowed) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- each key has a control of its own beside it
    <div className={css['board']} tabIndex={-1} onKeyDown={(event) => onLabKey(event.nativeEvent)}>
      <Transport />
      <Stage />
      <Story />
      <div className={css['panes']}>{state.panes.map((pane) => PANES[pane](pane))}</div>
    </div>
  )
}

const PANES: Record<LabPane, (pane: LabPane) => ReactElement> = {
  transcript: (pane) => <TranscriptPane key={pane} />,
  state: (pane) => <StatePane key={pane} />,
  settings: (pane) => <SettingsPane key={pane} />,
}

function Stage(): ReactElement {
  const isNarrow = useIsNarrow()
  const view = useChosenView()
  const isTable = view === 'table'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a telephone it is scrolled, also by keys
    <section aria-label="Session" className={css['stage']} tabIndex={isNarrow ? 0 : undefined}>
      {view === 'lanes' && (
        <>
          <Lanes />
          <Legend />
        </>
      )}
      {view === 'sequence' && <SequenceView />}
      <EventTable isShown={isTable} />
      <button
        type="button"
        className="link"
        aria-pressed={isTable}
        onClick={() => look({ view: isTable ? null : 'table' })}
      >
        Events as a table
      </button>
    </section>
  )
}

/** True while the lab runs the lesson's session; on leaving, the learner's own session is back. */
function useBorrowed({ state, onChange }: Props): boolean {
  const hear = useEffectEvent(onChange)
  const borrow = useEffectEvent(() => borrowLab(state, hear))
  useLayoutEffect(() => borrow(), [])
  return useStore(stashStore, ({ session }) => session !== null)
}
