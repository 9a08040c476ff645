import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { expect, test } from 'vitest'
import { Dialog } from '../../src/ui/Dialog.tsx'

function Page(): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Dialog title="Keys" onClose={() => setOpen(false)}>
          <p>Which keys there are</p>
        </Dialog>
      )}
    </>
  )
}

test('a dialog stands open under its title, in front of the page', async () => {
  const user = userEvent.setup()
  render(<Page />)
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Open' }))
  const dialog = screen.getByRole('dialog', { name: 'Keys' })
  expect(dialog).toHaveAttribute('open')
  expect(dialog).toHaveTextContent('Which keys there are')
})

test('Close closes it, and it can be opened again', async () => {
  const user = userEvent.setup()
  render(<Page />)
  for (let round = 0; round < 2; round++) {
    // oxlint-disable no-await-in-loop -- one press after another
    await user.click(screen.getByRole('button', { name: 'Open' }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    // oxlint-enable no-await-in-loop
    expect(screen.queryByRole('dialog')).toBeNull()
  }
})

test('what the browser closes, as it does on Escape, is closed for the page too', async () => {
  const user = userEvent.setup()
  render(<Page />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  dialog.close()
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
})
