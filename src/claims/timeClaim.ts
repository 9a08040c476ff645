/** What does a claim that names an instant say, seen from now? RFC 7519 §4.1.4–4.1.6, OpenID Connect Core §2. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { tellDuration, tellRelative } from './duration.ts'
import { tellLocal } from './localTime.ts'
import { isMeant, type NumericDateReading, readNumericDate, tellUtc } from './numericDate.ts'
import type { Saying } from './saying.ts'
import { remarkOn, tellUnclear } from './unclearDate.ts'

/** One instant in three ways; out of a calendar’s range `utc` and `local` say so in words. */
export interface ClaimTimes {
  utc: string
  local: string
  relative: string
}

/** `now` and `leeway` are seconds, `timeZone` an IANA name. */
export interface TimeContext {
  now: number
  leeway: number
  timeZone: string
  claims: JsonObject
}

interface Moment {
  /** Seconds. */
  instant: number
  isPast: boolean
  duration: string
  /** "2018-12-19 at 12:57:39 UTC" */
  at: string
  context: TimeContext
}

type Told = { words: string; sequel: string | null }

/** True for a name whose number counts seconds since 1970. */
export function isTimeClaim(name: string): boolean {
  return timeClaims.has(name)
}

/** null where the value is no number, and so names no instant. */
export function timesOf(reading: NumericDateReading, context: TimeContext): ClaimTimes | null {
  if (reading.kind === 'text' || reading.kind === 'other type') return null
  const { seconds } = reading
  return {
    utc: tellUtc(seconds),
    local: tellLocal(seconds, context.timeZone),
    relative: tellRelative(seconds, context.now),
  }
}

/** What that time claim says; a value that cannot be meant is told as a fault, with the date that was probably meant. */
export function sayTime(name: string, reading: NumericDateReading, context: TimeContext): Saying {
  if (!isMeant(reading)) return { kind: 'fault', ...tellUnclear(name, reading) }
  const { seconds } = reading
  const moment: Moment = {
    instant: seconds,
    isPast: context.now >= seconds,
    duration: tellDuration(seconds, context.now),
    at: tellUtc(seconds).replace(' ', ' at '),
    context,
  }
  const told = timeClaims.get(name)?.(moment)
  const remark = remarkOn(reading)
  if (told === undefined) {
    const phrase = `${tellUtc(seconds)}, ${tellRelative(seconds, context.now)}`
    return { kind: 'phrase', phrase, sequel: remark }
  }
  return { kind: 'words', words: told.words, sequel: remark ?? told.sequel }
}

const timeClaims = new Map<string, (moment: Moment) => Told>([
  ['exp', sayExp],
  ['nbf', sayNbf],
  ['iat', sayIat],
  [
    'auth_time',
    ({ isPast, duration, at }) => ({
      words: isPast
        ? `the person signed in ${duration} ago, on ${at}`
        : `the person signs in ${duration} from now, on ${at}`,
      sequel: isPast
        ? 'The token itself may be newer than the sign-in.'
        : 'That cannot be; the issuer’s clock or yours is wrong.',
    }),
  ],
  [
    'updated_at',
    ({ isPast, duration, at }) => ({
      words: `the profile was last changed ${isPast ? `${duration} ago` : `${duration} from now`}, on ${at}`,
      sequel: isPast ? null : 'That cannot be; the issuer’s clock or yours is wrong.',
    }),
  ],
  [
    'toe',
    ({ isPast, duration, at }) => ({
      words: `what it reports ${isPast ? `happened ${duration} ago` : `happens ${duration} from now`}, on ${at}`,
      sequel: null,
    }),
  ],
  [
    'refresh_exp',
    ({ isPast, duration, at }) => ({
      words: isPast
        ? `could be renewed until ${at}, ${duration} ago`
        : `can be renewed for another ${duration}, until ${at}`,
      sequel: isPast
        ? 'From that second on only a new login helps.'
        : 'Once exp has passed a server refuses to renew it, even before that.',
    }),
  ],
  [
    'orig_iat',
    ({ isPast, duration, at }) => ({
      words: `the login behind it ${isPast ? `was ${duration} ago` : `is ${duration} from now`}, on ${at}`,
      sequel: null,
    }),
  ],
])

function sayExp({ instant, isPast, duration, at, context }: Moment): Told {
  const isStretched = isPast && context.now < instant + context.leeway
  return {
    words: isPast ? `expired ${duration} ago, on ${at}` : `expires in ${duration}, on ${at}`,
    sequel: isStretched
      ? `A server that grants ${context.leeway} s leeway still accepts it.`
      : 'From that second on a server must refuse it.',
  }
}

function sayNbf({ instant, isPast, duration, at, context }: Moment): Told {
  const isStretched = !isPast && context.now >= instant - context.leeway
  return {
    words: isPast
      ? `usable since ${at}, ${duration} ago`
      : `not usable for another ${duration}, until ${at}`,
    sequel: isStretched
      ? `A server that grants ${context.leeway} s leeway already accepts it.`
      : 'Before that second a server must refuse it.',
  }
}

function sayIat({ instant, isPast, duration, at, context }: Moment): Told {
  if (!isPast)
    return {
      words: `issued ${duration} from now, on ${at}`,
      sequel: 'The issuer’s clock or yours is wrong, and some servers refuse such a token.',
    }
  const exp = memberNamed(context.claims, 'exp')
  const end = exp && readNumericDate(exp.value)
  const words = `issued ${duration} ago, on ${at}`
  if (!end || !isMeant(end)) return { words, sequel: null }
  return {
    words,
    sequel:
      end.seconds > instant
        ? `Its whole life, from there to exp, is ${tellDuration(instant, end.seconds)}.`
        : 'exp is not later than that, so there never was a time to use it.',
  }
}
