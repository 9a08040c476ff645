import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { clock, instantOf } from '../../../src/state/clock.ts'
import { inspectorStore } from '../../../src/state/inspectorStore.ts'
import { sessionStore } from '../../../src/state/sessionStore.ts'
import { currentRow, now, openLab, playhead, rows, table } from './openLab.tsx'

const button = (name: string): HTMLElement => screen.getByRole('button', { name })
const region = (name: string): HTMLElement => screen.getByRole('region', { name })
const spin = (name: string): HTMLInputElement => screen.getByRole('spinbutton', { name })

/** The instants of the rows that say 401. */
const refused = (): string[] =>
  rows()
    .filter((row) => row[4]?.includes('401'))
    .map(([time = '']) => time)

describe('the lab', () => {
  it('has every part under its name', async () => {
    await openLab()
    for (const name of ['Scenario', 'Speed', 'Server', 'Client strategy'])
      expect(screen.getByRole('combobox', { name })).toBeVisible()
    for (const name of ['Play', 'Next event', 'Previous event', 'Start', 'End'])
      expect(button(name)).toBeVisible()
    for (const name of ['Playhead', 'Window start', 'Window end'])
      expect(screen.getByRole('slider', { name })).toBeInTheDocument()
    for (const name of [
      'Rotate refresh tokens',
      'Blacklist after rotation',
      'Blacklist app installed',
    ])
      expect(screen.getByRole('checkbox', { name })).toBeVisible()
    for (const name of ['Access lifetime', 'Refresh lifetime', 'Leeway', 'Client clock offset'])
      expect(spin(name)).toBeVisible()
    expect(screen.getByRole('img', { name: 'Timeline' })).toHaveAccessibleDescription(
      /0:00 to 12:00/,
    )
    expect(screen.getByRole('group', { name: 'Settings' })).toBeVisible()
    expect(region('Transcript')).toBeVisible()
    expect(region('State')).toBeVisible()
    expect(
      within(table())
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Time', 'Actor', 'Action', 'Token', 'Status', 'Why'])
  })

  it('steps from event to event, and row, playhead, story, transcript and state agree', async () => {
    const user = await openLab()
    expect(now()).toBe('Alice has not logged in yet.')
    await user.click(button('Next event'))
    expect(currentRow()).toContain('logs in')
    expect(now()).toContain('Alice logged in, and the app holds A1 and R1.')
    expect(region('Transcript')).toHaveTextContent('POST /api/token/ HTTP/1.1')
    expect(region('State')).toHaveTextContent(/The app holds.*new: A1until 5:00accepted/)
    await user.click(within(table()).getAllByRole('button', { name: '5:00' })[0] ?? table())
    expect(playhead()).toHaveAttribute('aria-valuenow', '300')
    expect(playhead()).toHaveAttribute('aria-valuetext', '5 minutes after login, A1 has expired')
    expect(region('Transcript')).toHaveTextContent('HTTP/1.1 401 Unauthorized')
    await user.click(button('Next event'))
    expect(now()).toContain('The app sent R1 and got A2.')
    expect(region('State')).toHaveTextContent(/changed: A2/)
    await user.click(button('Previous event'))
    expect(currentRow()).toContain('401')
    await user.click(button('End'))
    expect(playhead()).toHaveAttribute('aria-valuenow', '87000')
    await user.click(button('Start'))
    expect(now()).toBe('Alice has not logged in yet.')
  })

  it('asks first, and tells the answer when it is asked for', async () => {
    const user = await openLab('#/session/rotation-theft')
    expect(screen.getByText(/Who gets the 401\?/)).toBeVisible()
    await user.click(button('The thief'))
    const told = screen.getByRole('status', { name: 'Prediction' })
    expect(told).not.toHaveTextContent('Alice')
    await user.click(button('reveal the answer'))
    expect(told.parentElement).toHaveTextContent('You predicted ‘The thief’.')
    expect(screen.getByRole('status', { name: 'Prediction' })).toHaveTextContent(
      'Alice: Token is blacklisted.',
    )
    await user.click(button('What if: Reuse ends the family'))
    expect(screen.getByRole('combobox', { name: 'Server' })).toHaveDisplayValue(
      'OAuth best practice',
    )
    expect(screen.getByRole('status', { name: 'Notes' })).toHaveTextContent(
      'SimpleJWT cannot revoke a family, so the server is now OAuth best practice.',
    )
    expect(screen.getByRole('status', { name: 'Prediction' })).toHaveTextContent(
      'SimpleJWT cannot do that.',
    )
  })

  it('names what a link asks for and the lab does not have', async () => {
    await openLab('#/session/sandbox?colour=red')
    expect(screen.getByRole('status', { name: 'Notes' })).toHaveTextContent(
      'Ignored: colour. The lab has no such setting.',
    )
  })
})

describe('a setting', () => {
  it('runs the session anew at once', async () => {
    const user = await openLab('#/session/thief-access')
    expect(refused()).toContain('5:00')
    await user.clear(spin('Access lifetime'))
    await user.type(spin('Access lifetime'), '180')
    expect(refused()).toContain('3:00')
  })

  it('that cannot be meant is explained at its field, and the last good run stays', async () => {
    const user = await openLab('#/session/thief-access')
    const before = rows()
    await user.clear(spin('Leeway'))
    expect(spin('Leeway')).toHaveAccessibleDescription(
      'Leeway needs seconds, such as 300. The last good run stays.',
    )
    expect(spin('Leeway')).toBeInvalid()
    expect(rows()).toEqual(before)
  })

  it('that is unusual runs, with a note', async () => {
    await openLab('#/session/sandbox?rl=100')
    expect(screen.getByRole('group', { name: 'Settings' })).toHaveTextContent(
      'The refresh token ends before the access token. Servers run with that.',
    )
    expect(rows().some((row) => row[3] === 'R1' && row[4]?.includes('401'))).toBe(true)
  })
})

describe('the keyboard', () => {
  it('steps, jumps, switches views and scenarios, and acts at the playhead', async () => {
    const user = await openLab('#/session/sandbox')
    expect(document.activeElement?.querySelector('h1')).toHaveTextContent('Session lab')
    await user.keyboard('{ArrowRight}')
    expect(currentRow()).toContain('logs in')
    await user.keyboard('{Control>}{ArrowRight}{/Control}{Shift>}{ArrowRight}{/Shift}')
    expect(playhead()).toHaveAttribute('aria-valuenow', '61')
    await user.keyboard('o')
    expect(rows()).toContainEqual(expect.arrayContaining(['1:01', 'User']))
    expect(screen.getByRole('checkbox', { name: '1:01 Alice logs out' })).toBeChecked()
    await user.keyboard('{End}')
    expect(playhead()).toHaveAttribute('aria-valuenow', '3600')
    await user.keyboard('v')
    expect(screen.getByRole('list', { name: 'Sequence' })).toBeVisible()
    await user.keyboard('v')
    expect(table().parentElement).not.toHaveClass('visually-hidden')
    await user.keyboard('[[')
    expect(screen.getByRole('combobox', { name: 'Scenario' })).toHaveDisplayValue(
      '13 A sliding token',
    )
  })

  it('is left alone in a field', async () => {
    const user = await openLab()
    await user.click(spin('Leeway'))
    await user.keyboard('{ArrowRight}{End}v')
    expect(playhead()).toHaveAttribute('aria-valuenow', '0')
    expect(sessionStore.getState().view).toBeNull()
  })
})

describe('the transcript', () => {
  it('shows the same request for other tools, with tokens by their names', async () => {
    const user = await openLab('#/session/notes-defaults?t=300')
    await user.click(screen.getByRole('tab', { name: 'curl' }))
    expect(screen.getByRole('group', { name: 'Request' })).toHaveTextContent(
      /curl -i https:\/\/api\.example\/hello\//,
    )
    const [chip = region('Transcript')] = within(region('Transcript')).getAllByRole('button', {
      name: /^A2 eyJ/,
    })
    expect(chip).toHaveTextContent('…')
    await user.click(chip)
    expect(chip.textContent).toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]{43}$/)
  })

  it('opens a token in the debugger as of that instant, with the key of the lab', async () => {
    const user = await openLab('#/session/notes-defaults?t=240')
    await user.click(screen.getByRole('link', { name: 'Open in Debugger: A1' }))
    await waitFor(() => expect(instantOf(clock.getState())).toBe(1_700_000_240))
    expect(inspectorStore.getState().current[0]).toMatch(/^eyJ/)
    expect(inspectorStore.getState().key.text).toContain('jwt-lens lab secret')
  })
})
