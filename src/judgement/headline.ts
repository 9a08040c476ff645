/** What are the two answers about a token, in at most three sentences? decisions.md C, ux.md 3.5. */
import { grouped } from '../token/grouped.ts'
import {
  type OddTimes,
  tellTimeAnswer,
  type TimeAnswer,
  type Validity,
} from '../claims/validity.ts'
import { readPlainKind, tellTokenKind } from '../claims/plainKind.ts'
import type { JsonObject } from '../token/jsonText.ts'
import { algorithmOf, objectIn, type TokenReading } from '../token/readToken.ts'
import { visible } from '../token/visible.ts'
import { type Assessment, payloadIn } from './assessment.ts'
import type { FaultsTold } from './ladder.ts'
import type { CheckState } from '../verification/verdict.ts'

/** A piece of a sentence. `lead` pieces answer and carry the weight; `isTicking` ones change by the second. */
export interface Phrase {
  text: string
  isLead: boolean
  state: CheckState | null
  isTicking: boolean
}

export interface Headline {
  /** What it is: "Access token for user 1, HS256." Empty where nothing was pasted. */
  what: string
  /** One or two answers, each a line of its own. */
  answers: Phrase[][]
}

/** What is said of tokens that a first visit does not meet; it arrives late. */
export interface RareWords {
  times: OddTimes
  /** As `Headline`. */
  tellWhat: (reading: TokenReading, claims: JsonObject | null, faults: FaultsTold | null) => string
}

const LONGEST_NAME = 24
const STILL_READ = 'What can be read is shown, and no key has been checked.'

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** `now` is seconds. Until `rare` has arrived, what is rare is told by its length, and its times are not. */
export function tellHeadline(
  reading: TokenReading,
  assessment: Assessment,
  validity: Validity,
  faults: FaultsTold | null,
  now: number,
  rare: RareWords | null,
): Headline {
  const answers = tellAnswers(assessment, validity, now, rare?.times ?? null)
  if (assessment.verdict.kind === 'no-key' && faults?.state === 'fail')
    answers[0] = [lead(sentence(faults.reason), 'fail'), rest(STILL_READ)]
  const claims = objectIn(payloadIn(reading, assessment))
  const what = rare ? rare.tellWhat(reading, claims, faults) : tellPlainly(reading, claims)
  return { what, answers }
}

function tellPlainly(reading: TokenReading, claims: JsonObject | null): string {
  if (reading.form === 'empty') return ''
  return reading.form === 'jws' && claims
    ? `${tellTokenKind(readPlainKind(claims))}, ${tellAlgorithm(reading)}.`
    : tellLength(reading)
}

/** True of any text. */
export function tellLength({ text }: TokenReading): string {
  return `Text of ${grouped(text.length)} characters.`
}

/** "HS256", "no algorithm named"; a long name is cut. */
export function tellAlgorithm(reading: TokenReading): string {
  const alg = algorithmOf(reading)
  if (alg === null) return 'no algorithm named'
  const shown = visible(alg)
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…` : shown
}

function tellAnswers(
  { verdict, told: signature }: Assessment,
  validity: Validity,
  now: number,
  odd: OddTimes | null,
): Phrase[][] {
  const hasPassed = verdict.kind === 'verified'
  const isPlain = hasPassed && signature.state === 'pass' && verdict.payload === 'object'
  const beside = isPlain ? 'passed' : verdict.kind === 'mismatch' ? 'did not match' : 'nothing'
  const time = tellTimeAnswer(validity, now, beside, odd)
  const first = [lead(signature.lead, signature.state), rest(signature.rest)]
  if (time === null || (verdict.kind === 'unreadable-token' && verdict.reason.code === 'empty'))
    return [first]
  const second = timePhrases(time, hasPassed || time.state === 'fail')
  if (!isPlain || validity.state === 'in time') return [first, second]
  // V5 and V7 are one sentence with two answers; V6 and V8 are two short ones
  if (time.lead.startsWith('but ')) return [[lead('Signature valid,', 'pass'), ...second]]
  return [[lead('Signature valid.', 'pass')], second]
}

export const lead = (text: string, state: CheckState | null): Phrase => ({
  text,
  isLead: true,
  state,
  isTicking: false,
})
export const rest = (text: string): Phrase => ({
  text,
  isLead: false,
  state: null,
  isTicking: false,
})

/** For a text that holds no token; what it is instead, the intake line says. */
export const NO_TOKEN: Headline = {
  what: '',
  answers: [[lead('No token found.', 'fail'), rest('The line below says what this text is.')]],
}

/** The duration stands apart, so that its ticking is not read aloud. */
function timePhrases(
  { lead: leading, rest: following, duration, state }: TimeAnswer,
  isColoured: boolean,
): Phrase[] {
  const shown = isColoured ? state : null
  return [
    ...cutAt(leading, duration, { isLead: true, state: shown }),
    ...cutAt(following, duration, { isLead: false, state: null }),
  ]
}

function cutAt(
  text: string,
  duration: string | null,
  { isLead, state }: Pick<Phrase, 'isLead' | 'state'>,
): Phrase[] {
  const piece = (part: string, isTicking: boolean): Phrase => ({
    text: part,
    isLead,
    state,
    isTicking,
  })
  const at = duration === null ? -1 : text.indexOf(duration)
  if (duration === null || at === -1) return [piece(text, false)]
  return [
    piece(text.slice(0, at), false),
    piece(duration, true),
    piece(text.slice(at + duration.length), false),
  ]
}
