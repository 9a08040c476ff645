/** What has this person chosen for the page itself? The only store that is written to the device. */
import { createStore } from 'zustand/vanilla'
import { readStored, writeStored } from './storage.ts'

export const THEMES = ['system', 'light', 'dark', 'projector'] as const
export type ThemeChoice = (typeof THEMES)[number]

export interface Preferences {
  theme: ThemeChoice
  /** Single-letter shortcuts can be turned off (WCAG 2.1.4). */
  hasSingleKeys: boolean
  /** Every field is the browser's own, whose value can be read from outside. */
  hasPlainEditors: boolean
}

export const preferencesStore = createStore<Preferences>(() => ({
  theme: 'system',
  hasSingleKeys: true,
  hasPlainEditors: false,
}))

/** Takes over what the device remembers; anything unknown keeps its default. */
export function loadPreferences(): void {
  const stored = readStored()
  const theme = THEMES.find((choice) => choice === stored['theme'])
  preferencesStore.setState({
    ...(theme ? { theme } : {}),
    ...(stored['hasSingleKeys'] === false ? { hasSingleKeys: false } : {}),
    ...(stored['hasPlainEditors'] === true ? { hasPlainEditors: true } : {}),
  })
}

export function choosePreferences(change: Partial<Preferences>): void {
  preferencesStore.setState(change)
  writeStored(preferencesStore.getState())
}
