/** Would a server accept this token at that moment, as far as nbf and exp decide? RFC 7519 §4.1.4, §4.1.5. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { tellDuration } from './duration.ts'
import { isMeant, readNumericDate, tellUnclear, tellUtc, type UnclearDate } from './numericDate.ts'

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

/**
 * The Time rung of the ladder. `reason` is a clause without a full stop, with the UTC time in it; it begins "It says: "
 * until `isVerified` (a signature passed).
 */
export function tellTimeRung(
  validity: Validity,
  isVerified: boolean,
): { state: TimeState; reason: string } {
  const state = stateOf(validity)
  if (validity.state === 'unreadable') return { state, reason: 'the claims cannot be read' }
  const clause = tellClause(validity)
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
 * only claimed (V11). null where the claims cannot be read. `now` is seconds.
 */
export function tellTimeAnswer(
  validity: Validity,
  now: number,
  beside: BesideSignature = 'nothing',
): TimeAnswer | null {
  const state = stateOf(validity)
  switch (validity.state) {
    case 'unreadable':
      return null
    case 'no exp':
      return { state, lead: 'It never expires:', rest: 'there is no exp claim.', duration: null }
    case 'unclear': {
      const { problem, remedy } = tellUnclear(validity.claim, validity.reading)
      return { state, lead: `${problem}.`, rest: remedy, duration: null }
    }
    case 'in time':
    case 'within leeway':
    case 'expired':
    case 'not yet': {
      const duration = tellDuration(instantOf(validity), now)
      const [lead, rest] =
        beside === 'did not match'
          ? [tellClaimed(validity, duration), 'but unverified claims prove nothing.']
          : tellDated(validity, duration, beside === 'passed')
      return { state, lead, rest, duration }
    }
    default:
      return validity satisfies never
  }
}

type Dated = Extract<Validity, { state: 'in time' | 'within leeway' | 'expired' | 'not yet' }>

function instantOf(validity: Dated): number {
  if (validity.state === 'not yet') return validity.nbf
  return validity.state === 'within leeway' && validity.claim === 'nbf'
    ? validity.nbf
    : validity.exp
}

function tellDated(validity: Dated, duration: string, hasPassed: boolean): [string, string] {
  switch (validity.state) {
    case 'in time':
      return [`Expires in ${duration}.`, '']
    case 'within leeway':
      return validity.claim === 'exp'
        ? [
            `Expired ${duration} ago,`,
            `inside the ${validity.leeway} s leeway: some servers still accept it.`,
          ]
        : [
            `Starts in ${duration},`,
            `inside the ${validity.leeway} s leeway: some servers already accept it.`,
          ]
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

function tellClaimed(validity: Dated, duration: string): string {
  switch (validity.state) {
    case 'in time':
      return `It claims to expire in ${duration},`
    case 'within leeway':
      return validity.claim === 'exp'
        ? `It claims to have expired ${duration} ago,`
        : `It claims to start in ${duration},`
    case 'expired':
      return `It claims to have expired ${duration} ago,`
    case 'not yet':
      return `It claims to start in ${duration},`
    default:
      return validity satisfies never
  }
}

function tellClause(validity: Exclude<Validity, { state: 'unreadable' }>): string {
  switch (validity.state) {
    case 'in time':
      return `until ${tellUtc(validity.exp)}`
    case 'within leeway':
      return validity.claim === 'exp'
        ? `expired ${tellUtc(validity.exp)}, inside the ${validity.leeway} s leeway`
        : `not before ${tellUtc(validity.nbf)}, inside the ${validity.leeway} s leeway`
    case 'expired':
      return `expired ${tellUtc(validity.exp)}`
    case 'not yet':
      return `not before ${tellUtc(validity.nbf)}`
    case 'no exp':
      return 'never expires, there is no exp claim'
    case 'unclear':
      return tellUnclear(validity.claim, validity.reading).problem
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
