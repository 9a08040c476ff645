/** What follows from what the user has given? Everything here is computed, nothing stored. */
import { judgeValidity } from '../claims/validity.ts'
import { type Headline, NO_TOKEN, tellHeadline } from '../judgement/headline.ts'
import {
  climbLadder,
  climbNothing,
  faultsOf,
  NOTHING_EXPECTED,
  type Rung,
} from '../judgement/ladder.ts'
import type { Projection } from '../token/pieces.ts'
import type { JsonObject } from '../token/jsonText.ts'
import { objectIn, readToken, type TextSegment, type TokenReading } from '../token/readToken.ts'
import { hasOwnLayout, projectExactly, projectLaidOut } from '../token/projection.ts'
import { type Assessment, checking, empty, payloadIn } from '../judgement/assessment.ts'
import type { Subject } from '../verification/verdict.ts'
import {
  boxTextOf,
  type Inspector,
  type PaneName,
  type Standing,
  type Told,
} from './inspectorStore.ts'
import { memoLast } from './memoLast.ts'

/** While a pane that may wait still shows the old token, old and new are asked for in turn. */
const OLD_AND_NEW = 2

const reread = memoLast(readToken, OLD_AND_NEW)

/**
 * The token in the box and where it stands: all of the box while it holds what was pasted, what was found in
 * it once that is known, and until then its text as it is. null where the box holds none.
 */
export function foundOf(inspector: Inspector): Standing | null {
  const text = boxTextOf(inspector)
  const { box, pasted } = inspector
  if (box?.text === text) return box.found
  if (text === '' || (pasted.tokens.length === 0 && text === pasted.raw)) return null
  return wholeBox(text)
}
const wholeBox = memoLast(
  (text: string): Standing => ({ text, start: 0, rawAt: null }),
  OLD_AND_NEW,
)

/** The shown token, read. */
export function readingOf(inspector: Inspector): TokenReading {
  const text = foundOf(inspector)?.text ?? ''
  const { late, chosen, detached } = inspector
  return late ? late.read(text, chosen, detached) : reread(text)
}

/** The shown token's claims; null where there are none to read. */
export function claimsOf(inspector: Inspector): JsonObject | null {
  return objectIn(partOf(inspector, 'payload'))
}

/** The text of a pane; of an encrypted payload, what the key opened. */
export function partOf(inspector: Inspector, pane: PaneName): TextSegment | null {
  const reading = readingOf(inspector)
  return pane === 'header' ? reading.header : payloadIn(reading, assessmentOf(inspector))
}

/** What a verdict has to be about to count. */
export function subjectOf(inspector: Inspector): Subject {
  const { key, chosen, detached } = inspector
  const { text: keyText, encoding, isFromToken } = key
  return { token: readingOf(inspector).text, keyText, encoding, isFromToken, chosen, detached }
}

export function isSameSubject(a: Subject, b: Subject): boolean {
  return SUBJECT_MEMBERS.every((name) => a[name] === b[name])
}
const SUBJECT_MEMBERS = [
  'token',
  'keyText',
  'encoding',
  'isFromToken',
  'chosen',
  'detached',
] as const

/** The assessment of what is shown; while a check runs, that it runs. */
export function assessmentOf(inspector: Inspector): Assessment {
  const { verification, keyPaste, sample, late, key } = inspector
  if (readingOf(inspector).form === 'empty') return empty
  const assessment =
    verification && isSameSubject(verification.subject, subjectOf(inspector))
      ? verification.assessment
      : checking
  return (
    (keyPaste && sample.token && late?.assessLoneKey(assessment, key.text, key.encoding)) ||
    assessment
  )
}

/** True once a signature check has passed. */
export function isVerified(inspector: Inspector): boolean {
  return assessmentOf(inspector).verdict.kind === 'verified'
}

/** True where the shown token is no longer the text that was found. */
export function isEdited(inspector: Inspector): boolean {
  const original = inspector.pasted.tokens[inspector.shown]
  return original !== undefined && original !== boxTextOf(inspector)
}

/** True where the box no longer holds the text as it came in, and Undo can bring it back. */
export function isCleaned({ pasted }: Inspector): boolean {
  return pasted.tokens.length > 0 && pasted.tokens[0] !== pasted.raw
}

const layOut = (segment: TextSegment): Projection | null => {
  const { decoded, json } = segment
  return json.root && projectLaidOut(decoded.text, json.root, json.depth)
}
const layOutHeader = memoLast(layOut, OLD_AND_NEW)
const layOutPayload = memoLast(layOut, OLD_AND_NEW)
const exactly = {
  header: memoLast(projectExactly, OLD_AND_NEW),
  payload: memoLast(projectExactly, OLD_AND_NEW),
}

export interface Pane {
  projection: Projection
  /** Null where there is no choice to offer: the text cannot be laid out. */
  isExact: boolean | null
}

/** How a part stands in its pane: as it is being typed, else laid out where that can be undone, else exact. */
export function paneOf(inspector: Inspector, pane: PaneName): Pane | null {
  const reading = readingOf(inspector)
  const segment = partOf(inspector, pane)
  if (!segment || segment.decoded.fault) return null
  const { partEdit, exact } = inspector
  if (partEdit?.pane === pane && partEdit.token === reading.text) {
    const { projection } = partEdit
    return { projection, isExact: !projection.isLaidOut }
  }
  const { decoded, json } = segment
  const laidOut = pane === 'header' ? layOutHeader(segment) : layOutPayload(segment)
  const isExact = exact[pane] ?? hasOwnLayout(decoded.text, json.root)
  if (laidOut && !isExact) return { projection: laidOut, isExact: false }
  return { projection: exactly[pane](decoded.text), isExact: laidOut && true }
}

/** What is said about where the text came from; a text edited since is told anew. */
export function toldOf(inspector: Inspector): Told {
  const { box, keyPaste, pasted } = inspector
  if (keyPaste) return keyPaste
  return box?.text === boxTextOf(inspector) ? box.told : pasted.told
}

export interface Judgement {
  headline: Headline
  rungs: Rung[]
}

const noToken: Judgement = { headline: NO_TOKEN, rungs: climbNothing('this text holds no token') }

/** The two answers and the five rungs; `now` is seconds. */
export function judgementOf(inspector: Inspector, now: number): Judgement {
  const reading = readingOf(inspector)
  const { late, expected, leeway, key } = inspector
  const timeless = assessmentOf(inspector)
  const assessment = late?.judgeCertificate(timeless, now) ?? timeless
  const claims = claimsOf(inspector)
  const validity = judgeValidity(claims, now, leeway)
  const faults = faultsOf(reading, late?.judgeFaults(reading) ?? null)
  const moment = { now, leeway, isVerified: isVerified(inspector) }
  const policy = late?.judgePolicy(reading, claims, expected, moment) ?? NOTHING_EXPECTED
  if (reading.form === 'empty' && boxTextOf(inspector).trim() !== '') return noToken
  const headline = tellHeadline(reading, assessment, validity, faults, now, late?.rareWords ?? null)
  return {
    headline:
      late?.addCaveats(headline, {
        ...moment,
        reading,
        assessment,
        claims,
        validity,
        expected,
        key,
      }) ?? headline,
    rungs: climbLadder(
      reading,
      assessment,
      validity,
      faults,
      late?.rareWords.times ?? null,
      policy,
    ),
  }
}
