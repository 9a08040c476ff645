/** What has this person chosen for the page itself? The only store that is written to the device. */
import { createStore } from 'zustand/vanilla'
import { readStored, writeStored } from './storage.ts'

export const THEMES = ['system', 'light', 'dark', 'projector'] as const
export type ThemeChoice = (typeof THEMES)[number]

export interface Preferences {
  theme: ThemeChoice
  /** Single-letter shortcuts can be turned off (WCAG 2.1.4). */
  hasSingleKeys: boolean
  /** Finished steps of lessons, each as in its address: `signature/3`; `attack/2` is the second room of the attack lab. */
  finished?: readonly string[]
  /** The step that was open last. */
  lastStep?: string
  /** Every field is the browser's own, whose value can be read from outside. */
  hasPlainEditors: boolean
}

export const preferencesStore = createStore<Preferences>(() => ({
  theme: 'system',
  hasSingleKeys: true,
  hasPlainEditors: false,
}))

let isLoaded = false

/** Takes over what the device remembers; anything unknown keeps its default. */
export function loadPreferences(): void {
  isLoaded = true
  const stored = readStored()
  const theme = THEMES.find((choice) => choice === stored['theme'])
  preferencesStore.setState({
    ...(theme ? { theme } : {}),
    ...(stored['hasSingleKeys'] === false ? { hasSingleKeys: false } : {}),
    ...readProgress(stored['finished'], stored['lastStep']),
    ...(stored['hasPlainEditors'] === true ? { hasPlainEditors: true } : {}),
  })
}

export function choosePreferences(change: Partial<Preferences>): void {
  // a choice may come before anybody asked what is stored, and must not overwrite it
  if (!isLoaded) loadPreferences()
  preferencesStore.setState(change)
  writeStored(preferencesStore.getState())
}

/** A step or a room is done, now and at the next visit. */
export function tick(key: string): void {
  if (!isLoaded) loadPreferences()
  const { finished = [] } = preferencesStore.getState()
  if (!finished.includes(key)) choosePreferences({ finished: [...finished, key] })
}

/** A lesson and the number of a step of it. */
const STEP = /^[a-z]{1,20}\/\d{1,2}$/
/** More than all lessons have. */
const MOST_STEPS = 200

const isStep = (value: unknown): value is string => typeof value === 'string' && STEP.test(value)

function readProgress(
  finished: unknown,
  lastStep: unknown,
): Pick<Preferences, 'finished' | 'lastStep'> {
  return {
    ...(Array.isArray(finished) ? { finished: finished.filter(isStep).slice(0, MOST_STEPS) } : {}),
    ...(isStep(lastStep) ? { lastStep } : {}),
  }
}
