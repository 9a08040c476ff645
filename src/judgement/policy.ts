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
  const names = namesOf(expected.requiredClaims)
  const answers = [
    answerAlgorithm(reading, expected.algorithm),
    answerType(reading, expected.type),
    ...(hasExpectationOfClaims(expected, names) && claims === null
      ? [{ name: 'claims', failure: 'no claims can be read' }]
      : answerClaims(claims, expected, names, moment)),
  ].filter((answer) => answer !== null)
  if (answers.length === 0) return { state: 'not checked', reason: 'nothing expected yet' }
  if (reading.form === 'empty') return { state: 'not checked', reason: 'nothing pasted' }
  if (reading.form === 'jwe' && claims === null && hasExpectationOfClaims(expected, names))
    return { state: 'not checked', reason: 'the claims are hidden' }
  const failures = answers.flatMap(({ failure }) => failure ?? [])
  const [first] = failures
  if (first !== undefined) {
    const more = failures.length - 1
    return { state: 'fail', reason: more > 0 ? `${first}; and ${more} more` : first }
  }
  const met = listed(answers.map(({ name }) => name))
  return {
    state: 'pass',
    reason: moment.isVerified ? `${met} as expected` : `It says ${met} as expected`,
  }
}

interface Answer {
  /** What was expected, in a word. */
  name: string
  /** Why it is not met; null where it is. */
  failure: string | null
}

const hasExpectationOfClaims = (expected: Expectations, names: readonly string[]): boolean =>
  expected.issuer !== '' ||
  expected.audience !== '' ||
  expected.maximumAge !== null ||
  names.length > 0

function answerAlgorithm(reading: TokenReading, expected: string): Answer | null {
  if (expected === '') return null
  const found = algorithmOf(reading)
  const said = found === null ? 'the header names no algorithm' : `alg is ${quoted(found)}`
  return { name: 'algorithm', failure: found === expected ? null : `${said}, not ${expected}` }
}

function answerType(reading: TokenReading, expected: string): Answer | null {
  if (expected === '') return null
  const found = stringMember(reading.joseHeader, 'typ')
  if (found === null)
    return { name: 'type', failure: `the header has no typ; ${quoted(expected)} is expected` }
  const isSame = mediaType(found) === mediaType(expected)
  return {
    name: 'type',
    failure: isSame ? null : `typ is ${quoted(found)}, not ${quoted(expected)}`,
  }
}

/** RFC 7515 §4.1.9: `application/` may be left out, and letters may be large or small. */
const mediaType = (text: string): string => text.toLowerCase().replace(/^application\//, '')

function answerClaims(
  claims: JsonObject | null,
  { issuer, audience, maximumAge }: Expectations,
  names: readonly string[],
  { now, leeway, isVerified }: PolicyMoment,
): Answer[] {
  const says = isVerified ? '' : 'It says '
  const answers: Answer[] = []
  if (issuer !== '')
    answers.push({ name: 'issuer', failure: failureOfIssuer(claims, issuer, says) })
  if (audience !== '')
    answers.push({ name: 'audience', failure: failureOfAudience(claims, audience, says) })
  const missing = names.filter((name) => !memberNamed(claims, name))
  if (names.length > 0)
    answers.push({
      name: names.length === 1 ? 'required claim' : 'required claims',
      failure: missing.length === 0 ? null : `there is no ${listed(missing, 'or')} claim`,
    })
  if (maximumAge !== null)
    answers.push({
      name: 'age',
      failure: failureOfAge(claims && meantDate(claims, 'iat'), maximumAge, now, leeway),
    })
  return answers
}

function failureOfIssuer(claims: JsonObject | null, expected: string, says: string): string | null {
  const found = stringMember(claims, 'iss')
  if (found === expected) return null
  if (found === null) return `there is no iss claim; ${quoted(expected)} is expected`
  return `${says}iss is ${quoted(found)}, not ${quoted(expected)}${tellNearness(found, expected)}`
}

function failureOfAudience(
  claims: JsonObject | null,
  expected: string,
  says: string,
): string | null {
  const aud = memberNamed(claims, 'aud')?.value
  if (aud === undefined) return `there is no aud claim; ${quoted(expected)} is expected`
  const found = (aud.kind === 'array' ? aud.items : [aud]).flatMap((item) =>
    item.kind === 'string' ? [item.value] : [],
  )
  if (found.includes(expected)) return null
  if (found.length === 0) return `aud names nobody; ${quoted(expected)} is expected`
  const near = found.map((one) => tellNearness(one, expected)).find((words) => words !== '')
  return `${says}aud is ${listed(found.slice(0, 3).map(quoted))}, not ${quoted(expected)}${near ?? ''}`
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
): string | null {
  if (iat === null) return 'no iat says when it was issued, so its age is unknown'
  const age = now - iat
  return age <= maximum + leeway
    ? null
    : `issued ${tellDuration(iat, now)} ago, and ${tellDuration(0, maximum)} is the most`
}

const namesOf = (text: string): string[] => [
  ...new Set(text.split(/[\s,]+/).filter((name) => name !== '')),
]
