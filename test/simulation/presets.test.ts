/** Who gets which refusal, and when, in each ready-made session? ux.md 4.8. */
import { describe, expect, it } from 'vitest'
import { bodyText } from '../../src/simplejwt/exchange.ts'
import { settledAt } from '../../src/simulation/preset.ts'
import { presetNamed, presets } from '../../src/simulation/presets.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { tellInstant } from '../../src/simulation/tellInstant.ts'
import type { Entry, Timeline } from '../../src/simulation/timeline.ts'
import { eventsOf, statusOf } from './runs.ts'

const named = (slug: string) => {
  const preset = presetNamed(slug)
  if (preset === null) throw new Error(`no preset ${slug}`)
  return preset
}

const play = (slug: string): Timeline => simulate(named(slug).scenario)

/** With its one setting changed. */
const playChanged = (slug: string): Timeline => {
  const { scenario, dial } = named(slug)
  return simulate({ ...scenario, ...dial?.change })
}

const refusalsOf = (timeline: Timeline, actor: Entry['actor']): string[] =>
  eventsOf({
    ...timeline,
    entries: timeline.entries.filter((entry) => entry.actor === actor),
  }).filter((line) => / 40[01]$/.test(line))

const lastGood = ({ entries }: Timeline, actor: Entry['actor']): number | undefined =>
  entries.findLast((entry) => entry.actor === actor && statusOf(entry) === 200)?.at

const bodyAt = ({ entries }: Timeline, actor: Entry['actor'], seconds: number): string => {
  const found = entries.find((entry) => entry.actor === actor && entry.at === seconds * 1000)
  return found?.exchange?.server === 'simplejwt' ? (bodyText(found.exchange.answer) ?? '') : ''
}

it('comes in the order of the list, each with one right answer, a reason for each other one, and a change that changes something', () => {
  expect(presets.map(({ slug }) => slug).join(' ')).toBe(
    'notes-defaults next-morning thief-access thief-refresh rotation-app-first rotation-theft family-revoked two-tabs logout-reuse no-blacklist-app clock-skew one-long-token sliding sandbox',
  )
  for (const { slug, choices, dial, question } of presets) {
    if (slug === 'sandbox') continue
    expect(question).toMatch(/\?$/)
    expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
    expect(choices.every(({ text, reason }) => text !== '' && reason !== '')).toBe(true)
    expect(dial).not.toBeNull()
    expect(eventsOf(playChanged(slug))).not.toEqual(eventsOf(play(slug)))
  }
  expect(presetNamed('nothing-of-the-kind')).toBeNull()
})

it.each([
  ['notes-defaults', '5:00'],
  ['next-morning', '24:00:01'],
  ['thief-access', '5:00'],
  ['thief-refresh', '24:02:00'],
  ['rotation-app-first', '6:00'],
  ['rotation-theft', '10:00'],
  ['family-revoked', '14:05'],
  ['two-tabs', '5:00.400'],
  ['logout-reuse', '2:30'],
  ['no-blacklist-app', '6:00'],
  ['clock-skew', '1:00'],
  ['one-long-token', '24:02:00'],
  ['sliding', '12:40'],
])('%s has its answer at %s', (slug, instant) => {
  expect(tellInstant(settledAt(named(slug), play(slug)))).toBe(instant)
})

it('has no answer before the end where a changed setting takes the event away', () => {
  const timeline = playChanged('notes-defaults')
  expect(settledAt(named('notes-defaults'), timeline)).toBe(timeline.horizon)
})

describe('the notes’ defaults', () => {
  it('bring a 401 at 5:00, a refresh and the call again', () => {
    expect(eventsOf(play('notes-defaults')).slice(0, 4)).toEqual([
      '0:00 User logs in A1, R1 200',
      '5:00 App calls the API A1 401',
      '5:00 App refreshes R1 → A2 200',
      '5:00 App calls again A2 200',
    ])
    expect(bodyAt(play('notes-defaults'), 'app', 300)).toContain('Token is expired')
  })

  it('end at the login page once R1 has ended', () => {
    expect(eventsOf(play('notes-defaults')).slice(-3)).toEqual([
      '24:03:00 App calls the API A4 401',
      '24:03:00 App refreshes R1 401',
      '24:03:00 App shows the login page R1',
    ])
  })

  it('end at 5:00 where the app never refreshes', () => {
    expect(eventsOf(playChanged('notes-defaults')).slice(1, 3)).toEqual([
      '5:00 App calls the API A1 401',
      '5:00 App shows the login page A1',
    ])
  })
})

it('the next morning no token helps, and a longer refresh lifetime does', () => {
  expect(eventsOf(play('next-morning'))).toEqual(
    expect.arrayContaining([
      '24:00:01 App calls the API A3 401',
      '24:00:01 App refreshes R1 401',
      '24:00:01 App shows the login page R1',
      '24:00:20 User logs in A4, R2 200',
    ]),
  )
  expect(eventsOf(playChanged('next-morning'))).toContain('24:00:01 App refreshes R1 → A4 200')
})

it('a copied access token works until its exp, 3 minutes', () => {
  const timeline = play('thief-access')
  expect(refusalsOf(timeline, 'thief')).toEqual(['5:00 Thief calls the API A1 copy 401'])
  expect(lastGood(timeline, 'thief')).toBe(255_000)
  expect(lastGood(playChanged('thief-access'), 'thief')).toBe(165_000)
})

it('a copied refresh token works until 24:00, and nobody else notices', () => {
  const timeline = play('thief-refresh')
  const [last] = refusalsOf(timeline, 'thief').slice(-1)
  expect(last).toBe('24:02:00 Thief refreshes R1 copy 401')
  expect(lastGood(timeline, 'thief')).toBe(72_120_000)
  const day = timeline.entries.filter(({ at }) => at < 86_400_000)
  const refreshes = day.filter(({ act }) => act === 'refresh')
  expect(refreshes.map(statusOf)).toEqual(refreshes.map(() => 200))
  expect(refusalsOf(playChanged('thief-refresh'), 'thief')).toContain(
    '4:02:00 Thief refreshes R1 copy 401',
  )
})

it('where the app refreshes first, the thief gets the 401, and Alice none but those of exp', () => {
  const timeline = play('rotation-app-first')
  expect(refusalsOf(timeline, 'thief')).toEqual(['6:00 Thief refreshes R1 copy 401'])
  expect(bodyAt(timeline, 'thief', 360)).toBe(
    '{"detail":"Token is blacklisted","code":"token_not_valid"}',
  )
  expect(refusalsOf(timeline, 'app').filter((line) => line.includes('refreshes'))).toEqual([])
  expect(eventsOf(playChanged('rotation-app-first'))).toContain(
    '6:00 Thief refreshes R1 copy → A3, R3 200',
  )
})

it('where the thief refreshes first, Alice is locked out and the thief is not', () => {
  const timeline = play('rotation-theft')
  expect(refusalsOf(timeline, 'app').slice(-1)).toEqual(['10:00 App refreshes R2 401'])
  expect(eventsOf(timeline)).toContain('10:00 App shows the login page R2')
  expect(refusalsOf(timeline, 'thief').every((line) => line.includes('calls the API'))).toBe(true)
  expect(lastGood(timeline, 'thief')).toBeGreaterThan(29 * 60_000)
  expect(playChanged('rotation-theft').scenario.server).toBe('oauth')
})

it('where reuse ends the family, nobody stays in longer than an access token lives', () => {
  const timeline = play('family-revoked')
  expect(eventsOf(timeline)).toEqual(
    expect.arrayContaining([
      '9:00 Thief refreshes R2 copy → A3, R3 200',
      '10:00 App refreshes R2 400',
      '10:00 App shows the login page R2',
      '14:05 Thief calls the API A3 401',
      '14:05 Thief refreshes R3 400',
    ]),
  )
  expect(lastGood(timeline, 'app')).toBe(540_000)
  expect(lastGood(timeline, 'thief')).toBe(784_000)
  expect(lastGood(playChanged('family-revoked'), 'thief')).toBeUndefined()
})

it('two tabs that wake up together look like a theft, until one refreshes for both', () => {
  expect(eventsOf(play('two-tabs')).slice(1, 6)).toEqual([
    '5:00.100 App, tab 1 calls the API A1 401',
    '5:00.100 App, tab 2 calls the API A1 401',
    '5:00.300 App, tab 1 refreshes R1 → A2, R2 200',
    '5:00.300 App, tab 2 refreshes R1 400',
    '5:00.400 App, tab 2 shows the login page R1',
  ])
  const fixed = eventsOf(playChanged('two-tabs'))
  expect(fixed.filter((line) => line.includes('login page'))).toEqual([])
  expect(fixed.slice(3, 6)).toEqual([
    '5:00.300 App, tab 1 refreshes R1 → A2, R2 200',
    '5:00.500 App, tab 1 calls again A2 200',
    '5:00.500 App, tab 2 calls again A2 200',
  ])
})

it('an overlap of a second keeps two tabs in as well', () => {
  const timeline = simulate({ ...named('two-tabs').scenario, overlap: 1000 })
  expect(eventsOf(timeline)).toContain('5:00.300 App, tab 2 refreshes R1 → A3, R3 200')
  expect(eventsOf(timeline).filter((line) => line.includes('login page'))).toEqual([])
})

it('after a logout the access token works until its exp, unless the API looks it up', () => {
  expect(eventsOf(play('logout-reuse')).slice(1)).toEqual([
    '2:00 User logs out R1 200',
    '2:30 User calls the API by hand A1 200',
    '3:20 User refreshes by hand R1 401',
    '4:59 User calls the API by hand A1 200',
    '5:00 User calls the API by hand A1 401',
  ])
  expect(eventsOf(playChanged('logout-reuse')).slice(2)).toEqual([
    '2:30 User calls the API by hand A1 401',
    '3:20 User refreshes by hand R1 400',
    '4:59 User calls the API by hand A1 401',
    '5:00 User calls the API by hand A1 401',
  ])
})

it('without the blacklist app a rotated token works on', () => {
  expect(eventsOf(play('no-blacklist-app'))).toContain('6:00 Thief refreshes R1 copy → A3, R3 200')
  expect(refusalsOf(playChanged('no-blacklist-app'), 'thief')).toEqual([
    '6:00 Thief refreshes R1 copy 401',
  ])
})

it('an API whose clock is behind refuses fresh tokens, and enough leeway lets them live longer', () => {
  const timeline = play('clock-skew')
  const calls = timeline.entries.filter(({ act }) => act === 'call' || act === 'call again')
  expect(new Set(calls.map(statusOf))).toEqual(new Set([401]))
  expect(bodyAt(timeline, 'app', 0)).toContain('Token is invalid')
  const short = simulate({ ...timeline.scenario, leeway: 30_000 })
  expect(eventsOf(short)[1]).toBe('0:00 App calls the API A1 401')
  expect(eventsOf(playChanged('clock-skew'))[1]).toBe('9:00 App calls the API A1 401')
  const old = simulate({ ...timeline.scenario, server: 'simplejwt-5.2.2' })
  expect(old.entries.find((entry) => entry.act === 'call' && statusOf(entry) === 200)?.at).toBe(
    120_000,
  )
})

it('one long token is a long theft', () => {
  expect(refusalsOf(play('one-long-token'), 'thief')).toEqual([
    '24:02:00 Thief calls the API A1 copy 401',
  ])
  expect(lastGood(playChanged('one-long-token'), 'thief')).toBe(120_000)
  expect(eventsOf(playChanged('one-long-token'))).toContain('5:00 App shows the login page A1')
})

it('a sliding token does not survive 6 minutes away, a pair does', () => {
  expect(eventsOf(play('sliding'))).toEqual(
    expect.arrayContaining([
      '4:00 App refreshes S1 → S2 200',
      '12:40 App refreshes S2 401',
      '12:40 App shows the login page S2',
    ]),
  )
  expect(eventsOf(playChanged('sliding'))).toContain('12:40 App refreshes R1 → A3 200')
})
