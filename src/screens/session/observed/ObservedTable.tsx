/** Which instants do the tokens name, row by row? The picture’s twin; ux.md 4.6, 6.2. */
import type { ReactElement } from 'react'
import { type Observation, rowsOf } from '../../../claims/observe.ts'
import { EventHead } from '../EventHead.tsx'
import css from './Observed.module.css'

export function ObservedTable({
  observation,
  now,
}: {
  observation: Observation
  now: number
}): ReactElement {
  return (
    <div className={css['events']}>
      <table aria-label="Events">
        <EventHead />
        <tbody>
          {rowsOf(observation, now).map((row) => (
            <tr
              key={`${row.token} ${row.action}`}
              aria-current={row.status === 'now' ? 'true' : undefined}
              data-inferred={row.status === 'inferred' || undefined}
            >
              <td>{row.time}</td>
              <td>{row.actor}</td>
              <td>{row.action}</td>
              <td>{row.token}</td>
              <td>{row.status}</td>
              <td>{row.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
