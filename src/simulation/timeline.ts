/** What happened in a run, and what did each part hold at any instant of it? ux.md 4.6. */
import type { Scenario } from './scenario.ts'
import type { Exchange } from './wire.ts'
import type { IssuedToken, World } from './world.ts'

/** The person, the app (all tabs), the thief. */
export type Actor = 'user' | 'app' | 'thief'

/** What is asked of a server. */
export type Request = 'login' | 'call' | 'call again' | 'refresh' | 'logout'

export interface Entry {
  /** Milliseconds since the login; of an exchange, when the server answers. */
  readonly at: number
  readonly actor: Actor
  /** Counted from 0. */
  readonly tab: number
  readonly act: Request | 'forget' | 'copy' | 'login page' | 'away' | 'back'
  /** The token that was sent, or that the act is about. */
  readonly used: IssuedToken | null
  /** What the answer brought, or what was copied. */
  readonly gained: readonly IssuedToken[]
  readonly exchange: Exchange | null
  /** After it. */
  readonly world: World
}

export interface Moment {
  readonly at: number
  readonly world: World
}

export interface Timeline {
  /** As the server can run it, see `fitServer`. */
  readonly scenario: Scenario
  readonly entries: readonly Entry[]
  /** Each change of the world, one for each instant at most. */
  readonly moments: readonly Moment[]
  /** In the order in which they were made. */
  readonly tokens: readonly IssuedToken[]
  /** Milliseconds since the login. */
  readonly horizon: number
  /** More happened than is kept; the last entry is where it stops. */
  readonly truncated: boolean
}

/** How many of these, in order of `at`, lie at or before the instant: the place of the next one. */
export const countUntil = (dated: readonly { readonly at: number }[], instant: number): number =>
  countFirst(dated, ({ at }) => at <= instant)

/** How many at the beginning pass; behind the first that does not, none may. */
export function countFirst<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && passes(item)) low = middle + 1
    else high = middle
  }
  return low
}

/** After everything that happened at that instant; before the login, what there was before it. */
export function worldAt({ moments }: Timeline, instant: number): World {
  const moment = moments[Math.max(0, countUntil(moments, instant) - 1)]
  if (moment === undefined) throw new Error('a timeline has its first moment')
  return moment.world
}

/** The last thing that happened at or before the instant. */
export function entryAt({ entries }: Timeline, instant: number): Entry | null {
  return entries[countUntil(entries, instant) - 1] ?? null
}
