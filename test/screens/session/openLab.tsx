/** How does a test open the lab at a link? */
import { act, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { SessionScreen } from '../../../src/screens/session/SessionScreen.tsx'
import { presets } from '../../../src/simulation/presets.ts'
import { loadIntake } from '../../../src/state/acts.ts'
import { choosePreset } from '../../../src/state/sessionStore.ts'

export async function openLab(link = '#/session/notes-defaults'): Promise<UserEvent> {
  await loadIntake()
  const [first] = presets
  if (first) choosePreset(first)
  history.replaceState(null, '', link)
  // happy-dom, unlike browsers, tells of that as of a followed link, and later
  await new Promise((resolve) => setTimeout(resolve))
  const user = userEvent.setup()
  await act(async () => {
    render(<SessionScreen />)
    await Promise.resolve()
  })
  return user
}

export const table = (): HTMLElement => screen.getByRole('table', { name: 'Events' })

/** Each row as its cells say it, the head left out. */
export const rows = (): string[][] =>
  within(table())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim()),
    )

export const currentRow = (): string => table().querySelector('tr[aria-current]')?.textContent ?? ''

export const playhead = (): HTMLInputElement => screen.getByRole('slider', { name: 'Playhead' })
export const now = (): string => screen.getByRole('status', { name: 'Now' }).textContent
