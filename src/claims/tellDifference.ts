/** In which way does one value differ from another of the same name, in one or two sentences? RFC 7519 §4.1. */
import { grouped } from '../token/grouped.ts'
import type { JsonNode, JsonObject } from '../token/jsonText.ts'
import { canonicalText } from './canonicalValue.ts'
import { tellDuration } from './duration.ts'
import { isMeant, readNumericDate } from './numericDate.ts'
import { tellItems } from './saying.ts'
import { nameInSentence } from './shortText.ts'
import { tellCutLength, tellList } from './shownInPart.ts'
import { tellKind } from './valueKind.ts'

/** Takes two values that are not the same; tells the second as seen from the first. Never throws. */
export function tellDifference(name: string, first: JsonNode, second: JsonNode): string {
  const apart = tellTimeApart(name, first, second) ?? tellListChange(name, first, second)
  if (apart !== null) return apart
  if (first.kind === 'string' && second.kind === 'string')
    return tellTextChange(name, first.value, second.value)
  if (first.kind === 'object' && second.kind === 'object') return tellMemberChange(first, second)
  if (first.kind === 'number' && second.kind === 'number') return 'Other number.'
  const kinds = `${tellKind(second)} instead of ${tellKind(first)}`
  return isSameDigits(first, second) ? `The same digits, as ${kinds}.` : `${capitalised(kinds)}.`
}

/** What happens at the instant that a time claim of the second token names. */
const EVENTS = new Map([
  ['exp', 'The second expires'],
  ['nbf', 'The second becomes usable'],
  ['iat', 'The second was issued'],
  ['auth_time', 'Its sign-in was'],
  ['updated_at', 'Its profile was changed'],
  ['toe', 'What it reports happened'],
  ['refresh_exp', 'Renewing it ends'],
  ['orig_iat', 'The login behind it was'],
])

function tellTimeApart(name: string, first: JsonNode, second: JsonNode): string | null {
  const event = EVENTS.get(name)
  const from = readNumericDate(first)
  const to = readNumericDate(second)
  if (event === undefined || !isMeant(from) || !isMeant(to)) return null
  const gap = to.seconds - from.seconds
  if (gap === 0) return `${event} less than a second apart.`
  const isShort = Math.abs(gap) < 1
  const duration = isShort ? 'less than a second' : tellDuration(from.seconds, to.seconds)
  return `${event} ${duration} ${gap > 0 ? 'later' : 'earlier'}.`
}

function tellListChange(name: string, first: JsonNode, second: JsonNode): string | null {
  const isScope = name === 'scope' && first.kind === 'string' && second.kind === 'string'
  if (!isScope && first.kind !== 'array' && second.kind !== 'array') return null
  const from = itemsOf(name, first)
  const to = itemsOf(name, second)
  if (from === null || to === null) return null
  const added = itemsBeyond(from, to)
  const removed = itemsBeyond(to, from)
  if (added.length > 0 || removed.length > 0)
    return joined([
      ['Added', added.length > 0 && tellItems(added)],
      ['Removed', removed.length > 0 && tellItems(removed)],
    ])
  return first.kind === second.kind
    ? 'Same members in another order.'
    : `Same members, as ${tellKind(second)} instead of ${tellKind(first)}.`
}

/** Of one audience as text, RFC 7519 §4.1.3, and of a scope, RFC 6749 §3.3, as of an array; null for no list at all. */
function itemsOf(name: string, node: JsonNode): JsonNode[] | null {
  if (node.kind === 'array') return node.items
  if (node.kind !== 'string') return null
  if (name === 'aud') return [node]
  if (name !== 'scope') return null
  const words = node.value.split(' ').filter((word) => word !== '')
  return words.map((value) => ({ kind: 'string', start: 0, end: 0, value }))
}

/** The items of `to` that `from` does not hold, each as often as it is missing there. */
function itemsBeyond(from: readonly JsonNode[], to: readonly JsonNode[]): JsonNode[] {
  const counts = new Map<string, number>()
  for (const item of from) {
    const key = canonicalText(item)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return to.filter((item) => {
    const key = canonicalText(item)
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}

function tellMemberChange(first: JsonObject, second: JsonObject): string {
  const from = valuesByName(first)
  const to = valuesByName(second)
  const added = [...to.keys()].filter((name) => !from.has(name))
  const removed = [...from.keys()].filter((name) => !to.has(name))
  const changed = [...from].flatMap(([name, value]) => {
    const other = to.get(name)
    return other === undefined || other === value ? [] : [name]
  })
  return joined([
    ['Added', tellNames(added)],
    ['Removed', tellNames(removed)],
    ['Changed', tellNames(changed)],
  ])
}

/** All values of a name together. */
function valuesByName({ members }: JsonObject): Map<string, string> {
  const values = new Map<string, string>()
  for (const { name, value } of members)
    values.set(name, `${values.get(name) ?? ''}${canonicalText(value)};`)
  return values
}

const tellNames = (names: readonly string[]): string | false =>
  names.length > 0 &&
  tellList(
    names.slice(0, 3).map((name) => nameInSentence(name)),
    names.length,
  )

const joined = (changes: readonly (readonly [string, string | false])[]): string =>
  changes.flatMap(([verb, list]) => (list === false ? [] : [`${verb}: ${list}.`])).join(' ')

/** What a text names, where the standards say so. */
const NOUNS = new Map([
  ['alg', 'algorithm'],
  ['kid', 'key named'],
  ['iss', 'issuer'],
  ['sub', 'subject'],
  ['aud', 'audience'],
  ['jti', 'token number'],
  ['azp', 'app'],
  ['client_id', 'app'],
  ['sid', 'session'],
  ['nonce', 'one-time value'],
  ['token_type', 'kind of token'],
])

function tellTextChange(name: string, first: string, second: string): string {
  const other = `Other ${NOUNS.get(name) ?? 'text'}.`
  // what is cut in the middle may look the same
  const isCut = tellCutLength(first) !== null || tellCutLength(second) !== null
  const shared = isCut ? sharedLength(first, second) : 0
  return shared === 0 ? other : `${other} ${tellShared(shared)}`
}

const tellShared = (count: number): string =>
  count === 1
    ? 'The first character is the same.'
    : `The first ${grouped(count)} characters are the same.`

/** In UTF-16 code units. */
function sharedLength(first: string, second: string): number {
  let at = 0
  while (at < first.length && first[at] === second[at]) at++
  return at
}

/** SimpleJWT wrote user ids as numbers and now writes them as text. */
function isSameDigits(first: JsonNode, second: JsonNode): boolean {
  if (first.kind === 'number' && second.kind === 'string') return first.spelling === second.value
  return first.kind === 'string' && second.kind === 'number' && first.value === second.spelling
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
