/** How do characters, groups of six bits, bytes and text lie over each other? ux.md 3.3, RFC 4648 §5. */
import { readBase64url } from './base64url.ts'
import {
  carrierOf,
  charactersOf,
  type Linkable,
  type LinkPart,
  SEALED_PARTS,
  textOfBytes,
} from './carrier.ts'
import { grouped } from './grouped.ts'
import type { Link } from './link.ts'
import { bytesOfCharacters } from './bytesOfCharacters.ts'
import { nameCharacter } from './nameCharacter.ts'
import type { Span } from './spans.ts'
import { byteOffsets, readUtf8 } from './utf8.ts'

/** More bytes than this are not drawn. */
const MOST_BYTES = 48

/** A cell over `span` columns from column `at`, from 0; a column is two bits. */
export interface RulerCell {
  at: number
  span: number
  text: string
  /** True where the cell carries a bit of what is linked. */
  isLinked: boolean
}

export interface Ruler {
  columns: number
  /** Columns that belong to what is linked, end exclusive. */
  band: Span
  /** Both empty where the bytes are not written in base64url. */
  characters: RulerCell[]
  groups: RulerCell[]
  bytes: RulerCell[]
  /** Empty for bytes that are no text. */
  texts: RulerCell[]
  /** What is seen, in one or two sentences. */
  sentence: string
}

/** Their bytes are numbers or noise. */
const WITHOUT_TEXT = new Set<LinkPart>(['signature', ...SEALED_PARTS])

/** null for an empty range. At most 48 bytes are drawn, and then the sentence says so. */
export function layRuler(token: Linkable, link: Link): Ruler | null {
  const carrier = carrierOf(token, link.part)
  const total = link.byteEnd - link.byteStart
  if (!carrier || total === 0) return null
  const { segment, writing } = carrier
  const drawn = { start: link.byteStart, end: Math.min(link.byteEnd, link.byteStart + MOST_BYTES) }
  const inToken = writing === 'base64url' ? charactersOf(carrier, drawn) : null
  const own = inToken && {
    ...inToken,
    start: inToken.start - segment.start,
    end: inToken.end - segment.start,
  }
  const touched = own ? bytesOfCharacters(own, segment.bytes.length) : drawn
  const start = Math.min(own ? own.start * 3 : touched.start * 4, touched.start * 4)
  const end = Math.max(own ? own.end * 3 : touched.end * 4, touched.end * 4)
  const band = { start: drawn.start * 4 - start, end: drawn.end * 4 - start }
  const cell = (at: number, span: number, text: string): RulerCell => ({
    at: at - start,
    span,
    text,
    isLinked: at - start < band.end && at - start + span > band.start,
  })
  const letters = own ? Array.from(segment.text.slice(own.start, own.end)) : []
  const first = own?.start ?? 0
  return {
    columns: end - start,
    band,
    characters: letters.map((letter, index) => cell((first + index) * 3, 3, letter)),
    groups: letters.map((letter, index) => cell((first + index) * 3, 3, bitsOf(letter))),
    bytes: Array.from(segment.bytes.subarray(touched.start, touched.end), (byte, index) =>
      cell((touched.start + index) * 4, 4, byte.toString(16).toUpperCase().padStart(2, '0')),
    ),
    texts: WITHOUT_TEXT.has(link.part)
      ? []
      : textsOf(segment.bytes, touched).map(({ at, span, text }) => cell(at * 4, span * 4, text)),
    sentence: tellRuler(link, total, own && (segment.text[own.start] ?? '')),
  }
}

/** The six bits that a character stands for; its own, not those of the bytes, where some are unused. */
function bitsOf(character: string): string {
  const [byte = 0] = readBase64url(`${character}A`).bytes
  return (byte >> 2).toString(2).padStart(6, '0')
}

/** The characters that the bytes spell, each with its first byte and how many there are. */
function textsOf(bytes: Uint8Array, { start, end }: Span): (RulerText & { at: number })[] {
  // a character may begin before the run: at most four bytes make one
  const from = Math.max(0, start - 3)
  const near = bytes.slice(from, end + 3)
  const { text } = readUtf8(near)
  const byteAt = byteOffsets(text, near)
  const texts: (RulerText & { at: number })[] = []
  for (let at = start - from; at < end - from;) {
    const span = textOfBytes(text, byteAt, { start: at, end: at + 1 })
    const next = Math.min(end - from, Math.max(at + 1, byteAt(span.end)))
    texts.push({ at: from + at, span: next - at, text: shapeOf(text.slice(span.start, span.end)) })
    at = next
  }
  return texts
}

type RulerText = Pick<RulerCell, 'span' | 'text'>

/** Blanks and controls as the pictures that Unicode has for them; what else has no shape, as a dot. */
function shapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code <= 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return nameCharacter(character) === `‘${character}’` ? character : '·'
}

function tellRuler({ characters }: Link, total: number, first: string | null): string {
  const bytes = tellCount(total, 'byte')
  const cut = total > MOST_BYTES ? ` The first ${MOST_BYTES} are drawn.` : ''
  if (characters === null || first === null) return `${bytes} of 8 bits.${cut}`
  const count = characters.end - characters.start
  const lead = `${tellCount(count, 'character')} of 6 bits, ${bytes} of 8.`
  if (cut !== '' || !characters.isFirstShared) return lead + cut
  return `${lead} The first, ${nameCharacter(first)}, also carries bits of the byte before.`
}

const tellCount = (count: number, unit: string): string =>
  `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`
