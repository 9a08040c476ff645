/** What of a session is drawn into its lanes: bars below, marks above? ux.md 4.1, 4.2. */
import { memo, type ReactElement } from 'react'
import type { Bar } from '../../simulation/lifetimes.ts'
import { isOnLane } from '../../simulation/lanes.ts'
import { LOGIN_TIME } from '../../simulation/scenario.ts'
import { countUntil, type Timeline } from '../../simulation/timeline.ts'
import { barsOf, recordsOf } from './events.ts'
import { LaneFrame } from './LaneFrame.tsx'
import { laneNamed, type Layout, staveOf, topOf } from './laneRows.ts'
import { LaneTies } from './LaneTies.tsx'
import css from './Picture.module.css'
import { type Placed, RequestMarks } from './RequestMarks.tsx'
import type { Scale } from './scale.ts'
import { TokenBar, TokenLabel } from './TokenBar.tsx'
import { Signed, UserLine } from './UserLine.tsx'

interface ScoreProps {
  timeline: Timeline
  scale: Scale
  layout: Layout
}

interface Drawn {
  readonly bar: Bar
  readonly top: number
  readonly height: number
}

/** The bars of the stretch, of the server’s records the newest. */
function drawnBars({ timeline, scale, layout }: ScoreProps): Drawn[] {
  const { density } = layout
  const until = scale[0]?.until ?? 0
  const seen = recordsOf(timeline).filter((bar) => bar.from <= until)
  const top = (laneNamed(layout, 'server')?.top ?? 0) + density.inset
  return [
    ...barsOf(timeline)
      .filter(({ lane }) => lane !== 'server')
      .map((bar) => ({ bar, top: topOf(bar, layout), height: density.bar })),
    ...seen
      .slice(-density.records)
      .map((bar, row) => ({ bar, top: top + row * density.pitch, height: density.record })),
  ]
}

/** The lanes of requests. */
const ASKED = ['api', 'token'] as const

const keyOf = ({ lane, token, from }: Bar): string => `${lane} ${token.label} ${from}`

export const Labels = memo(function Labels({ timeline, scale, layout }: ScoreProps): ReactElement {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  return (
    <g className={css['labels']}>
      {drawnBars({ timeline, scale, layout }).map(({ bar, top, height }) => (
        <TokenLabel key={keyOf(bar)} {...{ bar, top, height, scale, from, until }} />
      ))}
    </g>
  )
})

/** The bars and what they stand on. */
export const Score = memo(function Score({ timeline, scale, layout }: ScoreProps): ReactElement {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const frame = { layout, scale, placed: placedOn(timeline, scale) }
  return (
    <g>
      <LaneFrame {...frame} />
      <Staves scale={scale} layout={layout} />
      <Signed timeline={timeline} scale={scale} layout={layout} />
      <LaneTies {...frame} />
      {drawnBars({ timeline, scale, layout }).map(({ bar, top, height }) => (
        <TokenBar key={keyOf(bar)} {...{ bar, top, height, scale, from, until }} />
      ))}
    </g>
  )
})

/** The lines that requests stand on. */
function Staves({ scale, layout }: { scale: Scale; layout: Layout }): ReactElement {
  const [left, right] = [scale[0]?.left, scale.at(-1)?.right]
  return (
    <g>
      {ASKED.map((name) => {
        const lane = laneNamed(layout, name)
        const y = lane && staveOf(lane, layout)
        return <line key={name} className={css['stave']} x1={left} x2={right} y1={y} y2={y} />
      })}
    </g>
  )
}

/** Those of the stretch. */
function placedOn({ entries }: Timeline, scale: Scale): Placed[] {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const first = countUntil(entries, from - 1)
  return entries
    .slice(first, countUntil(entries, until))
    .map((entry, index) => ({ entry, place: first + index + 1 }))
}

interface MarksProps extends ScoreProps {
  /** How many events may be seen: a mark and its words stand out to both sides of their instant. */
  seen: number
}

/** What people and servers do. Above the veil, and only what it does not hide. */
export const Marks = memo(function Marks({
  timeline,
  scale,
  layout,
  seen,
}: MarksProps): ReactElement {
  const placed = placedOn(timeline, scale)
  return (
    <g>
      <UserLine {...{ placed, scale, layout, seen }} />
      {ASKED.map((name) => {
        const lane = laneNamed(layout, name)
        return lane ? (
          <RequestMarks
            key={name}
            placed={placed.filter(({ place }) => place <= seen && isOnLane(timeline, place, name))}
            {...{ lane, scale, layout }}
          />
        ) : null
      })}
    </g>
  )
})

/**
 * What the veil need not hide: a token of the app says itself until when it lives. What becomes of it before that, it
 * does not say, and how long a thief’s copy works is what a room may be guessing.
 */
export const Promises = memo(function Promises({
  timeline,
  scale,
  layout,
  seen,
}: MarksProps): ReactElement | null {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const entry = timeline.entries[seen - 1]
  if (entry === undefined) return null
  const { at, world } = entry
  const { access, refresh } = world.app
  const known = drawnBars({ timeline, scale, layout }).flatMap((drawn) => {
    const { bar } = drawn
    const isHeld = bar.lane !== 'thief' && (bar.token === access || bar.token === refresh)
    const now = bar.stretches.find((one) => one.from <= at && at < one.until)
    if (!isHeld || now?.state !== 'accepted') return []
    const end = bar.token.expiresAt * 1000 - LOGIN_TIME
    const promise = { ...now, until: Math.max(end, now.until) }
    return [{ ...drawn, bar: { ...bar, until: promise.until, stretches: [promise] } }]
  })
  return (
    <g className={css['labels']}>
      {known.map(({ bar, top, height }) => (
        <g key={keyOf(bar)}>
          <TokenBar {...{ bar, top, height, scale, from, until }} />
          <TokenLabel {...{ bar, top, height, scale, from, until }} />
        </g>
      ))}
    </g>
  )
})
