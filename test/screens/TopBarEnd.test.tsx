import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../verification/makeToken.ts'
import { button, NOW, openPage, replaceAll } from './openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ token_type: 'access', user_id: '1', iat: NOW - 48, exp: NOW + 252 }),
)

describe('the theme', () => {
  test('is chosen from a menu and remembered', async () => {
    const user = await openPage()
    await user.click(button('Theme'))
    expect(screen.getByRole('menuitemradio', { name: 'System' })).toBeChecked()
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    expect(localStorage.getItem('jwt-lens')).toContain('"theme":"dark"')
    await user.click(button('Theme'))
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
  })

  test('says of the projector’s what it changes, and what Present does', async () => {
    const user = await openPage()
    await user.click(button('Theme'))
    expect(screen.getByRole('menuitemradio', { name: 'Projector' })).toHaveAccessibleDescription(
      'the most contrast; Present sets large type as well',
    )
  })

  test('is all that is remembered, whatever was typed', async () => {
    const user = await openPage({ text: token })
    await replaceAll(user, 'Key', 'my own secret')
    await user.click(button('Theme'))
    await user.click(screen.getByRole('menuitemradio', { name: 'Light' }))
    expect(Object.keys(localStorage)).toEqual(['jwt-lens'])
    expect(JSON.parse(localStorage.getItem('jwt-lens') ?? '')).toEqual({
      theme: 'light',
      hasSingleKeys: true,
      hasPlainEditors: false,
    })
    expect(sessionStorage.length).toBe(0)
    expect(location.href).not.toContain('eyJ')
  })
})
