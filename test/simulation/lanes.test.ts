/** Which lanes does an event belong to, what is said of many, and how long could a thief act? ux.md 4.2, 4.9, 6.2. */
import { describe, expect, it } from 'vitest'
import { isOnLane, LANES, lanesOf } from '../../src/simulation/lanes.ts'
import { lifetimes } from '../../src/simulation/lifetimes.ts'
import { narrateEvent, narrateStretch } from '../../src/simulation/narration.ts'
import { presetNamed } from '../../src/simulation/presets.ts'
import { DEFAULT_SCENARIO, MINUTE, type Scenario } from '../../src/simulation/scenario.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { theftWindow } from '../../src/simulation/theftWindow.ts'
import { linesOf } from './runs.ts'

const play = (slug: string, changes: Partial<Scenario> = {}) =>
  simulate({ ...(presetNamed(slug)?.scenario ?? DEFAULT_SCENARIO), ...changes })

describe('the lanes of an event', () => {
  const timeline = play('rotation-theft', { horizon: 12 * MINUTE })
  const lanesAt = (line: string): string[] => {
    const place = linesOf(timeline).indexOf(line) + 1
    return LANES.filter((lane) => isOnLane(timeline, place, lane))
  }

  it.each([
    ['0:00 User logs in A1, R1 200', ['user', 'app', 'token', 'server']],
    ['1:00 App calls the API A1 200', ['api']],
    ['5:00 App refreshes R1 → A2, R2 200', ['app', 'token', 'server']],
    ['7:30 Thief copies tokens R2 copy', ['thief']],
    ['9:00 Thief refreshes R2 copy → A3, R3 200', ['token', 'server', 'thief']],
    ['10:00 App refreshes R2 401', ['app', 'token']],
    ['10:00 App shows the login page R2', ['user']],
  ])('%s', (line, lanes) => {
    expect(lanesAt(line)).toEqual(lanes)
  })

  it('has no lane for a thief where there is none, and none for what does not happen', () => {
    expect(lanesOf(play('notes-defaults'))).not.toContain('thief')
    expect(LANES.some((lane) => isOnLane(timeline, 0, lane))).toBe(false)
    expect(LANES.some((lane) => isOnLane(timeline, 9999, lane))).toBe(false)
  })
})

describe('what is read aloud', () => {
  const timeline = play('notes-defaults')

  it('tells one event with its time', () => {
    expect(narrateEvent(timeline, 1)).toBe(
      '0:00. Alice logged in, and the app holds A1 and R1. A1 opens the API for another 5 minutes.',
    )
    expect(narrateEvent(timeline, 0)).toBe('')
  })

  it('sums up many, and tells the last of them', () => {
    const place = linesOf(timeline).indexOf('5:00 App calls again A2 200') + 1
    expect(narrateStretch(timeline, 0, place)).toBe(
      '5:00. 6 calls, 2 new tokens and 1 refusal since. The app called again, and Alice noticed nothing. A2 opens the API for another 5 minutes.',
    )
    expect(narrateStretch(timeline, place, place)).toBe('')
  })
})

it.each([
  ['thief-access', 3 * MINUTE],
  ['rotation-app-first', 3 * MINUTE],
  ['family-revoked', 6.5 * MINUTE],
  ['notes-defaults', null],
])('in %s the thief could act for %s ms', (slug, length) => {
  expect(theftWindow(lifetimes(play(slug)))).toBe(length)
})
