import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../verification/makeToken.ts'
import { box, button, NOW, openPage } from './openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ token_type: 'access', user_id: '1', iat: NOW - 48, exp: NOW + 252 }),
)

/** No field has the focus, as after a press on the page itself. */
function leaveFields(): void {
  act(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

describe('the keys', () => {
  test('are listed in a dialog', async () => {
    const user = await openPage()
    await user.click(button('Keyboard shortcuts'))
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(dialog).toHaveTextContent('Go to the token')
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('G and a letter lead to a place, ? to the list', async () => {
    const user = await openPage({ text: token })
    for (const [key, place] of [
      ['t', box('Encoded token')],
      ['p', box('Payload JSON')],
      ['k', box('Key')],
    ] as const) {
      leaveFields()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await user.keyboard(`g${key}`)
      expect(place).toHaveFocus()
    }
    leaveFields()
    await user.keyboard('?')
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
  })

  test('are letters like all others inside a field', async () => {
    const user = await openPage()
    await user.click(box('Key'))
    await user.keyboard('gt?')
    expect(box('Key')).toHaveValue('gt?')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('can be turned off', async () => {
    const user = await openPage()
    await user.click(button('Keyboard shortcuts'))
    await user.click(
      screen.getByRole('checkbox', { name: 'Keys without Ctrl or ⌘ act outside fields' }),
    )
    await user.click(button('Close'))
    leaveFields()
    await user.keyboard('?')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('with Ctrl belong to the browser', async () => {
    const user = await openPage()
    await user.keyboard('{Control>}?{/Control}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
