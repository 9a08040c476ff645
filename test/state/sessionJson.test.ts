/** Does a session survive its JSON file, and is each broken file refused with its place? ux.md 4.11. */
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { presetNamed, presets } from '../../src/simulation/presets.ts'
import { readSessionJson, tellJsonFault, writeSessionJson } from '../../src/state/sessionJson.ts'
import { playheadAt } from '../../src/state/sessionPlayhead.ts'
import {
  actNow,
  changeScenario,
  choosePreset,
  look,
  moveToInstant,
  openLink,
  selectEntry,
  sessionStore,
  switchEdit,
  timelineOf,
} from '../../src/state/sessionStore.ts'

const session = () => sessionStore.getState()
const choose = (slug: string): void => {
  const preset = presetNamed(slug)
  if (preset) choosePreset(preset)
}

function write(): string {
  const now = session()
  const isWhole = playheadAt(timelineOf(now), now.playhead.instant).count === now.playhead.count
  return writeSessionJson(now, isWhole)
}

function read(text: string): void {
  const reading = readSessionJson(text)
  if ('fault' in reading) throw new Error(tellJsonFault(reading.fault))
  openLink(reading.link)
}

const refusal = (text: string): string => {
  const reading = readSessionJson(text)
  return 'fault' in reading ? tellJsonFault(reading.fault) : ''
}

beforeEach(() => {
  choose('notes-defaults')
  look({ speed: 60, view: null, window: null })
})

describe('a file', () => {
  it.each(presets.map(({ slug }) => slug))('of %s brings its frame back', (slug) => {
    choose(slug)
    moveToInstant(300_000)
    const before = session()
    const text = write()
    choose('sandbox')
    read(text)
    expect(session()).toEqual({ ...before, notes: [] })
  })

  it('brings back settings, edits and the event of an instant', () => {
    choose('rotation-theft')
    changeScenario({
      accessLifetime: 90_500,
      extras: { ISSUER: 'https://issuer.example/?a=1&b=2' },
    })
    moveToInstant(200_000)
    actNow('steal')
    actNow('logout')
    switchEdit(1)
    selectEntry(6)
    const before = session()
    const text = write()
    choose('sandbox')
    read(text)
    expect(session()).toEqual({ ...before, notes: [] })
  })

  it('has the form that was agreed', () => {
    choose('rotation-theft')
    changeScenario({ edits: [{ act: 'steal', what: 'refresh', at: 642_000, isOn: true }] })
    moveToInstant(900_000)
    const file: unknown = JSON.parse(write())
    expect(file).toMatchObject({
      v: 1,
      preset: 'rotation-theft',
      edits: [{ t: 642, do: 'steal', what: 'refresh' }],
      playhead: 900,
    })
    expect(Object.keys(Object(file))).toEqual(['v', 'preset', 'params', 'edits', 'playhead'])
  })

  it('may be written by hand, with the preset’s own settings where it says none', () => {
    read(
      '{"v":1,"preset":"rotation-theft","params":{"al":60,"rot":true,"away":null},"edits":[{"t":642,"do":"steal","what":"refresh"}],"playhead":900}',
    )
    expect(session().scenario).toMatchObject({
      accessLifetime: 60_000,
      isRotating: true,
      away: null,
      isBlacklisting: true,
    })
    const copies = timelineOf(session()).entries.filter(
      ({ act, at }) => act === 'copy' && at === 642_000,
    )
    expect(copies).toHaveLength(1)
    expect(copies[0]?.gained.every(({ kind }) => kind === 'refresh')).toBe(true)
    expect(session().playhead.instant).toBe(900_000)
    expect(session().notes).toEqual([])
  })

  it('names settings that the lab does not have, and applies the rest', () => {
    read('{"v":1,"preset":"nobody","params":{"rotat":1,"al":"soon","lw":5},"playhead":1}')
    expect(session().scenario.leeway).toBe(5000)
    expect(session().notes).toEqual([
      'The lab has no scenario nobody. This is the sandbox.',
      'Ignored: rotat. The lab has no such setting. Did you mean rot?',
      'al is soon, and needs seconds, such as 300. It keeps its value.',
    ])
  })
})

describe('a text that is no session', () => {
  it.each([
    ['', 'There is no text here. Paste the JSON that Export made, or choose its file.'],
    [
      '{\n  "v": 1,\n  preset: "x"}',
      'Line 3, column 3: expected ‘"’, found ‘p’. Mend it there, or export the session again.',
    ],
    [
      '{"v":1',
      'Line 1, column 7: expected ‘,’ or ‘}’, found the end of the text. Mend it there, or export the session again.',
    ],
    [
      '[]',
      '‘the file’ needs an object in braces. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{}',
      'The member v is missing, so this is no session of the lab. Choose a file that Export made.',
    ],
    ['{"v":2}', 'v is 2, and this page reads version 1. Export the session again from this page.'],
    [
      '{"v":1}',
      'preset needs the name of a scenario in quotes. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","params":{"al":[1]}}',
      'params.al needs a number, text, true, false or null. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","params":{"t":5}}',
      'params.t needs to be left out: it is no setting. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","edits":[{"t":1,"do":"login"},{"t":1,"do":"dance"}]}',
      '‘edits[2].do’ needs one of request, refresh, steal, logout, login. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","edits":[{"t":-1,"do":"login"}]}',
      '‘edits[1].t’ needs seconds from 0 on, such as 300. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","edits":[{"t":1,"do":"login","what":"both"}]}',
      '‘edits[1].what’ needs to be left out: only steal has it. Nothing was opened; the session on the screen stays.',
    ],
    [
      '{"v":1,"preset":"x","playhead":"5"}',
      'playhead needs seconds from 0 on, such as 300. Nothing was opened; the session on the screen stays.',
    ],
  ])('%s', (text, sentence) => {
    expect(refusal(text)).toBe(sentence)
  })

  it('whatever it is, the page stays alive', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(refusal(text)).not.toContain('undefined')
      }),
    )
    expect(refusal('{"v":1,"preset":"x","params":{"__proto__":{"al":1}}}')).toContain(
      'params.__proto__',
    )
    expect(refusal(`{"v":${'['.repeat(100_000)}`)).toContain('Line 1')
    expect(refusal(`{"v":1,"x":"${'y'.repeat(1_000_001)}"}`)).toContain('longer than a million')
  })
})
