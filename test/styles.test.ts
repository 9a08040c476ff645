import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Where nothing moves, it may cost what it wants. */
const PRINTED = /@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g
/** A question about all that the page or a view holds, which every change inside it asks anew. */
const ABOUT_ALL = /(?:^|[\s,>+~(])(?:html|:root|body|main)(?:\[[^\]]*\]|:not\()*:has\([^)]*\)/g

const sheets = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => [path, readFileSync(`src/${path}`, 'utf8').replaceAll(PRINTED, '')]),
)

describe('the styles', () => {
  it('ask nothing that has a whole view styled anew when anything in it comes or goes', () => {
    expect(sheets.size).toBeGreaterThan(50)
    const asking = [...sheets].flatMap(([path, text]) =>
      (text.match(ABOUT_ALL) ?? []).map((selector) => `${path}: ${selector.trim()}`),
    )
    expect(asking).toEqual([])
  })

  it.each([':root:has(.foot)', 'main:not(:has([data-presented])) *', 'a, body:has(dialog)'])(
    'would be found asking %s',
    (selector) => {
      expect(selector).toMatch(new RegExp(ABOUT_ALL.source))
    },
  )
})
