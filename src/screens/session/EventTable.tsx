/** What happens, event by event? The table is the picture’s twin and is always there; ux.md 4.6, 6.2. */
import { memo, type ReactElement, useState } from 'react'
import type { Scenario } from '../../simulation/scenario.ts'
import { tellEntry } from '../../simulation/tellEntry.ts'
import type { Entry } from '../../simulation/timeline.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import { useRested } from '../../ui/useRested.ts'
import { EventHead } from './EventHead.tsx'
import css from './EventTable.module.css'
import { useFocusedPlace } from './useFocusedPlace.ts'
import { useFollow } from './useFollow.ts'
import { useSession, useTimeline } from './useSession.ts'

/** Runs up to this long are shown whole. */
const WHOLE = 1000
/** Of longer ones, this many rows before and behind the playhead; while it is dragged far, about a screenful. */
const REACH = {
  atRest: { before: 150, behind: 150 },
  onTheMove: { before: 10, behind: 30 },
} as const
/** So far the playhead goes from where it rested last and still finds its row, and those around it, among them. */
const NEAR = 100
/** So long the playhead stands before rows that nobody looks at are drawn anew; milliseconds. */
const REST = 150
/** Rows that are drawn, or left alone, together. */
const CHUNK = 10

/** `isShown` is false where the picture stands in its place: then it is there for assistive technology alone. */
export function EventTable({ isShown }: { isShown: boolean }): ReactElement {
  const { entries, scenario, truncated } = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const near = Math.floor(count / CHUNK) * CHUNK
  const settled = useRested(near, REST)
  const isMoving = useIsFar(near, settled) && isShown && entries.length > WHOLE
  const { first, last } = isMoving
    ? rowsAround(entries.length, near, REACH.onTheMove)
    : rowsAround(entries.length, settled, REACH.atRest)
  const chunks = Array.from(
    { length: Math.ceil((last - first) / CHUNK) },
    (_unused, index) => first + index * CHUNK,
  )
  const box = useFollow<HTMLDivElement>(isShown && count > 0 ? `${count} ${first}` : null)
  const keepPlace = useFocusedPlace(box)
  return (
    <div
      ref={box}
      className={isShown ? css['whole'] : `visually-hidden ${css['hidden']}`}
      onFocus={keepPlace}
      onBlur={keepPlace}
    >
      <table className={css['events']} aria-label="Events" aria-rowcount={entries.length + 1}>
        <EventHead />
        <tbody>
          {chunks.map((from, index) => {
            const until = Math.min(from + CHUNK, last)
            return (
              <Chunk
                // rows that other events take over cost a drag less than new ones
                key={isMoving ? index : from}
                isReused={isMoving}
                from={from}
                until={until}
                entries={entries}
                scenario={scenario}
                count={Math.min(Math.max(count, from), until + 1)}
                isReached={isShown}
              />
            )
          })}
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

/** From the moment that the playhead is far from where it rested until it rests again, wherever it comes by meanwhile. */
function useIsFar(near: number, settled: number): boolean {
  const [wasFar, setFar] = useState(false)
  const isFar = wasFar ? near !== settled : Math.abs(near - settled) > NEAR
  if (isFar !== wasFar) setFar(isFar)
  return isFar
}

/** Of the first row and behind the last, counted from 0; both by whole chunks. */
function rowsAround(
  length: number,
  near: number,
  { before, behind }: { before: number; behind: number },
): { first: number; last: number } {
  if (length <= WHOLE) return { first: 0, last: length }
  const end = Math.ceil((length - before - behind) / CHUNK) * CHUNK
  const first = Math.min(Math.max(0, near - before), end)
  return { first, last: Math.min(first + before + behind, length) }
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
  /** Whether its rows are those of the events that stood here before. */
  isReused: boolean
}

const Chunk = memo(function Chunk({
  entries,
  from,
  until,
  count,
  scenario,
  isReached,
  isReused,
}: ChunkProps): ReactElement {
  return (
    <>
      {entries.slice(from, until).map((entry, index) => {
        const place = from + index + 1
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- its first cell has a button
          <tr
            key={isReused ? index : place}
            aria-rowindex={place + 1}
            aria-current={place === count ? 'true' : undefined}
            data-later={(isReached && place > count) || undefined}
            data-actor={entry.actor}
            onClick={() => selectEntry(place)}
          >
            <Cells entry={entry} place={place} scenario={scenario} isReached={isReached} />
          </tr>
        )
      })}
    </>
  )
})

interface CellsProps {
  entry: Entry
  place: number
  scenario: Scenario
  isReached: boolean
}

const Cells = memo(function Cells({ entry, place, scenario, isReached }: CellsProps): ReactElement {
  const { time, actor, action, token, status, why } = tellEntry(entry, scenario)
  const isRefused = status !== '' && status !== '200'
  return (
    <>
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
    </>
  )
})
