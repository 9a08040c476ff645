/** How does the page forget what it was given? */
import { overtake } from './acts.ts'
import { followClock } from './clock.ts'
import { inspectorStore, nothing } from './inspectorStore.ts'

/** Forgets tokens, keys and everything that came of them. */
export function clearEverything(): void {
  inspectorStore.setState(({ late }) => ({ ...nothing, late }))
}

/** Tokens, keys and the chosen instant are gone; preferences stay. */
export function forgetEverything(): void {
  overtake()
  clearEverything()
  followClock()
}
