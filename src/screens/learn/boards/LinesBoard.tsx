/** How are the lines of the notes sent, and what comes back? */
import type { ReactElement } from 'react'
import {
  type LineId,
  LINES,
  seeLines,
  sendLine,
  type Sent,
} from '../../../lessons/boards/linesBoard.ts'
import { tellInstant } from '../../../simulation/tellInstant.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './LinesBoard.module.css'

const IDS: readonly LineId[] = ['login', 'hello', 'refresh', 'minutes', 'day']

export function LinesBoard({ state, onChange }: BoardProps<'lines'>): ReactElement {
  const { log, at } = seeLines(state)
  return (
    <div className={css['board']}>
      <div role="group" aria-label="Lines to send" className={css['lines']}>
        {IDS.map((id) => (
          <button
            key={id}
            type="button"
            className={`button ${css['line']}`}
            data-wait={id === 'minutes' || id === 'day' || undefined}
            onClick={() => onChange(sendLine(state, id))}
          >
            {LINES[id]}
          </button>
        ))}
      </div>
      <p className={css['clock']}>
        <b>{tellInstant(at)}</b> after the first login. The server is SimpleJWT with its defaults.
      </p>
      <ol className={css['log']} aria-label="What happened" reversed>
        {log
          .map((sent, place) => ({ sent, place }))
          .toReversed()
          .map(({ sent, place }) => (
            <li key={place}>
              <Line sent={sent} isLast={place === log.length - 1} />
            </li>
          ))}
      </ol>
    </div>
  )
}

function Line({ sent, isLast }: { sent: Sent; isLast: boolean }): ReactElement {
  const { line, at, status, text, why } = sent
  return (
    <>
      <p className={css['sent']}>
        <span className={css['at']}>{tellInstant(at)}</span>
        <code>{LINES[line]}</code>
        {status !== null && (
          <span className={css['status']} data-state={status === 200 ? 'pass' : 'fail'}>
            <StateMark state={status === 200 ? 'pass' : 'fail'} />
            {status}
          </span>
        )}
      </p>
      {isLast && why !== '' && <p className={css['why']}>{why}</p>}
      {isLast && text !== '' && <pre>{text}</pre>}
    </>
  )
}
