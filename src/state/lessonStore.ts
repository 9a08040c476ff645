/** What has a learner guessed and done in the lessons? In memory; finished steps are ticked on this device. ux.md 5.1. */
import { createStore } from 'zustand/vanilla'
import type { BoardState } from '../lessons/boards.ts'
import { clock } from './clock.ts'
import { choosePreferences, preferencesStore, tick } from './preferencesStore.ts'

export interface StepProgress {
  /** The board as the learner left it, and the token it is about; null before anything was done. */
  board: { state: BoardState; token: string } | null
  /** The place of the chosen answer, from 0. */
  guess: number | null
  isChecked: boolean
  isReached: boolean
}

interface Lessons {
  /** By the step's address: `signature/3`. */
  steps: Readonly<Record<string, StepProgress>>
  /** When the first lesson was opened, in seconds: examples are made as of then. */
  since: number
}

const untouched: StepProgress = { board: null, guess: null, isChecked: false, isReached: false }

export const lessonStore = createStore<Lessons>(() => ({ steps: {}, since: 0 }))
const { getState, setState } = lessonStore

/** `signature/3` */
export const stepKey = (slug: string, number: number): string => `${slug}/${number}`

export function progressAt({ steps }: Lessons, key: string): StepProgress {
  return steps[key] ?? untouched
}

function change(key: string, part: Partial<StepProgress>): void {
  const { steps } = getState()
  setState({ steps: { ...steps, [key]: { ...progressAt(getState(), key), ...part } } })
}

/** A step is open: *Continue* leads back to it. */
export function openStep(key: string): void {
  if (getState().since === 0) setState({ since: clock.getState().live ?? 0 })
  if (preferencesStore.getState().lastStep !== key) choosePreferences({ lastStep: key })
}

export function keepBoard(key: string, state: BoardState, token: string): void {
  change(key, { board: { state, token } })
}

/** The board goes back to where it started; guess and tick stay. */
export function restartBoard(key: string): void {
  change(key, { board: null })
}

export function guessAt(key: string, choice: number): void {
  change(key, { guess: choice, isChecked: false })
}

export function checkGuess(key: string): void {
  change(key, { isChecked: true })
}

/** The goal was met: the step is ticked, now and at the next visit. */
export function reachGoal(key: string): void {
  change(key, { isReached: true })
  tick(key)
}

/** All guesses, boards and ticks are gone, here and on the device. */
export function resetLessons(): void {
  setState({ steps: {} })
  choosePreferences({ finished: [] })
}
