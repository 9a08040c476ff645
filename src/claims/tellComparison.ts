/** What is there to say of two tokens as a whole, before their claims one by one? ux.md 4.12. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { algorithmOf, claimsSetOf, type TokenReading } from '../token/readToken.ts'
import { canonicalText } from './canonicalValue.ts'
import type { ComparisonRow, SummaryLine } from './compareTokens.ts'
import { tellCount, tellDuration } from './duration.ts'
import { meantDate } from './numericDate.ts'
import { tellLogin } from './sameLogin.ts'
import { relateUsers } from './sameUser.ts'
import { nameInSentence } from './shortText.ts'
import { tellList } from './shownInPart.ts'

/** One sentence or two a line, never empty. `rows` are all that `compareTokens` found. Never throws. */
export function tellComparison(
  a: TokenReading,
  b: TokenReading,
  rows: readonly ComparisonRow[],
): SummaryLine[] {
  if (a.form === 'empty' || b.form === 'empty') return read(tellMissingToken(a, b))
  if (a.text === b.text) return read('Both are the same token, character for character.')
  const [left, right] = [claimsSetOf(a), claimsSetOf(b)]
  return [
    ...read(
      joined([tellHeaders(a, b, rows), left && right ? tellClaims(a, b, rows) : tellUnread(a, b)]),
      left && right && tellUsers(left, right),
    ),
    ...tellLogin(a, b),
    ...read(left && right && tellLifetimes(left, right), tellSignatures(a, b)),
  ]
}

const read = (...lines: (string | null)[]): SummaryLine[] =>
  lines.flatMap((words) => (words === null ? [] : [{ certainty: 'read', words }]))

const joined = (sentences: string[]): string => sentences.join(' ')

function tellMissingToken(a: TokenReading, b: TokenReading): string {
  if (a.form === b.form) return 'Paste two tokens to see how they differ.'
  return `Paste the ${a.form === 'empty' ? 'first' : 'second'} token to see how the two differ.`
}

function tellHeaders(a: TokenReading, b: TokenReading, rows: readonly ComparisonRow[]): string {
  const unread = [a, b].map(({ header }) => header?.json.root?.kind !== 'object')
  if (unread[0] || unread[1])
    return unread[0] && unread[1]
      ? 'Neither header can be read.'
      : `The header of the ${unread[0] ? 'first' : 'second'} cannot be read.`
  const all = rows.filter(({ part }) => part === 'header')
  const differing = namesOf(all, isDifferent)
  if (differing.length > 0)
    return `The headers differ in ${listed(differing)}.${tellRespelled(all)}`
  const isSame = a.header?.decoded.text === b.header?.decoded.text
  return `Same header${isSame ? '' : ', written differently'}.`
}

function tellClaims(a: TokenReading, b: TokenReading, rows: readonly ComparisonRow[]): string {
  const all = rows.filter(({ part }) => part === 'payload')
  const differing = namesOf(all, isDifferent)
  if (differing.length > 0)
    return `${differing.length} of ${tellCount(all.length, 'claim')} ${differing.length === 1 ? 'differs' : 'differ'}: ${listed(differing)}.${tellRespelled(all)}`
  const isSame = a.payload?.decoded.text === b.payload?.decoded.text
  return `Same claims${isSame ? '' : ', written differently'}.`
}

const isDifferent = ({ relation }: ComparisonRow): boolean =>
  relation !== 'same' && relation !== 'respelled'

const namesOf = (
  rows: readonly ComparisonRow[],
  isMeant: (row: ComparisonRow) => boolean,
): string[] => rows.filter(isMeant).map(({ name }) => name)

/** A name that stands twice in a token is named once. */
function listed(names: readonly string[]): string {
  const own = [...new Set(names)]
  return tellList(
    own.slice(0, 3).map((name) => nameInSentence(name)),
    own.length,
  )
}

function tellRespelled(rows: readonly ComparisonRow[]): string {
  const names = namesOf(rows, ({ relation }) => relation === 'respelled')
  return names.length === 0 ? '' : ` Only written differently: ${listed(names)}.`
}

/** Why there are no claims on one side or both. */
function tellUnread(a: TokenReading, b: TokenReading): string {
  const [left, right] = [unreadOf(a), unreadOf(b)]
  if (left !== null && left === right) return `The payloads of both ${left.both}.`
  return joined(
    [
      left && `The payload of the first ${left.one}.`,
      right && `The payload of the second ${right.one}.`,
    ].filter((words) => words !== null),
  )
}

const UNREAD = {
  encrypted: { one: 'is encrypted', both: 'are encrypted, so only the headers are compared' },
  missing: { one: 'is missing', both: 'are missing' },
  other: { one: 'is not a JSON object', both: 'are not JSON objects' },
} as const

type Unread = (typeof UNREAD)[keyof typeof UNREAD]

function unreadOf(reading: TokenReading): Unread | null {
  if (claimsSetOf(reading) !== null) return null
  if (reading.form === 'jwe') return UNREAD.encrypted
  return reading.payload === null ? UNREAD.missing : UNREAD.other
}

function tellUsers(left: JsonObject, right: JsonObject): string | null {
  const users = relateUsers(left, right)
  if (users === null) return null
  const { claim, isSame, isSameIssuer } = users
  if (!isSame) return `Other ${claim}: tokens of two users.`
  if (!isSameIssuer)
    return `Same ${claim}, other iss: at another issuer the same name may be somebody else.`
  const [first, second] = [left, right].map((claims) => memberNamed(claims, 'jti')?.value)
  if (first === undefined || second === undefined)
    return `Same ${claim}: two tokens of the same user.`
  return canonicalText(first) === canonicalText(second)
    ? `Same ${claim}, same jti: both say they are one and the same token.`
    : `Same ${claim}, other jti: two tokens of the same user.`
}

function tellLifetimes(left: JsonObject, right: JsonObject): string | null {
  const [first, second] = [lifetimeOf(left), lifetimeOf(right)]
  if (first === null && second === null) return null
  if (first === second) return `Both live ${first}, from iat to exp.`
  return `From iat to exp the first lives ${first ?? 'a time it does not say'}, the second ${second ?? 'a time it does not say'}.`
}

function lifetimeOf(claims: JsonObject): string | null {
  const [from, to] = [meantDate(claims, 'iat'), meantDate(claims, 'exp')]
  return from === null || to === null || to <= from ? null : tellDuration(from, to)
}

/** Algorithms that sign the same bytes with the same key the same way each time. RFC 8017 §8.2, RFC 8032 §5.1.6. */
const REPEATABLE = /^(?:[HR]S(?:256|384|512)|EdDSA|Ed25519|Ed448)$/
/** Those that sign differently each time. RFC 7518 §3.4, §3.5. */
const RANDOM = /^(?:ES|PS)(?:256|384|512)$/

function tellSignatures(a: TokenReading, b: TokenReading): string | null {
  if (a.form === 'jwe' || b.form === 'jwe') return null
  const [first, second] = [a.signature?.text ?? '', b.signature?.text ?? '']
  if (first === '' && second === '') return 'Neither is signed.'
  if (first === '' || second === '')
    return `Only the ${first === '' ? 'second' : 'first'} carries a signature.`
  const isSameInput = inputOf(a) === inputOf(b)
  const isSameSignature = first === second || isSameBytes(a, b)
  if (!isSameInput)
    return isSameSignature
      ? 'Same signature over another signing input: with one key it can match at most one of the two.'
      : 'Other signing input, other signature.'
  if (isSameSignature) return 'Same signing input and same signature bytes, written differently.'
  return `Same signing input, other signature${tellWhy(algorithmOf(a) ?? '')}.`
}

function tellWhy(alg: string): string {
  if (REPEATABLE.test(alg))
    return `: ${alg} signs the same way each time, so another key was used or a signature was changed`
  return RANDOM.test(alg)
    ? `: ${alg} may sign differently each time, so one key may have made both`
    : ''
}

const inputOf = ({ segments }: TokenReading): string =>
  segments
    .slice(0, 2)
    .map(({ text }) => text)
    .join('.')

/** Bytes that could be read, and are the same. */
function isSameBytes(a: TokenReading, b: TokenReading): boolean {
  const [left = [], right = []] = [a.signature?.bytes, b.signature?.bytes]
  const isSameLength = left.length > 0 && left.length === right.length
  return isSameLength && left.every((byte, at) => byte === right[at])
}
