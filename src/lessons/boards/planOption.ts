/** What is a decision of a project's plan, and what can be chosen? */
import type { Settings } from '../../simplejwt/settings.ts'
import type { Scenario } from '../../simulation/scenario.ts'

export interface Option {
  id: string
  label: string
  /** What it brings, one sentence; of a choice that puts users at risk, what can happen. */
  brings: string
  /** True where no project should leave it so. */
  isRisky?: true
  /** What to do for it, as a line of the plan. */
  todo: string
  settings?: Partial<Settings>
  scenario?: Partial<Scenario>
}

export interface Decision {
  id: string
  question: string
  options: readonly Option[]
}
