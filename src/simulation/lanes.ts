/** To which lanes of the picture does an event belong? ux.md 4.2, 4.7. */
import type { Entry, Timeline } from './timeline.ts'
import type { World } from './world.ts'

/** From top to bottom. */
export const LANES = ['user', 'app', 'api', 'token', 'server', 'thief'] as const
export type LaneName = (typeof LANES)[number]

/** What the person does or notices. */
const PERSONAL = new Set<Entry['act']>(['login', 'logout', 'forget', 'login page', 'away', 'back'])

export const isCall = ({ act }: Entry): boolean => act === 'call' || act === 'call again'

/** Without a thief there is no lane for one. */
export function lanesOf({ entries }: Timeline): readonly LaneName[] {
  return entries.some(({ actor }) => actor === 'thief') ? LANES : LANES.slice(0, -1)
}

/**
 * `place` counts from 1. An event may belong to several lanes: a refresh is asked for at the token endpoint and changes
 * what the app holds. False for a place where nothing happens.
 */
export function isOnLane({ entries }: Timeline, place: number, lane: LaneName): boolean {
  const entry = entries[place - 1]
  if (entry === undefined) return false
  const before = entries[place - 2]?.world
  switch (lane) {
    case 'user':
      return PERSONAL.has(entry.act)
    case 'app':
      return !isSameHolding(before?.app, entry.world.app)
    case 'api':
      return isCall(entry)
    case 'token':
      return entry.exchange !== null && !isCall(entry)
    case 'server':
      return before === undefined
        ? entry.world.memory.stores.outstanding.entries().length > 0 ||
            entry.world.memory.families.members.entries().length > 0
        : before.memory !== entry.world.memory
    case 'thief':
      return entry.actor === 'thief' || entry.act === 'copy'
    default:
      return lane satisfies never
  }
}

function isSameHolding(
  before: World['app'] | undefined,
  { access, refresh }: World['app'],
): boolean {
  return (before?.access ?? null) === access && (before?.refresh ?? null) === refresh
}
