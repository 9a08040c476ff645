/** Which instant does a claim’s value name, can it have been meant, and how is it written? RFC 7519 §2, ISO 8601. */
import { type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import { shorten } from './shortText.ts'
import { tellKind } from './valueKind.ts'

type FinerUnit = 'milliseconds' | 'microseconds' | 'nanoseconds'

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
  /** `meant` is the date that the text spells, as digits or in ISO 8601; null where it spells none. */
  | { kind: 'text'; text: string; spells: 'digits' | 'ISO date' | null; meant: number | null }
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

/** Reads any value as a NumericDate; every number becomes `seconds`, everything else says what it is. Never throws. */
export function readNumericDate(node: JsonNode): NumericDateReading {
  if (node.kind === 'string') return readText(node.value)
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

/** What is unusual about a date that can be meant, in one sentence; null for whole seconds since 1970. */
export function remarkOn(reading: MeantDate): string | null {
  switch (reading.kind) {
    case 'date':
      return null
    case 'fraction':
      return 'Parts of a second are allowed, but some readers cut them off.'
    case 'negative':
      return 'The number is negative, so it counts back from 1970: look for an error in the issuer.'
    default:
      return reading satisfies never
  }
}

/** For a date that cannot be meant: the problem, without a full stop, and the sentences on what it is and what to do. */
export function tellUnclear(
  claimName: string,
  reading: UnclearDate,
): { problem: string; remedy: string } {
  switch (reading.kind) {
    case 'finer unit':
      return {
        problem: `${claimName} looks like ${reading.unit}`,
        remedy: `${reading.spelling} is the year ${yearOf(reading.seconds)} in seconds. Divide by ${divisorOf(reading.unit)}: ${tellUtc(reading.meant)}.`,
      }
    case 'huge':
      return {
        problem: `${claimName} is too ${reading.seconds > 0 ? 'large' : 'far below zero'} for a date`,
        remedy: `${reading.spelling} seconds lead to no date on any calendar. Write the seconds since 1970, a number of 10 digits.`,
      }
    case 'text':
      return {
        problem: `${claimName} is text, not a number`,
        remedy: tellText(reading),
      }
    case 'other type':
      return {
        problem: `${claimName} is ${tellKind(reading.node)}, not a number`,
        remedy: 'No date can be read from it. Write the seconds since 1970 as a number.',
      }
    default:
      return reading satisfies never
  }
}

function tellText(reading: Extract<UnclearDate, { kind: 'text' }>): string {
  const written = `"${shorten(reading.text)}"`
  if (reading.meant === null)
    return `${written} spells no date, and strict readers refuse text here. Write the seconds since 1970 as a number.`
  const fix =
    reading.spells === 'digits' ? 'Drop the quotes' : 'Write the seconds since 1970 as a number'
  return `${written} spells ${tellUtc(reading.meant)}, yet strict readers refuse text here. ${fix}.`
}

function readText(value: string): NumericDateReading {
  const text = value.slice(0, 200)
  const spelled = /^\s*-?\d{1,15}(?:\.\d{1,9})?\s*$/.test(text) ? Number(text) : null
  if (spelled !== null && Math.abs(spelled) <= LAST_DATE_SECOND)
    return { kind: 'text', text, spells: 'digits', meant: finerUnitOf(spelled)?.meant ?? spelled }
  const meant = readIso(text)
  return { kind: 'text', text, spells: meant === null ? null : 'ISO date', meant }
}

/**
 * A number is taken for a finer unit where dividing leads between 1990 and 2200. Read as seconds, the smallest such
 * number is the year 21970, and the ranges of the three units do not meet.
 */
function finerUnitOf(seconds: number): { unit: FinerUnit; meant: number } | null {
  for (const [unit, perSecond] of PER_SECOND) {
    const meant = seconds / perSecond
    if (meant >= YEAR_1990 && meant < YEAR_2200) return { unit, meant }
  }
  return null
}

function divisorOf(unit: FinerUnit): string {
  switch (unit) {
    case 'milliseconds':
      return '1000'
    case 'microseconds':
      return '1,000,000'
    case 'nanoseconds':
      return '1,000,000,000'
    default:
      return unit satisfies never
  }
}

/** The last second that a Date can hold, either side of 1970. */
const LAST_DATE_SECOND = 8.64e12

/**
 * "2018-12-19 12:57:39 UTC", with three decimals where the second has a fraction: "2011-03-22 18:43:00.750 UTC".
 * Takes a NumericDate (seconds). Out of a Date's range it says so in words; never throws.
 */
export function tellUtc(seconds: number): string {
  const iso = isoOf(seconds)
  return iso === null ? tellOutOfRange(seconds) : `${iso.replace('T', ' ').slice(0, -1)} UTC`
}

/**
 * "2018-12-19T12:57:39Z", with three decimals where the second has a fraction; `readIso` reads it back.
 * Takes a NumericDate (seconds). Out of a Date's range it says so in words; never throws.
 */
export function tellIso(seconds: number): string {
  return isoOf(seconds) ?? tellOutOfRange(seconds)
}

/** The year of a NumericDate (seconds) in UTC; beyond a Date's range counted in average years. */
function yearOf(seconds: number): number {
  const date = dateOf(seconds)
  return date?.getUTCFullYear() ?? Math.floor(1970 + seconds / 31_556_952)
}

const INSTANT =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]| UTC|([+-])(\d\d):?(\d\d))$/

/**
 * An ISO 8601 instant → NumericDate (seconds, with the fraction if there is one); null for anything else.
 * It must say its zone (`Z`, an offset, or the " UTC" that `tellUtc` writes), else it is no instant; days that the
 * calendar lacks (30 February) and hour 24 are null. Space around it is ignored.
 */
export function readIso(text: string): number | null {
  if (text.length > 64) return null
  const match = INSTANT.exec(text.trim())
  if (match === null) return null
  const part = (index: number): number => Number(match[index] ?? 0)
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part)
  if (match[1] === '-000000') return null
  if (month === undefined || day === undefined || year === undefined) return null
  if (hour === undefined || minute === undefined || second === undefined) return null
  if (hour > 23 || minute > 59 || second > 59 || part(9) > 23 || part(10) > 59) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const offset = (part(9) * 60 + part(10)) * (match[8] === '-' ? -60 : 60)
  const whole = date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset
  const seconds = whole + Number(`0.${match[7] ?? '0'}`)
  return Math.abs(seconds) <= LAST_DATE_SECOND ? seconds : null
}

/** Cut to milliseconds; what is within 0.05 of the next one is that one, since a double of a far date is no finer. */
function dateOf(seconds: number): Date | null {
  const whole = Math.floor(seconds)
  const milliseconds = Math.floor((seconds - whole) * 1000 + 0.05)
  const date = new Date(whole * 1000 + milliseconds)
  return Number.isNaN(date.getTime()) ? null : date
}

function isoOf(seconds: number): string | null {
  return dateOf(seconds)?.toISOString().replace('.000Z', 'Z') ?? null
}

function tellOutOfRange(seconds: number): string {
  if (Number.isNaN(seconds)) return 'no date'
  return seconds > 0 ? 'later than the year 275760' : 'before the year −271821'
}
