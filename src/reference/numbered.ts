/** Which of the messages have a number that people can quote, and what does each say? ux.md 7.2. */
import { oddTimes } from '../claims/oddTimes.ts'
import { tellUnclear } from '../claims/unclearDate.ts'
import { tellTimeAnswer } from '../claims/validity.ts'
import { tellGarbage } from '../intake/tellIntake.ts'
import { PRIVATE_KEY, tellBlank } from '../intake/warnings.ts'
import { tellTooLarge } from '../judgement/findings/ofContents.ts'
import { REFRESH_TOKEN } from '../judgement/findings/ofParties.ts'
import { tellWayOn } from '../judgement/timeStrip.ts'
import { tellStripped } from '../judgement/findings/ofVerdict.ts'
import { nameKey } from '../keys/keyKinds.ts'
import { tellUnknown } from '../sharing/tellUnknown.ts'
import type { TokenFault } from '../token/fault.ts'
import { tellFault } from '../token/tellFault.ts'
import { tellVerdict } from '../verification/tellVerdict.ts'
import { tellNoEnd, tellWrongKind } from '../verification/keyAdvice.ts'
import { tellTried } from '../verification/nearMiss.ts'
import { FAULTS, RS256, VERDICTS } from './examples.ts'

export interface NumberedMessage {
  /** `E07`. */
  id: string
  /** What is the case. */
  lead: string
  /** What follows from it, and what to do. */
  rest: string
  /** Where on the page it is said. */
  where: string
}

/** 1545224259 is 2018-12-19 12:57:39 UTC. */
const EXP = 1_545_224_259

const FORM = 'under the part it is about, in the Form rung, and among the findings'
const SIGNATURE = 'in the headline and in the Signature rung'
const KEY = 'under the key box'
const INTAKE = 'in the line over the token'

/** All twenty, in their order, with the values of an example in their places. */
export function numberedMessages(): NumberedMessage[] {
  const messages: Omit<NumberedMessage, 'id'>[] = [
    { ...cutAfterFirst(tellGarbage(42)), where: INTAKE },
    ofForm('part-count'),
    ofForm('illegal-character'),
    ofForm('standard-alphabet'),
    ofForm('not-json'),
    ofForm('impossible-length'),
    ofForm('not-utf8'),
    ofForm('duplicate-name'),
    { ...pairOf(tellStripped('HS256')), where: 'among the findings' },
    { ...cutAfterFirst(triedInVain()), where: KEY },
    { ...cutAfterFirst(tellWrongKind(RS256, nameKey(GIVEN, 'public'))), where: KEY },
    { ...cutAfterFirst(PRIVATE_KEY), where: `${INTAKE}, and ${KEY}` },
    { ...cutAfterFirst(tellNoEnd(CUT_PEM)), where: KEY },
    milliseconds(),
    expired(),
    { ...pairOf(REFRESH_TOKEN), where: 'among the findings' },
    { ...cutAfterFirst(tellBlank('Authorization: Bearer', 3, 52)), where: INTAKE },
    tooLarge(),
    { ...tellVerdict(VERDICTS['no-web-crypto']), where: SIGNATURE },
    { ...cutAfterFirst(tellUnknown(['the setting sampel'])), where: 'over the token' },
  ]
  return messages.map(({ lead, rest, where }, index) => ({
    id: `E${String(index + 1).padStart(2, '0')}`,
    lead,
    rest,
    where,
  }))
}

function ofForm(code: keyof typeof FAULTS): Omit<NumberedMessage, 'id'> {
  const fault: TokenFault = FAULTS[code]
  const { title, text } = tellFault(fault)
  return { lead: title, rest: text, where: FORM }
}

function milliseconds(): Omit<NumberedMessage, 'id'> {
  const { problem, remedy } = tellUnclear('exp', {
    kind: 'finer unit',
    seconds: 1000 * EXP,
    spelling: String(1000 * EXP),
    unit: 'milliseconds',
    meant: EXP,
  })
  return {
    lead: `${problem}.`,
    rest: remedy,
    where: 'in the headline, on the claim, and among the findings',
  }
}

function expired(): Omit<NumberedMessage, 'id'> {
  const told = tellTimeAnswer({ state: 'expired', exp: EXP }, EXP + 200, 'nothing', oddTimes)
  return {
    lead: told?.lead ?? '',
    rest: `${told?.rest} ${tellWayOn('access')}`,
    where: 'in the headline, in the Time rung, and under the picture of its time',
  }
}

function tooLarge(): Omit<NumberedMessage, 'id'> {
  const told = tellTooLarge(8213, { name: 'perms', characters: 7890 })
  return { ...pairOf(told), where: 'among the findings' }
}

const GIVEN = { type: 'EC', curve: 'P-256' } as const

const CUT_PEM = ['-----BEGIN PUBLIC KEY-----', ...Array<string>(5).fill('MIIB')].join('\n')

function triedInVain(): string {
  const key = { kind: 'secret', bytes: 12, encoding: 'utf8', member: null } as const
  const tried = (['base64', 'hex'] as const).map((encoding) => ({
    kind: 'secret' as const,
    change: null,
    from: key.encoding,
    fix: { encoding },
  }))
  return tellTried(key, tried) ?? ''
}

const pairOf = ([lead, rest]: readonly [string, string]): { lead: string; rest: string } => ({
  lead,
  rest,
})

/** The first sentence leads. */
function cutAfterFirst(sentence: string): { lead: string; rest: string } {
  const end = sentence.indexOf('. ') + 1
  return { lead: sentence.slice(0, end), rest: sentence.slice(end + 1) }
}
