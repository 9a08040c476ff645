import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { expect, test } from 'vitest'
import { Tabs } from '../../src/ui/Tabs.tsx'

function Three(): ReactElement {
  const [chosen, choose] = useState(0)
  return (
    <Tabs
      label="Tokens"
      names={['Access', 'Refresh', 'Access']}
      chosen={chosen}
      controls="box"
      onChoose={choose}
    />
  )
}

const tab = (index: number): HTMLElement | undefined => screen.getAllByRole('tab')[index]

test('the chosen tab is the one that Tab leads to', () => {
  render(<Three />)
  expect(screen.getByRole('tablist', { name: 'Tokens' })).toBeInTheDocument()
  expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  expect(screen.getAllByRole('tab', { selected: true })).toEqual([tab(0)])
})

test('a press chooses', async () => {
  render(<Three />)
  await userEvent.click(screen.getByRole('tab', { name: 'Refresh' }))
  expect(tab(1)).toHaveAttribute('aria-selected', 'true')
  expect(tab(0)).toHaveAttribute('aria-selected', 'false')
})

test('arrows, Home and End choose and take the focus along', async () => {
  const user = userEvent.setup()
  render(<Three />)
  tab(0)?.focus()
  const steps = [
    ['{ArrowRight}', 1],
    ['{ArrowRight}', 2],
    ['{ArrowRight}', 0],
    ['{ArrowLeft}', 2],
    ['{Home}', 0],
    ['{End}', 2],
  ] as const
  for (const [key, index] of steps) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    await user.keyboard(key)
    expect(tab(index)).toHaveFocus()
    expect(screen.getAllByRole('tab', { selected: true })).toEqual([tab(index)])
  }
})
