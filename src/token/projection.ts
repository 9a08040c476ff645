/** How is a decoded text shown in a pane, and which of its characters does an edit in the pane change? decisions.md D. */
import type { JsonNode } from './jsonText.ts'

/**
 * A run of the pane and the run of the source that it stands for, both in UTF-16 code units from 0.
 * `kept` runs are equal; all others are layout (no source) or a stand-in (CR LF, bidi marks, folded white space).
 */
interface Piece {
  isKept: boolean
  pane: number
  paneLength: number
  source: number
  sourceLength: number
}

export interface Projection {
  /** What the pane shows. It holds no CR, because a text field would turn it into LF. */
  text: string
  source: string
  isLaidOut: boolean
  pieces: readonly Piece[]
}

/** Beyond these, layout costs more than it helps (decisions.md D). */
const DEEPEST_LAYOUT = 100
const MOST_ADDED = 256 * 1024

/** Line ends a text field would change, and characters that would reorder or hide what stands beside them. */
const STAND_IN = /\r\n?|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const LINE_ENDS = /\r\n?/g

/** The text as it is, but for line ends, which every text field writes as LF. */
export function projectExactly(source: string): Projection {
  const builder = new Builder(source)
  builder.keepTo(source.length, LINE_ENDS)
  return builder.finish(false)
}

/**
 * The text with line breaks and indents added where JSON allows them, its own white space folded away and
 * bidi marks spelled out. null where the layout would be too deep (100) or add too much (256 KB).
 */
export function projectLaidOut(source: string, root: JsonNode, depth: number): Projection | null {
  if (depth > DEEPEST_LAYOUT) return null
  const builder = new Builder(source)
  builder.fold(root.start)
  if (!layOut(builder, root, '\n')) return null
  builder.fold(source.length)
  return builder.finish(true)
}

/** True where the writer broke lines: such a text is shown exactly unless the reader asks otherwise. */
export function hasOwnLayout(source: string, root: JsonNode | null): boolean {
  return root !== null && /[\r\n]/.test(source)
}

/**
 * The projection after the pane's text became `next`: the change is the part between the longest common prefix
 * and suffix. Layout stays as it is while typing. A stand-in that was touched goes as a whole, so the result's
 * text may differ from `next` there.
 */
export function editProjection(projection: Projection, next: string): Projection {
  const { text, source, pieces } = projection
  const from = commonPrefix(text, next)
  const suffix = commonSuffix(text, next, from)
  const to = text.length - suffix
  const inserted = next.slice(from, next.length - suffix)
  const first = cut(pieces, from)
  const last = cut(pieces, to)
  const builder = new Builder(source.slice(0, first.start) + inserted + source.slice(last.end))
  for (const piece of pieces.slice(0, first.index)) builder.repeat(piece, text)
  if (first.head) builder.repeat(first.head, text)
  builder.keepTo(first.start + inserted.length, LINE_ENDS)
  if (last.tail) builder.repeat(last.tail, text)
  for (const piece of pieces.slice(last.index + 1)) builder.repeat(piece, text)
  return builder.finish(projection.isLaidOut)
}

/** Where a character of the source stands in the pane. */
export function paneAt(projection: Projection, source: number): number {
  const piece = projection.pieces.findLast(
    (candidate) => candidate.source <= source && candidate.sourceLength > 0,
  )
  if (piece === undefined) return 0
  const into = Math.min(source - piece.source, piece.sourceLength)
  if (piece.isKept) return piece.pane + into
  return into >= piece.sourceLength ? piece.pane + piece.paneLength : piece.pane
}

interface Cut {
  index: number
  /** What is left of the piece before and behind the cut; a stand-in that is cut through leaves nothing. */
  head: Piece | null
  tail: Piece | null
  /** Source offsets where the head ends and where the tail begins. */
  start: number
  end: number
}

/** Cuts the piece that ends at or holds a pane offset. */
function cut(pieces: readonly Piece[], at: number): Cut {
  const index = Math.max(
    0,
    pieces.findIndex(({ pane, paneLength }) => pane < at && at <= pane + paneLength),
  )
  const piece = pieces[index]
  if (piece === undefined) return { index, head: null, tail: null, start: 0, end: 0 }
  const { pane, paneLength, source, sourceLength } = piece
  const into = at - pane
  const behind = source + sourceLength
  if (into === paneLength) return { index, head: piece, tail: null, start: behind, end: behind }
  if (into === 0) return { index, head: null, tail: piece, start: source, end: source }
  if (!piece.isKept && sourceLength > 0)
    return { index, head: null, tail: null, start: source, end: behind }
  const middle = piece.isKept ? source + into : source
  return {
    index,
    head: { ...piece, paneLength: into, sourceLength: middle - source },
    tail: {
      ...piece,
      pane: at,
      paneLength: paneLength - into,
      source: middle,
      sourceLength: behind - middle,
    },
    start: middle,
    end: middle,
  }
}

/** Lays pieces end to end over a source text. */
class Builder {
  added = 0
  private readonly source: string
  private readonly pieces: Piece[] = []
  private readonly chunks: string[] = []
  private pane = 0
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Keeps the source up to `end`, but for what `standIns` matches. */
  keepTo(end: number, standIns: RegExp): void {
    const run = this.source.slice(this.at, end)
    let done = 0
    for (const match of run.matchAll(standIns)) {
      this.push(true, run.slice(done, match.index), match.index - done)
      this.push(false, standInFor(match[0]), match[0].length)
      done = match.index + match[0].length
    }
    this.push(true, run.slice(done), run.length - done)
  }

  /** Skips the source up to `end`: white space that the layout replaces. */
  fold(end: number): void {
    if (end > this.at) this.push(false, '', end - this.at)
  }

  /** Keeps the next comma or colon and folds the white space before it. */
  keepSign(sign: ',' | ':'): void {
    const at = this.source.indexOf(sign, this.at)
    this.fold(at)
    this.push(true, sign, 1)
  }

  add(text: string): void {
    this.added += text.length
    this.push(false, text, 0)
  }

  /** Takes a piece over from an older pane text. */
  repeat(piece: Piece, paneText: string): void {
    this.push(
      piece.isKept,
      paneText.slice(piece.pane, piece.pane + piece.paneLength),
      piece.sourceLength,
    )
  }

  finish(isLaidOut: boolean): Projection {
    return { text: this.chunks.join(''), source: this.source, isLaidOut, pieces: this.pieces }
  }

  private push(isKept: boolean, shown: string, sourceLength: number): void {
    if (shown === '' && sourceLength === 0) return
    this.pieces.push({
      isKept,
      pane: this.pane,
      paneLength: shown.length,
      source: this.at,
      sourceLength,
    })
    this.chunks.push(shown)
    this.pane += shown.length
    this.at += sourceLength
  }
}

/** Recursion is bounded by DEEPEST_LAYOUT. False when too much would be added. */
function layOut(builder: Builder, node: JsonNode, lineBreak: string): boolean {
  if (node.kind !== 'object' && node.kind !== 'array') {
    builder.keepTo(node.end, STAND_IN)
    return true
  }
  const inner = `${lineBreak}  `
  const children = node.kind === 'object' ? node.members : node.items
  builder.keepTo(node.start + 1, STAND_IN)
  for (const [index, child] of children.entries()) {
    if (builder.added > MOST_ADDED) return false
    if (index > 0) builder.keepSign(',')
    builder.fold('name' in child ? child.nameStart : child.start)
    builder.add(inner)
    if ('name' in child) {
      builder.keepTo(child.nameEnd, STAND_IN)
      builder.keepSign(':')
      builder.fold(child.value.start)
      builder.add(' ')
      if (!layOut(builder, child.value, inner)) return false
    } else if (!layOut(builder, child, inner)) return false
  }
  builder.fold(node.end - 1)
  if (children.length > 0) builder.add(lineBreak)
  builder.keepTo(node.end, STAND_IN)
  return true
}

/** A line end is shown as LF; any other stand-in spells out its code point. */
function standInFor(character: string): string {
  if (character.startsWith('\r')) return '\n'
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `⟨U+${code}⟩`
}

function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let length = 0
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const limit = Math.min(a.length, b.length) - prefix
  let length = 0
  while (
    length < limit &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  )
    length++
  return length
}
