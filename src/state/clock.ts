/** Which instant does the page judge by? The one file that reads the clock. */
import { createStore } from 'zustand/vanilla'
import { readIso } from '../claims/numericDate.ts'

export interface Clock {
  /** This computer's time in whole seconds since 1970; null until the page has started. */
  live: number | null
  /** The instant chosen instead, in seconds; null follows the clock. */
  frozen: number | null
  /** The text of the Instant field where it was typed; it may be unreadable while `frozen` keeps the last good one. */
  typed: string | null
}

export const clock = createStore<Clock>(() => ({ live: null, frozen: null, typed: null }))

/** The instant by which time is judged, in seconds. */
export function instantOf({ live, frozen }: Clock): number | null {
  return frozen ?? live
}

/** Sets the live time and follows it second by second. Returns a function that stops it. */
export function startClock(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = (): void => {
    const milliseconds = Date.now()
    clock.setState({ live: Math.floor(milliseconds / 1000) })
    timer = setTimeout(tick, 1000 - (milliseconds % 1000))
  }
  tick()
  return () => clearTimeout(timer)
}

/** Follows the clock again. */
export function followClock(): void {
  clock.setState({ frozen: null, typed: null })
}

/** Judges by that instant from now on, in seconds. */
export function freezeAt(seconds: number): void {
  clock.setState({ frozen: seconds, typed: null })
}

/** Freezes at what the text says; a text that is no ISO 8601 instant keeps the last good one. */
export function typeInstant(text: string): void {
  const seconds = readIso(text)
  const { frozen, live } = clock.getState()
  clock.setState({ typed: text, frozen: seconds ?? frozen ?? live })
}

let timeZone: string | null = null

/** The name of this computer's time zone, for instance Asia/Amman; asked for once, because the answer is costly. */
export function localTimeZone(): string {
  timeZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return timeZone
}
