/** Does a link bring back the scenario, and name what it cannot use? ux.md 2.2. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '../../src/simulation/presets.ts'
import {
  DEFAULT_SCENARIO,
  toggleEdit,
  withEdit,
  withoutEdit,
  ranges,
} from '../../src/simulation/scenario.ts'
import { fitServer } from '../../src/simulation/scenarioNotes.ts'
import { readScenario, tellQueryNote, writeScenario } from '../../src/simulation/scenarioQuery.ts'
import { anyScenario } from './runs.ts'

const read = (query: string) => readScenario(query, DEFAULT_SCENARIO)
const notesOf = (query: string): string[] => read(query).notes.map(tellQueryNote)

describe('a link', () => {
  it('brings back every scenario, whatever preset it starts from', () => {
    fc.assert(
      fc.property(anyScenario, fc.constantFrom(...presets), (scenario, { scenario: base }) => {
        const { scenario: fitted } = fitServer(scenario)
        expect(readScenario(writeScenario(fitted, base), base).scenario).toEqual(fitted)
      }),
    )
  })

  it('is empty where nothing was changed', () => {
    for (const { scenario } of presets) expect(writeScenario(scenario, scenario)).toBe('')
  })

  it('can be written by hand, in seconds', () => {
    const { scenario, notes } = read(
      '?srv=simplejwt-5.2.2&al=300.5&rot=1&client=early&early=30&rq=5x2@600&away=900-1800&steal=refresh@450~540/61&out=blacklist@700&do=request@720,-steal@750&tabs=2&sf=0&lat=0.1&skew=-60&api=-90&t=640&view=lanes&speed=60',
    )
    expect(notes).toEqual([])
    expect(scenario).toEqual({
      ...DEFAULT_SCENARIO,
      server: 'simplejwt-5.2.2',
      accessLifetime: 300_500,
      isRotating: true,
      strategy: 'early',
      early: 30_000,
      cadence: { every: 600_000, size: 5, gap: 2000 },
      away: { from: 900_000, until: 1_800_000 },
      theft: { what: 'refresh', at: 450_000, from: 540_000, every: 61_000 },
      logout: { at: 700_000, kind: 'blacklist' },
      edits: [
        { act: 'request', at: 720_000, isOn: true },
        { act: 'steal', at: 750_000, isOn: false },
      ],
      tabs: 2,
      isSingleFlight: false,
      latency: 100,
      clientOffset: -60_000,
      apiOffset: -90_000,
    })
  })

  it('names what it does not know and goes on', () => {
    const { scenario, notes } = read('rotat=1&al=60')
    expect(scenario.accessLifetime).toBe(60_000)
    expect(notes.map(tellQueryNote)).toEqual([
      'Ignored: rotat. The lab has no such setting. Did you mean rot?',
    ])
    expect(read('xy=1').notes.map(tellQueryNote)).toEqual([
      'Ignored: xy. The lab has no such setting.',
    ])
  })

  it.each([
    ['al=five', 'al is five, and needs seconds, such as 300. It keeps its value.'],
    ['al=-5', 'al is ‘-5’, and needs seconds, such as 300. It keeps its value.'],
    ['al=', 'al is ‘’, and needs seconds, such as 300. It keeps its value.'],
    ['rot=yes', 'rot is yes, and needs 0 or 1. It keeps its value.'],
    [
      'client=never',
      'client is never, and needs one of none, on401, early, check. It keeps its value.',
    ],
    ['rq=0', 'rq is 0, and needs seconds, 5x2@600 or manual. It keeps its value.'],
    ['rq=9x100@600', 'rq is 9x100@600, and needs seconds, 5x2@600 or manual. It keeps its value.'],
    ['tabs=0', 'tabs is 0, and needs a whole number from 1 to 100. It keeps its value.'],
    [
      'away=900-800',
      'away is 900-800, and needs two instants, such as 900-86400, or none. It keeps its value.',
    ],
  ])('says of %s what is wrong, and runs', (query, note) => {
    const { scenario } = read(query)
    expect(scenario).toEqual(DEFAULT_SCENARIO)
    expect(notesOf(query)).toEqual([note])
  })

  it.each(['steal=all@5', 'steal=refresh@5~4', 'steal=refresh@5~6/0', 'out=x@1', 'do=dance@5'])(
    'leaves out %s',
    (query) => {
      expect(read(query).scenario).toEqual(DEFAULT_SCENARIO)
      expect(read(query).notes.map(({ code }) => code)).toEqual(['unreadable'])
    },
  )

  it('uses what lies beyond a slider, and says so', () => {
    expect(ranges.leeway.max).toBe(120_000)
    expect(read('lw=600').scenario.leeway).toBe(600_000)
    expect(notesOf('lw=600&al=1')).toEqual([
      'al is 1, below what its slider reaches. It is used as it is.',
      'lw is 600, above what its slider reaches. It is used as it is.',
    ])
  })

  it('takes the last of two', () => {
    expect(read('al=60&al=90').scenario.accessLifetime).toBe(90_000)
    expect(notesOf('al=60&al=90')).toEqual([
      'al stands in the link more than once. The last one counts.',
    ])
  })

  it('takes another server where SimpleJWT cannot do what is asked, and says so', () => {
    expect(read('rot=1&reuse=family').scenario.server).toBe('oauth')
    expect(notesOf('rot=1&reuse=family')).toEqual([
      'SimpleJWT cannot revoke a family, so the server is now OAuth best practice.',
    ])
  })
})

describe('an edit', () => {
  it('is put in its place in time, switched off and taken out', () => {
    const later = withEdit(DEFAULT_SCENARIO, { act: 'steal', at: 200_000, isOn: true })
    const both = withEdit(later, { act: 'request', at: 100_000, isOn: true })
    expect(both.edits.map(({ act }) => act)).toEqual(['request', 'steal'])
    expect(toggleEdit(both, 1).edits.map(({ isOn }) => isOn)).toEqual([true, false])
    expect(withoutEdit(both, 0).edits).toEqual(later.edits)
    expect(DEFAULT_SCENARIO.edits).toEqual([])
  })
})
