/** Does the token meet what a server expects of it? RFC 7519 §4.1, RFC 8725 §3, RFC 9068 §4. */
import { tellDuration } from '../claims/duration.ts'
import { meantDate } from '../claims/numericDate.ts'
import { type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import { algorithmOf, type TokenReading } from '../token/readToken.ts'
import { listed } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { RungTold } from '../verification/told.ts'

/** What the user says a server expects; empty text and null expect nothing. */
export interface Expectations {
  issuer: string
  audience: string
  /** An `alg`; empty for whatever the header says, as no server should. */
  algorithm: string
  /** A media type, with or without `application/`. */
  type: string
  /** Names of claims, with commas or blanks between them. */
  requiredClaims: string
  /** Seconds since `iat`. */
  maximumAge: number | null
}

/** When and how surely the claims are judged; both numbers are seconds. */
export interface PolicyMoment {
  now: number
  leeway: number
  isVerified: boolean
}

/** `claims` are null where none can be read. Every expectation is judged; the first that is not met gives the reason. */
export function judgePolicy(
  reading: TokenReading,
  claims: JsonObject | null,
  expected: Expectations,
  moment: PolicyMoment,
): RungTold {
  const answers = answersTo(reading, claims, expected, moment)
  if (answers.length === 0) return { state: 'not checked', reason: 'nothing expected yet' }
  if (reading.form === 'empty') return { state: 'not checked', reason: 'nothing pasted' }
  if (isHidden(reading, claims, expected))
    return { state: 'not checked', reason: 'the claims are hidden' }
  const [first, ...others] = failuresIn(answers)
  if (first !== undefined) {
    const { reason } = first
    return {
      state: 'fail',
      reason: others.length > 0 ? `${reason}; and ${others.length} more` : reason,
    }
  }
  const met = listed(answers.map(({ name }) => name))
  return {
    state: 'pass',
    reason: moment.isVerified ? `${met} as expected` : `It says ${met} as expected`,
  }
}

/** What the headline says of an expectation that is not met. */
export interface Refusal {
  /** What the token says instead, with its values, as the first half of a sentence. */
  detail: string
  /** The second half: who should refuse it. */
  consequence: string
  /** How many others are not met either. */
  others: number
}

/** null where every expectation is met, none can be judged, or there is none. */
export function refusalByPolicy(
  ...[reading, claims, expected, moment]: Parameters<typeof judgePolicy>
): Refusal | null {
  if (reading.form === 'empty' || isHidden(reading, claims, expected)) return null
  const [first, ...others] = failuresIn(answersTo(reading, claims, expected, moment))
  if (first === undefined) return null
  const { detail, isForApi = false } = first
  const consequence = `${isForApi ? 'an API' : 'a server'} should refuse it.`
  return { detail, consequence, others: others.length }
}

interface Answer {
  /** What was expected, in a word. */
  name: string
  /** Why it is not met; null where it is. */
  failure: Failure | null
}

interface Failure {
  /** For the rung. */
  reason: string
  /** For the headline, as in `Refusal`. */
  detail: string
  isForApi?: boolean
}

const failuresIn = (answers: readonly Answer[]): Failure[] =>
  answers.flatMap(({ failure }) => failure ?? [])

function answersTo(
  reading: TokenReading,
  claims: JsonObject | null,
  expected: Expectations,
  moment: PolicyMoment,
): Answer[] {
  return [
    answerAlgorithm(reading, expected.algorithm),
    answerType(reading, expected.type),
    ...(hasExpectationOfClaims(expected) && claims === null
      ? [{ name: 'claims', failure: plain('no claims can be read') }]
      : answerClaims(claims, expected, moment)),
  ].filter((answer) => answer !== null)
}

const asSentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`

/** The same words in both places. */
const plain = (reason: string): Failure => ({ reason, detail: asSentence(reason) })

const hasExpectationOfClaims = (expected: Expectations): boolean =>
  expected.issuer !== '' ||
  expected.audience !== '' ||
  expected.maximumAge !== null ||
  namesOf(expected.requiredClaims).length > 0

const isHidden = (
  { form }: TokenReading,
  claims: JsonObject | null,
  expected: Expectations,
): boolean => form === 'jwe' && claims === null && hasExpectationOfClaims(expected)

function answerAlgorithm(reading: TokenReading, expected: string): Answer | null {
  if (expected === '') return null
  const found = algorithmOf(reading)
  const said = found === null ? 'the header names no algorithm' : `alg is ${quoted(found)}`
  const reason = `${said}, not ${expected}`
  const detail = found === null ? 'Its header names no algorithm' : `Its ${reason}`
  return { name: 'algorithm', failure: found === expected ? null : { reason, detail } }
}

function answerType(reading: TokenReading, expected: string): Answer | null {
  if (expected === '') return null
  const found = stringMember(reading.joseHeader, 'typ')
  if (found === null) return { name: 'type', failure: absent('the header has no typ', expected) }
  const isSame = mediaType(found) === mediaType(expected)
  const reason = `typ is ${quoted(found)}, not ${quoted(expected)}`
  return { name: 'type', failure: isSame ? null : { reason, detail: `Its ${reason}` } }
}

const absent = (what: string, expected: string): Failure => ({
  reason: `${what}; ${quoted(expected)} is expected`,
  detail: `${asSentence(what)}, and ${quoted(expected)} is expected`,
})

/** RFC 7515 §4.1.9: `application/` may be left out, and letters may be large or small. */
const mediaType = (text: string): string => text.toLowerCase().replace(/^application\//, '')

function answerClaims(
  claims: JsonObject | null,
  { issuer, audience, maximumAge, requiredClaims }: Expectations,
  { now, leeway, isVerified }: PolicyMoment,
): Answer[] {
  const names = namesOf(requiredClaims)
  const answers: Answer[] = []
  if (issuer !== '')
    answers.push({ name: 'issuer', failure: failureOfIssuer(claims, issuer, isVerified) })
  if (audience !== '')
    answers.push({ name: 'audience', failure: failureOfAudience(claims, audience, isVerified) })
  const missing = names.filter((name) => !memberNamed(claims, name))
  if (names.length > 0)
    answers.push({
      name: names.length === 1 ? 'required claim' : 'required claims',
      failure: missing.length === 0 ? null : plain(`there is no ${listed(missing, 'or')} claim`),
    })
  if (maximumAge !== null)
    answers.push({
      name: 'age',
      failure: failureOfAge(claims && meantDate(claims, 'iat'), maximumAge, now, leeway),
    })
  return answers
}

function failureOfIssuer(
  claims: JsonObject | null,
  expected: string,
  isVerified: boolean,
): Failure | null {
  const found = stringMember(claims, 'iss')
  if (found === expected) return null
  if (found === null) return absent('there is no iss claim', expected)
  const difference = `${quoted(found)}, not ${quoted(expected)}${tellNearness(found, expected)}`
  return {
    reason: `${isVerified ? '' : 'It says '}iss is ${difference}`,
    detail: `${isVerified ? 'Issued' : 'It says it is issued'} by ${difference}`,
  }
}

function failureOfAudience(
  claims: JsonObject | null,
  expected: string,
  isVerified: boolean,
): Failure | null {
  const aud = memberNamed(claims, 'aud')?.value
  if (aud === undefined) return { ...absent('there is no aud claim', expected), isForApi: true }
  const found = (aud.kind === 'array' ? aud.items : [aud]).flatMap((item) =>
    item.kind === 'string' ? [item.value] : [],
  )
  if (found.includes(expected)) return null
  if (found.length === 0) return { ...absent('aud names nobody', expected), isForApi: true }
  const near = found.map((one) => tellNearness(one, expected)).find((words) => words !== '')
  const difference = `${listed(found.slice(0, 3).map(quoted))}, not ${quoted(expected)}${near ?? ''}`
  return {
    reason: `${isVerified ? '' : 'It says '}aud is ${difference}`,
    detail: `${isVerified ? 'Made' : 'It says it is made'} for ${difference}`,
    isForApi: true,
  }
}

/** Issuers and audiences are compared character by character (RFC 7519 §2, StringOrURI). */
function tellNearness(found: string, expected: string): string {
  if (found.replace(/\/$/, '') === expected.replace(/\/$/, ''))
    return ' (they differ by the slash at the end)'
  if (found.toLowerCase() === expected.toLowerCase())
    return ' (they differ by large and small letters)'
  if (found.trim() === expected.trim()) return ' (they differ by blanks around them)'
  return ''
}

function failureOfAge(
  iat: number | null,
  maximum: number,
  now: number,
  leeway: number,
): Failure | null {
  if (iat === null) return plain('no iat says when it was issued, so its age is unknown')
  const age = now - iat
  return age <= maximum + leeway
    ? null
    : plain(`issued ${tellDuration(iat, now)} ago, and ${tellDuration(0, maximum)} is the most`)
}

const namesOf = (text: string): string[] => [
  ...new Set(text.split(/[\s,]+/).filter((name) => name !== '')),
]
