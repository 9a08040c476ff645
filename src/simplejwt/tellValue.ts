/** How do a claim's value and two instants stand in a sentence about a refusal? ux.md 7.1. */
import { tellIso } from '../claims/isoInstant.ts'
import { nameInSentence } from '../claims/shortText.ts'
import { isDict, isFloat, isList, type PythonValue, textOf } from './pythonValue.ts'

/** `is the text ‘abc’`, `is 5`, `is a list`: what follows the claim's name. */
export function tellIs(value: PythonValue): string {
  if (typeof value === 'string') return value === '' ? 'is empty' : `is the text ${nameOf(value)}`
  if (isDict(value)) return 'is an object'
  if (isList(value)) return 'is a list'
  if (value === null || typeof value === 'boolean') return `is ${String(value)}`
  return `is ${isFloat(value) ? String(value.float) : textOf(value)}`
}

/** A value by which something is named: texts as they are, a list by its items. */
export function nameOf(value: PythonValue): string {
  if (typeof value === 'string') return value === '' ? 'empty' : nameInSentence(value)
  if (isList(value)) return value.length === 0 ? 'an empty list' : value.map(nameOf).join(', ')
  return isDict(value) ? 'an object' : tellIs(value).slice('is '.length)
}

/** Instants in UTC: the time of day where all share the day, else with their dates. Unix seconds, decimals down to a millisecond. */
export function tellTimes(...instants: number[]): string[] {
  const written = instants.map(tellIso)
  const days = new Set(written.map((text) => text.slice(0, text.indexOf('T'))))
  const isShort = days.size === 1 && written.every((text) => text.includes('T'))
  return written.map((text) =>
    isShort ? text.slice(text.indexOf('T') + 1, -1) : text.replace('T', ' ').replace(/Z$/, ''),
  )
}
