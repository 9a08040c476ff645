/** What happens, event by event? The table is the picture’s twin and is always there; ux.md 4.6, 6.2. */
import { memo, type ReactElement } from 'react'
import type { Scenario } from '../../simulation/scenario.ts'
import { tellEntry } from '../../simulation/tellEntry.ts'
import type { Entry } from '../../simulation/timeline.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import { EventHead } from './EventHead.tsx'
import css from './EventTable.module.css'
import { useSession, useTimeline } from './useSession.ts'

/** Longer runs show this many rows, those around the playhead. */
const MOST_ROWS = 1000
const STEP = 500

/** `isShown` is false where the picture stands in its place: then it is there for assistive technology alone. */
export function EventTable({ isShown }: { isShown: boolean }): ReactElement {
  const { entries, scenario, truncated } = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const first = useSession(({ playhead }) => firstRow(entries.length, playhead.count))
  const rows = entries.slice(first, first + MOST_ROWS)
  return (
    <div className={isShown ? css['whole'] : `visually-hidden ${css['hidden']}`}>
      <table className={css['events']} aria-label="Events" aria-rowcount={entries.length + 1}>
        <EventHead />
        <tbody>
          {rows.map((entry, index) => {
            const place = first + index + 1
            return (
              <Row
                key={place}
                entry={entry}
                place={place}
                scenario={scenario}
                isCurrent={place === count}
                isLater={place > count}
                isReached={isShown}
              />
            )
          })}
        </tbody>
      </table>
      {(rows.length < entries.length || truncated) && (
        <p className={css['note']}>
          {rows.length < entries.length &&
            `Events ${first + 1} to ${first + rows.length} of ${entries.length}: those around the playhead. `}
          {truncated &&
            `More happens than the lab keeps. The run stops after ${entries.length} events.`}
        </p>
      )}
    </div>
  )
}

/** Moves by whole steps, so that not each event moves all rows. */
function firstRow(length: number, count: number): number {
  if (length <= MOST_ROWS) return 0
  const last = length - MOST_ROWS
  return Math.min(Math.max(0, Math.floor(count / STEP) * STEP - STEP / 2), last)
}

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
