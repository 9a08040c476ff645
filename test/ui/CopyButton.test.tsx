import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CopyButton } from '../../src/ui/CopyButton.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('copies the text as it is when pressed, and says so', async () => {
  const user = userEvent.setup()
  let text = 'before'
  render(<CopyButton label="Copy token" text={() => text} />)
  text = 'eyJ.eyJ.abc'
  await user.click(screen.getByRole('button', { name: 'Copy token' }))
  expect(await navigator.clipboard.readText()).toBe('eyJ.eyJ.abc')
  expect(screen.getByRole('status')).toHaveTextContent('Copied.')
})

test('keeps its name while it says that it copied, and falls silent after a while', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  render(<CopyButton label="Copy token" text={() => 'x'} />)
  await user.click(screen.getByRole('button', { name: 'Copy token' }))
  expect(screen.getByRole('button', { name: 'Copy token' })).toBeInTheDocument()
  await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied.'))
  await act(() => vi.advanceTimersByTimeAsync(2000))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('says it where the browser refuses', async () => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
    new DOMException('no', 'NotAllowedError'),
  )
  render(<CopyButton label="Copy token" text={() => 'x'} />)
  await user.click(screen.getByRole('button', { name: 'Copy token' }))
  expect(screen.getByRole('status')).toHaveTextContent(
    'The browser refused to copy. Select the text and copy it yourself.',
  )
})
