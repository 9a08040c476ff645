/** What does a token say, byte for byte, and where does its form break the rules? RFC 7515 §7.1, RFC 7516 §7.1. */
import { readBase64url } from './base64url.ts'
import type { PartName, TokenFault } from './fault.ts'
import { judgeHeader, judgeText } from './judgeText.ts'
import { type JsonObject, stringMember } from './jsonText.ts'
import type { MoreThanCompact } from './moreThanCompact.ts'
import { readBytes, readText, type Segment, type TextSegment } from './segment.ts'
import type { Span } from './spans.ts'

export type { TextSegment } from './segment.ts'

export interface TokenReading {
  text: string
  /** What the number of dots makes it. `fragment` is one or two parts, `unknown` four, more than five, or cut out. */
  form: 'empty' | 'jws' | 'jwe' | 'fragment' | 'unknown'
  segments: Segment[]
  header: TextSegment | null
  /** null where there is none or where it is encrypted. */
  payload: TextSegment | null
  signature: Segment | null
  /** The members that say how the token was made, from wherever the form keeps them; null where none can be read. */
  joseHeader: JsonObject | null
  /** What only forms beside the plain compact one have; null for that one. */
  more: MoreThanCompact | null
  /** In the order of the token's characters. */
  faults: TokenFault[]
}

/**
 * Reads any text as a token. Every part that can be read is there, whatever is wrong with the others.
 * Positions are UTF-16 code units of `text` from 0. Linear in its length; never throws.
 */
export function readToken(text: string): TokenReading {
  if (text === '') return emptyReading
  const spans = splitAtDots(text)
  const gap = CUT_OUT.exec(text)?.index ?? null
  const form = gap !== null && spans.length > 3 ? 'unknown' : formOf(spans.length)
  const faults: TokenFault[] = []
  if (gap !== null && form === 'unknown')
    faults.push({ code: 'cut-out', start: gap + 1, end: gap + 4 })
  else if (form === 'fragment' || form === 'unknown')
    faults.push({
      code: 'part-count',
      count: spans.length,
      length: text.length,
      start: 0,
      end: text.length,
    })
  const names = form === 'jwe' ? ENCRYPTED_PARTS : SIGNED_PARTS
  const segments: Segment[] = []
  let header: TextSegment | null = null
  let payload: TextSegment | null = null
  let signature: Segment | null = null
  for (const [index, span] of spans.entries()) {
    const part = names[index]
    if (part === undefined) {
      const cut = text.slice(span.start, span.end)
      segments.push({ ...span, text: cut, bytes: readBase64url(cut).bytes })
    } else if (part === 'header') segments.push((header = readText(text, span, part, faults)))
    else if (part === 'payload') segments.push((payload = readText(text, span, part, faults)))
    else if (part === 'signature') segments.push((signature = readBytes(text, span, part, faults)))
    else segments.push(readBytes(text, span, part, faults))
  }
  if (header) {
    judgeText(header, 'header', faults)
    if (form !== 'unknown') judgeHeader(header, form === 'jwe', faults)
  }
  if (payload && !(form === 'fragment' && payload.text === ''))
    judgeText(payload, 'payload', faults)
  return {
    text,
    form,
    segments,
    header,
    payload,
    signature,
    joseHeader: objectIn(header),
    more: null,
    faults: faults.toSorted((a, b) => a.start - b.start),
  }
}

/** `alg` as the header spells it, or null where there is none that is text. */
export function algorithmOf(reading: TokenReading): string | null {
  return stringMember(reading.joseHeader, 'alg')
}

/** The claims in the order of the token; null where the payload is no JSON object. */
export function claimsSetOf(reading: TokenReading): JsonObject | null {
  return objectIn(reading.payload)
}

/** The JSON object that a part holds; null where it holds none. */
export function objectIn(segment: TextSegment | null): JsonObject | null {
  const root = segment?.json.root
  return root?.kind === 'object' ? root : null
}

const emptyReading: TokenReading = {
  text: '',
  form: 'empty',
  segments: [],
  header: null,
  payload: null,
  signature: null,
  joseHeader: null,
  more: null,
  faults: [],
}

/** No part of a token may be empty beside another empty one: these dots were written in place of text. */
const CUT_OUT = /[^.]\.{3}(?!\.)/

const SIGNED_PARTS: readonly PartName[] = ['header', 'payload', 'signature']
const ENCRYPTED_PARTS: readonly PartName[] = [
  'header',
  'encrypted key',
  'initialization vector',
  'ciphertext',
  'authentication tag',
]

function formOf(count: number): TokenReading['form'] {
  if (count === 3) return 'jws'
  if (count === 5) return 'jwe'
  return count < 3 ? 'fragment' : 'unknown'
}

/** At most seven parts are told apart: what has more is no token, and a text of a million dots stays cheap. */
function splitAtDots(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  while (spans.length < 6) {
    const dot = text.indexOf('.', start)
    if (dot === -1) break
    spans.push({ start, end: dot })
    start = dot + 1
  }
  spans.push({ start, end: text.length })
  return spans
}
