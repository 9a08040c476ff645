import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { loadText } from '../../../src/state/acts.ts'
import { forgetEverything } from '../../../src/state/forget.ts'
import { compareStore, openComparison, takeEdit } from '../../../src/state/compareStore.ts'
import { boxTextOf, inspectorStore } from '../../../src/state/inspectorStore.ts'
import { NOTES_ACCESS, NOTES_CURL, NOTES_REFRESH } from '../../intake/tokens.ts'
import { HS256, tokenOf } from '../../token/tokens.ts'
import { box, button, openPage, region, replaceAll, said } from '../openPage.tsx'

const PAIR = JSON.stringify({ access: NOTES_ACCESS, refresh: NOTES_REFRESH })
const CURL = `curl http://127.0.0.1:8000/ -H 'Authorization: Bearer ${NOTES_CURL}'`
const ROUTE = '#/compare'

const first = (): string => box('First token').value
const second = (): string => box('Second token').value
const summary = (): HTMLElement => within(region('Summary')).getByRole('status')
const intake = (): string => said(screen.getByRole('status', { name: 'Intake' }))
const table = (): HTMLElement => screen.getByRole('table', { name: 'Differences' })

const count = (): number => within(table()).getAllByRole('row').length

/** The cells of the row of that claim, name first. */
const row = (name: string): string[] => {
  const header = within(table()).getByRole('rowheader', { name })
  return Array.from(header.closest('tr')?.children ?? [], said)
}

/** Pastes into a box of its own, in place of all that stands in it. */
const paste = async (name: string, text: string): Promise<void> => {
  const user = await openPage({ route: ROUTE })
  await replaceAll(user, name, text)
}

test('the debugger’s pair stands in the boxes, with all that differs', async () => {
  await openPage({ route: ROUTE, text: PAIR })
  expect([first(), second()]).toEqual([NOTES_ACCESS, NOTES_REFRESH])
  expect(intake()).toBe('Taken over from the Debugger.')
  const columns = within(table()).getAllByRole('columnheader').map(said)
  expect(columns).toEqual(['Claim', 'First', 'Second', 'Difference'])
  expect(row('exp')).toEqual([
    'exp',
    '1545224259 2018-12-19 12:57:39 UTC',
    '1545310359 2018-12-20 12:52:39 UTC',
    'The second expires 23 hours 55 minutes later.',
  ])
  const marks = Array.from(table().querySelectorAll('mark'), said)
  expect(marks).toEqual(expect.arrayContaining(['access', 'refresh', '2242', '3103']))
  expect(row('user_id')).toEqual(['user_id', '1', '1', 'Same.'])
  expect(said(summary())).toContain('Same header. 3 of 4 claims differ: token_type, exp and jti.')
  expect(said(summary())).toContain(
    'Inferred If their lifetimes are SimpleJWT’s defaults, both were issued at 2018-12-19 12:52:39 UTC, so most likely by the same login.',
  )
})

test('a single token stands on the left, and the page asks for the other', async () => {
  await openPage({ route: ROUTE, text: NOTES_ACCESS })
  expect([first(), second()]).toEqual([NOTES_ACCESS, ''])
  expect(said(summary())).toBe('Paste the second token to see how the two differ.')
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getAllByRole('link', { name: 'Open in Debugger' })).toHaveLength(1)
})

test('of three tokens the shown one stands beside the first', async () => {
  const other = tokenOf(HS256, '{"sub":"3"}')
  await openPage({ route: ROUTE })
  loadText(`${NOTES_ACCESS}\n${NOTES_REFRESH}\n${other}`)
  inspectorStore.setState({ shown: 2 })
  openComparison([])
  await waitFor(() => expect([first(), second()]).toEqual([NOTES_ACCESS, other]))
})

test('a link brings its samples and names what it does not know', async () => {
  await openPage({ route: '#/compare?sample=notes-access,notes-refresh,none,rs257' })
  await waitFor(() => expect(first()).toBe(NOTES_ACCESS))
  expect(second()).toBe(NOTES_REFRESH)
  expect(intake()).toBe('Examples: Notes access and Notes refresh.')
  expect(said(screen.getByRole('status', { name: 'Link' }))).toContain(
    'the sample rs257, a further sample, none.',
  )
})

test('a sample of two tokens fills both boxes', async () => {
  await openPage({ route: '#/compare?sample=fresh-pair' })
  await waitFor(() => expect(said(summary())).toContain('issued in the same second'))
  expect(said(summary())).toContain('Inferred They most likely come from the same login.')
})

test('a curl command is read for its token, and the other box stays', async () => {
  await paste('Second token', CURL)
  await waitFor(() => expect(second()).toBe(NOTES_CURL))
  expect(first()).toBe('')
  expect(intake()).toBe('Found in a curl command, header Authorization.')
})

test('a body with two tokens fills both boxes, whichever it is pasted into', async () => {
  await paste('Second token', PAIR)
  await waitFor(() => expect([first(), second()]).toEqual([NOTES_ACCESS, NOTES_REFRESH]))
  expect(intake()).toBe('Found 2 tokens, one for each box.')
})

test('a key is left out, and the box keeps its token', async () => {
  const user = await openPage({ route: ROUTE, text: NOTES_ACCESS })
  await replaceAll(user, 'First token', '{"kty":"oct","k":"AAAA"}')
  await waitFor(() => expect(intake()).toBe('That is a key, not a token. It was left out.'))
  expect(first()).toBe(NOTES_ACCESS)
})

test('text without a token stays as it was pasted, and the page says so', async () => {
  await paste('First token', 'hello')
  await waitFor(() => expect(intake()).toContain('No token found.'))
  expect(first()).toBe('hello')
})

test('typing changes the text and nothing else', async () => {
  const user = await openPage({ route: ROUTE, text: PAIR })
  await user.click(box('Second token'))
  await user.keyboard('{End}x')
  expect(second()).toBe(`${NOTES_REFRESH}x`)
  expect(first()).toBe(NOTES_ACCESS)
  expect(boxTextOf(inspectorStore.getState())).toBe(NOTES_ACCESS)
})

test('a paste outside the boxes fills the empty one and leaves the debugger alone', async () => {
  const user = await openPage({ route: ROUTE, text: NOTES_ACCESS })
  await user.click(screen.getByRole('heading', { level: 1 }))
  await user.paste(NOTES_REFRESH)
  await waitFor(() => expect(second()).toBe(NOTES_REFRESH))
  expect(first()).toBe(NOTES_ACCESS)
  expect(inspectorStore.getState().pasted.raw).toBe(NOTES_ACCESS)
})

test('Swap turns the two round', async () => {
  const user = await openPage({ route: ROUTE, text: PAIR })
  await user.click(button('Swap'))
  expect([first(), second()]).toEqual([NOTES_REFRESH, NOTES_ACCESS])
  expect(row('exp').at(-1)).toBe('The second expires 23 hours 55 minutes earlier.')
})

test('unchanged claims can be hidden', async () => {
  const user = await openPage({ route: ROUTE, text: PAIR })
  await user.click(screen.getByRole('checkbox', { name: 'Only differences' }))
  const names = within(table()).getAllByRole('rowheader').map(said)
  expect(names).toEqual(['P Payload', 'token_type', 'exp', 'jti'])
  await replaceAll(user, 'Second token', NOTES_ACCESS)
  await screen.findByText('All values are the same.')
})

test('of very many claims the first hundred are drawn until all are asked for', async () => {
  const members = Array.from({ length: 300 }, (_, index) => `"c${index}":${index}`)
  const token = tokenOf(HS256, `{${members.join(',')}}`)
  const user = await openPage({ route: ROUTE, text: `${token}\n${NOTES_ACCESS}` })
  expect(count()).toBeLessThan(110)
  await user.click(button(/^Show all 306$/))
  expect(count()).toBeGreaterThan(300)
})

test('Open in Debugger shows that token among those the debugger holds', async () => {
  const user = await openPage({ route: ROUTE, text: PAIR })
  const [, link] = screen.getAllByRole('link', { name: 'Open in Debugger' })
  if (link) await user.click(link)
  expect(inspectorStore.getState().shown).toBe(1)
  expect(inspectorStore.getState().pasted.tokens).toHaveLength(2)
})

test('a token opened in the debugger and back leaves both boxes as they were', async () => {
  const user = await openPage({ route: ROUTE, text: NOTES_ACCESS })
  await replaceAll(user, 'Second token', NOTES_CURL)
  await waitFor(() => expect(said(table())).toContain('2018-12-03'))
  const [, link] = screen.getAllByRole('link', { name: 'Open in Debugger' })
  if (link) await user.click(link)
  expect(boxTextOf(inspectorStore.getState())).toBe(NOTES_CURL)
  openComparison([])
  expect(compareStore.getState().texts).toEqual([NOTES_ACCESS, NOTES_CURL])
})

test('what was pasted here stays while the debugger holds the same token as before', async () => {
  const user = await openPage({ route: ROUTE, text: NOTES_ACCESS })
  await replaceAll(user, 'First token', NOTES_CURL)
  await waitFor(() => expect(first()).toBe(NOTES_CURL))
  openComparison([])
  expect(compareStore.getState().texts).toEqual([NOTES_CURL, ''])
})

test('a new token in the debugger is taken over at the next opening', async () => {
  await openPage({ route: ROUTE, text: PAIR })
  loadText(NOTES_CURL)
  openComparison([])
  expect(compareStore.getState().texts).toEqual([NOTES_CURL, ''])
})

test('Clear everything in the debugger empties the comparison too', async () => {
  await openPage({ route: ROUTE, text: PAIR })
  forgetEverything()
  expect(compareStore.getState()).toEqual(compareStore.getInitialState())
})

test('an edit that came later than a paste is not overwritten by it', async () => {
  await openPage({ route: ROUTE })
  takeEdit(0, { text: CURL, isWhole: true, inserted: CURL })
  takeEdit(0, { text: 'typed', isWhole: false, inserted: null })
  await waitFor(() => expect(first()).toBe('typed'))
  await Promise.resolve()
  expect(first()).toBe('typed')
})

test('markup and marks of direction in a token are text', async () => {
  const evil = tokenOf(HS256, '{"<img src=x onerror=alert(1)>":"\\u202e<b>x</b>"}')
  await openPage({ route: ROUTE, text: `${NOTES_ACCESS}\n${evil}` })
  expect(document.querySelector('main img, main td b')).toBeNull()
  expect(said(table())).toContain('U+202E<b>x</b>')
  expect(document.body.textContent).not.toContain('\u202e')
})

test('a file dropped on the view is read', async () => {
  await openPage({ route: ROUTE })
  const file = new File([PAIR], 'tokens.json')
  fireEvent.drop(document.body, { dataTransfer: { files: [file], getData: () => '' } })
  await waitFor(() => expect(second()).toBe(NOTES_REFRESH))
})
