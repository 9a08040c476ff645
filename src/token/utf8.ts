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
 * Byte offset of each character offset (UTF-16 code units) of the text that `readUtf8` gave for these bytes,
 * stand-ins for bad runs included. The low half of a pair counts as standing behind its character.
 * The answer is identity for ASCII; otherwise the first question builds a table in one pass.
 */
export function byteOffsets(text: string, bytes: Uint8Array): (character: number) => number {
  if (text.length === bytes.length) return (character) => Math.min(character, text.length)
  let table: Uint32Array | null = null
  return (character) => {
    table ??= tableOfOffsets(text.length, bytes)
    return table[Math.min(character, text.length)] ?? bytes.length
  }
}

function tableOfOffsets(length: number, bytes: Uint8Array): Uint32Array {
  const table = new Uint32Array(length + 1)
  let character = 0
  for (let at = 0; at < bytes.length;) {
    const run = runAt(bytes, at)
    table[character++] = at
    at += Math.abs(run)
    if (run === 4) table[character++] = at
  }
  table[length] = bytes.length
  return table
}

function firstFault(bytes: Uint8Array): { start: number; end: number } {
  let at = 0
  while (at < bytes.length) {
    const run = runAt(bytes, at)
    if (run < 0) return { start: at, end: at - run }
    at += run
  }
  return { start: bytes.length, end: bytes.length }
}

/**
 * Length of the sequence that starts there, by the table of RFC 3629 §4 (Unicode table 3-7); negative for an
 * ill-formed run. Such a run ends where a decoder writes one U+FFFD for it.
 */
function runAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length = sequenceLength(first)
  if (length === 0) return -1
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]
    if (next === undefined || !isContinuation(first, i, next)) return -i
  }
  return length
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
