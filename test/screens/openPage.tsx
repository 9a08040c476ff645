/** How does a test open the whole page, with all of its code at hand and time standing still? */
import { act, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { App } from '../../src/screens/App.tsx'
import { loadLateParts } from '../../src/screens/late.ts'
import { loadIntake, loadText } from '../../src/state/acts.ts'
import { clock } from '../../src/state/clock.ts'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { readingOf } from '../../src/state/inspectorView.ts'
import { lateCode } from '../../src/state/lateCode.ts'
import { startVerifier } from '../../src/state/verifier.ts'
import { assess } from '../../src/judgement/assess.ts'
import { assessPlainly } from '../../src/judgement/assessment.ts'

/** 2026-01-01 00:00:00 UTC, in seconds. */
export const NOW = 1_767_225_600

interface Start {
  /** As if pasted. */
  text?: string
  key?: string
  /** Seconds. */
  now?: number
  route?: string
}

/** Puts the parts together as src/start.ts does, but for the clock, which the test moves itself. */
export async function openPage({
  text,
  key,
  now = NOW,
  route = '',
}: Start = {}): Promise<UserEvent> {
  await Promise.all([loadIntake(), loadLateParts()])
  inspectorStore.setState({ late: lateCode })
  location.hash = route
  clock.setState({ live: now })
  const stop = startVerifier((subject) => {
    const reading = readingOf(inspectorStore.getState())
    return assessPlainly(subject, reading) ?? assess(subject, reading)
  })
  onTestFinished(stop)
  if (key !== undefined) editKey({ text: key })
  if (text !== undefined) loadText(text)
  const user = userEvent.setup()
  await act(async () => {
    render(<App />)
    await Promise.resolve()
  })
  const view = /^#\/(privacy|compare)/.exec(route)?.[1]
  if (view === undefined) await screen.findByRole('list', { name: 'Findings' })
  else await screen.findByRole('heading', { name: new RegExp(view, 'i'), level: 1 })
  return user
}

/** The live clock stands at that second. */
export function moveClock(now: number): void {
  act(() => clock.setState({ live: now }))
}

export const box = (name: string): HTMLTextAreaElement => screen.getByRole('textbox', { name })
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
export const region = (name: string): HTMLElement => screen.getByRole('region', { name })

export const headline = (): HTMLElement => within(region('Verdict')).getByRole('status')

/** The headline as it is read, line after line. */
export const toldHeadline = (): string => Array.from(headline().children, said).join(' ')

/** The text of an element with white space as it is read. */
export const said = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim()

export const rungs = (): string[] =>
  within(screen.getByRole('list', { name: 'Checks' }))
    .getAllByRole('listitem')
    .map(said)

export const claim = (name: string): HTMLElement =>
  within(screen.getByRole('list', { name: 'Claims' })).getByRole('listitem', { name })

/** Takes the place of everything in a field, as select-all and paste do. */
export async function replaceAll(user: UserEvent, name: string, text: string): Promise<void> {
  await user.click(box(name))
  box(name).select()
  await user.paste(text)
}
