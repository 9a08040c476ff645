/** Is a run computed once, however the playhead moves? decisions.md I: scrubbing never recomputes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sandbox } from '../../src/simulation/lifetimePresets.ts'
import * as simulation from '../../src/simulation/simulate.ts'
import { advance, nextEvent, previousEvent, worldOf } from '../../src/state/sessionPlayhead.ts'
import {
  changeScenario,
  choosePreset,
  linkOf,
  look,
  moveTo,
  moveToInstant,
  selectEntry,
  sessionStore,
  timelineOf,
} from '../../src/state/sessionStore.ts'
import { windowAt } from '../../src/state/sessionWindow.ts'

vi.mock(import('../../src/simulation/simulate.ts'), async (original) => {
  const { simulate } = await original()
  return { simulate: vi.fn<typeof simulate>(simulate) }
})

const counted = vi.mocked(simulation.simulate)

beforeEach(() => {
  choosePreset(sandbox)
  counted.mockClear()
})
afterEach(() => {
  look({ view: null, window: null })
})

it('scrubbing through 2,000 events asks for the run once, and gets the same object', () => {
  changeScenario({ cadence: { every: 1000, size: 1, gap: 0 }, horizon: 2_000_000 })
  const timeline = timelineOf(sessionStore.getState())
  expect(timeline.entries.length).toBeGreaterThan(2000)
  expect(counted).toHaveBeenCalledTimes(1)
  for (let instant = 0; instant <= 2_000_000; instant += 997) {
    moveToInstant(instant)
    const session = sessionStore.getState()
    expect(timelineOf(session)).toBe(timeline)
    worldOf(timeline, session.playhead)
    windowAt(timeline, session.window, session.playhead)
    linkOf(session)
  }
  for (let step = 0; step < 100; step += 1) {
    const { playhead } = sessionStore.getState()
    moveTo(step % 2 === 0 ? previousEvent(timeline, playhead) : nextEvent(timeline, playhead))
    moveTo(advance(timeline, playhead, 16))
    selectEntry(step)
  }
  look({ view: 'table', window: { from: 0, until: 60_000 } })
  expect(counted).toHaveBeenCalledTimes(1)
})

it('a setting that comes back after another one is not computed again', () => {
  const { scenario } = sessionStore.getState()
  timelineOf({ scenario })
  changeScenario({ leeway: 5000 })
  expect(counted.mock.calls.length).toBeLessThanOrEqual(2)
  const calls = counted.mock.calls.length
  timelineOf({ scenario })
  expect(counted).toHaveBeenCalledTimes(calls)
})
