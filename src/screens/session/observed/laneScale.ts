/** Where on the picture of observed tokens does an instant lie? Their order is right, distances are not to scale. */
import type { Observation } from '../../../claims/observe.ts'

/** Pixels by seconds. */
export interface LaneScale {
  readonly left: number
  readonly right: number
  readonly knots: readonly { readonly at: number; readonly x: number }[]
}

/** A minute and a day both have to be seen. */
const weightOf = (gap: number): number => 1 + Math.log10(1 + gap / 60)

/** Every instant that the tokens name gets a place of its own between the two edges. */
export function scaleOf({ tokens }: Observation, left: number, right: number): LaneScale {
  const named = tokens.flatMap(({ issued, starts, ends, renewableUntil }) =>
    [issued?.at, starts, ends, renewableUntil].filter((at) => at !== null && at !== undefined),
  )
  const instants = [...new Set(named)].toSorted((a, b) => a - b)
  const gaps = instants.slice(1).map((at, index) => weightOf(at - (instants[index] ?? at)))
  const whole = gaps.reduce((sum, weight) => sum + weight, 0)
  let done = 0
  const knots = instants.map((at, index) => {
    if (index > 0) done += gaps[index - 1] ?? 0
    const share = whole === 0 ? 0.5 : done / whole
    return { at, x: left + share * (right - left) }
  })
  return { left, right, knots }
}

/** Outside the named instants, null with the side on which it lies. */
export function placeOf(
  { knots }: LaneScale,
  at: number,
): { x: number; side: null } | { x: null; side: 'left' | 'right' } {
  const after = knots.findIndex((knot) => knot.at >= at)
  const next = knots[after]
  const before = knots[after - 1]
  if (next === undefined) return { x: null, side: 'right' }
  if (next.at === at) return { x: next.x, side: null }
  if (before === undefined) return { x: null, side: 'left' }
  const share = (at - before.at) / (next.at - before.at)
  return { x: before.x + share * (next.x - before.x), side: null }
}

export const xAt = (scale: LaneScale, at: number): number => placeOf(scale, at).x ?? scale.left

/** The knots whose names have so many pixels to themselves, from left to right. */
export function namedKnots({ knots }: LaneScale, room: number): ReadonlySet<number> {
  const named = new Set<number>()
  let last = -Infinity
  for (const { at, x } of knots)
    if (x - last >= room) {
      named.add(at)
      last = x
    }
  return named
}
