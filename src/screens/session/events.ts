/** What of a run is asked at each step of the playhead, and therefore worked out once? */
import { type Bar, lifetimes } from '../../simulation/lifetimes.ts'
import { lanesOf } from '../../simulation/lanes.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { memoLast } from '../../state/memoLast.ts'

/** The places of exchanges with a server, counted from 1. */
export const exchangesOf: (timeline: Timeline) => number[] = memoLast(({ entries }: Timeline) =>
  entries.flatMap(({ exchange }, index) => (exchange === null ? [] : [index + 1])),
)

export const hasThiefIn: (timeline: Timeline) => boolean = memoLast((timeline: Timeline) =>
  lanesOf(timeline).includes('thief'),
)

/** Who holds which token, and the server’s records of them. */
export const barsOf: (timeline: Timeline) => Bar[] = memoLast(lifetimes)

export const recordsOf: (timeline: Timeline) => Bar[] = memoLast((timeline: Timeline) =>
  barsOf(timeline).filter(({ lane }) => lane === 'server'),
)
