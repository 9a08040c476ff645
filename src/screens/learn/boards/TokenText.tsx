/** How does a token stand on a board: its parts in their colours and underlines, a few characters marked? */
import type { ReactElement } from 'react'
import { readToken } from '../../../token/readToken.ts'
import css from './TokenText.module.css'

const PARTS = ['header', 'payload', 'signature'] as const

interface Props {
  token: string
  /** Characters to point out, from 1. */
  marked?: ReadonlySet<number>
}

export function TokenText({ token, marked }: Props): ReactElement {
  const { segments } = readToken(token)
  // those of an encrypted token are other parts
  const isSigned = segments.length === PARTS.length
  return (
    <p className={css['token']} role="group" aria-label="Encoded token">
      {segments.map(({ start, end }, index) => (
        <span key={start}>
          {index > 0 && <i>.</i>}
          <span className={css['part']} data-part={isSigned ? PARTS[index] : undefined}>
            {runsIn(token, start, end, marked).map(({ from, text, isMarked }) =>
              isMarked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
            )}
          </span>
        </span>
      ))}
    </p>
  )
}

interface Run {
  from: number
  text: string
  isMarked: boolean
}

function runsIn(token: string, start: number, end: number, marked?: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  for (let at = start; at < end; at++) {
    const isMarked = marked?.has(at + 1) === true
    const last = runs.at(-1)
    const text = token[at] ?? ''
    if (last?.isMarked === isMarked) last.text += text
    else runs.push({ from: at, text, isMarked })
  }
  return runs
}
