/** What does a token say, byte for byte, and where does its form break the rules? RFC 7515 §7.1, RFC 7516 §7.1. */
import { readBase64url } from './base64url.ts'
import type { PartName, TokenFault } from './fault.ts'
import { type JsonNode, type JsonReading, memberNamed, readJson, stringMember } from './jsonText.ts'
import { charactersOfBytes, type Span } from './spans.ts'
import { byteOffsets, readUtf8, type Utf8Reading } from './utf8.ts'

/** One dot-separated part. `start` and `end` are characters of the token from 0, end exclusive. */
export interface Segment extends Span {
  text: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A segment that carries text. `byteAt` turns a character offset of `decoded.text` into a byte offset. */
export interface TextSegment extends Segment {
  decoded: Utf8Reading
  json: JsonReading
  byteAt: (character: number) => number
}

export interface TokenReading {
  text: string
  /** What the number of dots makes it. `fragment` is one or two parts, `unknown` four or more than five. */
  form: 'empty' | 'jws' | 'jwe' | 'fragment' | 'unknown'
  segments: Segment[]
  header: TextSegment | null
  /** null where there is none or where it is encrypted. */
  payload: TextSegment | null
  signature: Segment | null
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
  const form = formOf(spans.length)
  const faults: TokenFault[] = []
  if (form === 'fragment' || form === 'unknown')
    faults.push({ code: 'part-count', count: spans.length, length: text.length, start: 0, end: text.length })
  const [first, second, third] = spans
  if (form === 'jwe') {
    const header = first && readText(text, first, 'header', faults)
    const names: (Span | undefined)[] = spans.slice(1)
    const rest = names.flatMap((span) => (span ? [cutSegment(text, span)] : []))
    return { text, form, segments: header ? [header, ...rest] : rest, header: header ?? null, payload: null, signature: null, faults: judgeHeader(header, form, faults) }
  }
  const header = first ? readText(text, first, 'header', faults) : undefined
  const payload = second ? readText(text, second, 'payload', faults) : undefined
  const signature = third ? readBytes(text, third, 'signature', faults) : undefined
  const rest = spans.slice(3).map((span) => cutSegment(text, span))
  return {
    text,
    form,
    segments: [header, payload, signature, ...rest].filter((segment) => segment !== undefined),
    header: header ?? null,
    payload: payload ?? null,
    signature: signature ?? null,
    faults: judgeHeader(header, form, faults),
  }
}

/** `alg` as the header spells it, or null where there is none that is text. */
export function algorithmOf(reading: TokenReading): string | null {
  return stringMember(reading.header?.json.root ?? null, 'alg')
}

/** The claims in the order of the token; null where the payload is no JSON object. */
export function claimsSetOf(reading: TokenReading): Extract<JsonNode, { kind: 'object' }> | null {
  const root = reading.payload?.json.root
  return root?.kind === 'object' ? root : null
}

const emptyReading: TokenReading = {
  text: '',
  form: 'empty',
  segments: [],
  header: null,
  payload: null,
  signature: null,
  faults: [],
}

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

function cutSegment(text: string, { start, end }: Span): Segment {
  const cut = text.slice(start, end)
  return { start, end, text: cut, bytes: readBase64url(cut).bytes }
}

function readBytes(text: string, span: Span, part: PartName, faults: TokenFault[]): Segment {
  const { start, end } = span
  const cut = text.slice(start, end)
  const reading = readBase64url(cut)
  for (const fault of reading.faults) {
    const at = start + fault.at
    switch (fault.code) {
      case 'illegal-character':
      case 'standard-alphabet':
        faults.push({ ...fault, part, start: at, end: at + fault.character.length })
        break
      case 'padding':
        faults.push({ ...fault, part, start: at, end: at + fault.count })
        break
      case 'unused-bits':
        faults.push({ ...fault, part, start: at, end: at + 1 })
        break
      case 'impossible-length':
        faults.push({ ...fault, part, start, end })
        break
      default:
        fault satisfies never
    }
  }
  return { start, end, text: cut, bytes: reading.bytes }
}

function readText(
  text: string,
  span: Span,
  part: 'header' | 'payload',
  faults: TokenFault[],
): TextSegment {
  const known = faults.length
  const segment = readBytes(text, span, part, faults)
  const decoded = readUtf8(segment.bytes)
  const json = readJson(decoded.text)
  const byteAt = byteOffsets(decoded.text, segment.bytes.length)
  const result: TextSegment = { ...segment, decoded, json, byteAt }
  if (segment.text === '') {
    faults.push({ code: part === 'header' ? 'empty-header' : 'empty-payload', start: span.start, end: span.end })
    return result
  }
  const isCut = faults.slice(known).some((fault) => fault.code === 'illegal-character')
  judgeText(result, part, isCut, faults)
  return result
}

/** `isCut`: an illegal character ended the reading, so that the text ends early is no fault of its own. */
function judgeText(
  segment: TextSegment,
  part: 'header' | 'payload',
  isCut: boolean,
  faults: TokenFault[],
): void {
  const { decoded, json } = segment
  const place = (start: number, end: number): Span => {
    const span = charactersOfBytes({ start, end })
    return {
      start: Math.min(segment.end, segment.start + span.start),
      end: Math.min(segment.end, segment.start + span.end),
    }
  }
  if (decoded.fault) {
    const { start, end } = decoded.fault
    const found = segment.bytes.slice(start, Math.min(segment.bytes.length, start + 2))
    if (!isCut) faults.push({ code: 'not-utf8', part, byte: start, found, ...place(start, end) })
    return
  }
  if (json.hasByteOrderMark) faults.push({ code: 'byte-order-mark', part, ...place(0, 3) })
  if (json.syntax) {
    if (isCut) return
    const { at, expected, found } = json.syntax
    const byte = segment.byteAt(at)
    const before = decoded.text.slice(Math.max(0, at - 12), at)
    faults.push({ code: 'not-json', part, byte, expected, found, before, ...place(byte, byte + 1) })
    return
  }
  for (const { name, at, firstAt } of json.duplicates) {
    const byte = segment.byteAt(at)
    const end = segment.byteAt(at + name.length + 2)
    faults.push({ code: 'duplicate-name', part, name, byte, firstByte: segment.byteAt(firstAt), ...place(byte, end) })
  }
  if (json.root && json.root.kind !== 'object')
    faults.push({ code: 'not-an-object', part, kind: json.root.kind, start: segment.start, end: segment.end })
}

/** Adds what only the header's members show, and sorts. */
function judgeHeader(
  header: TextSegment | undefined,
  form: TokenReading['form'],
  faults: TokenFault[],
): TokenFault[] {
  const root = header?.json.root
  if (header && root?.kind === 'object' && form !== 'unknown') {
    const place = { start: header.start, end: header.end }
    const alg = memberNamed(root, 'alg')?.value
    if (!alg) faults.push({ code: 'alg-missing', ...place })
    else if (alg.kind !== 'string') faults.push({ code: 'alg-not-text', kind: alg.kind, ...place })
    if (memberNamed(root, 'b64')?.value.kind === 'false' && !isCritical(root, 'b64'))
      faults.push({ code: 'b64-without-crit', ...place })
  }
  return faults.toSorted((a, b) => a.start - b.start)
}

function isCritical(header: JsonNode, name: string): boolean {
  const crit = memberNamed(header, 'crit')?.value
  return (
    crit?.kind === 'array' && crit.items.some((item) => item.kind === 'string' && item.value === name)
  )
}
