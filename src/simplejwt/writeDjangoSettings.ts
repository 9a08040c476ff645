/** How does a `SIMPLE_JWT = {…}` read that sets what differs from the defaults? Python 3 literals. */
import {
  DEFAULTS,
  isSettingName,
  type SettingName,
  type Settings,
  settingFacts,
} from './settings.ts'

/** Python source, ready for settings.py; `readDjangoSettings` reads it back. A signing key is written as it is. */
export function writeDjangoSettings(settings: Settings): string {
  const lines = writeEntries(settings).map((entry) => `    ${entry},\n`)
  const block = `SIMPLE_JWT = {\n${lines.join('')}}\n`
  return block.includes('timedelta(') ? `from datetime import timedelta\n\n${block}` : block
}

/** `"NAME": value` for each setting that differs from its default. */
export function writeEntries(settings: Settings): string[] {
  return Object.keys(DEFAULTS).flatMap((name) =>
    isSettingName(name) && JSON.stringify(settings[name]) !== JSON.stringify(DEFAULTS[name])
      ? [`"${name}": ${writeSetting(name, settings[name])}`]
      : [],
  )
}

function writeSetting(name: SettingName, value: Settings[SettingName]): string {
  const { kind } = settingFacts[name]
  if (kind === 'lifetime') return writeTimedelta(Number(value))
  if (kind === 'classes' && Array.isArray(value))
    return writeList(value.map((path) => `rest_framework_simplejwt.tokens.${path}`))
  return writeLiteral(value)
}

function writeLiteral(value: Settings[SettingName]): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'number' ? String(value) : writeList(value)
}

const writeList = (texts: readonly string[]): string =>
  `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`

const UNITS: [seconds: number, name: string][] = [
  [86_400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
]

/** In the largest unit that comes out whole. */
function writeTimedelta(seconds: number): string {
  const [size, name] = UNITS.find(([unit]) => seconds !== 0 && seconds % unit === 0) ?? [
    1,
    'seconds',
  ]
  return `timedelta(${name}=${seconds / size})`
}
