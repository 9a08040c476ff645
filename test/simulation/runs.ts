/** How does a test write down a run in few words, and which scenarios does a property try? */
import * as fc from 'fast-check'
import { DEFAULT_SCENARIO, HOUR, MINUTE, type Scenario } from '../../src/simulation/scenario.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { tellEntry } from '../../src/simulation/tellEntry.ts'
import type { Entry, Timeline } from '../../src/simulation/timeline.ts'
import type { World } from '../../src/simulation/world.ts'

export const run = (changes: Partial<Scenario>): Timeline =>
  simulate({ ...DEFAULT_SCENARIO, horizon: HOUR, ...changes })

/** `5:00 App calls the API A1 401`: time, actor, action without its address, token, status. */
function lineOf(entry: Entry, scenario: Scenario): string {
  const { time, actor, action, token, status } = tellEntry(entry, scenario)
  const words = action.replace(/: (?:GET|POST) .*/, '')
  return [time, actor, words, token, status].filter((text) => text !== '').join(' ')
}

export const linesOf = ({ entries, scenario }: Timeline): string[] =>
  entries.map((entry) => lineOf(entry, scenario))

/** Everything but the calls that the app makes and gets an answer to. */
export const eventsOf = (timeline: Timeline): string[] =>
  timeline.entries
    .filter((entry) => !(entry.act === 'call' && entry.actor === 'app' && statusOf(entry) === 200))
    .map((entry) => lineOf(entry, timeline.scenario))

export const statusOf = ({ exchange }: Entry): number | null =>
  exchange === null ? null : exchange.answer.status

/** A world without what is only machinery, so that two runs can be compared. */
export const plainWorld = ({ app, thief, memory }: World): object => ({
  app: { page: app.page, access: app.access?.label, refresh: app.refresh?.label },
  thief: { access: thief.access?.label, refresh: thief.refresh?.label },
  outstanding: memory.stores.outstanding.entries(),
  blacklist: memory.stores.blacklist.entries(),
  spent: memory.families.spent.entries(),
  revoked: memory.families.revoked.entries(),
})

const seconds = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((count) => count * 1000)
const instant = fc.integer({ min: 0, max: 40 * MINUTE })

const theft: fc.Arbitrary<Scenario['theft']> = fc
  .record({
    what: fc.constantFrom('access', 'refresh', 'both'),
    at: instant,
    wait: fc.integer({ min: 0, max: 10 * MINUTE }),
    every: fc.option(seconds(20, 400)),
  })
  .map(({ what, at, wait, every }) => ({ what, at, from: at + wait, every }))

/** Half an hour of anything that the settings allow. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  server: fc.constantFrom('simplejwt', 'simplejwt-5.2.2', 'oauth', 'custom'),
  accessLifetime: seconds(5, 600),
  refreshLifetime: seconds(5, 2000),
  leeway: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 })),
  extras: fc.constant({}),
  isRotating: fc.boolean(),
  isBlacklisting: fc.boolean(),
  hasBlacklistApp: fc.boolean(),
  reuse: fc.constantFrom('none', 'reject', 'family'),
  overlap: fc.oneof(fc.constant(0), seconds(0, 60)),
  slide: fc.constantFrom('none', 'renew', 'token'),
  cap: fc.option(seconds(60, 2000)),
  strategy: fc.constantFrom('none', 'on401', 'early', 'check'),
  early: seconds(0, 120),
  isSingleFlight: fc.boolean(),
  clientOffset: fc.oneof(fc.constant(0), seconds(-600, 600)),
  apiOffset: fc.oneof(fc.constant(0), seconds(-120, 120)),
  cadence: fc.oneof(
    fc.constant(null),
    fc.record({ every: seconds(15, 300), size: fc.constant(1), gap: fc.constant(0) }),
    fc.record({
      every: seconds(60, 300),
      size: fc.integer({ min: 2, max: 4 }),
      gap: seconds(1, 9),
    }),
  ),
  away: fc.option(
    fc
      .tuple(instant, fc.integer({ min: 1, max: 20 * MINUTE }))
      .map(([from, length]) => ({ from, until: from + length })),
  ),
  tabs: fc.integer({ min: 1, max: 3 }),
  theft: fc.option(theft),
  logout: fc.option(
    fc.record({ at: instant, kind: fc.constantFrom('forget', 'blacklist', 'access') }),
  ),
  edits: fc
    .array(
      fc.record({
        act: fc.constantFrom('request', 'refresh', 'steal', 'logout', 'login'),
        at: instant,
        isOn: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((edits) => edits.toSorted((a, b) => a.at - b.at)),
  latency: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
  horizon: fc.constant(30 * MINUTE),
  seed: fc.integer({ min: 0, max: 1000 }),
})
