/** Which tokens stand in a pasted text, from where to where, and what had to go to read them? */
import { endOfBase64url, isBase64urlAt, isBreak, isInvisible, isWhite } from './characters.ts'
import { type Disclosures, readDisclosures } from './disclosures.ts'
import { type Piece, readFragment, textOf } from './fragment.ts'
import {
  dotsExpected,
  type HeaderPeek,
  isJsonObject,
  opensJsonObject,
  peekHeader,
} from './joseHeader.ts'
import { joinOn } from './joinTokens.ts'
import type { Removal } from './removal.ts'
import { lastPartLengths } from './signatureLength.ts'
import { passUnencodedPayload, StretchReader } from './stretch.ts'
import { Surroundings } from './surroundings.ts'
import { TokenChain } from './tokenChain.ts'

/** Offsets are UTF-16 units of the raw text from 0, end exclusive. */
export interface Finding {
  text: string
  start: number
  end: number
  pieces: Piece[]
  removal: Removal
  /** Dots in `text`. */
  dots: number
  /** null where the first part is no JSON object. */
  header: HeaderPeek | null
  disclosures: Disclosures | null
  /** How many characters of `text` stand before the ellipsis that shows a loss; null without one. */
  cutAfter: number | null
  /** How many characters of `text` stand before the first blank that was removed; null without one. */
  firstBlankAfter: number | null
  /** How many times a blank stood in it. */
  blanks: number
}

const OPENING_LENGTH = 120
const GAPS = /[\s\p{Cf}]+|\\+[nrt]|[=\\^`](?=\s)/gu
/** `{` and a quote, white space or `}` as base64url: how the header of nearly every token starts. */
const START = /e\p{Cf}{0,4}(?:y\p{Cf}{0,4}[A-DI-L]|w\p{Cf}{0,4}[k-r0-3]|3\p{Cf}{0,4}[0-3])/gu

/**
 * All tokens in reading order, repeats included; also fragments of one or two parts that start with a header.
 * Linear in the length of the text; never throws.
 */
export function findTokens(raw: string): Finding[] {
  const finder = new Finder(raw)
  const found: Finding[] = []
  const start = new RegExp(START)
  let from = 0
  for (;;) {
    start.lastIndex = from
    const match = start.exec(raw)
    if (match === null) return found
    const finding = finder.read(match.index)
    if (finding !== null) found.push(finding)
    from = finding === null ? endOfBase64url(raw, match.index) : finder.next
  }
}

/** Reads one stretch as a token because its place says it is one, whatever its header is like. */
export function readDeclaredToken(raw: string, start: number): Finding | null {
  return new Finder(raw).take(start)
}

class Finder {
  /** Where the search goes on after the last token. */
  next = 0
  private readonly raw: string
  private readonly around: Surroundings
  private readonly stretches: StretchReader
  private lineStart = 0
  private lineSearched = 0

  constructor(raw: string) {
    this.raw = raw
    this.around = new Surroundings(raw)
    this.stretches = new StretchReader(raw)
  }

  /** null where what starts there is no header of a token. */
  read(at: number): Finding | null {
    const { raw } = this
    if (!opensAt(raw, at)) return null
    // inside a run of such characters only a whole header counts: “monkeyJar” is none
    if (isBase64urlAt(raw, at - 1) && !isJsonObject(raw.slice(at, endOfBase64url(raw, at))))
      return null
    const finding = this.take(at)
    if (finding === null || finding.dots > 1) return finding
    const [first = '', second = ''] = finding.text.split('.', 2)
    return isJsonObject(first) || opensJsonObject(second) ? finding : null
  }

  take(at: number): Finding | null {
    const { raw, around } = this
    const first = readFragment(raw, at, raw[at - 1] === '/')
    if (first === null) return null
    const chain = new TokenChain(raw, first, this.lineStartBefore(at))
    joinOn(chain, around)
    while (this.stretches.pass(chain) || passUnencodedPayload(raw, chain)) joinOn(chain, around)
    return this.finish(chain)
  }

  /** The key-binding JWT at the end of a selectively disclosable token. */
  private readJwt(at: number): { text: string; end: number } | null {
    const first = readFragment(this.raw, at)
    if (first === null) return null
    const chain = new TokenChain(this.raw, first, at)
    joinOn(chain, this.around)
    return chain.dots === 2 ? { text: textOf(this.raw, chain.pieces), end: chain.end } : null
  }

  private finish(chain: TokenChain): Finding {
    const { raw } = this
    const disclosures =
      chain.dots === 2 ? readDisclosures(raw, chain.end, (at) => this.readJwt(at)) : null
    takePadding(raw, chain)
    let text = textOf(raw, chain.pieces)
    let cutAfter: number | null = null
    const written = text.indexOf('...')
    if (written !== -1 && dotsExpected(chain.header) === 2) {
      cutAfter = written
      if (/^\.+$/.test(text.slice(written, written + 100)) && text.length - written < 100)
        text = text.slice(0, written)
    } else if (raw[chain.end] === '…') {
      cutAfter = text.length
      const rest = readFragment(raw, chain.end + 1)
      if (rest !== null) {
        chain.addRaw(chain.end + 1)
        chain.add(rest)
        text = textOf(raw, chain.pieces)
      }
    }
    if (cutAfter === null) text = text.slice(0, lengthWithoutTail(raw, chain, text))
    shorten(chain.pieces, text.length)
    const end = chain.pieces.at(-1)?.end ?? chain.end
    if (disclosures) chain.removal.lineBreaks += countBreaks(raw.slice(end, disclosures.end))
    this.next = Math.max(disclosures?.end ?? 0, chain.end)
    const header = chain.header ?? peekHeader(text.split('.', 1)[0] ?? '')
    return {
      text,
      start: chain.start,
      end,
      pieces: chain.pieces,
      removal: chain.removal,
      dots: chain.length === text.length ? chain.dots : countDots(text),
      header,
      disclosures,
      cutAfter,
      firstBlankAfter: chain.firstBlankAfter,
      blanks: chain.blanks,
    }
  }

  /** Calls come with growing offsets, so every line end is looked at once. */
  private lineStartBefore(at: number): number {
    for (; this.lineSearched < at; this.lineSearched++)
      if (isBreak(this.raw[this.lineSearched])) this.lineStart = this.lineSearched + 1
    return this.lineStart
  }
}

/** The start of a JSON object with a named member; what a gap may hold is passed over. */
function opensAt(raw: string, at: number): boolean {
  // “eyJe” would open with a name that starts with ^: not worth the decoding
  let fourth = at + 3
  while (isWhite(raw[fourth]) || isInvisible(raw[fourth])) fourth++
  if (raw[fourth] === 'e' && raw.startsWith('eyJ', at)) return false
  const end = Math.min(endOfBase64url(raw, at), at + OPENING_LENGTH)
  if (opensJsonObject(raw.slice(at, end))) return true
  if (end - at === OPENING_LENGTH) return false
  return opensJsonObject(raw.slice(at, at + OPENING_LENGTH / 2).replace(GAPS, ''))
}

/** `=` at the end of a line was held back as a possible soft wrap; here it closes the last part. */
function takePadding(raw: string, chain: TokenChain): void {
  if (raw[chain.end] !== '=' || chain.dots < 2) return
  let end = chain.end
  while (raw[end] === '=') end++
  if (end - chain.end < 3 && (chain.partLength + end - chain.end) % 4 === 0) chain.addRaw(end)
}

/** A full stop, a path or emphasis that follows a whole token is none of it. */
function lengthWithoutTail(raw: string, chain: TokenChain, text: string): number {
  const last = dotsExpected(chain.header)
  let length = text.length
  if (chain.dots === last + 1 && text.endsWith('.') && !text.endsWith('..')) length--
  else if (chain.dots !== last) return length
  const lastDot = text.lastIndexOf('.', length - 1)
  const part = text.slice(lastDot + 1, length)
  for (const known of lastPartLengths(chain.header)) {
    if (known === 0 || part.length <= known) continue
    const tail = part.slice(known, known + 100)
    const isEmphasis = /^[_-]{1,3}$/.test(tail) && raw[chain.start - 1] === tail[0]
    if (/^[+/](?!=)/.test(tail) || isEmphasis) return lastDot + 1 + known
  }
  return length
}

/** Drops pieces, and the end of the last one, beyond that many characters. */
function shorten(pieces: Piece[], length: number): void {
  let sum = 0
  for (const [index, piece] of pieces.entries()) {
    const size = piece.text?.length ?? piece.end - piece.start
    if (sum + size >= length) {
      if (sum + size > length && piece.text === null) piece.end = piece.start + (length - sum)
      pieces.length = index + 1
      return
    }
    sum += size
  }
}

const countBreaks = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0

function countDots(text: string): number {
  let dots = 0
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) dots++
  return dots
}
