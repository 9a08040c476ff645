/** Does a step answer a guess where it was made, say what is missing, and lead to why once it is done? ux.md 5.1. */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { LearnScreen } from '../../../src/screens/learn/LearnScreen.tsx'
import { loadIntake } from '../../../src/state/acts.ts'
import { resetLessons } from '../../../src/state/lessonStore.ts'

const region = (name: string): HTMLElement => screen.getByRole('region', { name })
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })

const scrolled = vi.fn<() => void>()

async function open(address: string): Promise<UserEvent> {
  await loadIntake()
  resetLessons()
  history.replaceState(null, '', `#/learn/${address}`)
  scrolled.mockClear()
  Element.prototype.scrollIntoView = scrolled
  await act(async () => {
    render(<LearnScreen />)
    await Promise.resolve()
  })
  return userEvent.setup()
}

const follows = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

it('the reason stands between the options and the trial, and is brought into sight', async () => {
  const user = await open('signature/3')
  await user.click(screen.getByRole('radio', { name: /^All 43/ }))
  expect(scrolled).not.toHaveBeenCalled()
  await user.click(button('Check my guess'))
  const reason = screen.getByText('Not quite.')
  expect(screen.getByRole('status', { name: 'Feedback' })).toContainElement(reason)
  expect(follows(region('Predict'), reason)).toBe(true)
  expect(follows(reason, region('Try it'))).toBe(true)
  expect(scrolled).toHaveBeenCalledTimes(1)
})

it('a trial that is not the goal yet says what is missing; a done one leads to why', async () => {
  const user = await open('signature/3')
  const feedback = screen.getByRole('status', { name: 'Feedback' })
  expect(feedback).toHaveTextContent('')
  const field = screen.getByRole('textbox', { name: 'user_id' })
  await user.clear(field)
  await user.type(field, '1')
  expect(feedback).toHaveTextContent('The value is as it was.')
  expect(screen.queryByText('This step is done.')).toBeNull()
  await user.clear(field)
  await user.type(field, '2')
  expect(screen.getByText('This step is done.')).toBeVisible()
  await user.click(button('Read why'))
  expect(within(region('Explain')).getByRole('heading')).toHaveFocus()
})

it('a corner that would answer the question waits for the guess', async () => {
  const user = await open('carry/2')
  expect(screen.queryByRole('region', { name: 'Notes corner' })).toBeNull()
  const [first] = within(region('Predict')).getAllByRole('radio')
  if (first) await user.click(first)
  await user.click(button('Check my guess'))
  expect(region('Notes corner')).toHaveTextContent('Half of it.')
})

it('nothing signs a copy where the third part is said to stay as it was', async () => {
  await open('signature/3')
  expect(screen.queryByRole('button', { name: /Sign the copy/ })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: /blank/ })).toBeNull()
})

it('a card that is placed leaves a gap, and lies behind those placed before it', async () => {
  const user = await open('header/4')
  const pile = region('Cards')
  const shown = (): number => pile.querySelectorAll('h3 ~ div > *').length
  expect(shown()).toBe(3)
  await user.selectOptions(screen.getByRole('combobox', { name: '"kid": "2026-01"' }), 'A label')
  await user.selectOptions(screen.getByRole('combobox', { name: '"typ": "JWT"' }), 'A label')
  expect(shown()).toBe(3)
  const placed = within(region('A label')).getAllByRole('combobox')
  expect(placed.map((one) => one.getAttribute('aria-labelledby'))).toHaveLength(2)
  expect(region('A label').textContent.indexOf('kid')).toBeLessThan(
    region('A label').textContent.indexOf('typ'),
  )
})

it('lines of the notes keep their order, their reasons and the time since the login', async () => {
  const user = await open('lifetimes/1')
  for (const name of [/api\/token\/ username/, 'Wait 5 minutes', /hello/])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await user.click(button(name))
  const rows = within(screen.getByRole('list', { name: 'What happened' })).getAllByRole('listitem')
  expect(rows).toHaveLength(3)
  expect(rows[0]).toHaveTextContent(/^0:00.*username/)
  expect(rows[2]).toHaveTextContent(/^5:00.*hello.*401/)
  for (const row of [rows[0], rows[2]]) expect(row?.querySelector('details')).not.toBeNull()
  expect(rows[0]?.querySelector('p + p')).not.toBeNull()
})

it('a double click takes the whole part, hyphens and all', async () => {
  await open('meet/3')
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Encoded token' })
  const [header = '', payload = '', signature = ''] = field.value.split('.')
  for (const [part, at] of [
    [header, 3],
    [payload, header.length + 4],
    [signature, field.value.length - 2],
  ] as const) {
    field.setSelectionRange(at, at + 1)
    fireEvent.doubleClick(field)
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(part)
  }
})

it('answers are worked out when somebody prints, and not before', async () => {
  await open('signature/5')
  const printed = vi.fn<() => void>()
  vi.stubGlobal('print', printed)
  const sheet = document.querySelector('[data-sheet="lesson"]')
  expect(sheet).toHaveTextContent('The seal: answers')
  expect(sheet).not.toHaveTextContent('With one shared secret it could be either of you.')
  fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true })
  await vi.waitFor(() => expect(printed).toHaveBeenCalledTimes(1))
  expect(sheet).toHaveTextContent('With one shared secret it could be either of you.')
  act(() => void dispatchEvent(new Event('afterprint')))
  expect(sheet).not.toHaveTextContent('With one shared secret it could be either of you.')
})
