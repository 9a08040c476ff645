/** What does one change in the claims do to the text of a token, bit by bit, and to its signature? */
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { encodeBase64url } from '../../token/base64url.ts'
import { type JsonNode, type JsonObject, memberNamed, readJson } from '../../token/jsonText.ts'
import { objectIn, readToken } from '../../token/readToken.ts'
import { rewriteSegment } from '../../token/rewriteToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { computeMac, isMac } from '../../verification/hmac.ts'

/** Works on a token that the page signed with HS256 and the demo secret. */
export interface FlipState {
  token: string
  claim: string
  /** Blanks and a new signature are part of the step. */
  hasCopy: boolean
  /** What stands between the quotes, or instead of the number or word. */
  typed: string
  /** A blank after the first colon: the same claims in other bytes. */
  isSpaced: boolean
  isSigned: boolean
}

interface Change {
  /** Character of the token, from 1. */
  at: number
  /** Character of its part, from 1. */
  inPart: number
  from: string
  to: string
}

/** Three bytes that became four characters, before and after. */
export interface Quantum {
  /** 8 bits each. */
  bytes: readonly { was: number; now: number; text: string; textNow: string }[]
  characters: readonly { was: string; now: string }[]
}

export interface FlipSeen extends FlipState {
  /** The text of the token now. */
  changed: string
  json: string
  /** null where what was typed is no JSON. */
  claims: JsonObject | null
  isMatching: boolean
  payloadChanges: readonly Change[]
  signatureChanges: number
  /** null where more than one group differs, or none. */
  quantum: Quantum | null
}

/** Only the claim can be changed; `hasCopy` offers the blank and the new signature as well. */
export const startFlip = (token: string, claim: string, hasCopy = false): FlipState => ({
  token,
  claim,
  hasCopy,
  typed: sourceOf(token, claim)?.inner ?? '',
  isSpaced: false,
  isSigned: false,
})

const PREFERRED = ['user_id', 'sub', 'name', 'email', 'admin']

/** The claim that is most fun to change; any other text, number or word where none of those is there. */
export function claimToChange(claims: JsonObject): string {
  const plain = claims.members.filter(({ value }) => isPlain(value)).map(({ name }) => name)
  const other = claims.members.at(0)?.name ?? ''
  return PREFERRED.find((name) => plain.includes(name)) ?? plain.at(0) ?? other
}

const isPlain = ({ kind }: JsonNode): boolean => kind !== 'object' && kind !== 'array'

/** Another value of the same length where there is one: 1 becomes 2, "Doe" becomes "Eoe". */
export function nextValue(typed: string): string {
  if (typed === 'true') return 'false'
  if (typed === 'false' || typed === 'null') return 'true'
  const at = typed.split('').findLastIndex((character) => /[0-8a-yA-Y]/.test(character))
  if (at === -1) return `${typed}1`
  const next = String.fromCharCode(typed.charCodeAt(at) + 1)
  return `${typed.slice(0, at)}${next}${typed.slice(at + 1)}`
}

/** Where the value stands in the payload, without its quotes. */
function sourceOf(
  token: string,
  claim: string,
): { text: string; from: number; to: number; inner: string } | null {
  const { payload } = readToken(token)
  const value = memberNamed(objectIn(payload), claim)?.value
  if (!payload || !value) return null
  const quote = value.kind === 'string' ? 1 : 0
  const [from, to] = [value.start + quote, value.end - quote]
  const { text } = payload.decoded
  return { text, from, to, inner: text.slice(from, to) }
}

export function seeFlip(state: FlipState): FlipSeen {
  const { token } = state
  const json = jsonOf(state)
  const { payload } = readToken(token)
  const unsigned = payload ? rewriteSegment(token, payload, writeUtf8(json)) : token
  const changed = state.isSigned ? resign(unsigned) : unsigned
  const { root } = readJson(json)
  const after = readToken(changed)
  const payloadChanges = changesIn(
    payload?.text ?? '',
    after.payload?.text ?? '',
    payload?.start ?? 0,
  )
  return {
    ...state,
    changed,
    json,
    claims: root?.kind === 'object' ? root : null,
    isMatching: matches(changed),
    payloadChanges,
    signatureChanges: changesIn(signatureOf(token), signatureOf(changed), 0).length,
    quantum: quantumOf(payload?.decoded.text ?? '', json, payloadChanges),
  }
}

function jsonOf({ token, claim, typed, isSpaced }: FlipState): string {
  const source = sourceOf(token, claim)
  if (!source) return ''
  const text = `${source.text.slice(0, source.from)}${typed}${source.text.slice(source.to)}`
  return isSpaced ? text.replace(/":/, '": ') : text
}

const signatureOf = (token: string): string => token.slice(token.lastIndexOf('.') + 1)

function resign(token: string): string {
  const input = token.slice(0, token.lastIndexOf('.'))
  const mac = computeMac('SHA-256', writeUtf8(DEMO_SECRET), writeUtf8(input))
  return `${input}.${encodeBase64url(mac)}`
}

function matches(token: string): boolean {
  const { signature, payload } = readToken(token)
  if (!signature || !payload) return false
  const input = writeUtf8(token.slice(0, payload.end))
  return isMac('SHA-256', writeUtf8(DEMO_SECRET), input, signature.bytes)
}

/** Place by place; characters that were added or lost count as changed. `start` is where the part stands. */
function changesIn(before: string, after: string, start: number): Change[] {
  const changes: Change[] = []
  for (let place = 0; place < Math.max(before.length, after.length); place++) {
    const [from = '', to = ''] = [before[place], after[place]]
    if (from !== to) changes.push({ at: start + place + 1, inPart: place + 1, from, to })
  }
  return changes
}

/** Three bytes make four characters, RFC 4648 §4. */
const BYTES = 3
const CHARACTERS = 4

/** Only plain ASCII of the same length has a picture: then bytes, letters and bits stand one over the other. */
function quantumOf(before: string, after: string, changes: readonly Change[]): Quantum | null {
  const [first] = changes
  const last = changes.at(-1)
  if (!first || !last || before.length !== after.length) return null
  const group = Math.floor((first.inPart - 1) / CHARACTERS)
  if (Math.floor((last.inPart - 1) / CHARACTERS) !== group) return null
  const was = before.slice(group * BYTES, (group + 1) * BYTES)
  const now = after.slice(group * BYTES, (group + 1) * BYTES)
  // oxlint-disable-next-line no-control-regex -- what is not ASCII has more bytes than letters
  if (!/^[\x20-\x7e]+$/.test(before + after) || was.length < BYTES) return null
  return {
    bytes: was.split('').map((text, place) => ({
      was: was.charCodeAt(place),
      now: now.charCodeAt(place),
      text,
      textNow: now[place] ?? '',
    })),
    characters: encodeBase64url(writeUtf8(was))
      .split('')
      .map((text, place) => ({
        was: text,
        now: encodeBase64url(writeUtf8(now))[place] ?? '',
      })),
  }
}
