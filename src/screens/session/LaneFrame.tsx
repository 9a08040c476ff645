/** Which names, hours and hairlines does the picture stand on? ux.md 4.1. */
import type { ReactElement } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { LANE_TITLES, type Layout } from './laneRows.ts'
import css from './Picture.module.css'
import { isWhole, TICK_ROOM } from './PlayheadLine.tsx'
import type { Placed } from './RequestMarks.tsx'
import { type Scale, ticksOf, xOf } from './scale.ts'

interface Props {
  layout: Layout
  scale: Scale
  placed: readonly Placed[]
}

export function LaneFrame({ layout, scale, placed }: Props): ReactElement {
  const [piece] = scale
  const right = (scale.at(-1)?.right ?? 0) + layout.density.right
  const { ruler, margin, name: baseline, hasDetails } = layout.density
  const ticks = piece === undefined ? [] : ticksOf(piece, TICK_ROOM)
  return (
    <g>
      <text className={css['muted']} x={margin} y={ruler - 5}>
        since login
      </text>
      {ticks.map((at) => {
        const x = Math.round(xOf(scale, at)) + 0.5
        return (
          <g key={at}>
            <line className={css['grid']} x1={x} x2={x} y1={ruler - 10} y2={layout.height} />
            {isWhole(scale, layout, at) && (
              <text className={css['muted']} x={x + 4} y={ruler - 5}>
                {tellInstant(at)}
              </text>
            )}
          </g>
        )
      })}
      {layout.lanes.map(({ name, top, height, lines }) => (
        <g key={name} data-lane={name}>
          <rect
            className={css['laneArea']}
            x={0}
            y={top}
            width={layout.density.gutter}
            height={height}
          />
          <line className={css['rule']} x1={0} x2={right} y1={top + 0.5} y2={top + 0.5} />
          <text
            className={name === 'thief' ? css['thiefName'] : css['laneName']}
            x={margin}
            y={top + baseline}
          >
            {LANE_TITLES[name]}
          </text>
          {hasDetails &&
            lines
              .filter((_line, row) => baseline + 16 + row * 15 < height)
              .map((line, row) => (
                <text
                  key={line}
                  className={css['muted']}
                  x={margin}
                  y={top + baseline + 16 + row * 15}
                >
                  {line}
                </text>
              ))}
        </g>
      ))}
      <line
        className={css['rule']}
        x1={0}
        x2={right}
        y1={layout.height - 0.5}
        y2={layout.height - 0.5}
      />
      {hasDetails && (
        <Instants scale={scale} placed={placed} left={layout.density.gutter} right={right} />
      )}
    </g>
  )
}

const ROOM = 56
/** From the middle of an instant to its end, for the last one. */
const HALF = 18

/** The instants of all but ordinary calls, as many as have room. */
function Instants({
  scale,
  placed,
  left,
  right,
}: Omit<Props, 'layout'> & { left: number; right: number }): ReactElement {
  const shown = chooseInstants(scale, placed, left)
  return (
    <g>
      {shown.map(({ x, place, at, isThief }) => (
        <g key={place}>
          <text
            className={isThief ? css['thiefInstant'] : css['instant']}
            x={Math.min(x, right - HALF)}
            y={16}
            textAnchor="middle"
          >
            {tellInstant(Math.floor(at / 1000) * 1000)}
          </text>
          <line className={isThief ? css['thiefTie'] : css['stem']} x1={x} x2={x} y1={20} y2={24} />
        </g>
      ))}
    </g>
  )
}

interface Instant {
  readonly x: number
  readonly place: number
  readonly at: number
  readonly isThief: boolean
}

function chooseInstants(scale: Scale, placed: readonly Placed[], left: number): Instant[] {
  const chosen: Instant[] = []
  let last = left - ROOM / 2
  for (const { entry, place } of placed) {
    const { act, actor, at } = entry
    const x = xOf(scale, at)
    if (act === 'call' || act === 'call again' || act === 'login' || x - last < ROOM) continue
    last = x
    chosen.push({ x, place, at, isThief: actor === 'thief' || act === 'copy' })
  }
  return chosen
}
