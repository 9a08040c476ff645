/** Is the page on a projector, what stands in front of the view there, and how did the room vote? ux.md 4.10; lasts as long as the page is open. */
import { createStore } from 'zustand/vanilla'

/** A key that was pressed, as on its cap, and what it did. */
export interface Caption {
  readonly cap: string
  readonly does: string
}

export interface Presenter {
  readonly isOn: boolean
  /** What covers the view: the question that is asked, or the end of the story. */
  readonly card: 'question' | 'end' | null
  /** Whether the switches of *What if* stand in the place of the transcript. */
  readonly hasSwitches: boolean
  /** The last shortcut. */
  readonly caption: Caption | null
  /** How many chose each answer, by the name of the question. */
  readonly votes: Readonly<Record<string, readonly number[]>>
}

export const presenterStore = createStore<Presenter>(() => ({
  isOn: false,
  card: null,
  hasSwitches: false,
  caption: null,
  votes: {},
}))
const { getState, setState } = presenterStore
/** Nothing but the view. */
const PLAIN = { card: null, hasSwitches: false, caption: null }

/** Asks for the whole screen where the browser gives it; nothing depends on that. */
export function present(): void {
  setState({ isOn: true, ...PLAIN, caption: { cap: 'Esc', does: 'ends presenting' } })
  if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => {})
}

export function endPresenting(): void {
  setState({ isOn: false, ...PLAIN })
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {})
}

export function togglePresenter(): void {
  if (getState().isOn) endPresenting()
  else present()
}

/** The browser takes Escape for itself while the page has the whole screen: leaving that is leaving altogether. */
export function followFullScreen(): () => void {
  document.addEventListener('fullscreenchange', endWithoutScreen)
  return () => document.removeEventListener('fullscreenchange', endWithoutScreen)
}

function endWithoutScreen(): void {
  if (document.fullscreenElement === null && getState().isOn) endPresenting()
}

export function showCard(card: Presenter['card']): void {
  setState({ card })
}

export function showSwitches(hasSwitches: boolean): void {
  setState({ hasSwitches })
}

/** The view gives way to the question, or comes back from whatever covered it. */
export function freeze(): void {
  setState(({ card }) => ({ card: card === null ? 'question' : null }))
}

export function showCaption(caption: Caption): void {
  setState({ caption })
}

/** One more for that answer, counted from 0, of so many; the question comes up with it. */
export function vote(question: string, answer: number, answers: number): void {
  const before = votesFor(getState(), question, answers)
  const counts = before.map((count, place) => (place === answer ? count + 1 : count))
  setState(({ votes }) => ({ card: 'question', votes: { ...votes, [question]: counts } }))
}

export function resetVotes(question: string): void {
  setState(({ votes }) => ({
    votes: Object.fromEntries(Object.entries(votes).filter(([name]) => name !== question)),
  }))
}

/** A count for each answer; none where nobody has voted. */
export function votesFor({ votes }: Presenter, question: string, answers: number): number[] {
  return Array.from({ length: answers }, (_none, place) => votes[question]?.[place] ?? 0)
}
