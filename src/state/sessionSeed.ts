/** Which link opens the simulator with the lifetimes that were measured on real tokens? ux.md 4.12. */
import type { Measured } from '../claims/observe.ts'
import type { Preset } from '../simulation/preset.ts'
import { USUAL_SPEED, writeLink } from './sessionLink.ts'
import { START } from './sessionPlayhead.ts'

/** Seconds that a link can carry. */
const LONGEST = 9_999_999_999

/** What the tokens leave open keeps the preset’s value. No token is in the link. */
export function writeSeed({ access, refresh, isSliding }: Measured, preset: Preset): string {
  const { scenario } = preset
  const seeded = {
    ...scenario,
    accessLifetime: milliseconds(access, scenario.accessLifetime),
    refreshLifetime: milliseconds(refresh, scenario.refreshLifetime),
    slide: isSliding ? ('token' as const) : scenario.slide,
  }
  const frame = { preset, playhead: START, view: null, speed: USUAL_SPEED, window: null }
  return writeLink({ ...frame, scenario: seeded }, false)
}

const milliseconds = (seconds: number | null, otherwise: number): number =>
  seconds === null || seconds > LONGEST ? otherwise : Math.round(seconds * 1000)
