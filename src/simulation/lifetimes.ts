/** Which bars does the picture draw: who holds which token from when to when, and in which state is it meanwhile? ux.md 4.2 and 4.5. */
import { LOGIN_TIME } from './scenario.ts'
import type { Timeline } from './timeline.ts'
import { lifeOf, stateIn, type TokenState } from './tokenState.ts'
import { believedEnd, type Holding, type IssuedToken, type Party } from './world.ts'

interface Stretch {
  readonly from: number
  readonly until: number
  readonly state: TokenState
}

/** Instants are milliseconds since the login. */
export interface Bar {
  /** Who holds it; `server` is its record of refresh tokens. */
  readonly lane: Party | 'server'
  readonly token: IssuedToken
  /** Copied, not given. */
  readonly isCopy: boolean
  readonly from: number
  readonly until: number
  /** Still held when the timeline ends. */
  readonly isOpen: boolean
  /** What took its place in the same hands. */
  readonly replacedBy: IssuedToken | null
  /** From `from` to `until` without gaps. */
  readonly stretches: readonly Stretch[]
  /** When the app takes it for expired; null where nobody looks at a clock of their own. */
  readonly believedEnd: number | null
}

/** In order of `from` within each lane: app, server, thief. */
export function lifetimes(timeline: Timeline): Bar[] {
  const { scenario, moments, horizon } = timeline
  const last = moments.at(-1)
  if (last === undefined) return []
  const barOf = (held: Held): Bar => {
    const life = lifeOf(scenario, last.world.memory, held.token)
    const { start, end, leewayEnd, endings } = life
    const cuts = [start, end, leewayEnd, ...endings.map(({ at }) => at)]
      .filter((at) => at > held.from && at < held.until)
      .toSorted((a, b) => a - b)
    const stretches: Stretch[] = []
    let from = held.from
    for (const until of [...cuts, held.until]) {
      const state = stateIn(life, from)
      const before = stretches.at(-1)
      if (before?.state === state) stretches[stretches.length - 1] = { ...before, until }
      else if (until > from) stretches.push({ from, until, state })
      from = until
    }
    return {
      ...held,
      isCopy: held.lane === 'thief' && held.token.madeFor === 'app',
      stretches,
      believedEnd: held.lane === 'app' ? believedEnd(scenario, held.token) : null,
    }
  }
  return [...heldBy('app', timeline), ...onRecord(timeline), ...heldBy('thief', timeline)]
    .filter(({ from }) => from <= horizon)
    .map(barOf)
}

type Held = Pick<Bar, 'lane' | 'token' | 'from' | 'until' | 'isOpen' | 'replacedBy'>

function heldBy(lane: Party, { moments, horizon }: Timeline): Held[] {
  const ofKind = (name: keyof Holding): Held[] => {
    const changes = moments
      .map(({ at, world }) => ({ at, token: world[lane][name] }))
      .filter(({ token }, place, all) => token !== (all[place - 1]?.token ?? null))
    return changes.flatMap(({ at: from, token }, place) => {
      const next = changes[place + 1]
      const until = next?.at ?? horizon
      const replacedBy = next?.token ?? null
      return token === null ? [] : [{ lane, token, from, until, isOpen: !next, replacedBy }]
    })
  }
  return [...ofKind('access'), ...ofKind('refresh')].toSorted((a, b) => a.from - b.from)
}

/**
 * Refresh tokens that the server wrote down, from their first row on; without the blacklist app SimpleJWT has none.
 * Copies of a sliding token share one row.
 */
function onRecord({ tokens, moments, horizon }: Timeline): Held[] {
  const memory = moments.at(-1)?.world.memory
  if (memory === undefined) return []
  const { stores, families } = memory
  const seen = new Set<string>()
  return tokens.flatMap((token) => {
    const { kind, jti, madeAt } = token
    const row = stores.outstanding.get(jti)
    const isKnown = kind !== 'access' && (row !== undefined || families.members.has(jti))
    if (!isKnown || seen.has(jti)) return []
    seen.add(jti)
    // SimpleJWT 5.2.2 enters a rotated token, without a date, when it is blacklisted
    const listed = row?.createdAt === null ? stores.blacklist.get(jti) : undefined
    const from = listed === undefined ? madeAt : listed - LOGIN_TIME
    return [{ lane: 'server', token, from, until: horizon, isOpen: true, replacedBy: null }]
  })
}
