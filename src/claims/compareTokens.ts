/** How do two tokens differ, parameter by parameter and claim by claim? RFC 7515 §4, RFC 7519 §4. */
import { type JsonMember, type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import type { TextSegment, TokenReading } from '../token/readToken.ts'
import { canonicalText } from './canonicalValue.ts'
import { isMeant, readNumericDate, tellUtc } from './numericDate.ts'
import { REPLACED } from './saying.ts'
import { shorten } from './shortText.ts'
import { tellComparison } from './tellComparison.ts'
import { tellDifference } from './tellDifference.ts'
import { isTimeClaim } from './timeClaim.ts'
import { tellValue, type ValueText } from './valueText.ts'

/** `respelled` is the same JSON value in other characters: 1 and 1.0, members in another order. */
type Relation = 'same' | 'respelled' | 'changed' | 'only-left' | 'only-right'

export interface ComparedValue extends ValueText {
  /** "2018-12-19 12:57:39 UTC" for a time claim whose number can be meant; else null. */
  instant: string | null
}

export interface ComparisonRow {
  part: 'header' | 'payload'
  /** Shortened, with nothing invisible in it. */
  name: string
  /** null where the first token has no such member. */
  left: ComparedValue | null
  right: ComparedValue | null
  relation: Relation
  /** One or two sentences that tell the second as seen from the first. */
  words: string
}

/** `read` is what the tokens themselves say, `inferred` what this page makes of it. */
export interface SummaryLine {
  certainty: 'read' | 'inferred'
  words: string
}

export interface Comparison {
  /** The shortest answer first; never empty. */
  summary: SummaryLine[]
  /** Header parameters, then claims; in the order of the first token, then those of the second alone. */
  rows: ComparisonRow[]
}

/**
 * Compares what two tokens say, `a` first; no signature is checked. Values are the same by their exact JSON value,
 * large numbers by their digits. Of several members with one name the last are set against each other, then those
 * before. What cannot be read is told in the summary and has no rows of its own. Linear but for sorting; never throws.
 */
export function compareTokens(a: TokenReading, b: TokenReading): Comparison {
  const rows =
    a.form === 'empty' || b.form === 'empty'
      ? []
      : [
          ...compareParts('header', a.header, b.header),
          ...compareParts('payload', a.payload, b.payload),
        ]
  return { summary: tellComparison(a, b, rows), rows }
}

interface Side {
  text: string
  object: JsonObject | null
}

function compareParts(
  part: ComparisonRow['part'],
  a: TextSegment | null,
  b: TextSegment | null,
): ComparisonRow[] {
  const [left, right] = [sideOf(a), sideOf(b)]
  return pairMembers(left.object?.members ?? [], right.object?.members ?? []).map((pair) =>
    compareMembers(part, left, right, pair),
  )
}

function sideOf(segment: TextSegment | null): Side {
  const root = segment?.json.root
  return { text: segment?.decoded.text ?? '', object: root?.kind === 'object' ? root : null }
}

type Pair = [JsonMember, JsonMember | null] | [null, JsonMember]

/** Members of the same name meet from the last one backwards, because the last is what most readers take. */
function pairMembers(left: readonly JsonMember[], right: readonly JsonMember[]): Pair[] {
  const lefts = byNameFromLast(left)
  const rights = byNameFromLast(right)
  return [
    ...left.map((member): Pair => [member, rights.at(member.name, lefts.placeOf(member)) ?? null]),
    ...right
      .filter((member) => lefts.at(member.name, rights.placeOf(member)) === undefined)
      .map((member): Pair => [null, member]),
  ]
}

function byNameFromLast(members: readonly JsonMember[]): {
  at: (name: string, place: number) => JsonMember | undefined
  placeOf: (member: JsonMember) => number
} {
  const groups = new Map<string, JsonMember[]>()
  const places = new Map<JsonMember, number>()
  for (const member of members.toReversed()) {
    const group = groups.get(member.name) ?? []
    places.set(member, group.length)
    group.push(member)
    groups.set(member.name, group)
  }
  return {
    at: (name, place) => groups.get(name)?.[place],
    placeOf: (member) => places.get(member) ?? 0,
  }
}

function compareMembers(
  part: ComparisonRow['part'],
  left: Side,
  right: Side,
  pair: Pair,
): ComparisonRow {
  const [first, second] = pair
  const { relation, words } = judge(part, left, right, pair)
  const isReplaced = isRepeated(left, first) || isRepeated(right, second)
  return {
    part,
    name: shorten((first ?? second).name),
    left: first && showValue(first),
    right: second && showValue(second),
    relation,
    words: isReplaced ? `${words} ${REPLACED}` : words,
  }
}

function showValue({ name, value }: JsonMember): ComparedValue {
  const date = isTimeClaim(name) ? readNumericDate(value) : null
  return { ...tellValue(value), instant: date && isMeant(date) ? tellUtc(date.seconds) : null }
}

function judge(
  part: ComparisonRow['part'],
  left: Side,
  right: Side,
  [first, second]: Pair,
): Pick<ComparisonRow, 'relation' | 'words'> {
  if (first === null)
    return { relation: 'only-right', words: tellOnly(part, second.name, 'second', left) }
  if (second === null)
    return { relation: 'only-left', words: tellOnly(part, first.name, 'first', right) }
  const { name, value } = first
  if (spellingOf(left, value) === spellingOf(right, second.value))
    return { relation: 'same', words: 'Same.' }
  if (canonicalText(value) === canonicalText(second.value))
    return { relation: 'respelled', words: 'Same value, written differently.' }
  return { relation: 'changed', words: tellDifference(name, value, second.value) }
}

function tellOnly(
  part: ComparisonRow['part'],
  name: string,
  holder: 'first' | 'second',
  { object }: Side,
): string {
  const other = holder === 'first' ? 'second' : 'first'
  if (object === null) return `The ${part} of the ${other} cannot be read.`
  return part === 'payload' && name === 'exp' && memberNamed(object, name) === undefined
    ? `Only in the ${holder}: the ${other} never expires.`
    : `Only in the ${holder}.`
}

const spellingOf = ({ text }: Side, { start, end }: JsonNode): string => text.slice(start, end)

/** True where a later member has the same name. */
const isRepeated = ({ object }: Side, member: JsonMember | null): boolean =>
  member !== null && memberNamed(object, member.name) !== member
