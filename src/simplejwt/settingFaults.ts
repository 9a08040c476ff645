/** Which settings can this server not run with, and which do something that nobody would expect? behaviour.md 2 and 4. */
import { nameInSentence } from '../claims/shortText.ts'
import { writeUtf8 } from '../token/utf8.ts'
import type { ServerOptions } from './server.ts'
import {
  DEFAULTS,
  isSettingName,
  settingFacts,
  type SettingName,
  type Settings,
} from './settings.ts'

/** Impossible: a real server would not start or would answer 500 again and again, or this one cannot do it. */
export type SettingFault = { readonly setting: SettingName } & (
  | { readonly code: 'algorithm'; readonly isImpossible: true; readonly name: string }
  | { readonly code: 'pem-as-secret'; readonly isImpossible: true }
  | { readonly code: 'no-pem'; readonly isImpossible: true; readonly algorithm: string }
  | { readonly code: 'no-header-type'; readonly isImpossible: true }
  | { readonly code: 'no-user-field'; readonly isImpossible: true; readonly name: string }
  | { readonly code: 'past-dates'; readonly isImpossible: true }
  | { readonly code: 'no-id-for-blacklist'; readonly isImpossible: true }
  | { readonly code: 'same-claim'; readonly isImpossible: false; readonly claim: string }
  | { readonly code: 'short-secret'; readonly isImpossible: false; readonly bytes: number }
  | { readonly code: 'born-expired'; readonly isImpossible: false }
  | { readonly code: 'inverted'; readonly isImpossible: false }
  | { readonly code: 'negative-leeway'; readonly isImpossible: false }
  | { readonly code: 'no-rotation'; readonly isImpossible: false }
  | { readonly code: 'no-app'; readonly isImpossible: false }
  | { readonly code: 'no-class'; readonly isImpossible: false }
  | { readonly code: 'no-audience'; readonly isImpossible: false }
  | { readonly code: 'types-unchecked'; readonly isImpossible: false }
  | { readonly code: 'not-in-release'; readonly isImpossible: false; readonly release: string }
)

const HMAC = /^HS(?:256|384|512)$/
const PEM = /-----BEGIN [A-Z ]+-----/
/** From now on to the end of the year 9999, where Python's dates end, in seconds. */
const LONGEST = 250_000_000_000
/** RFC 7518 §3.2 asks for as many bytes as the hash has. */
const SECRET_BYTES: Partial<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 }

const lifetimes = [
  'ACCESS_TOKEN_LIFETIME',
  'REFRESH_TOKEN_LIFETIME',
  'SLIDING_TOKEN_LIFETIME',
  'SLIDING_TOKEN_REFRESH_LIFETIME',
] as const

/** In the order of the settings' table; empty for the defaults and a long secret. `secretKey` is Django's SECRET_KEY. */
export function judgeSettings(
  settings: Settings,
  { release, hasBlacklistApp }: Pick<ServerOptions, 'release' | 'hasBlacklistApp'>,
  secretKey: string,
): SettingFault[] {
  const faults: SettingFault[] = [
    ...judgeTimes(settings),
    ...judgeRotation(settings, hasBlacklistApp),
    ...judgeKeys(settings, release.hasUserChecks, secretKey),
  ]
  if (settings.AUDIENCE !== null && settings.AUDIENCE.length === 0)
    faults.push({ setting: 'AUDIENCE', code: 'no-audience', isImpossible: false })
  if (settings.AUTH_HEADER_TYPES.length === 0)
    faults.push({ setting: 'AUTH_HEADER_TYPES', code: 'no-header-type', isImpossible: true })
  const name = settings.USER_ID_FIELD
  if (name !== 'id' && name !== 'username')
    faults.push({ setting: 'USER_ID_FIELD', code: 'no-user-field', isImpossible: true, name })
  faults.push(...judgeClaimNames(settings))
  if (settings.AUTH_TOKEN_CLASSES.length === 0)
    faults.push({ setting: 'AUTH_TOKEN_CLASSES', code: 'no-class', isImpossible: false })
  if (settings.TOKEN_TYPE_CLAIM === null)
    faults.push({ setting: 'TOKEN_TYPE_CLAIM', code: 'types-unchecked', isImpossible: false })
  if (settings.JTI_CLAIM === null && hasBlacklistApp)
    faults.push({ setting: 'JTI_CLAIM', code: 'no-id-for-blacklist', isImpossible: true })
  if (!release.hasUserChecks) faults.push(...judgeNewestOnly(settings, release.label))
  return faults
}

function judgeNewestOnly(settings: Settings, release: string): SettingFault[] {
  return Object.keys(settings)
    .filter(isSettingName)
    .filter((name) => settingFacts[name].isNewestOnly && settings[name] !== DEFAULTS[name])
    .map((setting) => ({ setting, code: 'not-in-release', isImpossible: false, release }))
}

function judgeTimes(settings: Settings): SettingFault[] {
  const faults: SettingFault[] = []
  for (const setting of [...lifetimes, 'LEEWAY'] as const)
    if (!(Math.abs(settings[setting]) < LONGEST))
      faults.push({ setting, code: 'past-dates', isImpossible: true })
  for (const setting of lifetimes)
    if (settings[setting] < 1) faults.push({ setting, code: 'born-expired', isImpossible: false })
  if (settings.REFRESH_TOKEN_LIFETIME < settings.ACCESS_TOKEN_LIFETIME)
    faults.push({ setting: 'REFRESH_TOKEN_LIFETIME', code: 'inverted', isImpossible: false })
  if (settings.LEEWAY < 0)
    faults.push({ setting: 'LEEWAY', code: 'negative-leeway', isImpossible: false })
  return faults
}

function judgeRotation(settings: Settings, hasBlacklistApp: boolean): SettingFault[] {
  const setting = 'BLACKLIST_AFTER_ROTATION'
  if (!settings.BLACKLIST_AFTER_ROTATION) return []
  if (!hasBlacklistApp) return [{ setting, code: 'no-app', isImpossible: false }]
  return settings.ROTATE_REFRESH_TOKENS
    ? []
    : [{ setting, code: 'no-rotation', isImpossible: false }]
}

function judgeKeys(settings: Settings, isNewest: boolean, secretKey: string): SettingFault[] {
  const { ALGORITHM: algorithm, SIGNING_KEY, VERIFYING_KEY } = settings
  const key = SIGNING_KEY ?? secretKey
  if (HMAC.test(algorithm)) {
    if (PEM.test(key))
      return [{ setting: 'SIGNING_KEY', code: 'pem-as-secret', isImpossible: true }]
    const bytes = writeUtf8(key).length
    return bytes < (SECRET_BYTES[algorithm] ?? 0)
      ? [{ setting: 'SIGNING_KEY', code: 'short-secret', isImpossible: false, bytes }]
      : []
  }
  const known = isNewest ? /^(?:[REP]S(?:256|384|512)|ES256K|EdDSA)$/ : /^[RE]S(?:256|384|512)$/
  if (!known.test(algorithm))
    return [{ setting: 'ALGORITHM', code: 'algorithm', isImpossible: true, name: algorithm }]
  const faults: SettingFault[] = []
  if (!PEM.test(key))
    faults.push({ setting: 'SIGNING_KEY', code: 'no-pem', isImpossible: true, algorithm })
  if (!PEM.test(VERIFYING_KEY))
    faults.push({ setting: 'VERIFYING_KEY', code: 'no-pem', isImpossible: true, algorithm })
  return faults
}

function judgeClaimNames(settings: Settings): SettingFault[] {
  const taken = new Set<string | null>(['exp', 'iat'])
  const faults: SettingFault[] = []
  const names = [
    'TOKEN_TYPE_CLAIM',
    'JTI_CLAIM',
    'SLIDING_TOKEN_REFRESH_EXP_CLAIM',
    'USER_ID_CLAIM',
  ] as const
  for (const setting of names) {
    const claim = settings[setting]
    if (claim !== null && taken.has(claim))
      faults.push({ setting, code: 'same-claim', isImpossible: false, claim })
    taken.add(claim)
  }
  return faults
}

/** What the setting does, and what to do about it. */
export function tellSettingFault(fault: SettingFault): string {
  const { setting } = fault
  switch (fault.code) {
    case 'algorithm':
      return `This release knows no algorithm ${nameInSentence(fault.name)}. Choose one such as HS256 or RS256.`
    case 'pem-as-secret':
      return 'PyJWT refuses a PEM key as a shared secret. Choose RS256 or ES256, or another SIGNING_KEY.'
    case 'no-pem':
      return `${fault.algorithm} needs a PEM key in ${setting}.`
    case 'no-header-type':
      return `${setting} is empty, and SimpleJWT reads its first word at each 401. Give it one, such as Bearer.`
    case 'no-user-field':
      return `The users of this server have id and username, no ${nameInSentence(fault.name)}.`
    case 'past-dates':
      return `${setting} leads past the year 9999, where Python’s dates end.`
    case 'no-id-for-blacklist':
      return 'JTI_CLAIM is None, and the blacklist app needs an id: each refresh would answer 500.'
    case 'same-claim':
      return `${setting} uses the claim ${nameInSentence(fault.claim)}, which another value already has. One overwrites the other.`
    case 'short-secret':
      return `The secret has ${fault.bytes} bytes, and RFC 7518 asks for as many as the hash has. It can be guessed.`
    case 'born-expired':
      return `${setting} is under 1 s: such tokens may be expired when they are made.`
    case 'inverted':
      return 'The refresh token ends before the access token. SimpleJWT runs with that.'
    case 'negative-leeway':
      return 'A leeway below 0 s refuses tokens before their exp.'
    case 'no-rotation':
      return 'Rotation is off, so nothing is blacklisted at a refresh. Only verify now asks the blacklist.'
    case 'no-app':
      return 'The blacklist app is not installed, so nothing is blacklisted, without any message.'
    case 'no-class':
      return `${setting} is empty: protected views accept no token at all.`
    case 'no-audience':
      return `${setting} is empty but not None: every token is refused.`
    case 'types-unchecked':
      return 'Types are not checked: a refresh token opens protected views too.'
    case 'not-in-release':
      return `${fault.release} has no ${setting}, so it does nothing. The newest release has it.`
    default:
      return fault satisfies never
  }
}
