/** Which number, true, false or null is spelled in a JSON text, and where does its spelling go wrong? RFC 8259 §3, §6. */
import type { JsonExpectation } from './jsonSyntax.ts'

type JsonLiteralReading =
  | { kind: 'number' | 'true' | 'false' | 'null'; spelling: string }
  /** `at` is the first character that has no place there; of a word, its first. */
  | { kind: null; at: number; expectation: JsonExpectation }

const WORDS = ['true', 'false', 'null'] as const
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
/** A number that still wants a digit. */
const DANGLING = /-?(?:0|[1-9][0-9]*)(?:(?:\.[0-9]+)?[eE][+-]?|\.)|-/y

/** Reads the value without quotes or brackets that starts there. */
export function readLiteral(text: string, start: number): JsonLiteralReading {
  const word = WORDS.find((candidate) => candidate[0] === text[start])
  return word === undefined ? readNumber(text, start) : readWord(text, start, word)
}

function readWord(text: string, start: number, word: (typeof WORDS)[number]): JsonLiteralReading {
  const found = text.slice(start, start + word.length)
  if (found === word) return { kind: word, spelling: word }
  const isCut = start + found.length === text.length && word.startsWith(found)
  return { kind: null, at: isCut ? text.length : start, expectation: 'value' }
}

function readNumber(text: string, start: number): JsonLiteralReading {
  NUMBER.lastIndex = start
  const spelling = NUMBER.exec(text)?.[0] ?? ''
  if (spelling !== '' && !'.eE'.includes(text[start + spelling.length] ?? ' '))
    return { kind: 'number', spelling }
  DANGLING.lastIndex = start
  const dangling = DANGLING.exec(text)?.[0] ?? ''
  if (dangling.length > spelling.length)
    return { kind: null, at: start + dangling.length, expectation: 'digit' }
  if (spelling === '') return { kind: null, at: start, expectation: 'value' }
  return { kind: 'number', spelling }
}
