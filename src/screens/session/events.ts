/** Which events of a run are exchanges with a server, and is any of them a thief’s? Asked at each step, worked out once. */
import { lanesOf } from '../../simulation/lanes.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { memoLast } from '../../state/memoLast.ts'

/** Their places, counted from 1. */
export const exchangesOf: (timeline: Timeline) => number[] = memoLast(({ entries }: Timeline) =>
  entries.flatMap(({ exchange }, index) => (exchange === null ? [] : [index + 1])),
)

export const hasThiefIn: (timeline: Timeline) => boolean = memoLast((timeline: Timeline) =>
  lanesOf(timeline).includes('thief'),
)
