/** How does a test judge a token at an instant and read the answer as a person would? */
import type { Carriage } from '../../src/intake/carriage.ts'
import { addCaveats } from '../../src/judgement/caveats.ts'
import { findFindings } from '../../src/judgement/findings.ts'
import type { Finding } from '../../src/judgement/findings/finding.ts'
import { type Headline, type Phrase, tellHeadline } from '../../src/judgement/headline.ts'
import { judgeFaults } from '../../src/judgement/faults.ts'
import { climbLadder, type Rung } from '../../src/judgement/ladder.ts'
import { NO_EXPECTATIONS } from '../../src/judgement/noExpectations.ts'
import type { Expectations } from '../../src/judgement/policy.ts'
import { rareWords } from '../../src/judgement/rareWords.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { objectIn } from '../../src/token/readToken.ts'
import { judgeValidity } from '../../src/claims/validity.ts'
import { payloadIn } from '../../src/judgement/assessment.ts'
import { assess } from '../../src/judgement/assess.ts'
import type { Subject } from '../../src/verification/verdict.ts'

/** 2026-01-01 00:00:00 UTC, in seconds. */
export const NOW = 1_767_225_600

export interface Question {
  key?: string
  encoding?: Subject['encoding']
  /** True where the key came out of the token’s own header. */
  isFromToken?: boolean
  /** Seconds. */
  now?: number
  leeway?: number
  /** This computer's time in seconds, where it differs from the instant judged by. */
  clock?: number
  carriage?: Carriage
  expected?: Partial<Expectations>
}

export interface Judged {
  headline: Headline
  /** The headline as one text. */
  told: string
  rungs: Rung[]
  findings: Finding[]
}

export async function judge(token: string, question: Question = {}): Promise<Judged> {
  const {
    key = '',
    encoding = 'utf8',
    now = NOW,
    leeway = 0,
    clock = now,
    isFromToken = false,
    carriage = null,
    expected = {},
  } = question
  const reading = readAnyForm(token, plainForm)
  const assessment = await assess({ token, keyText: key, encoding, isFromToken }, reading)
  const validity = judgeValidity(objectIn(payloadIn(reading, assessment)), now, leeway)
  const faults = judgeFaults(reading)
  const headline = addCaveats(tellHeadline(reading, assessment, validity, faults, now, rareWords), {
    reading,
    assessment,
    claims: objectIn(payloadIn(reading, assessment)),
    validity,
    expected: { ...NO_EXPECTATIONS, ...expected },
    key: { text: key, encoding },
    now,
    leeway,
    isVerified: assessment.verdict.kind === 'verified',
  })
  return {
    headline,
    told: textOf(headline),
    rungs: climbLadder(reading, assessment, validity, faults, rareWords.times),
    findings: findFindings(reading, assessment, now, clock, carriage),
  }
}

export function rungOf({ rungs }: Judged, name: Rung['name']): string {
  const rung = rungs.find((candidate) => candidate.name === name)
  return `${rung?.state}: ${rung?.reason}`
}

export function titlesOf({ findings }: Judged): string[] {
  return findings.map(({ severity, title }) => `${severity}: ${title}`)
}

/** Pieces of one weight and colour stand together, a blank parts them from the next. */
function textOf({ what, answers }: Headline): string {
  return [what, ...answers.map(lineOf)].filter((line) => line !== '').join(' ')
}

function lineOf(phrases: Phrase[]): string {
  let line = ''
  let last: Phrase | null = null
  for (const phrase of phrases) {
    if (phrase.text === '') continue
    const isApart = last !== null && (last.isLead !== phrase.isLead || last.state !== phrase.state)
    line += (isApart ? ' ' : '') + phrase.text
    last = phrase
  }
  return line
}
