/** What do the clocks where the reader lives show at an instant? */
import { tellIso } from './isoInstant.ts'
import { tellUtc } from './numericDate.ts'

/** The first day of the year 1, one day on for any zone; earlier years are written with an era and would mislead. */
const FIRST_SECOND = -62_135_510_400
const LAST_SECOND = 8.64e12

const formatters = new Map<string, Intl.DateTimeFormat | null>()

/**
 * "2018-12-19 13:57:39 Europe/Berlin (UTC+1)": the instant on the clocks of an IANA time zone.
 * Takes a NumericDate (seconds). For a zone or a date that `Intl` does not know, and for the zone UTC, it is `tellUtc`; never throws.
 */
export function tellLocal(seconds: number, timeZone: string): string {
  const formatter = formatterOf(timeZone)
  const isTold = seconds >= FIRST_SECOND && seconds <= LAST_SECOND
  if (formatter === null || !isTold || timeZone === 'UTC') return tellUtc(seconds)
  const parts = new Map(
    formatter.formatToParts(Math.floor(seconds) * 1000).map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  const time = `${part('hour')}:${part('minute')}:${part('second')}${/\.\d+/.exec(tellIso(seconds))?.[0] ?? ''}`
  return `${date} ${time} ${timeZone} (${part('timeZoneName').replace(/^GMT$/, 'GMT+0').replace('GMT', 'UTC')})`
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = makeFormatter(timeZone)
  formatters.set(timeZone, formatter)
  return formatter
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'shortOffset',
    })
  } catch {
    return null
  }
}
