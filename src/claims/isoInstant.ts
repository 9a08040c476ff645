/** How is an instant written in ISO 8601, and which instant does such a text name? */
import { isoOf, LAST_DATE_SECOND, tellOutOfRange } from './numericDate.ts'

/**
 * "2018-12-19T12:57:39Z", with three decimals where the second has a fraction; `readIso` reads it back.
 * Takes a NumericDate (seconds). Out of a Date's range it says so in words; never throws.
 */
export function tellIso(seconds: number): string {
  return isoOf(seconds) ?? tellOutOfRange(seconds)
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
