/** What happens, event by event? The table is the picture’s twin and is always there; ux.md 4.6, 6.2. */
import { memo, type ReactElement } from 'react'
import type { Scenario } from '../../simulation/scenario.ts'
import { tellEntry } from '../../simulation/tellEntry.ts'
import type { Entry } from '../../simulation/timeline.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import { EventHead } from './EventHead.tsx'
import css from './EventTable.module.css'
import { useFollow } from './useFollow.ts'
import { useSession, useTimeline } from './useSession.ts'

/** Longer runs show this many rows, those around the playhead. */
const MOST_ROWS = 1000
/** Rows that are drawn, or left alone, together. */
const CHUNK = 50
const STEP = 2 * CHUNK

/** `isShown` is false where the picture stands in its place: then it is there for assistive technology alone. */
export function EventTable({ isShown }: { isShown: boolean }): ReactElement {
  const { entries, scenario, truncated } = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const first = useSession(({ playhead }) => firstRow(entries.length, playhead.count))
  const last = Math.min(first + MOST_ROWS, entries.length)
  const chunks = Array.from(
    { length: Math.ceil((last - first) / CHUNK) },
    (_unused, index) => first + index * CHUNK,
  )
  const box = useFollow<HTMLDivElement>(isShown ? count : 0)
  return (
    <div ref={box} className={isShown ? css['whole'] : `visually-hidden ${css['hidden']}`}>
      <table className={css['events']} aria-label="Events" aria-rowcount={entries.length + 1}>
        <EventHead />
        <tbody>
          {chunks.map((from) => (
            <Chunk
              key={from}
              from={from}
              until={Math.min(from + CHUNK, last)}
              entries={entries}
              scenario={scenario}
              count={Math.min(Math.max(count, from), from + CHUNK + 1)}
              isReached={isShown}
            />
          ))}
        </tbody>
      </table>
      {(last - first < entries.length || truncated) && (
        <p className={css['note']}>
          {last - first < entries.length &&
            `Events ${first + 1} to ${last} of ${entries.length}: those around the playhead. `}
          {truncated &&
            `More happens than the lab keeps. The run stops after ${entries.length} events.`}
        </p>
      )}
    </div>
  )
}

/** Moves by whole steps, so that each step moves few rows. */
function firstRow(length: number, count: number): number {
  if (length <= MOST_ROWS) return 0
  const last = Math.ceil((length - MOST_ROWS) / CHUNK) * CHUNK
  return Math.min(Math.max(0, Math.floor(count / STEP) * STEP - MOST_ROWS / 2), last)
}

interface ChunkProps {
  entries: readonly Entry[]
  /** Of the first and behind the last, counted from 0. */
  from: number
  until: number
  /** How many have happened; before and behind the chunk always the same, so that it is left alone. */
  count: number
  scenario: Scenario
  isReached: boolean
}

const Chunk = memo(function Chunk({
  entries,
  from,
  until,
  count,
  scenario,
  isReached,
}: ChunkProps): ReactElement {
  return (
    <>
      {entries.slice(from, until).map((entry, index) => {
        const place = from + index + 1
        return (
          <Row
            key={place}
            entry={entry}
            place={place}
            scenario={scenario}
            isCurrent={place === count}
            isLater={place > count}
            isReached={isReached}
          />
        )
      })}
    </>
  )
})

interface RowProps {
  entry: Entry
  place: number
  scenario: Scenario
  isCurrent: boolean
  isLater: boolean
  isReached: boolean
}

const Row = memo(function Row({
  entry,
  place,
  scenario,
  isCurrent,
  isLater,
  isReached,
}: RowProps): ReactElement {
  const { time, actor, action, token, status, why } = tellEntry(entry, scenario)
  const isRefused = status !== '' && status !== '200'
  return (
    <tr
      aria-rowindex={place + 1}
      aria-current={isCurrent ? 'true' : undefined}
      data-later={isLater || undefined}
      data-actor={entry.actor}
      onClick={() => selectEntry(place)}
    >
      <td>
        <button
          type="button"
          className={css['time']}
          tabIndex={isReached ? undefined : -1}
          onClick={() => selectEntry(place)}
        >
          {time}
        </button>
      </td>
      <td className={css['actor']}>{actor}</td>
      <td>{action}</td>
      <td>{token}</td>
      <td className={css['status']}>
        <span data-state={isRefused ? 'fail' : 'pass'}>
          {status !== '' && (
            <span aria-hidden="true" className={css['mark']}>
              {isRefused ? '✕' : '✓'}
            </span>
          )}
          {status}
        </span>
      </td>
      <td className={css['why']}>{why}</td>
    </tr>
  )
})
