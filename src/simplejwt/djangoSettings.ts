/** Which settings does a pasted `SIMPLE_JWT = {…}` hold, and how is it written? behaviour.md 4; no code is run. */
import { nameInSentence } from '../claims/shortText.ts'
import { linePlace } from '../token/linePlace.ts'
import { type DictEntry, type PythonLiteral, readDict } from './pythonLiteral.ts'
import { LiteralStop } from './pythonText.ts'
import {
  codeSettings,
  DEFAULTS,
  isSettingName,
  type SettingName,
  type Settings,
} from './settings.ts'
import { readSettingValue } from './settingValue.ts'

/** Line and column count from 1, columns in characters. */
export type DjangoFault = { readonly line: number; readonly column: number } & (
  | { readonly code: 'no-block' }
  /** So much is wrong before this place that the rest was not read. */
  | { readonly code: 'too-many' }
  | { readonly code: 'syntax'; readonly expected: string; readonly found: string }
  | { readonly code: 'key' }
  | { readonly code: 'unknown-setting'; readonly name: string }
  | { readonly code: 'own-code'; readonly name: string }
  | { readonly code: 'unknown-value'; readonly name: string; readonly value: string }
  | { readonly code: 'unfit'; readonly name: string; readonly wanted: string }
)

export interface DjangoReading {
  /** What could be read over the defaults. */
  readonly settings: Settings
  /** The names that the text gives a value. */
  readonly given: readonly SettingName[]
  readonly faults: readonly DjangoFault[]
}

const MOST_FAULTS = 50

const BLOCK = /^[ \t]*SIMPLE_JWT[ \t]*(?::[^=\n]+)?=\s*(?=\{)/m

/** The block anywhere in a settings file, or the braces alone. Of a name given twice the last counts. Never throws. */
export function readDjangoSettings(text: string): DjangoReading {
  const block = BLOCK.exec(text)
  const start = block === null ? text.search(/\S/) : block.index + block[0].length
  if (text.charAt(start) !== '{')
    return { settings: DEFAULTS, given: [], faults: [{ code: 'no-block', line: 1, column: 1 }] }
  const found: [SettingName, unknown][] = []
  const faults: DjangoFault[] = []
  try {
    for (const entry of readDict(text, start)) {
      if (faults.length === MOST_FAULTS) {
        faults.push({ code: 'too-many', ...linePlace(text, entry.key.at) })
        break
      }
      const fault = readEntry(text, entry, found)
      if (fault !== null) faults.push(fault)
    }
  } catch (stop) {
    if (!(stop instanceof LiteralStop)) throw stop
    const { at, expected } = stop
    const point = text.codePointAt(at)
    const character = point === undefined ? '' : String.fromCodePoint(point)
    faults.push({ code: 'syntax', ...linePlace(text, at), expected, found: character })
  }
  const settings: Settings = Object.assign({ ...DEFAULTS }, Object.fromEntries(found))
  return { settings, given: found.map(([name]) => name), faults }
}

function readEntry(
  text: string,
  { key, value }: DictEntry,
  found: [SettingName, unknown][],
): DjangoFault | null {
  if (key.kind !== 'text') return { code: 'key', ...linePlace(text, key.at) }
  const name = key.value
  if (codeSettings.includes(name))
    return isBuiltIn(value) ? null : { code: 'own-code', name, ...linePlace(text, value.at) }
  if (!isSettingName(name)) return { code: 'unknown-setting', name, ...linePlace(text, key.at) }
  const reading = readSettingValue(name, value)
  switch (reading.state) {
    case 'set':
      found.push([name, reading.value])
      return null
    case 'default':
      found.push([name, DEFAULTS[name]])
      return null
    case 'unknown':
      return { code: 'unknown-value', name, value: reading.name, ...linePlace(text, value.at) }
    case 'unfit':
      return { code: 'unfit', name, wanted: reading.wanted, ...linePlace(text, value.at) }
    default:
      return reading satisfies never
  }
}

/** None, or SimpleJWT's own class: what stands there by default. */
const isBuiltIn = (literal: PythonLiteral): boolean =>
  (literal.kind === 'constant' && literal.value === null) ||
  (literal.kind === 'text' && literal.value.startsWith('rest_framework_simplejwt.'))

/** What is there, where, and what happened to it. */
export function tellDjangoFault(fault: DjangoFault): string {
  const where = `Line ${fault.line}, column ${fault.column}`
  switch (fault.code) {
    case 'no-block':
      return 'There is no SIMPLE_JWT = {…} in this text. Paste the block with its braces.'
    case 'too-many':
      return `${where}: ${MOST_FAULTS} entries before this place are no settings of SimpleJWT. Paste the SIMPLE_JWT block alone.`
    case 'syntax':
      return `${where}: expected ${fault.expected}, found ${tellFound(fault.found)}. What comes before it was taken.`
    case 'key':
      return `${where}: the name of a setting has to stand in quotes. It was left out.`
    case 'unknown-setting':
      return `${where}: SimpleJWT has no setting ${nameInSentence(fault.name)}. It was left out.`
    case 'own-code':
      return `${where}: ${fault.name} names code that this page does not run. The default is used.`
    case 'unknown-value':
      return `${where}: what ${nameInSentence(fault.value)} stands for is not in this text. ${fault.name} keeps its default.`
    case 'unfit':
      return `${where}: ${fault.name} needs ${fault.wanted}. It keeps its default.`
    default:
      return fault satisfies never
  }
}

function tellFound(character: string): string {
  if (character === '') return 'the end of the text'
  return character === '\n' ? 'the end of the line' : nameInSentence(character)
}
