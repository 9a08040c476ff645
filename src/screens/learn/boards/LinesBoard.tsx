/** How are the lines of the notes sent, and what comes back? */
import { type ReactElement, useEffect, useRef } from 'react'
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
        <b>{tellInstant(at)}</b> since the first login, and so are all times below. The server is
        SimpleJWT with its defaults.
      </p>
      {log.length > 0 && <Log log={log} />}
    </div>
  )
}

/** In the order of sending, and the newest in sight: each answer stands below the one it follows from. */
function Log({ log }: { log: readonly Sent[] }): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled, also by keys
    <ol className={css['log']} aria-label="What happened" tabIndex={0}>
      {log.map((sent, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the log only grows
        <Line key={place} sent={sent} isLast={place === log.length - 1} />
      ))}
    </ol>
  )
}

function Line({ sent, isLast }: { sent: Sent; isLast: boolean }): ReactElement {
  const { line, at, status, text, why } = sent
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const list = row.current?.parentElement
    if (isLast && row.current && list) list.scrollTop = row.current.offsetTop
  }, [isLast])
  return (
    <li ref={row}>
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
      {why !== '' && <p className={css['why']}>{why}</p>}
      {text !== '' && (
        <details className={css['answer']} open={isLast}>
          <summary>The answer, byte for byte</summary>
          <pre>{text}</pre>
        </details>
      )}
    </li>
  )
}
