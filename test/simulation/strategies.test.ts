/** When does the app swap its token, and what do several tabs, clocks and a slow network make of it? ux.md 4.4. */
import { describe, expect, it } from 'vitest'
import { nextTick } from '../../src/simulation/app.ts'
import { DEFAULT_SCENARIO, MINUTE, type Scenario, SECOND } from '../../src/simulation/scenario.ts'
import { eventsOf, linesOf, run } from './runs.ts'

const everyMinute = { every: MINUTE, size: 1, gap: 0 }
const events = (changes: Partial<Scenario>): string[] =>
  eventsOf(run({ cadence: everyMinute, horizon: 12 * MINUTE, ...changes }))

const ticks = (changes: Partial<Scenario>, count: number): (number | null)[] => {
  const found: (number | null)[] = []
  let at: number | null = 0
  while (found.length < count && at !== null) {
    at = nextTick({ ...DEFAULT_SCENARIO, ...changes }, at)
    found.push(at === null ? null : at / 1000)
  }
  return found
}

const acts = (...edits: Scenario['edits']): string[] =>
  linesOf(run({ cadence: null, edits, horizon: 4 * MINUTE }))

describe('the app', () => {
  it('that looks ahead swaps its token before exp and sees no 401', () => {
    expect(events({ strategy: 'early', early: 30 * SECOND })).toEqual([
      '0:00 User logs in A1, R1 200',
      '4:30 App refreshes R1 → A2 200',
      '9:00 App refreshes R1 → A3 200',
    ])
  })

  it('that looks ahead by a clock 60 s behind comes too late', () => {
    const late = { strategy: 'early', early: 30 * SECOND, clientOffset: -MINUTE } as const
    expect(events(late)).toEqual([
      '0:00 User logs in A1, R1 200',
      '5:00 App calls the API A1 401',
      '5:00 App shows the login page A1',
    ])
  })

  it('whose clock is far ahead swaps its token each second, no faster', () => {
    const wild = { strategy: 'early', clientOffset: 10 * MINUTE, horizon: 3 * SECOND } as const
    expect(events(wild)).toEqual([
      '0:00 User logs in A1, R1 200',
      '0:01 App refreshes R1 → A2 200',
      '0:02 App refreshes R1 → A3 200',
      '0:03 App refreshes R1 → A4 200',
    ])
  })

  it('that looks at exp before each call refreshes first and calls then', () => {
    const careful = { strategy: 'check', early: 0, horizon: 5 * MINUTE } as const
    expect(linesOf(run({ cadence: everyMinute, ...careful })).slice(-2)).toEqual([
      '5:00 App refreshes R1 → A2 200',
      '5:00 App calls the API A2 200',
    ])
  })

  it('sends nothing while the laptop is closed, and calls as soon as it opens', () => {
    const away = { from: 90 * SECOND, until: 200 * SECOND }
    expect(linesOf(run({ cadence: everyMinute, away, horizon: 261 * SECOND })).slice(2)).toEqual([
      '1:00 App calls the API A1 200',
      '1:30 User closes the laptop',
      '3:20 User opens the laptop',
      '3:20 App calls the API A1 200',
      '4:20 App calls the API A1 200',
    ])
  })

  it('ignores an answer that comes after the logout', () => {
    const slow = { latency: 2 * SECOND, logout: { at: 305 * SECOND, kind: 'forget' } } as const
    const timeline = run({ cadence: everyMinute, horizon: 10 * MINUTE, ...slow })
    expect(eventsOf(timeline).slice(-2)).toEqual([
      '5:05 User logs out, nobody is told R1',
      '5:06 App refreshes R1 → A2 200',
    ])
    expect(timeline.moments.at(-1)?.world.app).toMatchObject({ access: null, page: 'login page' })
  })
})

describe('tabs', () => {
  const pair = { isRotating: true, isBlacklisting: true, slide: 'renew', tabs: 3 } as const

  it('share one refresh under single flight', () => {
    expect(events({ ...pair, latency: 100, horizon: 310 * SECOND }).slice(4)).toEqual([
      '5:00.300 App, tab 1 refreshes R1 → A2, R2 200',
      '5:00.500 App, tab 1 calls again A2 200',
      '5:00.500 App, tab 2 calls again A2 200',
      '5:00.500 App, tab 3 calls again A2 200',
    ])
  })

  it('without it log each other out, without any latency too', () => {
    expect(events({ ...pair, isSingleFlight: false }).slice(4, 8)).toEqual([
      '5:00 App, tab 1 refreshes R1 → A2, R2 200',
      '5:00 App, tab 2 refreshes R1 401',
      '5:00 App, tab 2 shows the login page R1',
      '5:00 App, tab 3 refreshes R1 401',
    ])
  })

  it('without it and without rotation only ask more often', () => {
    const lines = events({ tabs: 2, isSingleFlight: false, horizon: 310 * SECOND })
    expect(lines.filter((line) => line.includes('refreshes'))).toEqual([
      '5:00 App, tab 1 refreshes R1 → A2 200',
      '5:00 App, tab 2 refreshes R1 → A3 200',
    ])
  })
})

describe('calls', () => {
  it('come in bursts', () => {
    const cadence = { every: 60_000, size: 3, gap: 2000 }
    expect(ticks({ cadence }, 6)).toEqual([2, 4, 60, 62, 64, 120])
  })

  it('come by hand only', () => {
    expect(ticks({ cadence: null }, 3)).toEqual([null])
    const edits = [{ act: 'request', at: 30_000, isOn: true }] as const
    expect(linesOf(run({ cadence: null, edits }))).toEqual([
      '0:00 User logs in A1, R1 200',
      '0:30 App calls the API A1 200',
    ])
  })

  it('count anew from the end of an absence', () => {
    const away = { from: 70_000, until: 95_000 }
    expect(ticks({ cadence: everyMinute, away }, 4)).toEqual([60, 95, 155, 215])
  })
})

describe('acts by hand', () => {
  it('steal, and the thief goes on each minute', () => {
    expect(acts({ act: 'steal', at: 60_000, isOn: true }).slice(1)).toEqual([
      '1:00 Thief copies tokens A1 copy, R1 copy',
      '1:00 Thief calls the API A1 copy 200',
      '2:00 Thief calls the API A1 copy 200',
      '3:00 Thief calls the API A1 copy 200',
      '4:00 Thief calls the API A1 copy 200',
    ])
  })

  it('steal a second time, and the one thief keeps one rhythm', () => {
    const theft = { what: 'access', at: 30_000, from: 90_000, every: MINUTE } as const
    const edits = [{ act: 'steal', at: 60_000, isOn: true }] as const
    const lines = linesOf(run({ cadence: null, theft, edits, horizon: 2 * MINUTE }))
    expect(lines.filter((line) => line.includes('calls'))).toEqual([
      '1:00 Thief calls the API A1 copy 200',
      '2:00 Thief calls the API A1 copy 200',
    ])
  })

  it('log out and in again', () => {
    const lines = acts(
      { act: 'logout', at: 60_000, isOn: true },
      { act: 'steal', at: 70_000, isOn: true },
      { act: 'login', at: 80_000, isOn: true },
      { act: 'refresh', at: 90_000, isOn: true },
    )
    expect(lines.slice(1)).toEqual([
      '1:00 User logs out R1 200',
      '1:10 Thief copies tokens',
      '1:20 User logs in A2, R2 200',
      '1:30 App refreshes R2 → A3 200',
    ])
  })

  it('do nothing while they are off', () => {
    expect(acts({ act: 'logout', at: 60_000, isOn: false })).toHaveLength(1)
  })
})
