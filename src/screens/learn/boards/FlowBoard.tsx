/** How does a learner put messages in order, and read each as it goes over the wire? */
import { type CSSProperties, type ReactElement, useId } from 'react'
import {
  actorLabels,
  type Arrow,
  type FlowState,
  isInOrder,
  placeArrow,
  placedArrows,
  tellFlow,
  waitingArrows,
} from '../../../lessons/boards/flowBoard.ts'
import { flows } from '../../../lessons/boards/flows.ts'
import { wireTextsOf } from '../../../lessons/boards/flowWire.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import css from './FlowBoard.module.css'
import { Outcome } from './Outcome.tsx'

export function FlowBoard({ state, onChange }: BoardProps<'flow'>): ReactElement {
  const { actors } = flows[state.flow]
  const waiting = waitingArrows(state)
  return (
    <div className={board['board']}>
      <div className={css['picture']} style={lanes(actors.length)}>
        <div className={css['actors']} aria-hidden="true">
          {actors.map((actor) => (
            <b key={actor}>{actorLabels[actor]}</b>
          ))}
        </div>
        <div className={css['lines']} aria-hidden="true">
          {actors.map((actor) => (
            <i key={actor} />
          ))}
        </div>
        <ol className={css['messages']} aria-label="Messages in order">
          {placedArrows(state).map((arrow, index) => (
            <Message
              key={arrow.id}
              arrow={arrow}
              number={index + 1}
              state={state}
              onChange={onChange}
            />
          ))}
        </ol>
      </div>
      <div role="status" aria-label="Order">
        <Outcome
          state={state.tooEarly !== null ? 'fail' : isInOrder(state) ? 'pass' : 'note'}
          lead={state.tooEarly !== null ? 'Not yet.' : isInOrder(state) ? 'In order.' : 'Next.'}
        >
          {tellFlow(state)}
        </Outcome>
      </div>
      {waiting.length > 0 && (
        <section className={board['block']} aria-label="Messages that wait">
          <h3>Which comes next?</h3>
          <ul className={css['waiting']}>
            {waiting.map((arrow) => (
              <li key={arrow.id}>
                <button
                  type="button"
                  className={css['card']}
                  onClick={() => onChange(placeArrow(state, arrow.id))}
                >
                  <b>{arrow.label}</b>
                  <span>{tellWay(arrow)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const tellWay = ({ from, to }: Arrow): string => `${actorLabels[from]} → ${actorLabels[to]}`

interface MessageProps {
  arrow: Arrow
  number: number
  state: FlowState
  onChange: (state: FlowState) => void
}

function Message({ arrow, number, state, onChange }: MessageProps): ReactElement {
  const id = useId()
  const { actors } = flows[state.flow]
  const [from, to] = [actors.indexOf(arrow.from), actors.indexOf(arrow.to)]
  const isOpen = state.open === arrow.id
  const text = wireTextsOf(state.flow)[arrow.id] ?? ''
  return (
    <li>
      <button
        type="button"
        className={css['message']}
        style={span(from, to)}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onChange({ ...state, open: isOpen ? null : arrow.id, tooEarly: null })}
      >
        <span className={css['label']}>
          {number}. {arrow.label}
          <span className="visually-hidden">
            , from {actorLabels[arrow.from]} to {actorLabels[arrow.to]}
          </span>
        </span>
        <span className={css['arrow']} data-back={to < from || undefined} aria-hidden="true" />
      </button>
      <div id={id} hidden={!isOpen} className={css['wire']}>
        <pre className={board['text']}>{text.trimEnd()}</pre>
        <CopyButton label="Copy message" className="link" text={() => text} />
      </div>
    </li>
  )
}

/** Custom properties, so that the style sheet alone says what is drawn with them. */
const lanes = (count: number): CSSProperties & Record<'--lanes', number> => ({ '--lanes': count })

const span = (from: number, to: number): CSSProperties & Record<'--from' | '--over', number> => ({
  '--from': Math.min(from, to),
  '--over': Math.abs(to - from),
})
