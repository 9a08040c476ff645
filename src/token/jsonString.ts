/** What does a JSON string spell, and where does it end? RFC 8259 §7. */
import type { JsonExpectation } from './jsonSyntax.ts'

type JsonStringReading =
  | { value: string; end: number }
  /** `at` is the first character that has no place there. */
  | { value: null; at: number; expectation: JsonExpectation }

/** A quote, a backslash or anything below the space. */
const BREAK = /[^ !#-[\]-\uffff]/g
const HEX_DIGITS = /[0-9a-fA-F]{0,4}/y
const ESCAPES: Partial<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Reads the string whose opening quote stands at `start`; `end` is behind its closing quote. */
export function readString(text: string, start: number): JsonStringReading {
  let from = start + 1
  let value = ''
  for (;;) {
    BREAK.lastIndex = from
    const at = BREAK.exec(text)?.index ?? text.length
    value += text.slice(from, at)
    const character = text.charAt(at)
    if (character === '"') return { value, end: at + 1 }
    if (character === '') return { value: null, at, expectation: 'string-end' }
    if (character !== '\\') return { value: null, at, expectation: 'escaped-control' }
    const letter = text.charAt(at + 1)
    const simple = ESCAPES[letter]
    if (simple !== undefined) {
      value += simple
      from = at + 2
    } else if (letter === 'u') {
      HEX_DIGITS.lastIndex = at + 2
      const digits = HEX_DIGITS.exec(text)?.[0] ?? ''
      if (digits.length < 4)
        return { value: null, at: at + 2 + digits.length, expectation: 'hex-digit' }
      value += String.fromCharCode(Number.parseInt(digits, 16))
      from = at + 6
    } else return { value: null, at: at + 1, expectation: 'escape' }
  }
}
