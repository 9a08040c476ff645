/** What is wrong with a date that cannot be meant, or odd about one that can, and what is to be done? RFC 7519 §2. */
import { readIso } from './isoInstant.ts'
import {
  dateOf,
  type FinerUnit,
  finerUnitOf,
  LAST_DATE_SECOND,
  type MeantDate,
  tellUtc,
  type UnclearDate,
} from './numericDate.ts'
import { shorten } from './shortText.ts'
import { tellKind } from './valueKind.ts'

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
        remedy: tellText(reading.text),
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

function tellText(text: string): string {
  const written = `"${shorten(text)}"`
  const spelled = spelledIn(text)
  return spelled === null
    ? `${written} spells no date, and strict readers refuse text here. Write the seconds since 1970 as a number.`
    : `${written} spells ${tellUtc(spelled.meant)}, yet strict readers refuse text here. ${spelled.fix}.`
}

/** The date that a text spells, as digits or in ISO 8601, and how to write it; null where it spells none. */
function spelledIn(text: string): { meant: number; fix: string } | null {
  const spelled = /^\s*-?\d{1,15}(?:\.\d{1,9})?\s*$/.test(text) ? Number(text) : null
  if (spelled !== null && Math.abs(spelled) <= LAST_DATE_SECOND)
    return { meant: finerUnitOf(spelled)?.meant ?? spelled, fix: 'Drop the quotes' }
  const meant = readIso(text)
  return meant === null ? null : { meant, fix: 'Write the seconds since 1970 as a number' }
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

/** The year of a NumericDate (seconds) in UTC; beyond a Date's range counted in average years. */
function yearOf(seconds: number): number {
  const date = dateOf(seconds)
  return date?.getUTCFullYear() ?? Math.floor(1970 + seconds / 31_556_952)
}
