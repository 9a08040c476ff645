/** What does one dot-separated part of a token carry? RFC 7515 §2. */
import { readBase64url } from './base64url.ts'
import type { PartName, TokenFault } from './fault.ts'
import { type JsonReading, readJson } from './jsonText.ts'
import type { Span } from './spans.ts'
import { byteOffsets, readUtf8, type Utf8Reading } from './utf8.ts'

/** One dot-separated part. `start` and `end` are characters of the token from 0, end exclusive. */
export interface Segment extends Span {
  text: string
  bytes: Uint8Array<ArrayBuffer>
  /** How other bytes are written in its place; absent for base64url. */
  write?: (bytes: Uint8Array) => string
  /** True where its bytes do not stand in the token itself, so that no edit can put others there. */
  isApart?: true
}

/** A segment that carries text. `byteAt` turns a character offset of `decoded.text` into a byte offset. */
export interface TextSegment extends Segment {
  decoded: Utf8Reading
  json: JsonReading
  byteAt: (character: number) => number
}

/** The bytes of one part, with the faults of its base64url at their places in the token. */
export function readBytes(text: string, span: Span, part: PartName, faults: TokenFault[]): Segment {
  const { start, end } = span
  const cut = text.slice(start, end)
  const reading = readBase64url(cut)
  for (const fault of reading.faults) {
    const { code } = fault
    const at = start + fault.at
    switch (code) {
      case 'illegal-character': {
        const { character } = fault
        faults.push({ code, part, character, start: at, end: at + character.length })
        break
      }
      case 'standard-alphabet':
        faults.push({ code, part, character: fault.character, start: at, end: at + 1 })
        break
      case 'padding':
        faults.push({ code, part, count: fault.count, start: at, end: at + fault.count })
        break
      case 'unused-bits':
        faults.push({ code, part, bits: fault.bits, start: at, end: at + 1 })
        break
      case 'impossible-length':
        faults.push({ code, part, length: fault.length, start, end })
        break
      default:
        fault satisfies never
    }
  }
  return { start, end, text: cut, bytes: reading.bytes }
}

/** The text of one part; what is wrong with the text itself is judged apart. */
export function readText(
  text: string,
  span: Span,
  part: 'header' | 'payload',
  faults: TokenFault[],
): TextSegment {
  return withText(readBytes(text, span, part, faults))
}

/** The text that a segment's bytes spell. */
export function withText(segment: Segment): TextSegment {
  const decoded = readUtf8(segment.bytes)
  return {
    ...segment,
    decoded,
    json: readJson(decoded.text),
    byteAt: byteOffsets(decoded.text, segment.bytes),
  }
}
