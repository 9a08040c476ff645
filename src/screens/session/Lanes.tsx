/** Who holds which token, and who asks whom, in the stretch that is looked at? The picture of ux.md 4.1, 4.2. */
import { type CSSProperties, type PointerEvent, type ReactElement, useMemo } from 'react'
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
  /** How many pixels of the screen one of the picture takes; larger than 1 where it is presented. */
  scale?: number
  /** How many times as high as they have to be the lanes may become where there is room. */
  stretch?: number
  /** True where the question of the session is asked beside it, and while it is not answered. */
  isVeiled?: boolean
}

export function Lanes({ scale: factor = 1, stretch = 1, isVeiled = false }: Props): ReactElement {
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
    () => fill(timeline, least, room / factor, stretch),
    [timeline, least, room, factor, stretch],
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
      data-fills={stretch > 1 || undefined}
      style={stretch > 1 ? limits(least, stretch, factor) : undefined}
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

/** How low and how high its place may be, in pixels of the screen. */
function limits({ height, density }: Layout, stretch: number, factor: number): CSSProperties {
  const most = density.ruler + (height - density.ruler) * stretch
  const style = { minHeight: height * factor, '--most': `${most * factor}px` }
  return style
}

/** The same lanes in as much of that room as they may use; the ruler stays as it is. */
function fill(timeline: Timeline, least: Layout, room: number, stretch: number): Layout {
  if (stretch === 1) return least
  const { ruler } = least.density
  const wanted = (room - ruler) / (least.height - ruler)
  const factor = Math.min(Math.max(wanted, 1), stretch)
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

/** What is to come would answer the question, and so would its mere length. */
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
