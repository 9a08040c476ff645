/** What does the whole session look like, with its idle time folded away? ux.md 4.3. */
import { memo, type PointerEvent, type ReactElement, useMemo, useRef } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { segmentsOf } from '../../state/sessionPlayhead.ts'
import { look, moveToInstant } from '../../state/sessionStore.ts'
import { fitWindow } from '../../state/sessionWindow.ts'
import { barsOf } from './Lanes.tsx'
import { DENSITIES } from './laneRows.ts'
import css from './Picture.module.css'
import { foldedScale, instantOf, type Scale, ticksOf, xOf } from './scale.ts'
import { TokenBar } from './TokenBar.tsx'
import { useSession, useTimeline, useWindow } from './useSession.ts'
import { useWidth } from './useWidth.ts'

/** It begins where the lanes below it begin. */
const GUTTER = DENSITIES.roomy.gutter
const HEIGHT = 68
const RIGHT_PAD = 32
/** How near a handle has to be, in pixels. */
const NEAR = 8

export function Overview(): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const { ref, width } = useWidth<HTMLDivElement>(1440)
  const scale = useMemo(
    () => foldedScale(segmentsOf(timeline), GUTTER, width - RIGHT_PAD),
    [timeline, width],
  )
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
      <svg
        aria-hidden="true"
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
        <Whole timeline={timeline} scale={scale} />
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

const Whole = memo(function Whole({
  timeline,
  scale,
}: {
  timeline: Timeline
  scale: Scale
}): ReactElement {
  const rows = { app: 10, server: -1, thief: 28 } as const
  const isKept = timeline.tokens.some(({ kind }) => kind === 'refresh') ? 'refresh' : null
  const bars = barsOf(timeline).filter(
    ({ lane, token }) =>
      lane !== 'server' && (isKept === null || token.kind === isKept || lane === 'thief'),
  )
  const hasRefreshOf = (lane: string): boolean =>
    bars.some((bar) => bar.lane === lane && bar.token.kind === 'refresh')
  return (
    <g>
      <text className={css['laneName']} x={32} y={22}>
        Whole life
      </text>
      <text className={css['muted']} x={32} y={38}>
        {scale.some(({ kind }) => kind === 'idle') ? 'idle time folded' : 'nothing folded'}
      </text>
      {scale.map((piece) => (
        <g key={piece.from}>
          {piece.kind === 'busy' ? (
            <Hours piece={piece} scale={scale} />
          ) : (
            <Fold left={piece.left} right={piece.right} length={piece.until - piece.from} />
          )}
        </g>
      ))}
      {scale
        .filter(({ kind }) => kind === 'busy')
        .flatMap(({ from, until }) =>
          bars
            .filter(({ lane, token }) => token.kind !== 'access' || !hasRefreshOf(lane))
            .map((bar) => (
              <TokenBar
                key={`${from} ${bar.lane} ${bar.token.label} ${bar.from}`}
                bar={bar}
                scale={scale}
                top={rows[bar.lane]}
                height={10}
                from={from}
                until={until}
                isPlain
              />
            )),
        )}
    </g>
  )
})

function Hours({ piece, scale }: { piece: Scale[number]; scale: Scale }): ReactElement {
  return (
    <>
      <line className={css['stave']} x1={piece.left} x2={piece.right} y1={46.5} y2={46.5} />
      {ticksOf(piece, 90).map((at) => (
        <g key={at}>
          <line className={css['stem']} x1={xOf(scale, at)} x2={xOf(scale, at)} y1={46} y2={51} />
          <text className={css['muted']} x={xOf(scale, at)} y={62} textAnchor="middle">
            {tellInstant(at)}
          </text>
        </g>
      ))}
    </>
  )
}

function Fold({
  left,
  right,
  length,
}: {
  left: number
  right: number
  length: number
}): ReactElement {
  const middle = (left + right) / 2
  const hours = Math.floor(length / 3_600_000)
  const minutes = Math.floor(length / 60_000) % 60
  return (
    <>
      <path className={css['fold']} d={`M${left + 4} 6l-6 9 6 9-6 9 6 9`} />
      <path className={css['fold']} d={`M${right - 4} 6l6 9-6 9 6 9-6 9`} />
      {right - left > 90 && (
        <>
          <text x={middle} y={24} textAnchor="middle">
            idle {hours} h{minutes > 0 ? ` ${minutes} min` : ''}
          </text>
          <text className={css['muted']} x={middle} y={39} textAnchor="middle">
            folded away
          </text>
        </>
      )}
    </>
  )
}
