/** Is the text one that Mermaid’s sequence grammar reads, whatever stands in it? mermaid.js.org, “Sequence diagrams”. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeMermaid } from '../../src/simulation/mermaid.ts'
import { presets } from '../../src/simulation/presets.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { run } from './runs.ts'

const caption = {
  title: 'A title',
  question: 'What happens at 5:00?',
  settings: ['SimpleJWT, newest'],
  time: 'Before the login',
  link: 'https://lens.example/#/session/notes-defaults?t=300',
}

/** A message or a note: no sign that ends it or begins a comment, and no word that ends a block. */
const TEXT = String.raw`(?:(?!\bend\b)(?:[^#;%<>{}\r\n]|#\d+;))+`
const WHO = '(?:Alice|App|Server|Thief)'
const LINES = [
  /^sequenceDiagram$/,
  /^(?:actor Alice|participant (?:App|Server|Thief))$/,
  new RegExp(`^Note over ${WHO}(?:,${WHO})?: ${TEXT}$`, 'i'),
  new RegExp(`^${WHO}(?:->>|-->>|--x|-\\))${WHO}: ${TEXT}$`, 'i'),
]

function expectGrammar(text: string): void {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())
  expect(lines.filter((line) => !LINES.some((pattern) => pattern.test(line)))).toEqual([])
}

describe('the text of a sequence diagram', () => {
  it.each(presets.map((preset) => [preset.slug, preset] as const))('of %s', (_slug, preset) => {
    expectGrammar(writeMermaid(simulate(preset.scenario), { ...caption, title: preset.title }))
  })

  it('says who sent what, and what came back', () => {
    const lines = writeMermaid(run({ isRotating: true, cadence: null }), caption)
    expect(lines).toContain('App->>Server: 0:00 logs in: POST /api/token/\n')
    expect(lines).toContain('Server-->>App: 200 A1, R1\n')
  })

  it('folds calls that went well, and shows a refusal with its reason', () => {
    const text = writeMermaid(run({ cadence: { every: 60_000, size: 1, gap: 0 } }), caption)
    expect(text).toContain('App->>Server: 0:00 to 4:00, 5 calls with A1\n')
    expect(text).toMatch(/Server--xApp: 401 \S/)
  })

  it('stays in the grammar whatever the title, the question or the link says', () => {
    const timeline = run({ cadence: null, horizon: 1000 })
    const hostile = fc.oneof(
      fc.constantFrom(
        'end',
        'a;b',
        '#35;',
        '%% comment',
        'x\nparticipant Y',
        '%%{init: 1}%%',
        '<b>',
      ),
      fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''),
    )
    fc.assert(
      fc.property(hostile, hostile, (title, question) => {
        expectGrammar(writeMermaid(timeline, { ...caption, title, question }))
      }),
    )
  })

  it('says how much it leaves out', () => {
    const edits = Array.from(
      { length: 400 },
      (_unused, index) => ({ act: 'refresh', at: index * 1000, isOn: true }) as const,
    )
    const text = writeMermaid(run({ cadence: null, edits }), caption)
    expectGrammar(text)
    expect(text).toContain('100 more steps are left out')
  })
})
