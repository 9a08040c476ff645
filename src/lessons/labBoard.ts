/** What has a learner done in the session lab, and what follows from it? */
import type { Scenario } from '../simulation/scenario.ts'
import type { Timeline } from '../simulation/timeline.ts'

export interface LabState {
  scenario: Scenario
  /** How far the session was watched, milliseconds since the login. */
  instant: number
}

export interface LabSeen extends LabState {
  timeline: Timeline
}
