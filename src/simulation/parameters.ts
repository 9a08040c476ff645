/** How does each parameter of a scenario stand in a link? ux.md 4.4; seconds with up to three decimals. */
import { readExtras, writeExtras } from './extras.ts'
import {
  NONE,
  readAway,
  readCadence,
  readEdits,
  readLogout,
  readSeconds,
  readSpan,
  readTheft,
  writeCadence,
  writeEdits,
  writeInstant,
  writeSeconds,
  writeTheft,
} from './linkTexts.ts'
import { ranges, type Scenario } from './scenario.ts'

export interface Parameter {
  readonly key: string
  /** As the object of "needs …". */
  readonly wanted: string
  /** The scenario with this value; null where the text says none. */
  readonly read: (text: string, scenario: Scenario) => Scenario | null
  readonly write: (scenario: Scenario) => string
  /** What lies beyond the slider, or null. */
  readonly outside: (scenario: Scenario) => 'below' | 'above' | null
}

type NamesOf<Value> = {
  [Name in keyof Scenario]: Scenario[Name] extends Value ? Name : never
}[keyof Scenario]
type RangeName = keyof typeof ranges

function outsideOf(name: string): Parameter['outside'] {
  if (!isRangeName(name)) return () => null
  const { min, max } = ranges[name]
  return (scenario) => {
    const value = scenario[name]
    if (value === null) return null
    if (value < min) return 'below'
    return value > max ? 'above' : null
  }
}

const isRangeName = (name: string): name is RangeName => Object.hasOwn(ranges, name)

/** `readValue` gives undefined where the text says none. */
function parameter<Name extends keyof Scenario>(
  key: string,
  name: Name,
  wanted: string,
  readValue: (text: string) => Scenario[Name] | undefined,
  writeValue: (value: Scenario[Name]) => string,
): Parameter {
  return {
    key,
    wanted,
    read: (text, scenario) => {
      const value = readValue(text)
      return value === undefined ? null : { ...scenario, [name]: value }
    },
    write: (scenario) => writeValue(scenario[name]),
    outside: outsideOf(name),
  }
}

const duration = (key: string, name: NamesOf<number>): Parameter =>
  parameter(key, name, 'seconds, such as 300', (text) => readSpan(text) ?? undefined, writeSeconds)

const offset = (key: string, name: NamesOf<number>): Parameter =>
  parameter(
    key,
    name,
    'seconds, such as -90',
    (text) => readSeconds(text) ?? undefined,
    writeSeconds,
  )

const toggle = (key: string, name: NamesOf<boolean>): Parameter =>
  parameter(
    key,
    name,
    '0 or 1',
    (text) => (text === '0' || text === '1' ? text === '1' : undefined),
    (isOn) => (isOn ? '1' : '0'),
  )

function choice<Name extends NamesOf<string>>(
  key: string,
  name: Name,
  values: readonly Scenario[Name][],
): Parameter {
  const wanted = `one of ${values.join(', ')}`
  const find = (text: string): Scenario[Name] | undefined => values.find((one) => one === text)
  return parameter(key, name, wanted, find, String)
}

const count = (key: string, name: NamesOf<number>, least: number, most: number): Parameter =>
  parameter(
    key,
    name,
    `a whole number from ${least} to ${most}`,
    (text) =>
      /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
        ? Number(text)
        : undefined,
    String,
  )

/** In the order in which a link is written. */
export const parameters: readonly Parameter[] = [
  choice('srv', 'server', ['simplejwt', 'simplejwt-5.2.2', 'oauth', 'custom']),
  duration('al', 'accessLifetime'),
  duration('rl', 'refreshLifetime'),
  duration('lw', 'leeway'),
  toggle('rot', 'isRotating'),
  toggle('bl', 'isBlacklisting'),
  toggle('blapp', 'hasBlacklistApp'),
  choice('reuse', 'reuse', ['none', 'reject', 'family']),
  duration('grace', 'overlap'),
  choice('slide', 'slide', ['none', 'renew', 'token']),
  parameter(
    'cap',
    'cap',
    'seconds or none',
    (text) => (text === NONE ? null : (readSpan(text) ?? undefined)),
    (cap) => (cap === null ? NONE : writeSeconds(cap)),
  ),
  choice('client', 'strategy', ['none', 'on401', 'early', 'check']),
  duration('early', 'early'),
  toggle('sf', 'isSingleFlight'),
  offset('skew', 'clientOffset'),
  offset('api', 'apiOffset'),
  parameter('rq', 'cadence', 'seconds, 5x2@600 or manual', readCadence, writeCadence),
  parameter('away', 'away', 'two instants, such as 900-86400, or none', readAway, (away) =>
    away === null ? NONE : `${writeSeconds(away.from)}-${writeSeconds(away.until)}`,
  ),
  // each tab makes calls of its own, and a browser that has to draw a million of them stands still
  count('tabs', 'tabs', 1, 100),
  parameter(
    'steal',
    'theft',
    'none, or access, refresh or both with an instant, such as refresh@120',
    readTheft,
    writeTheft,
  ),
  parameter(
    'out',
    'logout',
    'none, or forget, blacklist or access with an instant, such as blacklist@600',
    readLogout,
    (logout) => (logout === null ? NONE : writeInstant(logout.kind, logout.at)),
  ),
  parameter(
    'do',
    'edits',
    'acts with instants, such as request@150,refresh@200',
    readEdits,
    writeEdits,
  ),
  duration('lat', 'latency'),
  duration('end', 'horizon'),
  count('seed', 'seed', 0, 999_999_999),
  parameter('dj', 'extras', 'settings of SimpleJWT in braces', readExtras, writeExtras),
]
