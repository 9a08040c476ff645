/** Is what a link misspells named, and what it meant offered? */
import { expect, test } from 'vitest'
import { tellUnknown } from '../../src/sharing/tellUnknown.ts'

const lead = 'This link asks for what this page does not know:'

test.each([
  ['the setting sampel', ' Did you mean sample?'],
  ['the sample rs265', ' Did you mean rs256?'],
  ['the page /lern', ' Did you mean /learn?'],
  ['the setting speed', ''],
  ['the sample <img src=x>', ''],
])('%s', (unknown, hint) => {
  expect(tellUnknown([unknown])).toBe(`${lead} ${unknown}.${hint} The rest of it was applied.`)
})

test('several are told together', () => {
  expect(tellUnknown(['the setting sampel', 'the setting speed', 'the page /atack'])).toBe(
    `${lead} the setting sampel, the setting speed, the page /atack. Did you mean sample, /attack? The rest of it was applied.`,
  )
})
