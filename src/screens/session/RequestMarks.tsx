/** Which requests were answered how, and when? ux.md 4.2, 4.5. */
import type { ReactElement } from 'react'
import type { Entry } from '../../simulation/timeline.ts'
import { statusOf } from '../../simulation/wire.ts'
import { type Lane, type Layout, staveOf } from './laneRows.ts'
import css from './Picture.module.css'
import { type Scale, xOf } from './scale.ts'

/** An entry with its place in the run, counted from 1. */
export interface Placed {
  readonly entry: Entry
  readonly place: number
}

/** Marks closer than this many pixels become one; a refusal is never hidden by what was accepted. */
const ROOM = 9
/** How far words may stand out at the right. */
const RIGHT = 4

interface Props {
  placed: readonly Placed[]
  scale: Scale
  lane: Lane
  layout: Layout
}

export function RequestMarks({ placed, scale, lane, layout }: Props): ReactElement {
  const stave = staveOf(lane, layout)
  const { reach } = layout.density
  const right = scale.at(-1)?.right ?? 0
  const sides = [false, true].map((isThief) =>
    gather(
      placed.filter(({ entry }) => (entry.actor === 'thief') === isThief),
      scale,
    ),
  )
  return (
    <g>
      {sides.flatMap((marks, side) =>
        marks.map(({ x, entry, place, count, next }, index) => (
          <Mark
            // oxlint-disable-next-line react/no-array-index-key -- the marks of another stretch take over those of this one, which costs less than new ones
            key={`${side} ${index}`}
            x={x}
            y={side === 1 ? stave + reach : stave - reach}
            stave={stave}
            entry={entry}
            place={place}
            count={count}
            room={Math.min(next, right + RIGHT) - x}
            roomBefore={next === Infinity ? x - endOf(marks[index - 1], scale) : 0}
            isThief={side === 1}
          />
        )),
      )}
    </g>
  )
}

interface Gathered extends Placed {
  readonly x: number
  readonly count: number
  readonly next: number
}

const isRefused = ({ exchange }: Entry): boolean => exchange !== null && statusOf(exchange) !== 200

function gather(placed: readonly Placed[], scale: Scale): Gathered[] {
  const marks: Gathered[] = []
  for (const one of placed) {
    const x = xOf(scale, one.entry.at)
    const before = marks.at(-1)
    if (before === undefined || x - before.x >= ROOM) {
      if (before) marks[marks.length - 1] = { ...before, next: x }
      marks.push({ ...one, x, count: 1, next: Infinity })
    } else {
      const kept = isRefused(before.entry) || !isRefused(one.entry) ? before : one
      marks[marks.length - 1] = { ...before, ...kept, x: before.x, count: before.count + 1 }
    }
  }
  return marks
}

interface MarkProps {
  x: number
  y: number
  stave: number
  entry: Entry
  place: number
  count: number
  /** Pixels up to the next mark or the end of the picture, and for the last mark those from what stands before it. */
  room: number
  roomBefore: number
  isThief: boolean
}

function Mark({
  x,
  y,
  stave,
  entry,
  place,
  count,
  room,
  roomBefore,
  isThief,
}: MarkProps): ReactElement {
  const refused = isRefused(entry)
  const isNew = entry.gained.length > 0
  const words = tellMark(entry)
  const needed = roomFor(words, isThief)
  const fits = room > needed
  // off the ring around the chosen mark, where there is room for that
  const apart = room > needed + 4 ? 13 : 9
  return (
    <g data-place={place} data-thief={isThief || undefined} className={css['request']}>
      <line className={css['stem']} x1={x} x2={x} y1={stave} y2={isThief ? y - 8 : y + 8} />
      <rect x={x - 9} y={y - 12} width={18} height={24} fill="transparent" />
      {isThief && !refused && !isNew && <circle className={css['ring']} cx={x} cy={y} r={8} />}
      {refused ? (
        <>
          <path className={css['octagon']} d={octagon(x, y)} />
          <path className={css['cross']} d={`M${x - 3} ${y - 3}l6 6m0-6-6 6`} />
        </>
      ) : isNew ? (
        <path className={css['triangle']} d={`M${x} ${y - 7}l7 13h-14z`} />
      ) : (
        <path className={css['tick']} d={`M${x - 5} ${y}l3.6 4 6.4-8.5`} />
      )}
      {words !== '' && (fits || roomBefore > needed) && (
        <text
          className={refused ? css['refusedWord'] : css['halo']}
          x={fits ? x + apart : x - 13}
          y={y + 4}
          textAnchor={fits ? 'start' : 'end'}
        >
          {words}
        </text>
      )}
      {refused && !fits && (
        <text className={css['refusedWord']} x={x} y={y - 12} textAnchor="middle">
          {count > 1 && room > 40 ? `401 × ${count}` : ''}
        </text>
      )}
    </g>
  )
}

/** Pixels for a mark and its words, up to the next mark; the thief’s have a ring. */
const roomFor = (words: string, hasRing: boolean): number =>
  16 + words.length * 6.2 + (hasRing ? 8 : 0)

/** Where a mark and its words end. */
function endOf(mark: Gathered | undefined, scale: Scale): number {
  if (mark === undefined) return scale[0]?.left ?? 0
  const needed = roomFor(tellMark(mark.entry), mark.entry.actor === 'thief')
  return mark.x + (mark.next - mark.x > needed ? needed : 0)
}

function tellMark({ act, used, gained, exchange }: Entry): string {
  const status = exchange === null ? 200 : statusOf(exchange)
  if (status !== 200)
    return act === 'call' || act === 'call again'
      ? `${status}`
      : `${used?.label ?? ''} refused: ${status}`
  const names = gained.map(({ label }) => label).join(', ')
  if (act === 'login') return `password → ${names}`
  if (act === 'refresh') return `${used?.label ?? ''} → ${names}`
  return act === 'logout' ? `${used?.label ?? ''} ended` : ''
}

function octagon(x: number, y: number): string {
  const [short, long] = [3.3, 8]
  const points = [
    [-short, -long],
    [short, -long],
    [long, -short],
    [long, short],
    [short, long],
    [-short, long],
    [-long, short],
    [-long, -short],
  ]
  return `M${points.map(([dx = 0, dy = 0]) => `${x + dx} ${y + dy}`).join('L')}Z`
}
