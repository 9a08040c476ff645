import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { clock } from '../../src/state/clock.ts'
import { hmacToken, strongSecret } from '../verification/makeToken.ts'
import {
  box,
  button,
  claim,
  headline,
  moveClock,
  NOW,
  openPage,
  region,
  replaceAll,
  rungs,
  said,
  toldHeadline,
} from './openPage.tsx'

const tokenOf = (claims: object): string => hmacToken('HS256', strongSecret, JSON.stringify(claims))
const token = tokenOf({ sub: '42', iat: NOW - 48, exp: NOW + 252 })

/** The status text without what ticks. */
function still(): string {
  const copy = headline().cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('no element')
  for (const timer of copy.querySelectorAll('[role="timer"]')) timer.textContent = '…'
  return said(copy)
}

const announced = (): string =>
  said(region('Verdict').querySelector<HTMLElement>('[aria-live="polite"]') ?? document.body)

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

describe('what is said aloud while a token runs out', () => {
  test('60 seconds, 10 seconds and the end, once each', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 70 }) })
    const heard: string[] = []
    for (let second = 0; second <= 80; second++) {
      moveClock(NOW + second)
      if (announced() !== '' && heard.at(-1) !== announced()) heard.push(announced())
    }
    expect(heard).toEqual([
      'This token expires in 60 seconds.',
      'This token expires in 10 seconds.',
      'This token has just expired.',
    ])
  })

  test('at those very seconds', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 62 }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('')
    moveClock(NOW + 2)
    expect(announced()).toBe('This token expires in 60 seconds.')
    moveClock(NOW + 51)
    moveClock(NOW + 52)
    expect(announced()).toBe('This token expires in 10 seconds.')
    moveClock(NOW + 61)
    expect(announced()).toBe('This token expires in 10 seconds.')
    moveClock(NOW + 62)
    expect(announced()).toBe('This token has just expired.')
  })

  test('also where the clock jumps over a second, as it does in a tab that was asleep', async () => {
    await openPage({ text: tokenOf({ exp: NOW + 62 }) })
    moveClock(NOW + 1)
    moveClock(NOW + 3)
    expect(announced()).toMatch(/^This token expires in (?:60|59) seconds\.$/)
    moveClock(NOW + 60)
    moveClock(NOW + 63)
    expect(announced()).toBe('This token has just expired.')
  })

  test('nothing for a token that had expired before it came', async () => {
    await openPage({ text: tokenOf({ exp: NOW - 1 }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('')
  })

  test('nothing of a token that is no longer there', async () => {
    const user = await openPage({ text: tokenOf({ exp: NOW + 1 }) })
    await user.click(button('Clear everything'))
    moveClock(NOW + 1)
    expect(announced()).toBe('')
  })

  test('again for the next token', async () => {
    const user = await openPage({ text: tokenOf({ exp: NOW + 61, jti: 'a' }) })
    moveClock(NOW + 1)
    expect(announced()).toBe('This token expires in 60 seconds.')
    await replaceAll(user, 'Encoded token', tokenOf({ exp: NOW + 300, jti: 'b' }))
    moveClock(NOW + 2)
    expect(announced()).toBe('')
  })
})

describe('As of', () => {
  test('judges by the instant typed, and says that time stands still', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    expect(screen.getByRole('combobox', { name: 'As of' })).toHaveDisplayValue('Now')
    expect(box('Instant')).toHaveValue('2026-01-01T00:00:00Z')
    await user.clear(box('Instant'))
    await user.type(box('Instant'), '2026-01-01T00:04:11Z')
    expect(toldHeadline()).toContain('Expires in 1 second.')
    expect(screen.getByRole('combobox', { name: 'As of' })).not.toHaveDisplayValue('Now')
    expect(said(region('Time'))).toContain('Time stands still at 2026-01-01T00:04:11Z.')
    moveClock(NOW + 9000)
    expect(toldHeadline()).toContain('Expires in 1 second.')
    await user.click(button('Back to now'))
    expect(toldHeadline()).toContain('but expired')
    expect(screen.getByRole('combobox', { name: 'As of' })).toHaveDisplayValue('Now')
  })

  test('keeps the last good instant while the text cannot be read, and says so at the field', async () => {
    const user = await openPage({ text: token })
    await user.clear(box('Instant'))
    await user.type(box('Instant'), '2026-01-01T00:04:00Z')
    await user.type(box('Instant'), '{Backspace}')
    expect(box('Instant')).toHaveValue('2026-01-01T00:04:00')
    expect(box('Instant')).toBeInvalid()
    expect(box('Instant')).toHaveAccessibleDescription(
      'This is no instant. Write it like 2018-12-19T12:57:39Z. Until then 2026-01-01T00:04:00Z counts.',
    )
    expect(toldHeadline()).toContain('Expires in 12 seconds.')
  })

  test('Now is chosen from the list as well', async () => {
    const user = await openPage({ text: token })
    const choice = screen.getByRole('combobox', { name: 'As of' })
    const [now, custom] = within(choice).getAllByRole('option')
    if (!now || !custom) throw new Error('two choices')
    await user.selectOptions(choice, custom)
    moveClock(NOW + 100)
    expect(box('Instant')).toHaveValue('2026-01-01T00:00:00Z')
    await user.selectOptions(choice, now)
    expect(box('Instant')).toHaveValue('2026-01-01T00:01:40Z')
  })

  test('one press leads to the second before expiry', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    await user.click(button('Travel to 1 s before expiry'))
    expect(toldHeadline()).toContain('Expires in 1 second.')
    expect(clock.getState().live).toBe(NOW)
  })

  test('a new token returns to now, and the page says so', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Travel to 1 s before expiry'))
    await replaceAll(user, 'Encoded token', tokenOf({ sub: '7', exp: NOW + 60 }))
    expect(screen.getByRole('status', { name: 'Intake' })).toHaveTextContent(
      'As of is back to now.',
    )
    expect(toldHeadline()).toContain('Expires in 1 minute.')
  })

  test('rules the claims too', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Travel to 1 s before expiry'))
    expect(claim('exp, Registered')).toHaveTextContent('1 second')
  })
})

describe('the leeway', () => {
  test('is counted in every judgement of time', async () => {
    const user = await openPage({ text: tokenOf({ exp: NOW - 12 }), key: strongSecret })
    const leeway = screen.getByRole('spinbutton', { name: 'Leeway' })
    await user.clear(leeway)
    await user.type(leeway, '30')
    expect(toldHeadline()).toContain(
      'Signature valid. Expired 12 seconds ago, inside the 30 s leeway: some servers still accept it.',
    )
    expect(rungs()[3]).toMatch(/^Time warning /)
  })

  test('that is emptied is none, and can be typed anew', async () => {
    const user = await openPage({ text: token })
    const leeway = screen.getByRole('spinbutton', { name: 'Leeway' })
    await user.clear(leeway)
    await user.type(leeway, '5')
    expect(leeway).toHaveValue(5)
  })
})
