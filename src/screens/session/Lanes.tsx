/** Who holds which token, and who asks whom, in the stretch that is looked at? The picture of ux.md 4.1, 4.2. */
import { memo, type PointerEvent, type ReactElement, useMemo } from 'react'
import { lifetimes } from '../../simulation/lifetimes.ts'
import { storyAt } from '../../simulation/story.ts'
import { countUntil, type Timeline } from '../../simulation/timeline.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { memoLast } from '../../state/memoLast.ts'
import { moveToInstant, selectEntry } from '../../state/sessionStore.ts'
import { BAR, GUTTER, laneNamed, layOut, MOST_RECORDS, RULER, topOf } from './laneRows.ts'
import { LaneFrame } from './LaneFrame.tsx'
import { LaneTies } from './LaneTies.tsx'
import css from './Picture.module.css'
import { type Placed, RequestMarks } from './RequestMarks.tsx'
import { instantOf, linearScale, type Scale, xOf } from './scale.ts'
import { TokenBar } from './TokenBar.tsx'
import { useSession, useTimeline, useWindow } from './useSession.ts'
import { UserLine } from './UserLine.tsx'
import { useWidth } from './useWidth.ts'

export const barsOf = memoLast(lifetimes)

export function Lanes(): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const { ref, width } = useWidth<HTMLDivElement>(1044)
  const scale = useMemo(() => linearScale(from, until, GUTTER, width - 4), [from, until, width])
  const records = barsOf(timeline).filter((bar) => bar.lane === 'server').length
  const { height } = layOut(timeline, records)
  return (
    <div ref={ref} className={css['lanes']}>
      <svg
        role="img"
        aria-label="Timeline"
        aria-describedby="session-summary"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={(event) => pick(event, scale)}
        onPointerMove={(event) => {
          if (event.buttons === 1) scrub(event, scale)
        }}
      >
        <Shade scale={scale} height={height} />
        <Score timeline={timeline} scale={scale} />
        <PlayheadLine scale={scale} height={height} />
      </svg>
      <Summary />
    </div>
  )
}

/** A mark is chosen, any other place moves the playhead. */
function pick(event: PointerEvent<SVGSVGElement>, scale: Scale): void {
  const mark = event.target instanceof Element ? event.target.closest('[data-place]') : null
  const place = Number(mark?.getAttribute('data-place'))
  if (place > 0) selectEntry(place)
  else scrub(event, scale)
}

function scrub(event: PointerEvent<SVGSVGElement>, scale: Scale): void {
  const x = event.clientX - event.currentTarget.getBoundingClientRect().left
  if (x >= GUTTER) moveToInstant(instantOf(scale, x))
}

function Summary(): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const count = useSession((session) => session.playhead.count)
  const entry = timeline.entries[count - 1]
  const story = entry === undefined ? '' : storyAt(timeline, entry.at, count)
  return (
    <p id="session-summary" className="visually-hidden">
      Tokens and requests from {tellInstant(from)} to {tellInstant(until)}. {story} All events stand
      in the table.
    </p>
  )
}

const xAtPlayhead = (scale: Scale) => (session: { playhead: { instant: number } }) =>
  Math.round(xOf(scale, session.playhead.instant) * 2) / 2

/** What is still to come lies on another ground. */
function Shade({ scale, height }: { scale: Scale; height: number }): ReactElement {
  const x = useSession(xAtPlayhead(scale))
  const right = scale.at(-1)?.right ?? 0
  return <rect className={css['future']} x={x} y={0} width={right - x} height={height} />
}

function PlayheadLine({ scale, height }: { scale: Scale; height: number }): ReactElement {
  const x = useSession(xAtPlayhead(scale))
  const when = useSession(({ playhead }) => tellInstant(Math.floor(playhead.instant / 1000) * 1000))
  const width = when.length * 7 + 16
  const right = scale.at(-1)?.right ?? 0
  const left = Math.min(Math.max(x - width / 2, GUTTER - 20), right - width)
  return (
    <g>
      <line className={css['playhead']} x1={x} x2={x} y1={18} y2={height} />
      <rect className={css['flag']} x={left} y={2} width={width} height={19} rx={3} />
      <text className={css['flagText']} x={left + width / 2} y={16} textAnchor="middle">
        {when}
      </text>
    </g>
  )
}

const isCall = ({ entry: { act } }: Placed): boolean => act === 'call' || act === 'call again'

const Score = memo(function Score({
  timeline,
  scale,
}: {
  timeline: Timeline
  scale: Scale
}): ReactElement {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const bars = barsOf(timeline)
  const records = bars.filter((bar) => bar.lane === 'server')
  const layout = layOut(timeline, records.length)
  const first = countUntil(timeline.entries, from - 1)
  const placed: Placed[] = timeline.entries
    .slice(first, countUntil(timeline.entries, until))
    .map((entry, index) => ({ entry, place: first + index + 1 }))
  const asked = placed.filter(({ entry }) => entry.exchange !== null)
  const seen = records.filter((bar) => bar.from <= until)
  const [api, token, server] = (['api', 'token', 'server'] as const).map((name) =>
    laneNamed(layout, name),
  )
  const span = { scale, from, until }
  return (
    <g>
      <LaneFrame layout={layout} scale={scale} placed={placed} />
      <UserLine timeline={timeline} scale={scale} placed={placed} top={RULER} />
      <LaneTies layout={layout} scale={scale} placed={placed} />
      {bars
        .filter((bar) => bar.lane !== 'server')
        .map((bar) => (
          <TokenBar
            key={`${bar.lane} ${bar.token.label} ${bar.from}`}
            bar={bar}
            top={topOf(bar, layout)}
            height={BAR}
            {...span}
          />
        ))}
      {api && (
        <RequestMarks
          placed={asked.filter(isCall)}
          lane={api}
          scale={scale}
          hasThief={layout.hasThief}
        />
      )}
      {token && (
        <RequestMarks
          placed={asked.filter((one) => !isCall(one))}
          lane={token}
          scale={scale}
          hasThief={layout.hasThief}
        />
      )}
      {seen.slice(-MOST_RECORDS).map((bar, row) => (
        <TokenBar
          key={bar.token.label}
          bar={bar}
          top={(server?.top ?? 0) + 12 + row * 25}
          height={18}
          {...span}
        />
      ))}
    </g>
  )
})
