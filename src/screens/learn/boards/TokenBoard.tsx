/** How do the debugger's own panes play a step, on the lesson's token? decisions.md A2. */
import {
  type MouseEvent,
  type ReactElement,
  Suspense,
  useEffectEvent,
  useLayoutEffect,
} from 'react'
import { useStore } from 'zustand'
import { PlainField } from '../../../editor/PlainField.tsx'
import type { TokenPane } from '../../../lessons/boards/tokenBoard.ts'
import { takeEdit } from '../../../state/acts.ts'
import { boxTextOf, inspectorStore } from '../../../state/inspectorStore.ts'
import { isEdited } from '../../../state/inspectorView.ts'
import { borrowDebugger, stashStore } from '../../../state/lessonStash.ts'
import { linkStore } from '../../../state/linkStore.ts'
import { tokenMarksOf } from '../../../state/marks.ts'
import { backToPasted } from '../../../state/tokenActs.ts'
import { ClaimList } from '../../debug/explain/ClaimList.tsx'
import { KeyPane } from '../../debug/key/KeyPane.tsx'
import { PartPane } from '../../debug/PartPane.tsx'
import { PolicyPane } from '../../debug/PolicyPane.tsx'
import { SignaturePane } from '../../debug/signature/SignaturePane.tsx'
import { TimePane } from '../../debug/time/TimePane.tsx'
import tokenCss from '../../debug/TokenPane.module.css'
import { VerdictPane } from '../../debug/VerdictPane.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './TokenBoard.module.css'

export function TokenBoard(props: BoardProps<'token'>): ReactElement | null {
  const { state } = props
  const isBorrowed = useBorrowed(props)
  if (!isBorrowed) return null
  return (
    <div className={css['board']}>
      <TokenField />
      <div className={css['panes']}>
        <Suspense>
          {state.panes.map((pane) => (
            <div key={pane} className={css['pane']} data-pane={pane}>
              {PANES[pane]()}
            </div>
          ))}
        </Suspense>
      </div>
    </div>
  )
}

const PANES: Record<TokenPane, () => ReactElement> = {
  verdict: () => <VerdictPane />,
  header: () => <PartPane pane="header" />,
  payload: () => <PartPane pane="payload" />,
  signature: () => <SignaturePane />,
  key: () => <KeyPane />,
  claims: () => <ClaimList />,
  time: () => <TimePane />,
  policy: () => <PolicyPane />,
}

/** True while the panes stand on the lesson's token; on leaving, the learner's own things are back. */
function useBorrowed({ state, token, step, onChange }: BoardProps<'token'>): boolean {
  const hear = useEffectEvent(onChange)
  const borrow = useEffectEvent(() => {
    const { token: text } = step.start(token)
    return borrowDebugger(state, { ...token, text }, hear)
  })
  useLayoutEffect(() => borrow(), [])
  return useStore(stashStore, ({ debug }) => debug !== null)
}

/** A part is one word here, though the browser ends words at each - of it. */
function selectPart({ target }: MouseEvent): void {
  if (!(target instanceof HTMLTextAreaElement)) return
  const { value, selectionStart } = target
  const start = value.lastIndexOf('.', selectionStart - 1) + 1
  const end = value.indexOf('.', selectionStart)
  target.setSelectionRange(start, end === -1 ? value.length : end)
}

function TokenField(): ReactElement {
  const inspector = useStore(inspectorStore)
  useStore(linkStore)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys select as in any field
    <div className={css['token']} onDoubleClick={selectPart}>
      <PlainField
        label="Encoded token"
        className={tokenCss['field'] ?? ''}
        value={boxTextOf(inspector)}
        marks={(from, to) => tokenMarksOf(inspector, from, to)}
        onEdit={takeEdit}
        {...inspector.late?.linkField('token')}
      />
      {isEdited(inspector) && (
        <p className={css['edited']}>
          <b>Edited.</b> This is no longer the token that the lesson began with.{' '}
          <button type="button" className="link" onClick={backToPasted}>
            Back to the lesson’s token
          </button>
        </p>
      )}
    </div>
  )
}
