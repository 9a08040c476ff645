/** How is an answer said: as a headline, and as a rung of the ladder? decisions.md C. */
import type { CheckState } from './verdict.ts'

/** One sentence or two: `lead` is the phrase that answers, `rest` follows after a space and may be empty. */
export interface Told {
  state: CheckState
  lead: string
  rest: string
}

export interface RungTold {
  state: CheckState
  /** A few words, no capital, no full stop. */
  reason: string
}
