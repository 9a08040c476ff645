/** Would a server accept this token at that moment, as far as nbf and exp decide? RFC 7519 §4.1.4, §4.1.5. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { tellDuration } from './duration.ts'
import { isMeant, readNumericDate, tellUtc, type UnclearDate } from './numericDate.ts'

/** All instants are NumericDates, `leeway` is seconds. */
export type Validity =
  | { state: 'unreadable' }
  | { state: 'in time'; exp: number; nbf: number | null }
  /** Refused by a server that grants no leeway. `claim` says which end is being stretched. */
  | { state: 'within leeway'; claim: 'exp'; exp: number; leeway: number }
  | { state: 'within leeway'; claim: 'nbf'; nbf: number; leeway: number }
  | { state: 'expired'; exp: number }
  | { state: 'not yet'; nbf: number }
  | { state: 'no exp'; nbf: number | null }
  | { state: 'unclear'; claim: 'exp' | 'nbf'; reading: UnclearDate }

export type TimeState = 'pass' | 'warning' | 'fail' | 'not checked'

/**
 * `claims` is null where they cannot be read. `now` and `leeway` are seconds; a leeway that is no number or below zero
 * counts as 0. `exp` is exclusive: refused from exp + leeway on; `nbf` is inclusive: accepted from nbf − leeway on.
 * Of members with the same name the last counts. A certain refusal comes before what is unclear, and expired before
 * not yet. Never throws.
 */
export function judgeValidity(claims: JsonObject | null, now: number, leeway: number): Validity {
  if (claims === null) return { state: 'unreadable' }
  const granted = leeway > 0 ? leeway : 0
  const exp = readDate(claims, 'exp')
  const nbf = readDate(claims, 'nbf')
  const end = typeof exp === 'number' ? exp : null
  const start = typeof nbf === 'number' ? nbf : null
  if (end !== null && now >= end + granted) return { state: 'expired', exp: end }
  if (start !== null && now < start - granted) return { state: 'not yet', nbf: start }
  if (exp !== null && typeof exp === 'object')
    return { state: 'unclear', claim: 'exp', reading: exp }
  if (nbf !== null && typeof nbf === 'object')
    return { state: 'unclear', claim: 'nbf', reading: nbf }
  if (end !== null && now >= end)
    return { state: 'within leeway', claim: 'exp', exp: end, leeway: granted }
  if (start !== null && now < start)
    return { state: 'within leeway', claim: 'nbf', nbf: start, leeway: granted }
  return end === null ? { state: 'no exp', nbf: start } : { state: 'in time', exp: end, nbf: start }
}

/** What a first visit does not meet: a leeway is granted later, and such dates are rare. */
export type OddTime = Extract<Validity, { state: 'within leeway' | 'unclear' }>

/** The words for it; they arrive late. */
export interface OddTimes {
  /** A clause without a full stop. */
  tellClause: (validity: OddTime) => string
  /** As `tellTimeAnswer`, of an odd time and of any time beside a signature that did not match. */
  tellAnswer: (
    validity: OddTime | Dated,
    now: number,
    beside: BesideSignature,
  ) => Omit<TimeAnswer, 'state'>
}

/**
 * The Time rung of the ladder. `reason` is a clause without a full stop, with the UTC time in it; it begins "It says: "
 * until `isVerified` (a signature passed). Until `odd` has arrived, an odd time is not judged.
 */
export function tellTimeRung(
  validity: Validity,
  isVerified: boolean,
  odd: OddTimes | null,
): { state: TimeState; reason: string } {
  const state = stateOf(validity)
  if (validity.state === 'unreadable') return { state, reason: 'the claims cannot be read' }
  if (isOdd(validity) && odd === null) return { state: 'not checked', reason: 'checking…' }
  const clause = isOdd(validity) ? (odd?.tellClause(validity) ?? '') : tellClause(validity)
  return { state, reason: isVerified ? clause : `It says: ${clause}` }
}

/** What the headline says of the signature in the sentence before. */
export type BesideSignature = 'nothing' | 'passed' | 'did not match'

/**
 * The time part of the headline. `lead` carries the weight and `rest` follows it after a space; both may end in their
 * own punctuation. `duration` stands in `lead` or `rest` word for word and is what ticks; null where nothing does.
 */
export interface TimeAnswer {
  state: TimeState
  lead: string
  rest: string
  duration: string | null
}

/**
 * The headline’s time sentence, by the forms of ux.md 3.5. Beside `'passed'` a lead that starts with "but" continues
 * "Signature valid," (V5, V7), any other is a sentence of its own (V4, V6, V8). Beside `'did not match'` the dates are
 * only claimed (V11). null where the claims cannot be read, and until `odd` has arrived where its words are needed.
 * `now` is seconds.
 */
export function tellTimeAnswer(
  validity: Validity,
  now: number,
  beside: BesideSignature,
  odd: OddTimes | null,
): TimeAnswer | null {
  const state = stateOf(validity)
  if (validity.state === 'unreadable') return null
  if (validity.state === 'no exp')
    return { state, lead: 'It never expires:', rest: 'there is no exp claim.', duration: null }
  if (isOdd(validity) || beside === 'did not match')
    return odd && { state, ...odd.tellAnswer(validity, now, beside) }
  const duration = tellDuration(validity.state === 'not yet' ? validity.nbf : validity.exp, now)
  const [lead, rest] = tellDated(validity, duration, beside === 'passed')
  return { state, lead, rest, duration }
}

/** A time with a date to it, that a server judges without a leeway. */
export type Dated = Extract<Validity, { state: 'in time' | 'expired' | 'not yet' }>

const isOdd = (validity: Validity): validity is OddTime =>
  validity.state === 'within leeway' || validity.state === 'unclear'

function tellDated(validity: Dated, duration: string, hasPassed: boolean): [string, string] {
  switch (validity.state) {
    case 'in time':
      return [`Expires in ${duration}.`, '']
    case 'expired': {
      const utc = tellUtc(validity.exp)
      return hasPassed
        ? [`but expired ${duration} ago`, `(${utc}). A server should refuse it.`]
        : [`Expired ${duration} ago`, `(${utc}).`]
    }
    case 'not yet': {
      const place = `(nbf ${tellUtc(validity.nbf)}).`
      return hasPassed
        ? ['but not usable yet.', `It starts in ${duration} ${place}`]
        : [`Not usable for another ${duration}`, place]
    }
    default:
      return validity satisfies never
  }
}

function tellClause(validity: Exclude<Validity, OddTime | { state: 'unreadable' }>): string {
  switch (validity.state) {
    case 'in time':
      return `until ${tellUtc(validity.exp)}`
    case 'expired':
      return `expired ${tellUtc(validity.exp)}`
    case 'not yet':
      return `not before ${tellUtc(validity.nbf)}`
    case 'no exp':
      return 'never expires, there is no exp claim'
    default:
      return validity satisfies never
  }
}

function stateOf(validity: Validity): TimeState {
  switch (validity.state) {
    case 'in time':
      return 'pass'
    case 'within leeway':
    case 'no exp':
    case 'unclear':
      return 'warning'
    case 'expired':
    case 'not yet':
      return 'fail'
    case 'unreadable':
      return 'not checked'
    default:
      return validity satisfies never
  }
}

function readDate(claims: JsonObject, name: 'exp' | 'nbf'): number | UnclearDate | null {
  const node = memberNamed(claims, name)?.value
  if (node === undefined) return null
  const reading = readNumericDate(node)
  return isMeant(reading) ? reading.seconds : reading
}
