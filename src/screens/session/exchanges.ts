/** Which events of a run are exchanges with a server? */
import type { Timeline } from '../../simulation/timeline.ts'
import { memoLast } from '../../state/memoLast.ts'

/** Their places, counted from 1. */
export const exchangesOf: (timeline: Timeline) => number[] = memoLast(({ entries }: Timeline) =>
  entries.flatMap(({ exchange }, index) => (exchange === null ? [] : [index + 1])),
)
