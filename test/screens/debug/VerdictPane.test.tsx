import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../verification/makeToken.ts'
import {
  box,
  button,
  headline,
  moveClock,
  NOW,
  openPage,
  region,
  rungs,
  said,
  toldHeadline,
} from '../openPage.tsx'

const tokenOf = (claims: object): string => hmacToken('HS256', strongSecret, JSON.stringify(claims))
const token = tokenOf({ sub: '42', iat: NOW - 48, exp: NOW + 252 })

/** The status text without what ticks. */
function still(): string {
  const copy = headline().cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('no element')
  for (const timer of copy.querySelectorAll('[role="timer"]')) timer.textContent = '…'
  return said(copy)
}

describe('from one second to the next', () => {
  test.each([
    ['alive', { sub: '42', iat: NOW - 48, exp: NOW + 252 }],
    ['expired', { sub: '42', exp: NOW - 5000 }],
    ['not yet usable', { sub: '42', nbf: NOW + 5000, exp: NOW + 9000 }],
    ['without end', { sub: '42' }],
  ])('only the timer in the verdict changes: %s', async (_state, claims) => {
    await openPage({ text: tokenOf(claims), key: strongSecret })
    const before = still()
    const ladder = rungs()
    for (const second of [1, 2, 3]) {
      moveClock(NOW + second)
      expect(still()).toBe(before)
      expect(rungs()).toEqual(ladder)
    }
  })

  test('the timer is not read aloud, and counts', async () => {
    await openPage({ text: token, key: strongSecret })
    const timer = within(headline()).getByRole('timer')
    expect(timer).toHaveAttribute('aria-live', 'off')
    expect(timer).toHaveTextContent('4 minutes 12 seconds')
    moveClock(NOW + 1)
    expect(timer).toHaveTextContent('4 minutes 11 seconds')
    expect(timer).toBeInTheDocument()
  })

  test('the status changes when the token expires', async () => {
    await openPage({ text: token, key: strongSecret })
    moveClock(NOW + 251)
    const alive = still()
    moveClock(NOW + 252)
    expect(still()).not.toBe(alive)
    expect(toldHeadline()).toContain('but expired 0 seconds ago')
    expect(rungs()[3]).toBe('Time fail expired 2026-01-01 00:04:12 UTC')
  })

  test('without a token nothing ticks', async () => {
    await openPage()
    expect(within(headline()).queryByRole('timer')).toBeNull()
  })
})

const row = (name: string): HTMLElement => button(`${name}: show where it is decided`)

describe('a rung leads to where it is decided', () => {
  test.each([
    ['Signature', () => region('Signature')],
    ['Key', () => box('Key')],
    ['Time', () => region('Time')],
    ['Policy', () => region('Expectations')],
    ['Form', () => region('Header')],
  ])('%s', async (name, place) => {
    const user = await openPage({ text: token, key: strongSecret })
    await user.click(row(name))
    expect(place()).toHaveFocus()
  })

  test('from its words too, and a form with a fault to its finding', async () => {
    const user = await openPage({ text: 'abc%.def' })
    const [form] = within(region('Verdict')).getAllByRole('listitem')
    await user.click(form?.lastElementChild ?? document.body)
    expect(document.activeElement).toHaveTextContent(/^Stop Only 2 of 3 parts\./)
  })

  test('a token that is late by seconds to the leeway', async () => {
    const user = await openPage({ text: tokenOf({ sub: '42', exp: NOW - 12 }), key: strongSecret })
    await user.click(row('Time'))
    expect(screen.getByRole('spinbutton', { name: 'Leeway' })).toHaveFocus()
    await user.click(within(region('Findings')).getByRole('button', { name: 'Leeway' }))
    expect(screen.getByRole('spinbutton', { name: 'Leeway' })).toHaveFocus()
  })

  test('by keys alone: one stop, and arrows to the others', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    row('Form').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}')
    expect(row('Key')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(box('Key')).toHaveFocus()
    row('Form').focus()
    await user.tab()
    expect(document.activeElement?.closest('li[data-rung]')).toBeNull()
  })

  test('the row still begins with its name and its state', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(rungs()[0]).toBe('Form pass three parts, two JSON objects')
  })
})

test('an expectation that is not met is in the headline as it is typed', async () => {
  const user = await openPage({ text: token, key: strongSecret })
  await user.type(box('Expected audience'), 'orders-api')
  expect(toldHeadline()).toMatch(
    /There is no aud claim, and ‘orders-api’ is expected: an API should refuse it\.$/,
  )
})
