/** Which instant does a claim’s value name, can it have been meant, and how is it written? RFC 7519 §2, ISO 8601. */
import { type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import { shorten } from './shortText.ts'

export type FinerUnit = 'milliseconds' | 'microseconds' | 'nanoseconds'

/**
 * `seconds` is what the number says (NumericDate), whatever was meant by it; `spelling` is the number as the token
 * writes it, cut where it is very long. Only `date`, `fraction` and `negative` can be meant as they stand.
 */
export type NumericDateReading =
  | { kind: 'date'; seconds: number }
  | { kind: 'fraction'; seconds: number }
  | { kind: 'negative'; seconds: number }
  /** `meant` is the date after dividing. */
  | { kind: 'finer unit'; seconds: number; spelling: string; unit: FinerUnit; meant: number }
  /** No calendar date; `seconds` is infinite where the number is beyond a double. */
  | { kind: 'huge'; seconds: number; spelling: string }
  /** Its beginning, where it is very long. */
  | { kind: 'text'; text: string }
  | { kind: 'other type'; node: JsonNode }

export type MeantDate = Extract<NumericDateReading, { kind: 'date' | 'fraction' | 'negative' }>
export type UnclearDate = Exclude<NumericDateReading, MeantDate>

const PER_SECOND: [FinerUnit, number][] = [
  ['milliseconds', 1e3],
  ['microseconds', 1e6],
  ['nanoseconds', 1e9],
]
const YEAR_1990 = 631_152_000
const YEAR_2200 = 7_258_118_400
const LONGEST_TEXT = 200

/** Reads any value as a NumericDate; every number becomes `seconds`, everything else says what it is. Never throws. */
export function readNumericDate(node: JsonNode): NumericDateReading {
  if (node.kind === 'string') return { kind: 'text', text: node.value.slice(0, LONGEST_TEXT) }
  if (node.kind !== 'number') return { kind: 'other type', node }
  // + 0 turns −0 into 0
  const seconds = Number(node.spelling) + 0
  const spelling = shorten(node.spelling)
  const finer = finerUnitOf(seconds)
  if (finer !== null) return { kind: 'finer unit', seconds, spelling, ...finer }
  if (Math.abs(seconds) > LAST_DATE_SECOND) return { kind: 'huge', seconds, spelling }
  if (seconds < 0) return { kind: 'negative', seconds }
  return { kind: Number.isInteger(seconds) ? 'date' : 'fraction', seconds }
}

/** True for a reading that can be meant as it stands; the others leave open when it is. */
export function isMeant(reading: NumericDateReading): reading is MeantDate {
  return reading.kind === 'date' || reading.kind === 'fraction' || reading.kind === 'negative'
}

/** The seconds of a claim that names a date that can be meant; null for anything else and where there is no such claim. */
export function meantDate(claims: JsonObject, name: string): number | null {
  const value = memberNamed(claims, name)?.value
  const reading = value && readNumericDate(value)
  return reading && isMeant(reading) ? reading.seconds : null
}

/**
 * A number is taken for a finer unit where dividing leads between 1990 and 2200. Read as seconds, the smallest such
 * number is the year 21970, and the ranges of the three units do not meet.
 */
export function finerUnitOf(seconds: number): { unit: FinerUnit; meant: number } | null {
  for (const [unit, perSecond] of PER_SECOND) {
    const meant = seconds / perSecond
    if (meant >= YEAR_1990 && meant < YEAR_2200) return { unit, meant }
  }
  return null
}

/** The last second that a Date can hold, either side of 1970. */
export const LAST_DATE_SECOND = 8.64e12

/**
 * "2018-12-19 12:57:39 UTC", with three decimals where the second has a fraction: "2011-03-22 18:43:00.750 UTC".
 * Takes a NumericDate (seconds). Out of a Date's range it says so in words; never throws.
 */
export function tellUtc(seconds: number): string {
  const iso = isoOf(seconds)
  return iso === null ? tellOutOfRange(seconds) : `${iso.replace('T', ' ').slice(0, -1)} UTC`
}

/** Cut to milliseconds; what is within 0.05 of the next one is that one, since a double of a far date is no finer. */
export function dateOf(seconds: number): Date | null {
  const whole = Math.floor(seconds)
  const milliseconds = Math.floor((seconds - whole) * 1000 + 0.05)
  const date = new Date(whole * 1000 + milliseconds)
  return Number.isNaN(date.getTime()) ? null : date
}

export function isoOf(seconds: number): string | null {
  return dateOf(seconds)?.toISOString().replace('.000Z', 'Z') ?? null
}

export function tellOutOfRange(seconds: number): string {
  if (Number.isNaN(seconds)) return 'no date'
  return seconds > 0 ? 'later than the year 275760' : 'before the year −271821'
}
