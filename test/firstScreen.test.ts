// @vitest-environment happy-dom
import { type BoundFunctions, type queries, within } from '@testing-library/dom'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawFirstScreen } from '../src/firstScreen.tsx'

let html: string
let page: BoundFunctions<typeof queries>

beforeAll(async () => {
  html = await drawFirstScreen()
  document.body.innerHTML = html
  page = within(document.body)
})

describe('the page before any script has run', () => {
  test.each(['banner', 'main'])('holds a %s', (role) => {
    expect(page.getAllByRole(role)).toHaveLength(1)
  })

  test.each([
    ['navigation', 'Main'],
    ['link', 'Debug'],
    ['link', 'Privacy'],
    ['button', 'Theme'],
    ['button', 'Keyboard shortcuts'],
    ['button', 'Samples'],
    ['button', 'Copy token'],
    ['button', 'Clear everything'],
    ['textbox', 'Encoded token'],
    ['textbox', 'Header JSON'],
    ['textbox', 'Payload JSON'],
    ['textbox', 'Key'],
    ['textbox', 'Instant'],
    ['combobox', 'Read secret as'],
    ['combobox', 'As of'],
    ['spinbutton', 'Leeway'],
    ['status', 'Intake'],
    ['region', 'Verdict'],
    ['region', 'Header'],
    ['region', 'Payload'],
    ['region', 'Signature'],
    ['list', 'Checks'],
    ['list', 'Claims'],
    ['list', 'Findings'],
  ])('holds %s %s', (role, name) => {
    expect(page.getAllByRole(role, { name })).toHaveLength(1)
  })

  test('has one h1 and five rungs that were not checked', () => {
    expect(page.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    const rungs = within(page.getByRole('list', { name: 'Checks' })).getAllByRole('listitem')
    expect(rungs.map(({ textContent }) => /^(\w+) not checked/.exec(textContent)?.[1])).toEqual([
      'Form',
      'Signature',
      'Key',
      'Time',
      'Policy',
    ])
  })

  test('says what to do, in its own words', () => {
    expect(page.getByRole('region', { name: 'Verdict' }).textContent).toContain(
      'Paste a token to begin.',
    )
  })

  test('takes text in the fields that are for it, and nowhere holds any', () => {
    for (const name of ['Encoded token', 'Key']) {
      const field = page.getByRole<HTMLTextAreaElement>('textbox', { name })
      expect(field.readOnly).toBe(false)
      expect(field.value).toBe('')
    }
  })

  test('holds no token, no key and no moment in time', () => {
    expect(html).not.toContain('eyJ')
    expect(html).not.toMatch(/secret,? known/)
    expect(html).not.toMatch(/\b\d{10}\b/)
    expect(html).not.toMatch(/\d{4}-\d\d-\d\d/)
  })

  test('holds all of its late parts, and no script', () => {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<!--$?-->')
    expect(html).not.toContain('<template')
  })

  test('is the same each time it is drawn', async () => {
    expect(await drawFirstScreen()).toBe(html)
  })
})
