/** How does Python's `json.dumps` spell a payload? ASCII, no spaces, insertion order. PyJWT 2.6 `encode`. */
import { isDict, isFloat, isList, type PythonValue } from './pythonValue.ts'

/**
 * A payload as Python builds it. The name is null where a setting is None; JSON then says "null", beside a member
 * that may already be called so.
 */
export type Payload = ReadonlyMap<string | null, PythonValue>

/** The exact text that is signed. */
export function writePayload(payload: Payload): string {
  return `{${Array.from(payload, ([name, value]) => `${writeText(name ?? 'null')}:${writeValue(value)}`).join(',')}}`
}

function writeValue(value: PythonValue): string {
  if (typeof value === 'string') return writeText(value)
  if (isFloat(value)) return writeFloat(value.float)
  if (isDict(value)) return writePayload(value)
  if (isList(value)) return `[${value.map(writeValue).join(',')}]`
  return String(value)
}

const BEYOND_ASCII = /[\u007f-\uffff]/g

/** Below DEL both languages escape alike. */
function writeText(text: string): string {
  return JSON.stringify(text).replace(BEYOND_ASCII, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** repr(): the shortest digits, as in JavaScript; exponents from 1e16 on and below 1e-4, with two digits at least. */
function writeFloat(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : value < 0 ? '-Infinity' : 'NaN'
  const size = Math.abs(value)
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  if (size >= 1e16 || size < 1e-4) {
    const [digits = '', exponent = ''] = value.toExponential().split('e')
    return `${digits}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
  }
  const text = String(value)
  return text.includes('.') ? text : `${text}.0`
}
