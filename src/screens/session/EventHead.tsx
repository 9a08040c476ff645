/** Which columns does a table of events have? ux.md 4.6. */
import type { ReactElement } from 'react'
import { EVENT_COLUMNS } from '../../simulation/tellEntry.ts'

export function EventHead(): ReactElement {
  return (
    <thead>
      <tr>
        {EVENT_COLUMNS.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
