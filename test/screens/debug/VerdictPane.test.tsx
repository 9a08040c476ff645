import { within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../verification/makeToken.ts'
import { headline, moveClock, NOW, openPage, rungs, said, toldHeadline } from '../openPage.tsx'

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
