import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { clock } from '../../../../src/state/clock.ts'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import {
  box,
  button,
  claim,
  moveClock,
  NOW,
  openPage,
  region,
  replaceAll,
  rungs,
  said,
  toldHeadline,
} from '../../openPage.tsx'

const tokenOf = (claims: object): string => hmacToken('HS256', strongSecret, JSON.stringify(claims))
const token = tokenOf({ sub: '42', iat: NOW - 48, exp: NOW + 252 })

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
