/** How does the lab run a pasted SIMPLE_JWT block, and what of it changes nothing here? behaviour.md 4; decisions.md F. */
import {
  type DjangoFault,
  type DjangoReading,
  readDjangoSettings,
  tellDjangoFault,
} from '../simplejwt/djangoSettings.ts'
import { releases } from '../simplejwt/release.ts'
import { judgeSettings, tellSettingFault } from '../simplejwt/settingFaults.ts'
import { DEFAULTS, type SettingName, type Settings } from '../simplejwt/settings.ts'
import { extrasOf } from './extras.ts'
import { isSimpleJwt, type Scenario } from './scenario.ts'
import { LAB_SECRET } from './wire.ts'

export type DjangoRun =
  | { readonly state: 'empty' }
  /** Nothing was changed; each sentence says what is wrong and where. */
  | { readonly state: 'refused'; readonly faults: readonly string[] }
  | {
      readonly state: 'applied'
      readonly scenario: Scenario
      /** What was left out, and what is unusual. */
      readonly notes: readonly string[]
      /** What was read and changes nothing in the lab, each with its reason. */
      readonly idle: readonly { readonly name: SettingName; readonly reason: string }[]
    }

/** Characters; a settings file has some thousands. */
const LONGEST_TEXT = 1_000_000
const KEPT = 'The last good run stays.'
/** Seconds; longer ones do not fit into a link. */
const LONGEST = 9_999_999_999

/** The scenario with these settings in the place of its server’s; app, thief and user stay as they are. Never throws. */
export function runDjango(text: string, scenario: Scenario): DjangoRun {
  if (text.length > LONGEST_TEXT)
    return {
      state: 'refused',
      faults: [
        `This text has more than a million characters. Paste the SIMPLE_JWT block alone. ${KEPT}`,
      ],
    }
  if (text.trim() === '') return { state: 'empty' }
  const reading = readDjangoSettings(text)
  const unreadable = reading.faults.find(({ code }) => UNREADABLE.has(code))
  if (unreadable) return { state: 'refused', faults: [tellUnreadable(unreadable)] }
  const server = isSimpleJwt(scenario.server) ? scenario.server : 'simplejwt'
  const release = server === 'simplejwt-5.2.2' ? releases['5.2.2'] : releases.newest
  const { hasBlacklistApp } = scenario
  const judged = judgeSettings(withGivenKeys(reading), { release, hasBlacklistApp }, LAB_SECRET)
  const faults = judged.filter((fault) => !isAboutUnseenKey(fault, reading))
  const impossible = [
    ...tellTimes(reading),
    ...faults.filter(({ isImpossible }) => isImpossible).map(tellSettingFault),
  ]
  if (impossible.length > 0)
    return { state: 'refused', faults: impossible.map((words) => `${words} ${KEPT}`) }
  return {
    state: 'applied',
    scenario: scenarioOf(reading.settings, { ...scenario, server }),
    notes: [...reading.faults.map(tellDjangoFault), ...faults.map(tellSettingFault)],
    idle: idleIn(reading),
  }
}

const UNREADABLE: ReadonlySet<DjangoFault['code']> = new Set(['no-block', 'too-many', 'syntax'])

function tellUnreadable(fault: DjangoFault): string {
  if (fault.code === 'too-many') return `${tellDjangoFault(fault)} ${KEPT}`
  return tellDjangoFault(fault).replace('What comes before it was taken.', `Mend it there. ${KEPT}`)
}

/** A key that stands elsewhere is not judged: the text does not show it. */
function withGivenKeys({ settings, given }: DjangoReading): Settings {
  return given.includes('SIGNING_KEY') ? settings : { ...settings, SIGNING_KEY: null }
}

const isAboutUnseenKey = (
  { code, setting }: { code: string; setting: SettingName },
  { settings, given }: DjangoReading,
): boolean =>
  code === 'no-pem' &&
  (!given.includes(setting) || settings[setting] === null || settings[setting] === '')

const TIMES = [
  'ACCESS_TOKEN_LIFETIME',
  'REFRESH_TOKEN_LIFETIME',
  'SLIDING_TOKEN_LIFETIME',
  'SLIDING_TOKEN_REFRESH_LIFETIME',
  'LEEWAY',
] as const

function tellTimes({ settings }: DjangoReading): string[] {
  return TIMES.flatMap((name) => {
    const seconds = settings[name]
    if (seconds > LONGEST && seconds < 250_000_000_000)
      return [`${name} is longer than 316 years, and the lab runs no longer one.`]
    if (seconds >= 0) return []
    return name === 'LEEWAY'
      ? ['LEEWAY is below 0 s, so tokens would be refused before their exp. Give it 0 s or more.']
      : [
          `${name} is below 0 s: each such token has expired before it is made. Give it more than 0 s.`,
        ]
  })
}

/** Sliding tokens are used where protected views take them and no access tokens. */
const isSliding = ({ AUTH_TOKEN_CLASSES: classes }: Settings): boolean =>
  classes.includes('SlidingToken') && !classes.includes('AccessToken')

const milliseconds = (seconds: number): number => Math.round(seconds * 1000)

function scenarioOf(settings: Settings, scenario: Scenario): Scenario {
  const slides = isSliding(settings)
  const { AUTH_TOKEN_CLASSES: _classes, ...withoutClasses } = extrasOf(settings)
  const { logout } = scenario
  return {
    ...scenario,
    accessLifetime: milliseconds(
      slides ? settings.SLIDING_TOKEN_LIFETIME : settings.ACCESS_TOKEN_LIFETIME,
    ),
    refreshLifetime: milliseconds(
      slides ? settings.SLIDING_TOKEN_REFRESH_LIFETIME : settings.REFRESH_TOKEN_LIFETIME,
    ),
    leeway: milliseconds(settings.LEEWAY),
    isRotating: settings.ROTATE_REFRESH_TOKENS,
    isBlacklisting: settings.BLACKLIST_AFTER_ROTATION,
    slide: slides ? 'token' : settings.ROTATE_REFRESH_TOKENS ? 'renew' : 'none',
    extras: slides ? withoutClasses : extrasOf(settings),
    // what SimpleJWT does not have
    reuse: scenario.reuse === 'family' ? 'none' : scenario.reuse,
    overlap: 0,
    cap: null,
    logout: logout?.kind === 'access' ? { ...logout, kind: 'blacklist' } : logout,
  }
}

const FOR_PAIRS: ReadonlySet<SettingName> = new Set([
  'ACCESS_TOKEN_LIFETIME',
  'REFRESH_TOKEN_LIFETIME',
  'ROTATE_REFRESH_TOKENS',
  'BLACKLIST_AFTER_ROTATION',
])
const FOR_SLIDING: ReadonlySet<SettingName> = new Set([
  'SLIDING_TOKEN_LIFETIME',
  'SLIDING_TOKEN_REFRESH_LIFETIME',
  'SLIDING_TOKEN_REFRESH_EXP_CLAIM',
])

function idleIn({ settings, given }: DjangoReading): { name: SettingName; reason: string }[] {
  return [...new Set(given)].flatMap((name) => {
    const reason = tellIdle(name, settings)
    return reason === null ? [] : [{ name, reason }]
  })
}

function tellIdle(name: SettingName, settings: Settings): string | null {
  const isDefault = JSON.stringify(settings[name]) === JSON.stringify(DEFAULTS[name])
  if (name === 'SIGNING_KEY' || name === 'VERIFYING_KEY')
    return isDefault ? null : 'The lab signs with a key of its own, so yours is read and not used.'
  if (name === 'UPDATE_LAST_LOGIN')
    return 'The server writes last_login, and no token and no answer shows it.'
  if (name === 'CHECK_USER_IS_ACTIVE') return 'Alice is active all the time.'
  if (name === 'REVOKE_TOKEN_CLAIM' && !settings.CHECK_REVOKE_TOKEN)
    return 'Only CHECK_REVOKE_TOKEN makes that claim, and it is off.'
  if (FOR_SLIDING.has(name) && !isSliding(settings))
    return 'Only sliding tokens use it: AUTH_TOKEN_CLASSES names none.'
  if (FOR_PAIRS.has(name) && isSliding(settings))
    return 'AUTH_TOKEN_CLASSES names sliding tokens, which have settings of their own.'
  return null
}
