/** What does one claim say, of which kind is its name, and what does its value look like? ux.md 3.6. */
import { type JsonMember, memberNamed } from '../token/jsonText.ts'
import { sayKnownClaim } from './claimSentences.ts'
import { type ClaimKind, classifyClaim } from './classifyClaim.ts'
import { type NumericDateReading, readNumericDate } from './numericDate.ts'
import { type Saying, sayByType, tellSaying } from './saying.ts'
import { shorten } from './shortText.ts'
import { isSimpleJwtClaim } from './simpleJwt.ts'
import { type ClaimTimes, isTimeClaim, sayTime, type TimeContext, timesOf } from './timeClaim.ts'
import { tellValue } from './valueText.ts'

/** `now` and `leeway` are seconds, `timeZone` an IANA name, `claims` the object that holds the member. */
export interface ClaimContext extends TimeContext {
  /** A signature check passed, so that claims are told as facts. */
  isVerified: boolean
}

export interface ClaimReading {
  /** Shortened, with nothing invisible in it. */
  name: string
  /** As JSON writes it, shortened; numbers as the token spells them. */
  value: string
  /** How much there is where `value` does not show all: "100,000 characters", "12 members"; else null. */
  size: string | null
  kind: ClaimKind
  reason: string
  /** The family of tokens in which this private name is at home, where the other claims point to it. */
  dialect: 'SimpleJWT' | null
  /** True where a later member has the same name, which then counts for most readers. */
  isReplaced: boolean
  /** One or two sentences with the value in it; an E14-like fault has a title and two. */
  sentence: string
  /** For every claim that names an instant by a number; null for all else. */
  times: ClaimTimes | null
}

/**
 * Reads one claim of the claims set. Costs the same for a value of any length or depth, except that numbers are
 * parsed and scopes counted to their end. Never throws.
 */
export function explainClaim(member: JsonMember, context: ClaimContext): ClaimReading {
  const { name, value } = member
  const isReplaced = memberNamed(context.claims, name)?.nameStart !== member.nameStart
  const date = isTimeClaim(name) ? readNumericDate(value) : null
  const { text, size } = tellValue(value)
  return {
    name: shorten(name),
    value: text,
    size,
    ...classifyClaim(name),
    dialect: isSimpleJwtClaim(name, context.claims) ? 'SimpleJWT' : null,
    isReplaced,
    sentence: tellSaying(say(member, date, context), context.isVerified, isReplaced),
    times: date && timesOf(date, context),
  }
}

function say(
  { name, value }: JsonMember,
  date: NumericDateReading | null,
  context: TimeContext,
): Saying {
  if (date !== null) return sayTime(name, date, context)
  return sayKnownClaim(name, value, context.claims) ?? sayByType(value)
}
