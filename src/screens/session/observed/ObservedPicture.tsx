/** What of the tokens’ lives is known, drawn solid, and what is inferred, drawn dashed? ux.md 4.12. */
import type { ReactElement } from 'react'
import { tellDuration } from '../../../claims/duration.ts'
import { tellUtc } from '../../../claims/numericDate.ts'
import type { Observation, ObservedToken } from '../../../claims/observe.ts'
import { useSize } from '../useSize.ts'
import { type LaneScale, namedKnots, placeOf, scaleOf, xAt } from './laneScale.ts'
import css from './Observed.module.css'

const RULER = 68
const LANE = 74
const BAR = 22
const EDGE = 40
/** Room for a torn edge. */
const TORN = 56
/** Labels of instants nearer than this leave out the later one; the table has it. */
const ROOM = 92

const SERVER = 'We can’t know what the server has revoked. Only the server can.'

export function ObservedPicture({
  observation,
  now,
}: {
  observation: Observation
  now: number
}): ReactElement {
  const { ref, width } = useSize<HTMLDivElement>(1100)
  const isNarrow = width < 600
  const scale = isNarrow
    ? scaleOf(observation, 64, width - 56)
    : scaleOf(observation, EDGE + TORN + 24, width - 140)
  const { tokens } = observation
  const height = RULER + (tokens.length + 1) * LANE + 8
  return (
    <div ref={ref} className={css['picture']}>
      <svg
        role="img"
        aria-label="Timeline"
        aria-describedby="observed-now"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <Ruler scale={scale} height={height} />
        {tokens.map((token, index) => (
          <TokenLane
            key={token.label}
            token={token}
            scale={scale}
            top={RULER + index * LANE}
            width={width}
          />
        ))}
        <g>
          <line className={css['rule']} x2={width} y1={height - LANE - 8} y2={height - LANE - 8} />
          <text className={css['name']} x={EDGE - 8} y={height - LANE + 14}>
            Server
          </text>
          <text className={css['muted']} x={EDGE - 8} y={height - LANE + 36}>
            {isNarrow ? 'We can’t know what the server has revoked.' : SERVER}
          </text>
          {isNarrow && (
            <text className={css['muted']} x={EDGE - 8} y={height - LANE + 53}>
              Only the server can.
            </text>
          )}
        </g>
        <NowMark scale={scale} now={now} width={width} height={height} />
      </svg>
    </div>
  )
}

function Ruler({ scale, height }: { scale: LaneScale; height: number }): ReactElement {
  const named = namedKnots(scale, ROOM)
  return (
    <g>
      {scale.knots.map(({ at, x }, index) => {
        const before = scale.knots[index - 1]
        const [date = '', time = ''] = tellUtc(at).split(' ')
        const gap = before === undefined ? 0 : x - before.x
        return (
          <g key={at}>
            <line className={css['grid']} x1={x} x2={x} y1={36} y2={height - LANE - 8} />
            {named.has(at) && (
              <>
                <text className={css['instant']} x={x} y={16} textAnchor="middle">
                  {time}
                </text>
                <text className={css['muted']} x={x} y={31} textAnchor="middle">
                  {date}
                </text>
              </>
            )}
            {before !== undefined && gap > 190 && (
              <text className={css['muted']} x={(x + before.x) / 2} y={24} textAnchor="middle">
                {tellDuration(before.at, at)}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

const NOUNS: Record<ObservedToken['kind'], string> = {
  access: 'Access token',
  refresh: 'Refresh token',
  sliding: 'Sliding token',
  other: 'Token',
}

interface LaneProps {
  token: ObservedToken
  scale: LaneScale
  top: number
  width: number
}

function TokenLane({ token, scale, top, width }: LaneProps): ReactElement {
  const { label, kind, issued, ends } = token
  const y = top + 34
  const isRead = issued?.certainty === 'read'
  const end = ends === null ? null : xAt(scale, ends)
  const start = issued === null ? null : xAt(scale, issued.at)
  const isInverted = start !== null && end !== null && start >= end
  return (
    <g data-kind={kind === 'other' ? 'access' : kind}>
      <line className={css['rule']} x2={width} y1={top} y2={top} />
      <text className={css['lane']} x={EDGE - 8} y={top + 22}>
        <tspan className={css['name']}>
          {label} {NOUNS[kind]}
        </tspan>
        {issued?.certainty !== 'read' && (
          <tspan className={css['muted']} dx={10}>
            issue time not in the token
          </tspan>
        )}
      </text>
      {!isRead && start !== null && end !== null && (
        <>
          <rect
            className={css['inferred']}
            x={start}
            y={y + 0.5}
            width={Math.max(end - start, 1)}
            height={BAR - 1}
          />
          <text className={css['muted']} x={start + 6} y={y + 15}>
            {end - start > 170 ? 'if defaults' : ''}
          </text>
        </>
      )}
      {end !== null && !isInverted && (
        <path
          className={css['fact']}
          d={
            isRead && start !== null
              ? `M${start} ${y}H${end}v${BAR}H${start}z`
              : tornLeft(Math.max(end - TORN, EDGE), end, y)
          }
        />
      )}
      {end === null && start !== null && (
        <path className={css['fact']} d={tornRight(start, Math.min(start + 160, width - 8), y)} />
      )}
      {end !== null && (
        <line className={css['cap']} x1={end} x2={end} y1={y - 4} y2={y + BAR + 4} />
      )}
      {end === null && start === null && (
        <text className={css['muted']} x={EDGE - 8} y={y + 15}>
          No dates to draw.
        </text>
      )}
    </g>
  )
}

/** Three teeth. */
const TEETH = [0, 1, 2]

const tornLeft = (left: number, right: number, y: number): string => {
  const step = BAR / 6
  return `M${right} ${y}H${left}${TEETH.map(() => `l6 ${step}l-6 ${step}`).join('')}H${right}z`
}

const tornRight = (left: number, right: number, y: number): string => {
  const step = BAR / 6
  return `M${left} ${y}H${right}${TEETH.map(() => `l-6 ${step}l6 ${step}`).join('')}H${left}z`
}

interface NowProps {
  scale: LaneScale
  now: number
  width: number
  height: number
}

/** A line where it is among the tokens’ instants, else an arrow with words. */
function NowMark({ scale, now, width, height }: NowProps): ReactElement {
  const place = placeOf(scale, now)
  const bottom = height - LANE - 8
  if (place.side === null)
    return (
      <g>
        <line className={css['now']} x1={place.x} x2={place.x} y1={38} y2={bottom} />
        <text className={css['instant']} x={place.x + 5} y={RULER - 8}>
          now
        </text>
      </g>
    )
  const nearest = place.side === 'right' ? scale.knots.at(-1) : scale.knots[0]
  const far = nearest === undefined ? '' : tellDuration(nearest.at, now)
  const isRight = place.side === 'right'
  const tip = isRight ? width - 12 : 12
  const back = isRight ? -1 : 1
  const y = RULER - 14
  return (
    <g>
      <path
        className={css['arrow']}
        d={`M${tip + back * 28} ${y}H${tip}m${back * 6} -5L${tip} ${y}l${back * 6} 5`}
      />
      <text x={tip + back * 36} y={y + 4} textAnchor={isRight ? 'end' : 'start'}>
        {nearest === undefined ? 'now' : `now is ${far} to the ${place.side}`}
      </text>
    </g>
  )
}
