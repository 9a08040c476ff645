/** Which ready-made sessions does the lab offer, in which order? ux.md 4.8. */
import {
  clockSkew,
  logoutReuse,
  nextMorning,
  notesDefaults,
  sandbox,
  sliding,
  twoTabs,
} from './lifetimePresets.ts'
import type { Preset } from './preset.ts'
import {
  familyRevoked,
  noBlacklistApp,
  oneLongToken,
  rotationAppFirst,
  rotationTheft,
  thiefAccess,
  thiefRefresh,
} from './theftPresets.ts'

export const presets: readonly Preset[] = [
  notesDefaults,
  nextMorning,
  thiefAccess,
  thiefRefresh,
  rotationAppFirst,
  rotationTheft,
  familyRevoked,
  twoTabs,
  logoutReuse,
  noBlacklistApp,
  clockSkew,
  oneLongToken,
  sliding,
  sandbox,
]

/** By the name that stands in a link; null where there is none such. */
export function presetNamed(slug: string): Preset | null {
  return presets.find((preset) => preset.slug === slug) ?? null
}
