/** What belongs to a scenario that comes with a question? ux.md 4.8. */
import { DEFAULT_SCENARIO, type Scenario } from './scenario.ts'

export interface Choice {
  readonly text: string
  readonly isRight: boolean
  /** Why it is so, or why not. */
  readonly reason: string
}

/** One setting to change after the reveal, and what that shows. */
interface Dial {
  /** As it stands on a button. */
  readonly label: string
  readonly change: Partial<Scenario>
  readonly shows: string
}

export interface Preset {
  readonly slug: string
  readonly title: string
  /** The sandbox asks nothing. */
  readonly question: string | null
  /** In the order in which they are shown; exactly one is right. */
  readonly choices: readonly Choice[]
  readonly reveal: string
  readonly dial: Dial | null
  readonly scenario: Scenario
}

/** The defaults with some members changed. */
export const scenarioWith = (changes: Partial<Scenario>): Scenario => ({
  ...DEFAULT_SCENARIO,
  ...changes,
})

export const right = (text: string, reason: string): Choice => ({ text, isRight: true, reason })
export const wrong = (text: string, reason: string): Choice => ({ text, isRight: false, reason })
