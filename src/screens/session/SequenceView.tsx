/** Who says what to whom, from top to bottom? ux.md 4.6. */
import { type ReactElement, useMemo } from 'react'
import { tellEntry } from '../../simulation/tellEntry.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Entry, Timeline } from '../../simulation/timeline.ts'
import { statusOf } from '../../simulation/wire.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import css from './Sequence.module.css'
import { useSession, useTimeline } from './useSession.ts'

interface Line {
  readonly entry: Entry
  /** Of the last event in it, counted from 1. */
  readonly place: number
  /** How many alike calls it stands for. */
  readonly count: number
}

/** Steps that are drawn, those around the playhead. */
const MOST = 200

export function SequenceView(): ReactElement {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const lines = useMemo(() => foldCalls(timeline), [timeline])
  const current = lines.findIndex(({ place }) => place >= count)
  const first = Math.max(0, Math.min(current - MOST / 2, lines.length - MOST))
  const hasThief = timeline.entries.some(({ actor }) => actor === 'thief')
  return (
    <div className={css['sequence']} data-thief={hasThief || undefined}>
      <div className={css['actors']} aria-hidden="true">
        <span />
        <b>App</b>
        <b>Server</b>
        {hasThief && <b className={css['thief']}>Thief</b>}
      </div>
      <ol aria-label="Sequence">
        {lines.slice(first, first + MOST).map((line) => (
          <Step
            key={line.place}
            line={line}
            timeline={timeline}
            isCurrent={line.place - line.count < count && count <= line.place}
            isLater={line.place - line.count >= count}
          />
        ))}
      </ol>
    </div>
  )
}

/** Calls in a row that went well become one line. */
function foldCalls({ entries }: Timeline): Line[] {
  const lines: Line[] = []
  for (const [index, entry] of entries.entries()) {
    const before = lines.at(-1)
    const isAlike = before !== undefined && isPlain(before.entry) && isPlain(entry)
    const isSame = isAlike && before.entry.used === entry.used && before.entry.actor === entry.actor
    if (isSame) lines[lines.length - 1] = { entry, place: index + 1, count: before.count + 1 }
    else lines.push({ entry, place: index + 1, count: 1 })
  }
  return lines
}

const isPlain = ({ act, exchange }: Entry): boolean =>
  act === 'call' && exchange !== null && statusOf(exchange) === 200

interface Props {
  line: Line
  timeline: Timeline
  isCurrent: boolean
  isLater: boolean
}

function Step({ line, timeline, isCurrent, isLater }: Props): ReactElement {
  const { entry, place, count } = line
  const { action, token, status } = tellEntry(entry, timeline.scenario)
  const [what = ''] = action.split(':')
  const path = pathOf(entry)
  const isRefused = status !== '' && status !== '200'
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      data-later={isLater || undefined}
      data-path={path}
    >
      <button type="button" onClick={() => selectEntry(place)}>
        <span className={css['when']}>{tellInstant(entry.at)}</span>
        <span className={css['said']}>
          <span>
            {count > 1 ? `${count} calls` : what} <b>{token}</b>
          </span>
          {path !== 'own' && <span className={css['arrow']} aria-hidden="true" />}
          <span data-state={isRefused ? 'fail' : 'pass'} className={css['answer']}>
            {status !== '' && (count > 1 ? 'all 200' : status)}
          </span>
        </span>
      </button>
    </li>
  )
}

function pathOf({ actor, act, exchange }: Entry): 'app' | 'thief' | 'copy' | 'own' {
  if (act === 'copy') return 'copy'
  if (exchange === null) return 'own'
  return actor === 'thief' ? 'thief' : 'app'
}
