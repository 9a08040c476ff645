/** How long is it from one instant to another, in words a person reads once? */

const SECONDS_OF_UNIT = { day: 86_400, hour: 3600, minute: 60, second: 1 }
/** The average year of the Gregorian calendar: 365.2425 days. */
const AVERAGE_YEAR = 31_556_952
/** Four months short of what a Date can hold, so that stepping through months stays inside. */
const LAST_DATE = 8.63e12

/**
 * The two largest units that are not zero, in full words: "4 minutes 12 seconds", "7 years 11 months", "0 seconds".
 * Both arguments are NumericDates (seconds), in any order; the span is cut to whole seconds.
 * Years and months follow the calendar in UTC; beyond ±8.63e12 s, where dates end, years are average ones.
 */
export function tellDuration(from: number, to: number): string {
  if (Number.isNaN(from) || Number.isNaN(to)) return 'an unknown time'
  const start = Math.min(from, to)
  const span = Math.floor(Math.max(from, to) - start)
  const isDated = Math.abs(from) <= LAST_DATE && Math.abs(to) <= LAST_DATE
  const counted = isDated ? countMonths(Math.floor(start), span) : countAverageYears(span)
  if (counted === null) return 'more than a million years'
  const { months, seconds } = counted
  const hours = seconds % SECONDS_OF_UNIT.day
  const units: [number, string][] = [
    [Math.floor(months / 12), 'year'],
    [months % 12, 'month'],
    [Math.floor(seconds / SECONDS_OF_UNIT.day), 'day'],
    [Math.floor(hours / SECONDS_OF_UNIT.hour), 'hour'],
    [Math.floor((hours % SECONDS_OF_UNIT.hour) / SECONDS_OF_UNIT.minute), 'minute'],
    [hours % SECONDS_OF_UNIT.minute, 'second'],
  ]
  const largest = units.filter(([count]) => count > 0).slice(0, 2)
  return largest.length === 0
    ? '0 seconds'
    : largest.map(([count, unit]) => tellCount(count, unit)).join(' ')
}

const FIRST_DURATION = /(\d+ (year|month|day|hour|minute|second)s?)( \d+ [a-z]+)?/
const NEXT_AT_MOST = {
  year: ' 11 months',
  month: ' 30 days',
  day: ' 23 hours',
  hour: ' 59 minutes',
  minute: ' 59 seconds',
  second: '',
} as const

/**
 * A sentence as long as its first duration makes it until the larger of its units changes: "in 5 minutes" takes
 * the room of "in 5 minutes 59 seconds". Any other text is given back as it is.
 */
export const atLongest = (sentence: string): string =>
  sentence.replace(
    FIRST_DURATION,
    (_all, larger: string, unit: keyof typeof NEXT_AT_MOST) => larger + NEXT_AT_MOST[unit],
  )

/** Where an instant lies, seen from now: "7 years 11 months ago", "in 4 minutes 12 seconds". NumericDates (seconds). */
export function tellRelative(instant: number, now: number): string {
  const duration = tellDuration(instant, now)
  return now >= instant ? `${duration} ago` : `in ${duration}`
}

/** A count with its noun: "1 second", "2 seconds". */
export function tellCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Whole calendar months from `start` on, and the seconds left over. */
function countMonths(start: number, span: number): { months: number; seconds: number } {
  const end = start + span
  const first = new Date(start * 1000)
  const last = new Date(end * 1000)
  let months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  if (monthsAfter(first, months) > end) months--
  return { months, seconds: end - monthsAfter(first, months) }
}

/** The same day and time some months later, in seconds; where that month is too short, its last day. */
function monthsAfter(first: Date, months: number): number {
  const date = new Date(first)
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  date.setUTCDate(Math.min(first.getUTCDate(), date.getUTCDate()))
  return date.getTime() / 1000
}

function countAverageYears(span: number): { months: number; seconds: number } | null {
  const years = Math.floor(span / AVERAGE_YEAR)
  if (years > 1_000_000) return null
  const rest = span - years * AVERAGE_YEAR
  const month = AVERAGE_YEAR / 12
  const months = Math.floor(rest / month)
  return { months: years * 12 + months, seconds: rest - months * month }
}
