/** Which plan follows from the decisions, with which settings, and what does it still leave open? ux.md 5.3, the capstone. */
import { DEFAULTS } from '../../simplejwt/settings.ts'
import { writeDjangoSettings } from '../../simplejwt/writeDjangoSettings.ts'
import { DEFAULT_SCENARIO, type Scenario } from '../../simulation/scenario.ts'
import { DECISIONS } from './planDecisions.ts'
import type { Decision, Option } from './planOption.ts'

export interface PlanState {
  /** Which group of decisions is on the board, from 0; null for all of them. */
  group: number | null
  /** Decision id → option id. Of a decision that was not taken there is none. */
  chosen: Readonly<Record<string, string>>
}

export interface PlanLine {
  decision: Decision
  /** null where it was not taken yet. */
  option: Option | null
}

/** The decisions on the board, with what was chosen. */
export function linesOf({ group, chosen }: PlanState): PlanLine[] {
  const decisions = group === null ? DECISIONS.flat() : (DECISIONS[group] ?? [])
  return decisions.map((decision) => ({
    decision,
    option: decision.options.find(({ id }) => id === chosen[decision.id]) ?? null,
  }))
}

/** True once all on the board are taken and none of them puts users at risk. */
export function isSound(state: PlanState): boolean {
  return linesOf(state).every(({ option }) => option !== null && !option.isRisky)
}

/** What a reader of the whole plan has to know of choices that touch each other, one sentence each. */
export function tellClashes({ chosen }: Pick<PlanState, 'chosen'>): string[] {
  const is = (decision: string, option: string): boolean => chosen[decision] === option
  const clashes: [boolean, string][] = [
    [
      is('algorithm', 'others') && is('key', 'django'),
      'SECRET_KEY cannot sign ES256: set SIGNING_KEY and VERIFYING_KEY to the key pair.',
    ],
    [
      is('logout', 'blacklist') && !is('rotation', 'rotated'),
      'A blacklist at logout needs the app rest_framework_simplejwt.token_blacklist, also without rotation.',
    ],
    [
      is('storage', 'cookies') && is('cors', 'named'),
      'Cookies across origins need SameSite=None and credentials allowed for exactly those origins.',
    ],
    [
      is('storage', 'memory') && is('cors', 'named'),
      'The refresh view has to allow credentials for exactly those origins, or the cookie stays away.',
    ],
    [
      is('logout', 'look-up') && is('size', 'roles'),
      'Every call asks a list by now, so the roles can be looked up there as well.',
    ],
  ]
  return clashes.flatMap(([isSo, told]) => (isSo ? [told] : []))
}

/** The options that were chosen, of all groups. */
const optionsOf = (chosen: PlanState['chosen']): Option[] =>
  linesOf({ group: null, chosen }).flatMap(({ option }) => (option ? [option] : []))

/** Python for settings.py: what differs from SimpleJWT’s defaults. A key is never written into it. */
export function planSettings(chosen: PlanState['chosen']): string {
  const changes = optionsOf(chosen).map(({ settings }) => settings ?? {})
  return writeDjangoSettings(Object.assign({ ...DEFAULTS }, ...changes))
}

/** The session that the lab would run with these choices. */
export function planScenario(chosen: PlanState['chosen']): Scenario {
  const changes = optionsOf(chosen).map(({ scenario }) => scenario ?? {})
  return Object.assign({ ...DEFAULT_SCENARIO }, ...changes)
}

/** The first choice of each decision that puts nobody at risk, of the groups asked for. */
export function soundChoices(groups: readonly number[]): PlanState['chosen'] {
  const decisions = groups.flatMap((group) => DECISIONS[group] ?? [])
  return Object.fromEntries(
    decisions.flatMap(({ id, options }) => {
      const sound = options.find(({ isRisky }) => !isRisky)
      return sound ? [[id, sound.id]] : []
    }),
  )
}

/** What is said on the way: how many are left, or which choice puts users at risk; null once the step is done. */
export function tellLeft(state: PlanState): string | null {
  const lines = linesOf(state)
  const left = lines.filter(({ option }) => option === null).length
  if (left > 0) return `${left} of ${lines.length} decisions are still to be taken.`
  const risky = lines.find(({ option }) => option?.isRisky)
  return risky ? `One choice puts users at risk: ${risky.option?.label}.` : null
}
