/** Which characters of the source does an edit in a pane change? decisions.md D. */
import { Builder, LINE_ENDS, type Piece, type Projection } from './pieces.ts'

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
