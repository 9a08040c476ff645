/** Where does the playhead stand in the lanes, and what does its flag cover? ux.md 4.1. */
import type { ReactElement } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Layout } from './laneRows.ts'
import css from './Picture.module.css'
import { type Scale, ticksOf, xOf } from './scale.ts'
import { useSession } from './useSession.ts'

/** Pixels from an hour to the next, and what a digit of it takes. */
export const TICK_ROOM = 64
const DIGIT = 6.7
/** How high the flag is. */
const FLAG = 19

/** Where the name of an hour stands. */
function hourAt(scale: Scale, at: number): { from: number; until: number } {
  const from = xOf(scale, at) + 3
  return { from, until: from + tellInstant(at).length * DIGIT + 2 }
}

/** Whether that name fits into the picture. */
export const isWhole = (scale: Scale, { density }: Layout, at: number): boolean =>
  hourAt(scale, at).until <= (scale.at(-1)?.right ?? 0) + density.right

export function PlayheadLine({ scale, layout }: { scale: Scale; layout: Layout }): ReactElement {
  const instant = useSession(({ playhead }) => playhead.instant)
  const { gutter, ruler, hasDetails } = layout.density
  const x = xOf(scale, instant)
  const when = tellInstant(Math.floor(instant / 1000) * 1000)
  const width = when.length * 7 + 16
  const right = (scale.at(-1)?.right ?? 0) + layout.density.right
  const left = Math.min(Math.max(x - width / 2, gutter - 20), right - width)
  const top = hasDetails ? 2 : ruler - FLAG
  return (
    <g>
      {!hasDetails && <Plate {...{ scale, layout, left, x, height: ruler, right: left + width }} />}
      <line className={css['playhead']} x1={x} x2={x} y1={top} y2={layout.height} />
      <rect className={css['flag']} x={left} y={top} width={width} height={FLAG} rx={3} />
      <text className={css['flagText']} x={left + width / 2} y={top + 14} textAnchor="middle">
        {when}
      </text>
    </g>
  )
}

/** Where hours and flag share a line, an hour that would stand out from behind the flag is covered whole. */
function Plate({
  scale,
  layout,
  left,
  right,
  x,
  height,
}: {
  scale: Scale
  layout: Layout
  left: number
  right: number
  x: number
  height: number
}): ReactElement | null {
  const [piece] = scale
  const hours = piece === undefined ? [] : ticksOf(piece, TICK_ROOM)
  const covered = hours
    .filter((at) => isWhole(scale, layout, at))
    .map((at) => hourAt(scale, at))
    .filter(({ from, until }) => until > left - 4 && from < right + 4)
  if (covered.length === 0) return null
  const from = Math.min(left, ...covered.map((hour) => hour.from))
  const until = Math.max(right, ...covered.map((hour) => hour.until))
  return (
    <>
      {from < x && (
        <rect className={css['plate']} x={from} y={0} width={x - from} height={height - 0.5} />
      )}
      {until > x && (
        <rect className={css['future']} x={x} y={0} width={until - x} height={height - 0.5} />
      )}
    </>
  )
}
