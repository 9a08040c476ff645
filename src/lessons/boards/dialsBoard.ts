/** What do two lifetimes cost: how long a thief stays in, how often the user logs in? Both by running the session. */
import {
  DAY,
  DEFAULT_SCENARIO,
  HOUR,
  MINUTE,
  type Scenario,
  SECOND,
} from '../../simulation/scenario.ts'
import { simulate } from '../../simulation/simulate.ts'
import { statusOf } from '../../simulation/wire.ts'

/** Stops of the two sliders, milliseconds. */
export const ACCESS_STOPS = [
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  8 * HOUR,
  DAY,
] as const
export const REFRESH_STOPS = [
  10 * MINUTE,
  HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
] as const

export interface DialsState {
  /** Places in the lists of stops. */
  access: number
  refresh: number
}

export interface DialsSeen {
  accessLifetime: number
  refreshLifetime: number
  /** Milliseconds for which a copied access token was let in. */
  thiefWindow: number
  /** Of somebody who works all week long. */
  loginsPerWeek: number
}

const WEEK = 7 * DAY

export function seeDials({ access, refresh }: DialsState): DialsSeen {
  const accessLifetime = ACCESS_STOPS[access] ?? ACCESS_STOPS[0]
  const refreshLifetime = REFRESH_STOPS[refresh] ?? REFRESH_STOPS[0]
  const lifetimes = { accessLifetime, refreshLifetime }
  return {
    ...lifetimes,
    thiefWindow: thiefWindowOf(lifetimes),
    loginsPerWeek: Math.ceil(WEEK / sessionOf(lifetimes)),
  }
}

type Lifetimes = Pick<Scenario, 'accessLifetime' | 'refreshLifetime'>

/** Copied right at the login, tried a hundred times a lifetime. */
function thiefWindowOf(lifetimes: Lifetimes): number {
  const every = lifetimes.accessLifetime / 100
  const { entries } = simulate({
    ...DEFAULT_SCENARIO,
    ...lifetimes,
    cadence: null,
    theft: { what: 'access', at: 0, from: 0, every },
    horizon: lifetimes.accessLifetime + 2 * every,
  })
  const refused = entries.find(
    ({ actor, exchange }) => actor === 'thief' && exchange !== null && statusOf(exchange) !== 200,
  )
  return refused?.at ?? lifetimes.accessLifetime
}

/** From a login to the next, for an app that calls a few hundred times in between. */
function sessionOf(lifetimes: Lifetimes): number {
  const { accessLifetime, refreshLifetime } = lifetimes
  const longest = Math.max(accessLifetime, refreshLifetime)
  const every = Math.max(accessLifetime, longest / 400)
  const { entries } = simulate({
    ...DEFAULT_SCENARIO,
    ...lifetimes,
    cadence: { every, size: 1, gap: 0 },
    horizon: longest + accessLifetime + 2 * every,
  })
  return entries.find(({ act }) => act === 'login page')?.at ?? longest
}
