/** Are several sessions watched one after the other, each in the lab where it was left, and only once there was a guess? */
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { LearnScreen } from '../../../src/screens/learn/LearnScreen.tsx'
import { loadIntake } from '../../../src/state/acts.ts'

const playhead = (): HTMLInputElement => screen.getByRole('slider', { name: 'Playhead' })

it('four endings of a theft wait for the guess, and the step is done once all are watched', async () => {
  await loadIntake()
  history.replaceState(null, '', '#/learn/leak/4')
  const user = userEvent.setup()
  await act(async () => {
    render(<LearnScreen />)
    await Promise.resolve()
  })
  const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }))
  const task = screen.getByRole('region', { name: 'Try it' })

  expect(screen.queryByRole('slider', { name: 'Playhead' })).toBeNull()
  await press('Check my guess')
  expect(screen.queryByRole('slider', { name: 'Playhead' }), 'nothing was guessed').toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Nobody' }))
  await press('Check my guess')

  const sessions = within(screen.getByRole('group', { name: 'Session' })).getAllByRole('radio')
  expect(sessions).toHaveLength(4)
  for (const session of sessions) {
    expect(task).not.toHaveTextContent('Done')
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await user.click(session)
    expect(playhead().value).toBe('0')
    // oxlint-disable-next-line no-await-in-loop -- as above
    await press('End')
    expect(Number(playhead().value)).toBeGreaterThan(0)
  }
  expect(task).toHaveTextContent('Done')
  expect(screen.getByRole('region', { name: 'Explain' })).toHaveTextContent(
    'Reuse ends the family. Nobody. R2 came twice',
  )
  const [first] = sessions
  if (first) await user.click(first)
  expect(Number(playhead().value), 'where it was left').toBeGreaterThan(0)
})
