/** What has to be said behind the two answers, so that one glance tells the truth? V29 of ux.md 3.5. Loaded late. */
import { isWithinSkew } from '../claims/clockSkew.ts'
import { readTokenKind } from '../claims/tokenKind.ts'
import type { Validity } from '../claims/validity.ts'
import { type JsonObject, stringMember } from '../token/jsonText.ts'
import type { TokenReading } from '../token/readToken.ts'
import { tellOddLength } from '../verification/rsaLength.ts'
import type { Subject } from '../verification/verdict.ts'
import type { Assessment } from './assessment.ts'
import { type Headline, type Phrase, lead, rest } from './headline.ts'
import { tellLoneKey } from './loneKey.ts'
import { type Expectations, type PolicyMoment, refusalByPolicy } from './policy.ts'

export interface Circumstances extends PolicyMoment {
  reading: TokenReading
  assessment: Assessment
  /** null where none can be read. */
  claims: JsonObject | null
  validity: Validity
  expected: Expectations
  /** What the key box holds. */
  key: { text: string; encoding: Subject['encoding'] }
}

/** The sentences of the headline stay as they are and in their order; V29 alone takes the place of V4. */
export function addCaveats(headline: Headline, about: Circumstances): Headline {
  const { reading, assessment, key } = about
  if (assessment.isOfKeyAlone) return { ...headline, answers: headline.answers.slice(0, 1) }
  if (reading.form === 'empty') {
    const told = tellLoneKey(key.text, key.encoding)
    return behind(headline, told === null ? [] : [lead(told, null), rest(ASK_FOR_TOKEN)])
  }
  const told = tellKind(headline, about)
  return [tellSkew, tellLength, tellPolicy].reduce((before, tell) => tell(before, about), told)
}

const ASK_FOR_TOKEN = 'Paste the token that belongs to it.'

const behind = ({ what, answers }: Headline, line: Phrase[]): Headline => ({
  what,
  answers: line.length > 0 ? [...answers, line] : answers,
})

/** V29, which a good signature in time says in the place of V4; else it stands behind. */
function tellKind(headline: Headline, about: Circumstances): Headline {
  const { reading, claims, assessment, validity } = about
  const { verdict, told } = assessment
  const isKnown = about.isVerified || verdict.kind === 'no-key' || assessment.opened !== undefined
  if (!isKnown || readTokenKind(reading.joseHeader, claims).kind !== 'Refresh') return headline
  // the words of SimpleJWT; other servers have others
  const answer = stringMember(claims, 'token_type') === null ? '' : ' (‘Token has wrong type’)'
  const kind = about.isVerified ? 'This is a refresh token:' : 'It says it is a refresh token:'
  const line = [lead(kind, 'warning'), rest(`sending it to an API will be refused${answer}.`)]
  const isPlain = told.state === 'pass' && told.lead === 'Signature valid:'
  if (!isPlain || validity.state !== 'in time') return behind(headline, line)
  const [, ...others] = headline.answers
  return { ...headline, answers: [[lead('Signature valid.', 'pass'), ...line], ...others] }
}

/** A date missed by seconds: said behind the sentence that tells it. */
function tellSkew(headline: Headline, { validity, now, assessment }: Circumstances): Headline {
  const date =
    validity.state === 'expired' ? validity.exp : validity.state === 'not yet' ? validity.nbf : null
  // whom the signature damns already, no leeway helps
  if (date === null || assessment.told.state === 'fail' || !isWithinSkew(date, now)) return headline
  const last = headline.answers.at(-1) ?? []
  const line = [...last, rest(' Clocks can differ by as much; Leeway allows for it.')]
  return { ...headline, answers: [...headline.answers.slice(0, -1), line] }
}

/** A length that no RSA key in use makes, before a key tells the right one. */
function tellLength(headline: Headline, { reading, assessment }: Circumstances): Headline {
  const odd = assessment.verdict.kind === 'no-key' ? tellOddLength(reading) : null
  if (odd === null) return headline
  return behind(headline, [lead(`${odd.cause}.`, 'warning'), rest(`${odd.found}.`)])
}

/** One glance must not take a token for good that this very server refuses. */
function tellPolicy(headline: Headline, about: Circumstances): Headline {
  const { reading, claims, expected } = about
  const refusal = refusalByPolicy(reading, claims, expected, about)
  if (refusal === null) return headline
  const { detail, consequence, others } = refusal
  const more =
    others === 0
      ? []
      : [rest(`${others} more ${others === 1 ? 'expectation is' : 'expectations are'} not met.`)]
  return behind(headline, [rest(`${detail}:`), lead(consequence, 'fail'), ...more])
}
