/** Does a Python literal fit a setting, and what does it set? behaviour.md 4. */
import type { PythonLiteral } from './pythonLiteral.ts'
import { isTokenClass, type SettingKind, type SettingName, settingFacts } from './settings.ts'

export type SettingValue =
  | { state: 'set'; value: string | number | boolean | null | readonly string[] }
  /** Django's SECRET_KEY or another default: nothing to set. */
  | { state: 'default' }
  /** The value is computed somewhere else. */
  | { state: 'unknown'; name: string }
  | { state: 'unfit'; wanted: string }

const UNIT_SECONDS: Partial<Record<string, number>> = {
  days: 86_400,
  seconds: 1,
  microseconds: 1e-6,
  milliseconds: 1e-3,
  minutes: 60,
  hours: 3600,
  weeks: 604_800,
}
/** The order of `timedelta`'s arguments without names. */
const UNITS = Object.keys(UNIT_SECONDS)

export function readSettingValue(name: SettingName, literal: PythonLiteral): SettingValue {
  if (name === 'SIGNING_KEY' && literal.kind === 'name' && /(?:^|\.)SECRET_KEY$/.test(literal.name))
    return { state: 'default' }
  if (name === 'VERIFYING_KEY' && literal.kind === 'constant' && literal.value === null)
    return { state: 'default' }
  const { kind } = settingFacts[name]
  const value = valueAs(kind, literal)
  if (value !== undefined) return { state: 'set', value }
  const isComputed = literal.kind === 'name' || literal.kind === 'call'
  return isComputed && !isTimedelta(literal)
    ? { state: 'unknown', name: literal.name }
    : { state: 'unfit', wanted: WANTED[kind] }
}

/** As the object of "needs …". */
const WANTED: Readonly<Record<SettingKind, string>> = {
  lifetime: 'timedelta(…) with numbers',
  leeway: 'a number of seconds or timedelta(…)',
  switch: 'True or False',
  text: 'text in quotes',
  'text or None': 'text in quotes or None',
  texts: 'text in quotes, or several in brackets',
  audience: 'None, text in quotes, or several in brackets',
  classes: 'classes of rest_framework_simplejwt.tokens, in brackets',
}

function valueAs(
  kind: SettingKind,
  literal: PythonLiteral,
): string | number | boolean | null | readonly string[] | undefined {
  const isNone = literal.kind === 'constant' && literal.value === null
  const text = literal.kind === 'text' ? literal.value : undefined
  switch (kind) {
    case 'lifetime':
      return secondsOf(literal)
    case 'leeway':
      return literal.kind === 'number' ? finite(literal.value) : secondsOf(literal)
    case 'switch':
      return literal.kind === 'constant' && literal.value !== null ? literal.value : undefined
    case 'text':
      return text
    case 'text or None':
      return isNone ? null : text
    case 'texts':
      return text === undefined ? textsOf(literal) : [text]
    case 'audience':
      return isNone ? null : (text ?? textsOf(literal))
    case 'classes':
      return classesOf(literal)
    default:
      return kind satisfies never
  }
}

function textsOf(literal: PythonLiteral): string[] | undefined {
  if (literal.kind !== 'list') return undefined
  const texts = literal.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))
  return texts.length === literal.items.length ? texts : undefined
}

function classesOf(literal: PythonLiteral): string[] | undefined {
  const names = textsOf(literal)?.map((path) =>
    path.replace(/^rest_framework_simplejwt\.tokens\./, ''),
  )
  return names?.every(isTokenClass) === true ? names : undefined
}

const isTimedelta = (literal: PythonLiteral): boolean =>
  literal.kind === 'call' && /^(?:datetime\.)?timedelta$/.test(literal.name)

function secondsOf(literal: PythonLiteral): number | undefined {
  if (literal.kind !== 'call' || !isTimedelta(literal)) return undefined
  let seconds = 0
  for (const [place, { name, value }] of literal.args.entries()) {
    const unit = UNIT_SECONDS[name ?? UNITS[place] ?? '']
    if (unit === undefined || value.kind !== 'number') return undefined
    seconds += unit * value.value
  }
  return finite(Math.round(seconds * 1e6) / 1e6)
}

const finite = (seconds: number): number | undefined =>
  Number.isFinite(seconds) ? seconds : undefined
