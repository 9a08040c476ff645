/** How does the stretch that is presented compare to the whole session? True to scale, since 24 hours against 5 minutes is what a room should see; ux.md 4.3, 4.10. */
import { memo, type ReactElement, useMemo } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { barsOf, hasThiefIn } from './events.ts'
import { DENSITIES } from './laneRows.ts'
import { LifeVeil } from './LifeVeil.tsx'
import css from './Picture.module.css'
import { linearScale, type Scale, xOf } from './scale.ts'
import { useSession, useTimeline, useWindow } from './useSession.ts'
import { useSize } from './useSize.ts'

const { gutter } = DENSITIES.projected
const BAR = 4
const ROWS = { access: 2, sliding: 2, refresh: 7, thief: 12 } as const
/** What a letter takes. */
const LETTER = 6.2

interface Props {
  /** Pixels of the screen for one of the picture. */
  scale: number
  /** Whether what becomes of a thief’s copies is still to be guessed. */
  isVeiled: boolean
}

export function PresentedLife({ scale: factor, isVeiled }: Props): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const { ref, width: whole } = useSize<HTMLDivElement>(1152)
  const width = whole / factor
  const end = tellInstant(timeline.horizon)
  const scale = useMemo(
    () => linearScale(0, timeline.horizon, gutter, width - end.length * LETTER - 10),
    [timeline, width, end],
  )
  const hasThief = hasThiefIn(timeline)
  const height = hasThief ? ROWS.thief + BAR + 2 : ROWS.refresh + BAR + 5
  const [left, right] = [xOf(scale, from), xOf(scale, until)]
  return (
    <div ref={ref} className={css['lanes']}>
      <svg
        aria-hidden="true"
        width={whole}
        height={height * factor}
        viewBox={`0 0 ${width} ${height}`}
      >
        <text className={css['laneName']} x={0} y={height / 2 + 4.3}>
          Whole session
        </text>
        <Bars timeline={timeline} scale={scale} />
        {isVeiled && <LifeVeil scale={scale} height={height} />}
        <rect
          className={css['brush']}
          x={left - 1}
          y={0.6}
          width={Math.max(right - left, 2) + 2}
          height={height - 1.2}
          rx={2}
        />
        <LifePlayhead scale={scale} height={height} />
        <text className={css['muted']} x={width} y={height / 2 + 4.3} textAnchor="end">
          {end}
        </text>
      </svg>
    </div>
  )
}

/** While a server takes it. */
const Bars = memo(function Bars({
  timeline,
  scale,
}: {
  timeline: Timeline
  scale: Scale
}): ReactElement {
  const shown = barsOf(timeline).filter(({ lane }) => lane !== 'server')
  return (
    <g>
      {shown.map(({ lane, token, stretches }) =>
        stretches
          .filter(({ state }) => state === 'accepted')
          .map(({ from, until }) => (
            <rect
              key={`${lane} ${token.label} ${from}`}
              className={css['inShort']}
              data-kind={token.kind}
              data-thief={lane === 'thief' || undefined}
              x={xOf(scale, from)}
              y={lane === 'thief' ? ROWS.thief : ROWS[token.kind]}
              width={Math.max(xOf(scale, until) - xOf(scale, from) - 0.6, 0.8)}
              height={BAR}
            />
          )),
      )}
    </g>
  )
})

function LifePlayhead({ scale, height }: { scale: Scale; height: number }): ReactElement {
  const x = useSession(({ playhead }) => xOf(scale, playhead.instant))
  return <line className={css['playhead']} x1={x} x2={x} y1={0} y2={height} />
}
