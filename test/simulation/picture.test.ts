/** Which bars, folds and words does the picture of a run get? ux.md 4.2, 4.3 and 4.5. */
import { describe, expect, it } from 'vitest'
import { foldIdle } from '../../src/simulation/foldIdle.ts'
import { type Bar, lifetimes } from '../../src/simulation/lifetimes.ts'
import { presetNamed } from '../../src/simulation/presets.ts'
import { DEFAULT_SCENARIO, MINUTE, type Scenario, SECOND } from '../../src/simulation/scenario.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { storyAt } from '../../src/simulation/story.ts'
import { tellInstant } from '../../src/simulation/tellInstant.ts'
import { run } from './runs.ts'

const play = (slug: string, changes: Partial<Scenario> = {}) =>
  simulate({ ...(presetNamed(slug)?.scenario ?? DEFAULT_SCENARIO), ...changes })

/** `A1 accepted 0:00–5:00 → A2`. */
function barText({ token, isCopy, stretches, replacedBy, isOpen }: Bar): string {
  const states = stretches.map(
    ({ state, from, until }) => `${state} ${tellInstant(from)}–${tellInstant(until)}`,
  )
  const end = replacedBy === null ? (isOpen ? ' …' : '') : ` → ${replacedBy.label}`
  return `${token.label}${isCopy ? ' copy' : ''} ${states.join(', ')}${end}`
}

const lane = (bars: Bar[], name: Bar['lane']): string[] =>
  bars.filter((bar) => bar.lane === name).map(barText)

describe('the bars', () => {
  it('show a token blacklisted while the app still holds it, and the thief’s copy', () => {
    const bars = lifetimes(play('rotation-theft', { horizon: 12 * MINUTE }))
    expect(lane(bars, 'app')).toEqual([
      'A1 accepted 0:00–5:00 → A2',
      'R1 accepted 0:00–5:00 → R2',
      'A2 accepted 5:00–10:00',
      'R2 accepted 5:00–9:00, blacklisted 9:00–10:00',
    ])
    expect(lane(bars, 'thief')).toEqual([
      'R2 copy accepted 7:30–9:00 → R3',
      'A3 accepted 9:00–12:00 …',
      'R3 accepted 9:00–12:00 …',
    ])
    expect(lane(bars, 'server')).toEqual([
      'R1 accepted 0:00–5:00, blacklisted 5:00–12:00 …',
      'R2 accepted 5:00–9:00, blacklisted 9:00–12:00 …',
      'R3 accepted 9:00–12:00 …',
    ])
  })

  it('enter a rotated token on SimpleJWT 5.2.2 only when it is blacklisted', () => {
    const server = 'simplejwt-5.2.2'
    const bars = lifetimes(play('rotation-theft', { horizon: 12 * MINUTE, server }))
    expect(lane(bars, 'server')).toEqual([
      'R1 accepted 0:00–5:00, blacklisted 5:00–12:00 …',
      'R2 blacklisted 9:00–12:00 …',
    ])
  })

  it('show nothing on record without the blacklist app', () => {
    expect(lane(lifetimes(play('no-blacklist-app')), 'server')).toEqual([])
  })

  it('show a whole family revoked', () => {
    const bars = lifetimes(play('family-revoked', { horizon: 12 * MINUTE }))
    expect(lane(bars, 'server')).toEqual([
      'R1 accepted 0:00–5:00, replaced 5:00–10:00, family revoked 10:00–12:00 …',
      'R2 accepted 5:00–9:00, replaced 9:00–10:00, family revoked 10:00–12:00 …',
      'R3 accepted 9:00–10:00, family revoked 10:00–12:00 …',
    ])
  })

  it('show leeway and expiry by the clock of the API', () => {
    const changes = { strategy: 'none', leeway: 30 * SECOND, cadence: null } as const
    const plain = lifetimes(run({ ...changes, horizon: 6 * MINUTE }))
    expect(lane(plain, 'app')[0]).toBe(
      'A1 accepted 0:00–5:00, in leeway 5:00–5:30, expired 5:30–6:00 …',
    )
    const behind = lifetimes(run({ ...changes, apiOffset: -90 * SECOND, horizon: 7.5 * MINUTE }))
    expect(lane(behind, 'app')[0]).toBe(
      'A1 not yet 0:00–1:00, accepted 1:00–6:30, in leeway 6:30–7:00, expired 7:00–7:30 …',
    )
  })

  it('mark where the app takes a token for expired', () => {
    const bars = lifetimes(run({ clientOffset: MINUTE, horizon: MINUTE }))
    expect(bars.map(({ lane: name, believedEnd }) => [name, believedEnd])).toEqual([
      ['app', 4 * MINUTE],
      ['app', 24 * 60 * MINUTE - MINUTE],
      ['server', null],
    ])
  })
})

describe('idle time', () => {
  it('is folded where nothing happens for longer than an hour', () => {
    expect(foldIdle(play('notes-defaults'))).toEqual([
      { kind: 'busy', from: 0, until: 15 * MINUTE },
      { kind: 'idle', from: 15 * MINUTE, until: 86_280_000 },
      { kind: 'busy', from: 86_280_000, until: 87_000_000 },
    ])
  })

  it('covers a run without gaps, down to one in which nothing happens', () => {
    const alone = run({ cadence: null, horizon: 3 * 60 * MINUTE })
    expect(foldIdle(alone)).toEqual([{ kind: 'idle', from: 0, until: 3 * 60 * MINUTE }])
    expect(foldIdle(run({ cadence: null, horizon: 0 }))).toEqual([
      { kind: 'busy', from: 0, until: 0 },
    ])
  })
})

describe('the story', () => {
  it.each([
    ['notes-defaults', 1, 'A1 opens the API for another 4 minutes 59 seconds.'],
    [
      'notes-defaults',
      300,
      'The app called again, and Alice noticed nothing. A2 opens the API for another 5 minutes.',
    ],
    ['notes-defaults', 1200, 'Alice’s laptop is closed. A3 has expired, but R1 is still good.'],
    [
      'rotation-theft',
      600,
      'Alice is at the login page, for the thief used R2 first, at 9:00. The thief is in, and R3 gets new tokens for another 23 hours 59 minutes.',
    ],
    [
      'family-revoked',
      600,
      'Alice is at the login page, for the thief used R2 first, at 9:00. The thief is in for another 4 minutes.',
    ],
    ['family-revoked', 845, 'The thief’s R3 was refused. The thief holds nothing that works.'],
    ['two-tabs', 300.4, 'Alice is at the login page, for another tab used R1 first, at 5:00.300.'],
    ['logout-reuse', 120, 'Alice logged out. A1 works for another 3 minutes, wherever a copy is.'],
    [
      'rotation-theft',
      845,
      'The thief called the API with A4. The thief is in, and R4 gets new tokens for another day.',
    ],
    [
      'rotation-theft',
      480,
      'A2 opens the API for another 2 minutes. The thief’s R2 gets new tokens for another 23 hours 57 minutes.',
    ],
    [
      'thief-access',
      240,
      'A1 opens the API for another minute. The thief is in for another minute.',
    ],
    [
      'two-tabs',
      300.3,
      'R1 came a second time, so the server ended its family: all refresh tokens of that login.',
    ],
    ['rotation-theft', 450, 'The thief now holds a copy of R2, and nobody notices.'],
    ['sandbox', -1, 'Alice has not logged in yet.'],
  ])('of %s at %d s', (slug, seconds, story) => {
    expect(storyAt(play(slug), seconds * 1000)).toBe(story)
  })

  it('goes step by step where several things happen at one instant', () => {
    const timeline = play('notes-defaults')
    const first = timeline.entries.findIndex(({ at }) => at === 5 * MINUTE)
    expect([1, 2, 3].map((step) => storyAt(timeline, 5 * MINUTE, first + step))).toEqual([
      'The API refused A1. The app still holds R1 and asks for a new token.',
      'The app sent R1 and got A2. A2 opens the API for another 5 minutes.',
      'The app called again, and Alice noticed nothing. A2 opens the API for another 5 minutes.',
    ])
  })
})

it.each([
  [0, '0:00'],
  [322_000, '5:22'],
  [86_401_000, '24:00:01'],
  [100, '0:00.100'],
  [-1000, '−0:01'],
])('an instant of %d ms is written %s', (instant, text) => {
  expect(tellInstant(instant)).toBe(text)
})
