/** Which Python value does a JSON value become, and what do int() and a date make of it? Python 3.11 `json`, `int`, `datetime`. */
import type { JsonNode } from '../token/jsonText.ts'

/** What is a whole number in JSON is an int in Python, everything else a float: 1.0 is not 1. */
export interface PythonFloat {
  readonly float: number
}

/** A number is an int that a double holds exactly; greater ones are bigints. */
export type PythonValue =
  | null
  | boolean
  | string
  | number
  | bigint
  | PythonFloat
  | readonly PythonValue[]
  | PythonDict

export type PythonDict = ReadonlyMap<string, PythonValue>

/** As `json.loads` reads it: of equal names the last counts, in the place of the first. */
export function valueOf(node: JsonNode): PythonValue {
  switch (node.kind) {
    case 'object':
      return dictOf(node)
    case 'array':
      return node.items.map(valueOf)
    case 'string':
      return node.value
    case 'number':
      return numberOf(node.spelling)
    case 'true':
      return true
    case 'false':
      return false
    case 'null':
      return null
    default:
      return node satisfies never
  }
}

export function dictOf(node: Extract<JsonNode, { kind: 'object' }>): PythonDict {
  return new Map(node.members.map(({ name, value }) => [name, valueOf(value)]))
}

function numberOf(spelling: string): number | bigint | PythonFloat {
  if (!/^-?\d+$/.test(spelling)) return { float: Number(spelling) }
  const number = Number(spelling)
  if (Number.isSafeInteger(number)) return number === 0 ? 0 : number
  return BigInt(spelling)
}

export const isFloat = (value: PythonValue | undefined): value is PythonFloat =>
  typeof value === 'object' && value !== null && 'float' in value

export const isDict = (value: PythonValue | undefined): value is PythonDict => value instanceof Map

export const isList = (value: PythonValue | undefined): value is readonly PythonValue[] =>
  Array.isArray(value)

/** `bool(value)`: what is empty, zero, null or absent is false. */
export function isTruthy(value: PythonValue | undefined): boolean {
  if (isFloat(value)) return value.float !== 0
  if (isDict(value)) return value.size > 0
  return isList(value) ? value.length > 0 : Boolean(value)
}

/** `str(value)` of a scalar; lists and dicts only need a text that no identifier equals. */
export function textOf(value: PythonValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (isFloat(value))
    return Number.isInteger(value.float) ? `${value.float}.0` : String(value.float)
  return value === null ? 'None' : '[…]'
}

/** A number's value as a double, or null for what no number compares with in Python. */
export function comparable(value: PythonValue): number | null {
  if (isFloat(value)) return value.float
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? Number(value)
    : null
}

/** int(): a double that is near enough for huge numbers; 'ValueError' is caught by PyJWT, 'crash' (TypeError, OverflowError) by nobody. */
export function intOf(value: PythonValue): number | 'ValueError' | 'crash' {
  if (typeof value === 'string')
    return INT_TEXT.test(value) ? Number(value.trim().replaceAll('_', '')) : 'ValueError'
  const number = comparable(value)
  if (number === null || Math.abs(number) === Infinity) return 'crash'
  return Math.trunc(number)
}

const INT_TEXT = /^\s*[+-]?\d+(?:_\d+)*\s*$/

const FIRST_SECOND = -62_135_596_800
const AFTER_LAST_SECOND = 253_402_300_800

/** `datetime.utcfromtimestamp`: unix milliseconds; null where Python raises (no number, or outside the years 1 to 9999). */
export function timestampOf(value: PythonValue): number | null {
  const seconds = comparable(value)
  if (seconds === null || !(seconds >= FIRST_SECOND && seconds < AFTER_LAST_SECOND)) return null
  return milliseconds(seconds)
}

/** Seconds → milliseconds, on the microsecond as Python keeps its datetimes. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e3
}

/** `str.strip()`: its white space differs a little from ours. */
export function strip(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charAt(start))) start++
  while (end > start && isSpace(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

const isSpace = (character: string): boolean =>
  (/[\s\u0085]/.test(character) && character !== '\ufeff') ||
  (character >= '\u001c' && character <= '\u001f')
