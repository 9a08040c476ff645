/** Is the page one that Markdown shows as it is meant: a table of so many columns, and wire text to the letter? GFM 4.10. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeMarkdown } from '../../src/simulation/markdown.ts'
import { requestText, responseText } from '../../src/simulation/transcript.ts'
import { run } from './runs.ts'

const caption = {
  title: 'Rotation',
  question: 'Who gets the 401?',
  settings: ['SimpleJWT, newest', 'leeway 0 s'],
  time: '5 minutes after login',
  link: 'https://lens.example/#/session/rotation?t=300',
}

/** Cells as a GFM table parts them: at bars without a backslash before them. */
const cellsOf = (row: string): string[] =>
  row
    .slice(2, -2)
    .split(/(?<!\\)(?:\\\\)*\|/)
    .map((cell) => cell.trim())

const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map(cellsOf)

describe('a Markdown page of a run', () => {
  const timeline = run({ isRotating: true })
  const page = writeMarkdown(timeline, caption)

  it('has title, question, settings, time and link', () => {
    expect(page).toMatch(/^# Rotation\n\n\*\*Who gets the 401\?\*\*\n\n- SimpleJWT, newest\n/)
    expect(page).toContain('5 minutes after login. <https://lens.example/#/session/rotation?t=300>')
  })

  it('has a row of six cells for each event', () => {
    const rows = rowsOf(page)
    expect(rows).toHaveLength(timeline.entries.length + 2)
    for (const row of rows) expect(row).toHaveLength(6)
    expect(rows[0]).toEqual(['Time', 'Actor', 'Action', 'Token', 'Status', 'Why'])
  })

  it('has the wire text to the letter', () => {
    const refused = timeline.entries.find(({ exchange }) => exchange?.answer.status === 401)
    if (!refused?.exchange) throw new Error('no refusal')
    expect(page).toContain(
      `\`\`\`http\n${requestText(refused.exchange, 'HTTP').trimEnd()}\n\n${responseText(refused.exchange)}\n\`\`\``,
    )
  })

  it('keeps its shape whatever a claim or a title says', () => {
    const hostile = fc.oneof(
      fc.constantFrom('a|b', '<script>', '`x`', '# x', 'a\nb', '[x](javascript:y)', '\\|'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const hostilePage = writeMarkdown(
          run({ cadence: null, horizon: 1000, extras: { AUTH_HEADER_TYPES: [text] } }),
          { ...caption, title: text },
        )
        const table = hostilePage.split('\n').filter((line) => line.startsWith('| '))
        expect(table).toHaveLength(3)
        const [title = ''] = hostilePage.split('\n')
        expect(title.replaceAll(/\\./g, '')).not.toMatch(/[<>`|[\]]/)
      }),
    )
  })

  it('fences a body that holds backticks by a longer row of them', () => {
    const ticked = run({
      cadence: { every: 1000, size: 1, gap: 0 },
      horizon: 1000,
      extras: { AUTH_HEADER_TYPES: ['````'] },
    })
    expect(writeMarkdown(ticked, caption)).toContain('`````http\nGET /hello/')
  })
})
