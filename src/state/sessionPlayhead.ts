/** Where in a run does the playhead stand, and where does each button take it? ux.md 4.3, 4.7. */
import { foldIdle, type Segment } from '../simulation/foldIdle.ts'
import { isOnLane, type LaneName } from '../simulation/lanes.ts'
import { countUntil, type Timeline, worldAt } from '../simulation/timeline.ts'
import type { World } from '../simulation/world.ts'
import { memoLast } from './memoLast.ts'

/** Several events may share an instant, so the instant alone does not say which of them have happened. */
export interface Playhead {
  /** Milliseconds since the login. */
  readonly instant: number
  /** How many entries have happened. */
  readonly count: number
}

/** Before the login. */
export const START: Playhead = { instant: 0, count: 0 }

/** After everything that happens at the instant; outside the run, its nearest end. */
export function playheadAt({ entries, horizon }: Timeline, instant: number): Playhead {
  const inside = Math.round(Math.min(Math.max(instant, 0), horizon))
  return { instant: inside, count: countUntil(entries, inside) }
}

/** Right after the event of that place, counted from 1; 0 is the start. */
export function playheadAfter({ entries }: Timeline, count: number): Playhead {
  const entry = entries[count - 1]
  return entry === undefined ? START : { instant: entry.at, count }
}

/** Right after the next event, of that lane if one is named; after the last one, the end of the run. */
export function nextEvent(
  timeline: Timeline,
  { count }: Playhead,
  lane: LaneName | null = null,
): Playhead {
  const { entries, horizon } = timeline
  for (let place = count + 1; place <= entries.length; place++)
    if (lane === null || isOnLane(timeline, place, lane)) return playheadAfter(timeline, place)
  return { instant: horizon, count: entries.length }
}

/** Back to the last event, of that lane if one is named, or from there to the one before it. */
export function previousEvent(
  timeline: Timeline,
  { instant, count }: Playhead,
  lane: LaneName | null = null,
): Playhead {
  const here = timeline.entries[count - 1]
  const isOnIt = here !== undefined && here.at === instant
  for (let place = isOnIt ? count - 1 : count; place > 0; place--)
    if (lane === null || isOnLane(timeline, place, lane)) return playheadAfter(timeline, place)
  return START
}

/** What everybody holds: between events of one instant, after those that have happened. Null before the login. */
export function worldOf(timeline: Timeline, { instant, count }: Playhead): World | null {
  const isBetween = timeline.entries[count]?.at === instant
  return isBetween ? (timeline.entries[count - 1]?.world ?? null) : worldAt(timeline, instant)
}

/** Stretches of a run; the same run gives the same object. */
export const segmentsOf: (timeline: Timeline) => Segment[] = memoLast((timeline: Timeline) =>
  foldIdle(timeline),
)

/** So many milliseconds of the run later; idle stretches are jumped over. */
export function advance(timeline: Timeline, { instant }: Playhead, by: number): Playhead {
  const next = instant + by
  const idle = segmentsOf(timeline).find(
    ({ kind, from, until }) => kind === 'idle' && next > from && next < until,
  )
  return playheadAt(timeline, idle === undefined ? next : idle.until)
}
