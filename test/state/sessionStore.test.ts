import { beforeEach, describe, expect, it } from 'vitest'
import { parameters } from '../../src/simulation/parameters.ts'
import { presetNamed, presets } from '../../src/simulation/presets.ts'
import { MINUTE } from '../../src/simulation/scenario.ts'
import {
  actNow,
  changeScenario,
  changeSetting,
  choosePreset,
  linkOf,
  look,
  moveTo,
  moveToInstant,
  openLink,
  playOrPause,
  selectEntry,
  sessionStore,
  switchEdit,
  timelineOf,
} from '../../src/state/sessionStore.ts'
import { advance, nextEvent, previousEvent, START } from '../../src/state/sessionPlayhead.ts'
import { fitWindow, windowAt } from '../../src/state/sessionWindow.ts'

const session = () => sessionStore.getState()
const timeline = () => timelineOf(session())

const preset = (slug: string) => {
  const found = presetNamed(slug)
  if (found === null) throw new Error(`no preset ${slug}`)
  return found
}

const parameter = (key: string) => {
  const found = parameters.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no setting ${key}`)
  return found
}

beforeEach(() => {
  choosePreset(preset('notes-defaults'))
  look({ speed: 60, view: null, window: null })
})

describe('a link', () => {
  it('brings back the frame it was made from, down to the event of an instant', () => {
    choosePreset(preset('rotation-theft'))
    changeScenario({ accessLifetime: 4 * MINUTE })
    const refused = timeline().entries.findIndex(({ act }) => act === 'refresh')
    selectEntry(refused)
    look({ view: 'table', speed: 600, window: { from: 60_000, until: 400_500 } })
    const before = session()
    const link = linkOf(before)
    choosePreset(preset('sandbox'))
    openLink(link)
    expect(session()).toEqual({ ...before, notes: [] })
    expect(linkOf(session())).toBe(link)
  })

  it.each(presets.map(({ slug }) => slug))('to %s alone opens it at its start', (slug) => {
    openLink(`#/session/${slug}`)
    expect(session()).toMatchObject({ preset: preset(slug), playhead: START, notes: [] })
    expect(linkOf(session())).toBe(`#/session/${slug}`)
  })

  it('without a scenario leaves the session as it is', () => {
    choosePreset(preset('sliding'))
    moveToInstant(90_000)
    const before = session()
    openLink('#/session')
    openLink('#/compare')
    expect(session()).toBe(before)
  })

  it('names what it cannot use and keeps the rest', () => {
    openLink('#/session/sandbox?al=60&foo=1&t=soon&speed=7&view=movie&w=9-3')
    expect(session().scenario.accessLifetime).toBe(60_000)
    const told = session().notes.join('\n')
    expect(told).toContain('Ignored: foo. The lab has no such setting.')
    for (const key of ['t', 'speed', 'view', 'w'])
      expect(told).toMatch(new RegExp(`^${key} is`, 'm'))
    openLink('#/session/no-such-thing')
    expect(session().preset.slug).toBe('sandbox')
    expect(session().notes).toEqual(['The lab has no scenario no-such-thing. This is the sandbox.'])
  })

  it('with a place past the end or among other events stands where that can be', () => {
    openLink('#/session/thief-access?t=99999999')
    expect(session().playhead.instant).toBe(timeline().horizon)
    openLink('#/session/thief-access?t=300:1')
    expect(session().playhead).toEqual({
      instant: 300_000,
      count: timeline().entries.filter(({ at }) => at <= 300_000).length,
    })
  })
})

describe('a setting', () => {
  it('that cannot be read leaves the last good run', () => {
    const before = session()
    expect(changeSetting(parameter('al'), '')).toBe(false)
    expect(changeSetting(parameter('al'), '-5')).toBe(false)
    expect(session()).toBe(before)
    expect(changeSetting(parameter('al'), '60')).toBe(true)
    expect(timeline().scenario.accessLifetime).toBe(60_000)
  })

  it('that SimpleJWT does not have brings another server, and choosing SimpleJWT gives it up', () => {
    changeSetting(parameter('reuse'), 'family')
    expect(session().scenario.server).toBe('oauth')
    expect(session().notes[0]).toBe(
      'SimpleJWT cannot revoke a family, so the server is now OAuth best practice.',
    )
    changeSetting(parameter('srv'), 'simplejwt')
    expect(session().scenario).toMatchObject({ server: 'simplejwt', reuse: 'none' })
    expect(session().notes).toEqual([])
  })

  it('changes nothing about where the playhead stands', () => {
    moveToInstant(250_000)
    changeSetting(parameter('al'), '60')
    expect(session().playhead.instant).toBe(250_000)
    expect(timeline().entries[session().playhead.count]?.at).toBeGreaterThan(250_000)
  })
})

it('what is done by hand happens at the playhead and can be switched off', () => {
  choosePreset(preset('sandbox'))
  moveToInstant(130_000)
  actNow('logout')
  expect(timeline().entries.some(({ act, at }) => act === 'logout' && at === 130_000)).toBe(true)
  switchEdit(0)
  expect(timeline().entries.some(({ act }) => act === 'logout')).toBe(false)
  expect(session().scenario.edits).toEqual([{ act: 'logout', at: 130_000, isOn: false }])
})

describe('the playhead', () => {
  it.each(presets.map(({ slug }) => slug))(
    'of %s meets every event on the way there and back',
    (slug) => {
      choosePreset(preset(slug))
      const there: string[] = []
      const back: string[] = []
      const { entries } = timeline()
      for (let step = 0; step < entries.length; step++) {
        moveTo(nextEvent(timeline(), session().playhead))
        there.push(JSON.stringify(session().playhead))
      }
      for (let step = 0; step < entries.length; step++) {
        back.unshift(JSON.stringify(session().playhead))
        moveTo(previousEvent(timeline(), session().playhead))
      }
      expect(back).toEqual(there)
      expect(new Set(there).size).toBe(entries.length)
      expect(session().playhead).toEqual(START)
    },
  )

  it('jumps over idle time while it plays, and never past the end', () => {
    const jumped = advance(timeline(), { instant: 15 * MINUTE, count: 0 }, 1000)
    expect(jumped.instant).toBe(86_280_000)
    expect(advance(timeline(), jumped, 1e9).instant).toBe(timeline().horizon)
  })

  it('starts anew where Play is pressed at the end', () => {
    moveToInstant(timeline().horizon)
    playOrPause()
    expect(session()).toMatchObject({ isPlaying: true, playhead: START })
  })
})

describe('the window', () => {
  it('holds the playhead, and depends on where it stands alone', () => {
    const places = [0, 719_000, 720_001, 86_300_000, 3_600_000, 0]
    const seen = places.map((instant) => windowAt(timeline(), null, { instant, count: 0 }))
    for (const [index, { from, until }] of seen.entries()) {
      expect(places[index]).toBeGreaterThanOrEqual(from)
      expect(places[index]).toBeLessThanOrEqual(until)
      expect(until).toBeLessThanOrEqual(timeline().horizon)
    }
    expect(seen.at(-1)).toEqual(seen[0])
  })

  it('stays in order and inside the run', () => {
    expect(fitWindow(timeline(), { from: 500, until: 100 })).toEqual({ from: 500, until: 5500 })
    expect(fitWindow(timeline(), { from: 9000, until: 6000 }, 'until')).toEqual({
      from: 1000,
      until: 6000,
    })
    expect(fitWindow(timeline(), { from: -9, until: 1e12 })).toEqual({
      from: 0,
      until: timeline().horizon,
    })
  })
})
