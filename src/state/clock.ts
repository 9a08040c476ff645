/** Which instant does the page judge by? The one file that reads the clock. */
import { createStore } from 'zustand/vanilla'

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
