/** What belongs to a scenario that comes with a question? ux.md 4.8. */
import { DEFAULT_SCENARIO, type Scenario } from './scenario.ts'
import type { Actor, Entry, Timeline } from './timeline.ts'
import { statusOf } from './wire.ts'

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
  /** The event that answers the question. */
  readonly settles: (entry: Entry) => boolean
  readonly reveal: string
  readonly dial: Dial | null
  readonly scenario: Scenario
}

/** The defaults with some members changed. */
export const scenarioWith = (changes: Partial<Scenario>): Scenario => ({
  ...DEFAULT_SCENARIO,
  ...changes,
})

/** When the question is answered, in milliseconds since the login; at the end where what answers it never happens. */
export const settledAt = ({ settles }: Preset, { entries, horizon }: Timeline): number =>
  entries.find(settles)?.at ?? horizon

/** A request of this actor was answered with 401. */
export const isRefused =
  (refused: Actor) =>
  ({ actor, exchange }: Entry): boolean =>
    actor === refused && exchange !== null && statusOf(exchange) === 401

export const isLoginPage = ({ act }: Entry): boolean => act === 'login page'

export const right = (text: string, reason: string): Choice => ({ text, isRight: true, reason })
export const wrong = (text: string, reason: string): Choice => ({ text, isRight: false, reason })
