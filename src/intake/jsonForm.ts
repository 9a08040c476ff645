/** Is the whole paste one JSON object that is a key, or a token in JSON form? RFC 7515 §7.2, RFC 7516 §7.2, RFC 7517. */
import { type JsonNode, memberNamed, readJson, stringMember } from '../token/jsonText.ts'
import { trimmedSpan } from './characters.ts'

export type KeyHolds = 'public' | 'private' | 'secret'

export type JsonForm =
  | { kind: 'key'; text: string; holds: KeyHolds }
  /** `peek` is the first protected header and the payload, as a compact token would begin. */
  | { kind: 'jws'; start: number; end: number; signatures: number; peek: string }
  | { kind: 'jwe'; start: number; end: number }
  /** The JSON of a header or of claims, as it is before it is encoded. */
  | { kind: 'decoded'; part: 'header' | 'payload'; alg: string | null }

const FENCE = /^```[\w-]{0,20}[ \t]{0,20}\r?\n/

/** null for everything else. Offsets in the raw text from 0, end exclusive. Never throws. */
export function readJsonForm(raw: string): JsonForm | null {
  const { start, end } = withoutFence(raw)
  if (raw[start] !== '{' || raw[end - 1] !== '}') return null
  const text = raw.slice(start, end)
  const { root } = readJson(text)
  if (root?.kind !== 'object') return null
  const key = holdsKey(root)
  if (key !== null) return { kind: 'key', text, holds: key }
  if (stringMember(root, 'ciphertext') !== null && stringMember(root, 'iv') !== null)
    return { kind: 'jwe', start, end }
  return readJws(root, start, end) ?? readDecoded(root)
}

function withoutFence(raw: string): { start: number; end: number } {
  const { start, end } = trimmedSpan(raw)
  const opening = FENCE.exec(raw.slice(start, start + 60))?.[0].length ?? 0
  if (opening === 0 || raw.slice(end - 3, end) !== '```') return { start, end }
  const inner = trimmedSpan(raw.slice(start + opening, end - 3))
  return { start: start + opening + inner.start, end: start + opening + inner.end }
}

function holdsKey(root: JsonNode): KeyHolds | null {
  const set = memberNamed(root, 'keys')?.value
  const keys = set?.kind === 'array' ? set.items : [root]
  const kinds = keys.map(kindOfKey)
  if (kinds.length === 0 || kinds.includes(null)) return null
  if (kinds.includes('private')) return 'private'
  return kinds.includes('secret') ? 'secret' : 'public'
}

function kindOfKey(node: JsonNode): KeyHolds | null {
  const type = stringMember(node, 'kty')
  if (type === null) return null
  if (type === 'oct') return 'secret'
  const isPrivate = stringMember(node, 'd') !== null || stringMember(node, 'priv') !== null
  return isPrivate ? 'private' : 'public'
}

function readJws(root: JsonNode, start: number, end: number): JsonForm | null {
  const payload = memberNamed(root, 'payload')
  // a detached payload is left out of the object
  if (payload !== undefined && payload.value.kind !== 'string') return null
  const general = memberNamed(root, 'signatures')?.value
  const all = general?.kind === 'array' ? general.items : [root]
  const first = all[0] ?? null
  if (general === undefined && stringMember(root, 'signature') === null) return null
  const header = stringMember(first, 'protected') ?? ''
  if (payload === undefined && header === '') return null
  const peek = `${header}.${payload?.value.kind === 'string' ? payload.value.value : ''}`
  return { kind: 'jws', start, end, signatures: all.length, peek }
}

const CLAIMS = ['sub', 'iss', 'aud', 'exp', 'iat', 'nbf', 'jti', 'token_type', 'user_id']

function readDecoded(root: JsonNode): JsonForm | null {
  const alg = stringMember(root, 'alg')
  if (alg !== null) return { kind: 'decoded', part: 'header', alg }
  const isPayload = CLAIMS.some((name) => {
    const kind = memberNamed(root, name)?.value.kind
    return kind === 'string' || kind === 'number'
  })
  return isPayload ? { kind: 'decoded', part: 'payload', alg: null } : null
}
