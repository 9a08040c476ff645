/** For how long could the thief act? RFC 9700 §4.14; ux.md 4.9. */
import type { Bar } from './lifetimes.ts'
import { isAccepted } from './tokenState.ts'

/** From the first instant at which the thief held a token that its server takes to the last, milliseconds; null without one. */
export function theftWindow(bars: readonly Bar[]): number | null {
  const open = bars
    .filter(({ lane }) => lane === 'thief')
    .flatMap(({ stretches }) => stretches.filter(({ state }) => isAccepted(state)))
  if (open.length === 0) return null
  const from = Math.min(...open.map((stretch) => stretch.from))
  return Math.max(...open.map(({ until }) => until)) - from
}
