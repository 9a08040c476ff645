/** Which settings of a SIMPLE_JWT block run in the lab beyond its own dials, and how do they stand in a link? behaviour.md 4. */
import { readDjangoSettings } from '../simplejwt/djangoSettings.ts'
import { DEFAULTS, type Settings } from '../simplejwt/settings.ts'
import { writeEntries } from '../simplejwt/writeDjangoSettings.ts'
import { NONE } from './linkTexts.ts'

/** No key is among them: the lab signs with its own, and a link tells everything. */
const CARRIED = [
  'UPDATE_LAST_LOGIN',
  'ALGORITHM',
  'AUDIENCE',
  'ISSUER',
  'AUTH_HEADER_TYPES',
  'AUTH_HEADER_NAME',
  'USER_ID_FIELD',
  'USER_ID_CLAIM',
  'AUTH_TOKEN_CLASSES',
  'TOKEN_TYPE_CLAIM',
  'JTI_CLAIM',
  'SLIDING_TOKEN_REFRESH_EXP_CLAIM',
  'CHECK_REVOKE_TOKEN',
  'REVOKE_TOKEN_CLAIM',
  'CHECK_USER_IS_ACTIVE',
] as const satisfies readonly (keyof Settings)[]

/** What differs from SimpleJWT’s defaults. */
export type Extras = Partial<Pick<Settings, (typeof CARRIED)[number]>>

/** What SimpleJWT can be told to sign with, in one release or the other. */
const isAlgorithm = (name: string): boolean =>
  /^(?:[HREP]S(?:256|384|512)|ES256K|EdDSA)$/.test(name)

export function extrasOf(settings: Settings): Extras {
  const changed = CARRIED.filter(
    (name) =>
      JSON.stringify(settings[name]) !== JSON.stringify(DEFAULTS[name]) &&
      (name !== 'ALGORITHM' || isAlgorithm(settings.ALGORITHM)),
  )
  return Object.fromEntries(changed.map((name) => [name, settings[name]]))
}

/** `{"ISSUER": "me"}`, a Python dict on one line; what the lab does not carry is left out. Undefined where it cannot be read. */
export function readExtras(text: string): Extras | undefined {
  if (text === NONE) return {}
  const { settings, faults } = readDjangoSettings(text)
  return faults.length === 0 ? extrasOf(settings) : undefined
}

export function writeExtras(extras: Extras): string {
  const entries = writeEntries({ ...DEFAULTS, ...extras })
  return entries.length === 0 ? NONE : `{${entries.join(', ')}}`
}
