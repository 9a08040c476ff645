/** Who holds which token, and who asks whom, in the stretch that is looked at? The picture of ux.md 4.1, 4.2. */
import { type PointerEvent, type ReactElement, useMemo } from 'react'
import { LANES, type LaneName } from '../../simulation/lanes.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { look, moveToInstant, selectEntry, sessionStore } from '../../state/sessionStore.ts'
import { recordsOf } from './events.ts'
import { DENSITIES, type Density, laneNamed, type Layout, layOut, stretched } from './laneRows.ts'
import css from './Picture.module.css'
import { PictureSummary } from './PictureSummary.tsx'
import { PlayheadLine } from './PlayheadLine.tsx'
import { instantOf, linearScale, type Scale, xOf } from './scale.ts'
import { Labels, Marks, Promises, Score } from './Score.tsx'
import { Spotlight } from './Spotlight.tsx'
import { useIsLow } from './useMedia.ts'
import { useSize } from './useSize.ts'
import { useSession, useTimeline, useWindow } from './useSession.ts'

interface Props {
  /** How many pixels of the screen one of the picture takes; larger than 1 where it is presented, and fills its place. */
  scale?: number
  /** True where the question of the session is asked beside it, and while it is not answered. */
  isVeiled?: boolean
}

export function Lanes({ scale: factor = 1, isVeiled = false }: Props): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const isLow = useIsLow()
  const { ref, width: whole, height: room } = useSize<HTMLDivElement>(1044)
  const isPresented = factor !== 1
  const least = useMemo(
    () =>
      layOut(
        timeline,
        recordsOf(timeline).length,
        DENSITIES[isPresented ? 'projected' : isLow ? 'close' : 'roomy'],
      ),
    [timeline, isPresented, isLow],
  )
  const layout = useMemo(
    () => (isPresented ? fill(timeline, least, room / factor) : least),
    [timeline, isPresented, least, room, factor],
  )
  const seen = useSession(({ playhead }) => (isVeiled ? playhead.count : Infinity))
  const { density, height } = layout
  const width = whole / factor
  const scale = useMemo(
    () => linearScale(from, until, density.gutter, width - density.right),
    [from, until, density, width],
  )
  return (
    <div
      ref={ref}
      className={css['lanes']}
      data-fills={isPresented || undefined}
      style={isPresented ? { minHeight: least.height * factor } : undefined}
    >
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
        <Shade scale={scale} width={width} height={height} />
        <Score timeline={timeline} scale={scale} layout={layout} />
        <PlayheadLine scale={scale} layout={layout} />
        <Labels timeline={timeline} scale={scale} layout={layout} />
        {isVeiled && (
          <>
            <Veil scale={scale} layout={layout} />
            <Promises timeline={timeline} scale={scale} layout={layout} seen={seen} />
          </>
        )}
        <Marks timeline={timeline} scale={scale} layout={layout} seen={seen} />
        <Spotlight scale={scale} layout={layout} />
      </svg>
      <PictureSummary />
    </div>
  )
}

/** Higher lanes become no easier to read. */
const MOST_STRETCHED = 1.9

/** The same lanes in as much of that room as they can use; the ruler stays as it is. */
function fill(timeline: Timeline, least: Layout, room: number): Layout {
  const { ruler } = least.density
  const wanted = (room - ruler) / (least.height - ruler)
  const factor = Math.min(Math.max(wanted, 1), MOST_STRETCHED)
  return layOut(timeline, recordsOf(timeline).length, stretched(least.density, factor))
}

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
function Shade({
  scale,
  width,
  height,
}: {
  scale: Scale
  width: number
  height: number
}): ReactElement | null {
  const x = useSession(xAtPlayhead(scale))
  if (x >= (scale.at(-1)?.right ?? 0)) return null
  return <rect className={css['future']} x={x} y={0} width={width - x} height={height} />
}

/** What is to come would answer the question; so it only shimmers through. */
function Veil({ scale, layout }: { scale: Scale; layout: Layout }): ReactElement | null {
  const x = useSession(xAtPlayhead(scale))
  const right = scale.at(-1)?.right ?? 0
  if (x >= right) return null
  return (
    <rect
      className={css['veil']}
      x={x}
      y={layout.density.ruler}
      width={right + layout.density.right - x}
      height={layout.height}
    />
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
