/** Which stretch of the whole session is looked at, and how is that changed? ux.md 4.3. */
import { type PointerEvent, type ReactElement, useMemo, useRef } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { segmentsOf } from '../../state/sessionPlayhead.ts'
import { look, moveToInstant } from '../../state/sessionStore.ts'
import { fitWindow } from '../../state/sessionWindow.ts'
import { DENSITIES } from './laneRows.ts'
import { LifeVeil } from './LifeVeil.tsx'
import css from './Picture.module.css'
import { PictureSummary } from './PictureSummary.tsx'
import { foldedScale, instantOf, type Scale, xOf } from './scale.ts'
import { useIsNarrow } from './useMedia.ts'
import { useSession, useTimeline, useWindow } from './useSession.ts'
import { useSize } from './useSize.ts'
import { WholeLife } from './WholeLife.tsx'

/** It begins where the lanes below it begin; a narrow one has no room for its name beside it. */
const GUTTER = DENSITIES.roomy.gutter
const NARROW_PAD = 20
const HEIGHT = 68
const RIGHT_PAD = 32
/** How near a handle has to be, in pixels. */
const NEAR = 8

interface Props {
  /** Where no lanes are drawn below it, this is the picture of the session. */
  isAlone: boolean
  /** Where what becomes of a thief’s copies is still to be guessed. */
  isVeiled: boolean
}

export function Overview({ isAlone, isVeiled }: Props): ReactElement {
  const isNarrow = useIsNarrow()
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const { ref, width } = useSize<HTMLDivElement>(1440)
  const scale = useMemo(
    () =>
      isNarrow
        ? foldedScale(segmentsOf(timeline), NARROW_PAD, width - NARROW_PAD)
        : foldedScale(segmentsOf(timeline), GUTTER, width - RIGHT_PAD),
    [timeline, width, isNarrow],
  )
  const named = isAlone
    ? { role: 'img', 'aria-label': 'Timeline', 'aria-describedby': 'session-summary' }
    : { 'aria-hidden': true }
  const dragged = useRef<'from' | 'until' | 'playhead'>('playhead')
  const [left, right] = [xOf(scale, from), xOf(scale, until)]
  const drag = (event: PointerEvent<SVGSVGElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const instant = instantOf(scale, x)
    if (dragged.current === 'playhead') moveToInstant(instant)
    else changeEdge(timeline, { from, until }, dragged.current, instant)
  }
  return (
    <div ref={ref} className={css['overview']}>
      <WindowEdges timeline={timeline} from={from} until={until} />
      {isAlone && <PictureSummary />}
      <svg
        {...named}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        onPointerDown={(event) => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current =
            Math.abs(x - left) < NEAR ? 'from' : Math.abs(x - right) < NEAR ? 'until' : 'playhead'
          drag(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) drag(event)
        }}
      >
        <WholeLife timeline={timeline} scale={scale} isNamed={!isNarrow} />
        {isVeiled && <LifeVeil scale={scale} height={HEIGHT - 23} />}
        <rect
          className={css['brush']}
          x={left}
          y={4.5}
          width={Math.max(right - left, 4)}
          height={44}
          rx={3}
        />
        <rect
          className={css['handle']}
          data-edge="start"
          x={left - 3}
          y={18}
          width={6}
          height={16}
          rx={2}
        />
        <rect
          className={css['handle']}
          data-edge="end"
          x={right - 3}
          y={18}
          width={6}
          height={16}
          rx={2}
        />
        <OverviewPlayhead scale={scale} />
      </svg>
    </div>
  )
}

function changeEdge(
  timeline: Timeline,
  window: { from: number; until: number },
  edge: 'from' | 'until',
  instant: number,
): void {
  look({ window: fitWindow(timeline, { ...window, [edge]: instant }, edge) })
}

interface EdgeProps {
  timeline: Timeline
  from: number
  until: number
}

/** For the keyboard; the pointer drags the handles that are drawn. */
function WindowEdges({ timeline, from, until }: EdgeProps): ReactElement {
  const edges = [
    { edge: 'from', label: 'Window start', at: from },
    { edge: 'until', label: 'Window end', at: until },
  ] as const
  return (
    <>
      {edges.map(({ edge, label, at }) => (
        <input
          key={edge}
          type="range"
          aria-label={label}
          className={css['edge']}
          min={0}
          max={timeline.horizon / 1000}
          step={1}
          value={at / 1000}
          aria-valuenow={at / 1000}
          aria-valuetext={`${tellInstant(at)} after login`}
          onChange={(event) =>
            changeEdge(timeline, { from, until }, edge, event.currentTarget.valueAsNumber * 1000)
          }
        />
      ))}
    </>
  )
}

function OverviewPlayhead({ scale }: { scale: Scale }): ReactElement {
  const x = useSession(({ playhead }) => Math.round(xOf(scale, playhead.instant) * 2) / 2)
  return (
    <g>
      <line className={css['playhead']} x1={x} x2={x} y1={2} y2={50} />
      <path className={css['flag']} d={`M${x - 5} 0h10l-5 6z`} />
    </g>
  )
}
