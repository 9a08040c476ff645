/** How is another instant than now chosen to judge by? Arrives with the field it is typed into. */
import { readIso } from '../claims/isoInstant.ts'
import { clock } from './clock.ts'

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
