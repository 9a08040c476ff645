/** How does a part stand in the token, and which characters carry a run of its bytes? ux.md 3.3, RFC 7797 §3. */
import type { PartName } from './fault.ts'
import type { TokenReading } from './readToken.ts'
import type { Segment } from './segment.ts'
import { charactersOfBytes, type CharacterSpan, type Span } from './spans.ts'
import { byteOffsets, writeUtf8 } from './utf8.ts'

/** Disclosures count from 1. `signing input` and `token` are characters that several parts share. */
export type LinkPart =
  | PartName
  | `disclosure ${number}`
  | 'key-binding JWT'
  | 'signing input'
  | 'token'

/** A run of bytes of one part, from 0, end exclusive. */
export interface ByteRange {
  part: LinkPart
  byteStart: number
  byteEnd: number
}

/** What can be linked. Of an encrypted token, `payload` is what the key opened. */
export type Linkable = Pick<
  TokenReading,
  'text' | 'form' | 'segments' | 'header' | 'payload' | 'signature' | 'more'
>

/**
 * How a part stands in the token: six bits a character, as it is, or (`apart`) so that no character of the token
 * carries a byte of its own: a payload that travels apart, an opened one, a JSON string with escapes.
 */
export interface Carrier {
  segment: Segment
  writing: 'base64url' | 'plain' | 'apart'
}

/** null where the token has no such part. */
export function carrierOf(token: Linkable, part: LinkPart): Carrier | null {
  const { more } = token
  if (part === 'signing input') return signingInput(token)
  if (part === 'token') return asItStands({ start: 0, end: token.text.length, text: token.text })
  const segment = segmentOf(token, part)
  if (segment === null) return null
  if (segment.isApart || segment.text.length !== segment.end - segment.start)
    return { segment, writing: 'apart' }
  // a whole token, with dots of its own
  if (part === 'key-binding JWT') return asItStands(segment)
  return { segment, writing: part === 'payload' && more?.isUnencoded ? 'plain' : 'base64url' }
}

function segmentOf(token: Linkable, part: LinkPart): Segment | null {
  const { form, segments, more } = token
  switch (part) {
    case 'header':
    case 'payload':
    case 'signature':
      return token[part]
    case 'encrypted key':
    case 'initialization vector':
    case 'ciphertext':
    case 'authentication tag':
      return (form === 'jwe' && segments[SEALED_PARTS.indexOf(part) + 1]) || null
    case 'key-binding JWT':
      return more?.keyBinding ?? null
    case 'signing input':
    case 'token':
      return null
    default:
      return more?.disclosures?.[numberOf(part) - 1] ?? null
  }
}

/** The four parts that follow the header of an encrypted token. */
export const SEALED_PARTS = [
  'encrypted key',
  'initialization vector',
  'ciphertext',
  'authentication tag',
] as const

/** Which disclosure a part is, from 1; NaN for what is none. */
export function numberOf(part: LinkPart): number {
  return Number(/^disclosure (\d+)$/.exec(part)?.[1])
}

/** The part whose characters hold this one; null for a dot or a tilde between parts and beyond the token. */
export function partAt(token: Linkable, at: number): LinkPart | null {
  const { disclosures } = token.more ?? {}
  const parts: LinkPart[] = [
    'header',
    'payload',
    'signature',
    ...SEALED_PARTS,
    'key-binding JWT',
    ...(disclosures ?? []).map((_, index) => `disclosure ${index + 1}` as const),
  ]
  const holds = (part: LinkPart): boolean => {
    const segment = segmentOf(token, part)
    return segment !== null && !segment.isApart && segment.start <= at && at < segment.end
  }
  return parts.find(holds) ?? null
}

/** Characters of the token that are bytes as they stand. */
function asItStands({ start, end, text }: Pick<Segment, 'start' | 'end' | 'text'>): Carrier {
  return { segment: { start, end, text, bytes: writeUtf8(text) }, writing: 'plain' }
}

/** Only a compact token holds its signing input as it was signed (RFC 7515 §5.1). */
function signingInput({ text, payload, signature, more }: Linkable): Carrier | null {
  if (!payload || !signature || payload.isApart) return null
  if (more !== null && (more.serialization !== 'compact' || more.isUnencoded)) return null
  const { end } = payload
  return asItStands({ start: 0, end, text: text.slice(0, end) })
}

/** The smallest run of the token's characters that carries the bytes; null where none does. */
export function charactersOf({ segment, writing }: Carrier, bytes: Span): CharacterSpan | null {
  const { start } = segment
  switch (writing) {
    case 'base64url': {
      const span = charactersOfBytes(bytes, segment.bytes.length)
      return { ...span, start: start + span.start, end: start + span.end }
    }
    case 'plain': {
      const { start: from, end: to } = textOfBytes(segment.text, byteAtOf(segment), bytes)
      return { start: start + from, end: start + to, isFirstShared: false, isLastShared: false }
    }
    case 'apart':
      return null
    default:
      return writing satisfies never
  }
}

/** The characters of a text that these bytes spell, none of them cut; `byteAt` as in `TextSegment`. */
export function textOfBytes(
  text: string,
  byteAt: (character: number) => number,
  { start, end }: Span,
): Span {
  const from = characterAt(text, byteAt, start)
  if (end <= start) return { start: from, end: from }
  const last = characterAt(text, byteAt, end - 1)
  return { start: from, end: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) }
}

/** Byte offset of each character of a part that stands in the token as it is. */
export function byteAtOf({ text, bytes }: Segment): (character: number) => number {
  return byteOffsets(text, bytes)
}

/** The last character that begins at or before the byte, never the low half of a pair. */
export function characterAt(
  text: string,
  byteAt: (character: number) => number,
  byte: number,
): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (byteAt(middle) <= byte) low = middle
    else high = middle - 1
  }
  return low
}
