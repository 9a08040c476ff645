/** What holds in every run, whatever the settings? architecture.md B.6. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SCENARIO,
  LOGIN_TIME,
  MINUTE,
  type Scenario,
} from '../../src/simulation/scenario.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { stepsOf } from '../../src/simulation/steps.ts'
import { storyAt } from '../../src/simulation/story.ts'
import { tellEntry } from '../../src/simulation/tellEntry.ts'
import { type Entry, entryAt, worldAt } from '../../src/simulation/timeline.ts'
import { isAccepted, lifeOf, stateIn } from '../../src/simulation/tokenState.ts'
import { clocksAt } from '../../src/simulation/world.ts'
import { anyScenario, linesOf, plainWorld, statusOf } from './runs.ts'

const check = (property: (scenario: Scenario) => void): void =>
  fc.assert(fc.property(anyScenario, property), { numRuns: 150 })

const isCall = ({ act }: Entry): boolean => act === 'call' || act === 'call again'

describe('every run', () => {
  it('comes out the same a second time, down to the text of each token', () => {
    check((scenario) => {
      const [one, other] = [simulate(scenario), simulate(scenario)]
      expect(linesOf(other)).toEqual(linesOf(one))
      expect(other.tokens.map(({ minted }) => minted.text)).toEqual(
        one.tokens.map(({ minted }) => minted.text),
      )
    })
  })

  it('only gets more entries by a longer horizon', () => {
    check((scenario) => {
      const short = linesOf(simulate(scenario))
      const long = linesOf(simulate({ ...scenario, horizon: scenario.horizon + 10 * MINUTE }))
      expect(long.slice(0, short.length)).toEqual(short)
    })
  })

  it('is at each instant where a run that ends there ends', () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 0, max: 30 * MINUTE }), (scenario, instant) => {
        const whole = worldAt(simulate(scenario), instant)
        const part = worldAt(simulate({ ...scenario, horizon: instant }), instant)
        expect(plainWorld(whole)).toEqual(plainWorld(part))
      }),
      { numRuns: 150 },
    )
  })

  it('stands in order of time, and each world is the one after its entry', () => {
    check((scenario) => {
      const timeline = simulate({ ...scenario, latency: 0 })
      const { entries } = timeline
      expect(entries.map(({ at }) => at)).toEqual(
        entries.map(({ at }) => at).toSorted((a, b) => a - b),
      )
      for (const [place, entry] of entries.entries()) {
        if (entries[place + 1]?.at === entry.at) continue
        expect(entryAt(timeline, entry.at)).toBe(entry)
      }
    })
  })

  it('is the same up to a theft, a logout or an act by hand as without it', () => {
    const changes = fc.constantFrom<(at: number) => Partial<Scenario>>(
      (at) => ({ theft: { what: 'both', at, from: at, every: MINUTE } }),
      (at) => ({ logout: { at, kind: 'blacklist' } }),
      (at) => ({ logout: { at, kind: 'forget' } }),
      (at) => ({ edits: [{ act: 'refresh', at, isOn: true }] }),
      (at) => ({ edits: [{ act: 'login', at, isOn: true }] }),
    )
    const instants = fc.integer({ min: 0, max: 30 * MINUTE })
    fc.assert(
      fc.property(anyScenario, changes, instants, (scenario, change, at) => {
        const plain: Scenario = { ...scenario, theft: null, logout: null, edits: [] }
        const [before, after] = [plain, { ...plain, ...change(at) }].map((one) => {
          const timeline = simulate(one)
          return linesOf({ ...timeline, entries: timeline.entries.filter((row) => row.at < at) })
        })
        expect(after).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  it('takes no token at or after its exp and the leeway, by the clock of the process that answers', () => {
    check((scenario) => {
      for (const entry of simulate(scenario).entries) {
        if (entry.used === null || entry.act === 'logout' || statusOf(entry) !== 200) continue
        const clocks = clocksAt(scenario, entry.at)
        const clock = isCall(entry) ? clocks.api : clocks.server
        expect(clock).toBeLessThan(entry.used.expiresAt * 1000 + scenario.leeway)
      }
    })
  })

  it('takes each refresh token once at most, with rotation and blacklist', () => {
    check((asked) => {
      const scenario: Scenario = {
        ...asked,
        server: 'simplejwt',
        isRotating: true,
        isBlacklisting: true,
        hasBlacklistApp: true,
        reuse: 'none',
        overlap: 0,
        cap: null,
        slide: 'renew',
        logout: null,
      }
      const { entries } = simulate(scenario)
      const used = entries
        .filter((entry) => entry.act === 'refresh' && statusOf(entry) === 200)
        .map((entry) => entry.used?.label)
      expect(new Set(used).size).toBe(used.length)
    })
  })

  it('takes no refresh token of a family after reuse was found in it', () => {
    check((asked) => {
      const scenario: Scenario = { ...asked, server: 'oauth' }
      const revoked = new Set<string>()
      for (const { exchange, used, act, world } of simulate(scenario).entries) {
        if (exchange?.server !== 'families' || act !== 'refresh' || used === null) continue
        const family = world.memory.families.members.get(used.jti)?.family ?? ''
        if (revoked.has(family)) expect(exchange.answer.status).toBe(400)
        if (exchange.answer.reason.code === 'reuse-found') revoked.add(family)
      }
    })
  })

  it('draws a token as accepted exactly when its server takes it', () => {
    check((asked) => {
      const { scenario, entries } = simulate(asked)
      for (const [place, entry] of entries.entries()) {
        const { used, at, act } = entry
        const isAsked =
          used?.kind === 'refresh' ? act === 'refresh' : isCall(entry) && used?.kind === 'access'
        // what the answer itself changed comes after it
        const memory = entries[place - 1]?.world.memory
        if (!isAsked || used === null || memory === undefined) continue
        const state = stateIn(lifeOf(scenario, memory, used), at)
        expect([used.label, at, isAccepted(state)]).toEqual([
          used.label,
          at,
          statusOf(entry) === 200,
        ])
      }
    })
  })

  it('has words for every row and every instant', () => {
    check((scenario) => {
      const timeline = simulate(scenario)
      for (const [place, entry] of timeline.entries.entries()) {
        const { why } = tellEntry(entry, timeline.scenario)
        const story = storyAt(timeline, entry.at, place + 1)
        expect(`${why}${story}`).not.toMatch(/undefined|NaN|  /)
        expect(story.split(/(?<=\.) (?=[A-Z])/).length).toBeLessThanOrEqual(2)
        expect(why).not.toBe('')
      }
    })
  })
})

describe('the sequence', () => {
  it('has each entry in one step, and calls alone in steps of several', () => {
    check((scenario) => {
      const { entries } = simulate(scenario)
      const steps = stepsOf({ entries })
      expect(
        steps.flatMap(({ place, count }) =>
          Array.from({ length: count }, (_unused, index) => place - count + index + 1),
        ),
      ).toEqual(entries.map((_entry, index) => index + 1))
      for (const { count, entry } of steps)
        if (count > 1) expect([entry.act, statusOf(entry)]).toEqual(['call', 200])
    })
  })
})

describe('a run', () => {
  it('says so when more happens than is kept', () => {
    const { entries, truncated } = simulate({
      ...DEFAULT_SCENARIO,
      cadence: { every: 100, size: 1, gap: 0 },
    })
    expect(truncated).toBe(true)
    expect(entries).toHaveLength(250_000)
  })

  it('starts its clock at the login', () => {
    const { tokens } = simulate(DEFAULT_SCENARIO)
    expect(tokens.map(({ label, issuedAt }) => [label, issuedAt]).slice(0, 2)).toEqual([
      ['A1', LOGIN_TIME / 1000],
      ['R1', LOGIN_TIME / 1000],
    ])
  })

  it('gives other ids for another seed, and is the same but for them', () => {
    const [one, other] = [1, 2].map((seed) => simulate({ ...DEFAULT_SCENARIO, seed }))
    if (one === undefined || other === undefined) throw new Error('two runs')
    expect(linesOf(other)).toEqual(linesOf(one))
    const ids = [...one.tokens, ...other.tokens].map(({ jti }) => jti)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((jti) => /^[\da-f]{12}4[\da-f]{3}a[\da-f]{15}$/.test(jti))).toBe(true)
  })
})
