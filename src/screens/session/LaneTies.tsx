/** Where do tokens go when they are made, swapped or copied? ux.md 4.1, 4.5. */
import type { ReactElement } from 'react'
import { laneNamed, type Layout } from './laneRows.ts'
import css from './Picture.module.css'
import type { Placed } from './RequestMarks.tsx'
import { type Scale, xOf } from './scale.ts'

interface Props {
  layout: Layout
  scale: Scale
  placed: readonly Placed[]
}

export function LaneTies({ layout, scale, placed }: Props): ReactElement {
  const [app, token, thief] = (['app', 'token', 'thief'] as const).map((name) =>
    laneNamed(layout, name),
  )
  if (app === undefined || token === undefined) return <g />
  const { inset, bar, row: apart, reach } = layout.density
  const appTop = app.top + inset
  const middle = token.top + token.height / 2
  const thiefTop = (thief?.top ?? 0) + inset
  return (
    <g>
      {placed.map(({ entry, place }) => {
        const x = xOf(scale, entry.at)
        const isMade = entry.gained.length > 0
        if (entry.act === 'copy') {
          const hasRefresh = entry.gained.some(({ kind }) => kind === 'refresh')
          const row = hasRefresh ? apart : 0
          return (
            <g key={place} data-place={place}>
              <line
                className={css['tether']}
                x1={x}
                x2={x}
                y1={appTop + row + bar / 2}
                y2={thiefTop + row}
              />
              <circle className={css['tetherDot']} cx={x} cy={appTop + row + bar / 2} r={4} />
            </g>
          )
        }
        if (!isMade) return null
        return entry.actor === 'thief' ? (
          <line
            key={place}
            className={css['thiefTie']}
            x1={x}
            x2={x}
            y1={middle + reach + 8}
            y2={thiefTop}
          />
        ) : (
          <line key={place} className={css['tie']} x1={x} x2={x} y1={appTop + bar} y2={middle} />
        )
      })}
    </g>
  )
}
