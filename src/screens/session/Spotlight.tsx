/** Where in the picture is the chosen event? ux.md 4.10. */
import type { ReactElement } from 'react'
import { isOnLane } from '../../simulation/lanes.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { laneNamed, type Layout, staveOf } from './laneRows.ts'
import css from './Picture.module.css'
import { type Scale, xOf } from './scale.ts'
import { useSession, useTimeline } from './useSession.ts'

/** A ring around its mark; none before the login, and none where it lies outside the stretch. */
export function Spotlight({
  scale,
  layout,
}: {
  scale: Scale
  layout: Layout
}): ReactElement | null {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const entry = timeline.entries[count - 1]
  const [piece] = scale
  if (entry === undefined || piece === undefined) return null
  if (entry.at < piece.from || entry.at > piece.until) return null
  return (
    <circle
      className={css['spotlight']}
      data-spotlight=""
      cx={xOf(scale, entry.at)}
      cy={heightOf(timeline, count, layout)}
      r={11}
    />
  )
}

/** A request on its stave, a copy at the token that was copied, all else on the person’s line. */
function heightOf(timeline: Timeline, place: number, layout: Layout): number {
  const { density } = layout
  const entry = timeline.entries[place - 1]
  const isThief = entry?.actor === 'thief'
  for (const name of ['api', 'token'] as const) {
    const lane = laneNamed(layout, name)
    if (lane && isOnLane(timeline, place, name))
      return staveOf(lane, layout) + (isThief ? density.reach : -density.reach)
  }
  if (entry?.act !== 'copy') return density.ruler + density.person
  const isRefresh = entry.gained.some(({ kind }) => kind === 'refresh')
  const top = laneNamed(layout, 'app')?.top ?? 0
  return top + density.inset + (isRefresh ? density.row : 0) + density.bar / 2
}
