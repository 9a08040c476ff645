/** Which text do these bytes spell in UTF-8, and where do they stop being UTF-8? RFC 3629. */

export interface Utf8Reading {
  /** The text; where the bytes are not UTF-8, with U+FFFD in place of each bad run. A byte order mark is kept. */
  text: string
  /** First bad run in bytes from 0, end exclusive; null when all is UTF-8. */
  fault: { start: number; end: number } | null
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** Never throws. */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  try {
    return { text: strict.decode(bytes), fault: null }
  } catch {
    return { text: lenient.decode(bytes), fault: firstFault(bytes) }
  }
}

/** Text → UTF-8 bytes; a lone surrogate becomes U+FFFD, as the encoding has no other way to write it. */
export function writeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

/**
 * Byte offset of each character offset (UTF-16 code units) of a text that was read from UTF-8.
 * The answer is identity for ASCII; otherwise one pass builds a table.
 */
export function byteOffsets(text: string, byteLength: number): (character: number) => number {
  if (text.length === byteLength) return (character) => character
  const table = new Uint32Array(text.length + 1)
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    table[i] = bytes
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit >= 0xd800 && unit < 0xdc00) {
      // the pair is one character of four bytes; its low half starts where the pair ends
      bytes += 4
      table[i + 1] = bytes
      i++
    } else bytes += 3
  }
  table[text.length] = bytes
  return (character) => table[Math.min(character, text.length)] ?? bytes
}

/** First ill-formed run, by the table of RFC 3629 §4 (Unicode table 3-7). */
function firstFault(bytes: Uint8Array): { start: number; end: number } {
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    const length = sequenceLength(first)
    if (length === 0) return { start: at, end: at + 1 }
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i]
      if (next === undefined || !isContinuation(first, i, next)) return { start: at, end: at + i }
    }
    at += length
  }
  return { start: bytes.length, end: bytes.length }
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  if (first >= 0xf0 && first <= 0xf4) return 4
  return 0
}

function isContinuation(first: number, index: number, byte: number): boolean {
  let low = 0x80
  let high = 0xbf
  if (index === 1) {
    if (first === 0xe0) low = 0xa0
    if (first === 0xed) high = 0x9f
    if (first === 0xf0) low = 0x90
    if (first === 0xf4) high = 0x8f
  }
  return byte >= low && byte <= high
}
