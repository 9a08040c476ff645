/** Who holds which token, and who asks whom, in the stretch that is looked at? The picture of ux.md 4.1, 4.2. */
import { memo, type PointerEvent, type ReactElement, useMemo } from 'react'
import { type Bar, lifetimes } from '../../simulation/lifetimes.ts'
import { isOnLane, LANES, type LaneName } from '../../simulation/lanes.ts'
import { countUntil, type Timeline } from '../../simulation/timeline.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { memoLast } from '../../state/memoLast.ts'
import { look, moveToInstant, selectEntry, sessionStore } from '../../state/sessionStore.ts'
import { DENSITIES, type Density, laneNamed, type Layout, layOut, topOf } from './laneRows.ts'
import { LaneFrame } from './LaneFrame.tsx'
import { LaneTies } from './LaneTies.tsx'
import css from './Picture.module.css'
import { PictureSummary } from './PictureSummary.tsx'
import { type Placed, RequestMarks } from './RequestMarks.tsx'
import { instantOf, linearScale, type Scale, xOf } from './scale.ts'
import { Spotlight } from './Spotlight.tsx'
import { TokenBar, TokenLabel } from './TokenBar.tsx'
import { useIsLow } from './useMedia.ts'
import { useSession, useTimeline, useWindow } from './useSession.ts'
import { UserLine } from './UserLine.tsx'
import { useWidth } from './useWidth.ts'

export const barsOf = memoLast(lifetimes)

interface Props {
  /** How many pixels of the screen one of the picture takes; larger than 1 where it is presented. */
  scale?: number
  /** True where the question of the session is asked beside it, and while it is not answered. */
  isVeiled?: boolean
}

export function Lanes({ scale: factor = 1, isVeiled = false }: Props): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const isLow = useIsLow()
  const { ref, width: whole } = useWidth<HTMLDivElement>(1044)
  const density = DENSITIES[factor === 1 ? (isLow ? 'close' : 'roomy') : 'projected']
  const width = whole / factor
  const scale = useMemo(
    () => linearScale(from, until, density.gutter, width - 4),
    [from, until, density, width],
  )
  const layout = useMemo(
    () => layOut(timeline, recordsOf(timeline).length, density),
    [timeline, density],
  )
  const { height } = layout
  return (
    <div ref={ref} className={css['lanes']}>
      <svg
        id="session-lanes"
        role="img"
        aria-label="Timeline"
        aria-describedby="session-summary"
        width={whole}
        height={height * factor}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={(event) => pick(event, scale, density, factor)}
        onPointerMove={(event) => {
          if (event.buttons === 1) scrub(event, scale, density, factor)
        }}
      >
        <ChosenLane layout={layout} width={width} />
        <Shade scale={scale} height={height} />
        <Score timeline={timeline} scale={scale} layout={layout} />
        <PlayheadLine scale={scale} layout={layout} />
        <Labels timeline={timeline} scale={scale} layout={layout} />
        {isVeiled && <Veil scale={scale} layout={layout} />}
        <Spotlight scale={scale} layout={layout} />
      </svg>
      <PictureSummary />
    </div>
  )
}

const recordsOf = memoLast((timeline: Timeline): Bar[] =>
  barsOf(timeline).filter(({ lane }) => lane === 'server'),
)

type Pointing = PointerEvent<SVGSVGElement>

/** A mark is chosen, the name of a lane chooses the lane or lets go of it, any other place moves the playhead. */
function pick(event: Pointing, scale: Scale, density: Density, factor: number): void {
  const target = event.target instanceof Element ? event.target : null
  const place = Number(target?.closest('[data-place]')?.getAttribute('data-place'))
  const named = target?.closest('[data-lane]')?.getAttribute('data-lane')
  const lane = LANES.find((one) => one === named)
  if (place > 0) selectEntry(place)
  else if (lane) chooseLane(lane)
  else scrub(event, scale, density, factor)
}

function chooseLane(lane: LaneName): void {
  look({ lane: sessionStore.getState().lane === lane ? null : lane })
}

function scrub(event: Pointing, scale: Scale, { gutter }: Density, factor: number): void {
  const x = (event.clientX - event.currentTarget.getBoundingClientRect().left) / factor
  if (x >= gutter) moveToInstant(instantOf(scale, x))
}

const xAtPlayhead = (scale: Scale) => (session: { playhead: { instant: number } }) =>
  Math.round(xOf(scale, session.playhead.instant) * 2) / 2

/** What is still to come lies on another ground. */
function Shade({ scale, height }: { scale: Scale; height: number }): ReactElement {
  const x = useSession(xAtPlayhead(scale))
  const right = scale.at(-1)?.right ?? 0
  return <rect className={css['future']} x={x} y={0} width={right - x} height={height} />
}

/** What is to come would answer the question; so it only shimmers through. */
function Veil({ scale, layout }: { scale: Scale; layout: Layout }): ReactElement | null {
  const x = useSession(xAtPlayhead(scale))
  const right = scale.at(-1)?.right ?? 0
  if (x >= right) return null
  return <rect className={css['veil']} x={x} y={40} width={right - x + 4} height={layout.height} />
}

function PlayheadLine({ scale, layout }: { scale: Scale; layout: Layout }): ReactElement {
  const x = useSession(xAtPlayhead(scale))
  const when = useSession(({ playhead }) => tellInstant(Math.floor(playhead.instant / 1000) * 1000))
  const width = when.length * 7 + 16
  const right = scale.at(-1)?.right ?? 0
  const left = Math.min(Math.max(x - width / 2, layout.density.gutter - 20), right - width)
  return (
    <g>
      <line className={css['playhead']} x1={x} x2={x} y1={18} y2={layout.height} />
      <rect className={css['flag']} x={left} y={2} width={width} height={19} rx={3} />
      <text className={css['flagText']} x={left + width / 2} y={16} textAnchor="middle">
        {when}
      </text>
    </g>
  )
}

/** The lane that the steps keep to. */
function ChosenLane({ layout, width }: { layout: Layout; width: number }): ReactElement | null {
  const name = useSession((session) => session.lane)
  const lane = name === null ? undefined : laneNamed(layout, name)
  if (lane === undefined) return null
  const { top, height } = lane
  return (
    <g>
      <rect className={css['chosen']} x={0} y={top} width={width} height={height} />
      <rect className={css['edgeOfChosen']} x={0} y={top} width={3} height={height} />
    </g>
  )
}

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

const keyOf = ({ lane, token, from }: Bar): string => `${lane} ${token.label} ${from}`

const Labels = memo(function Labels({ timeline, scale, layout }: ScoreProps): ReactElement {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  return (
    <g className={css['labels']}>
      {drawnBars({ timeline, scale, layout }).map(({ bar, top, height }) => (
        <TokenLabel key={keyOf(bar)} {...{ bar, top, height, scale, from, until }} />
      ))}
    </g>
  )
})

const Score = memo(function Score({ timeline, scale, layout }: ScoreProps): ReactElement {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const first = countUntil(timeline.entries, from - 1)
  const placed: Placed[] = timeline.entries
    .slice(first, countUntil(timeline.entries, until))
    .map((entry, index) => ({ entry, place: first + index + 1 }))
  const frame = { layout, scale, placed }
  return (
    <g>
      <LaneFrame {...frame} />
      <UserLine timeline={timeline} {...frame} />
      <LaneTies {...frame} />
      {drawnBars({ timeline, scale, layout }).map(({ bar, top, height }) => (
        <TokenBar key={keyOf(bar)} {...{ bar, top, height, scale, from, until }} />
      ))}
      {(['api', 'token'] as const).map((name) => {
        const lane = laneNamed(layout, name)
        return lane ? (
          <RequestMarks
            key={name}
            placed={placed.filter(({ place }) => isOnLane(timeline, place, name))}
            lane={lane}
            scale={scale}
            layout={layout}
          />
        ) : null
      })}
    </g>
  )
})
