/** What has a learner done in the session lab, and what follows from it? */
import type { Scenario } from '../../simulation/scenario.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { simulate } from '../../simulation/simulate.ts'
import type { Timeline } from '../../simulation/timeline.ts'

/** What stands under the picture. */
export type LabPane = 'transcript' | 'state' | 'settings'

export interface LabState {
  scenario: Scenario
  /** How far the session was watched, milliseconds since the login. */
  instant: number
  panes: readonly LabPane[]
}

export interface LabSeen extends LabState {
  timeline: Timeline
}

/** A session that nobody has watched yet. */
export function startLab(scenario: Scenario, panes: readonly LabPane[] = ['transcript']): LabState {
  return { scenario, instant: 0, panes }
}

/** How far it was watched, and what has not come yet: "the thief is refused". */
export const tellAhead = ({ instant }: LabState, event: string): string =>
  instant === 0
    ? `The session has not begun. Play it until ${event}.`
    : `You watched as far as ${tellInstant(instant)}. Play on until ${event}.`

const known = new WeakMap<Scenario, Timeline>()

/** While a session is played, its scenario stays the same object and is run once. */
export function seeLab(state: LabState): LabSeen {
  const timeline = known.get(state.scenario) ?? simulate(state.scenario)
  known.set(state.scenario, timeline)
  return { ...state, timeline }
}
