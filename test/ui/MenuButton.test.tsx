import { render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { MenuButton, type MenuItem } from '../../src/ui/MenuButton.tsx'

const items: MenuItem[] = [
  { id: 'fresh', label: 'Fresh pair', note: 'signed here' },
  { id: 'notes', label: 'Notes example' },
  { id: 'none', label: 'No exp', startsGroup: true },
  { id: 'rs', label: 'RS256' },
]

function open(list: readonly MenuItem[] = items) {
  const onPick = vi.fn<(id: string) => void>()
  const user: UserEvent = userEvent.setup()
  render(
    <>
      <MenuButton label="Samples" items={list} onPick={onPick}>
        Samples
      </MenuButton>
      <button type="button">Elsewhere</button>
    </>,
  )
  return { onPick, user, button: screen.getByRole('button', { name: 'Samples' }) }
}

const item = (name: RegExp | string): HTMLElement => screen.getByRole('menuitem', { name })

describe('the button', () => {
  test('says that it opens a menu, and whether it is open', async () => {
    const { user, button } = open()
    expect(button).toHaveAttribute('aria-haspopup', 'menu')
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(screen.queryByRole('menu')).toBeNull()
    await user.click(button)
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByRole('menu', { name: 'Samples' })).toBeInTheDocument()
    expect(button.getAttribute('aria-controls')).toBe(screen.getByRole('menu').id)
  })

  test.each(['{Enter}', ' ', '{ArrowDown}'])(
    'opens by %j, and the first item has the focus',
    async (key) => {
      const { user, button } = open()
      button.focus()
      await user.keyboard(key)
      expect(item(/Fresh pair/)).toHaveFocus()
    },
  )

  test('closes the menu when it is pressed again', async () => {
    const { user, button } = open()
    await user.click(button)
    await user.click(button)
    expect(screen.queryByRole('menu')).toBeNull()
  })
})

describe('in the menu', () => {
  test('arrows go round, Home and End go to the ends', async () => {
    const { user, button } = open()
    button.focus()
    await user.keyboard('{ArrowDown}')
    await user.keyboard('{ArrowDown}')
    expect(item(/Notes example/)).toHaveFocus()
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(item('RS256')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(item(/Fresh pair/)).toHaveFocus()
    await user.keyboard('{End}')
    expect(item('RS256')).toHaveFocus()
    await user.keyboard('{Home}')
    expect(item(/Fresh pair/)).toHaveFocus()
  })

  test('a letter goes to the next item that begins with it, and round', async () => {
    const { user, button } = open()
    button.focus()
    await user.keyboard('{ArrowDown}')
    await user.keyboard('n')
    expect(item(/Notes example/)).toHaveFocus()
    await user.keyboard('N')
    expect(item(/No exp/)).toHaveFocus()
    await user.keyboard('n')
    expect(item(/Notes example/)).toHaveFocus()
    await user.keyboard('x')
    expect(item(/Notes example/)).toHaveFocus()
  })

  test('Escape closes it and the button has the focus again', async () => {
    const { user, button, onPick } = open()
    button.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
    expect(onPick).not.toHaveBeenCalled()
  })

  test.each(['{Enter}', ' '])(
    '%j picks an item, closes the menu and gives the focus back',
    async (key) => {
      const { user, button, onPick } = open()
      button.focus()
      await user.keyboard('{ArrowDown}{ArrowDown}')
      await user.keyboard(key)
      expect(onPick.mock.calls).toEqual([['notes']])
      expect(screen.queryByRole('menu')).toBeNull()
      expect(button).toHaveFocus()
    },
  )

  test('a press picks an item', async () => {
    const { user, button, onPick } = open()
    await user.click(button)
    await user.click(item('RS256'))
    expect(onPick.mock.calls).toEqual([['rs']])
  })

  test('a press elsewhere closes it', async () => {
    const { user, button, onPick } = open()
    await user.click(button)
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
    expect(screen.queryByRole('menu')).toBeNull()
    expect(onPick).not.toHaveBeenCalled()
  })

  test('Tab closes it and goes on', async () => {
    const { user, button } = open()
    button.focus()
    await user.keyboard('{ArrowDown}')
    await user.tab()
    expect(screen.queryByRole('menu')).toBeNull()
  })
})

describe('a choice of one', () => {
  const themes: MenuItem[] = [
    { id: 'system', label: 'System', isChosen: false },
    { id: 'dark', label: 'Dark', isChosen: true },
  ]

  test('says which is chosen and starts there', async () => {
    const { user, button } = open(themes)
    button.focus()
    await user.keyboard('{ArrowDown}')
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
    expect(screen.getByRole('menuitemradio', { name: 'System' })).not.toBeChecked()
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toHaveFocus()
  })
})
