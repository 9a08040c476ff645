/** Which character of the source does a place in a pane stand for? decisions.md D. */
import type { Projection } from './pieces.ts'

/**
 * Both in UTF-16 code units from 0. Layout stands for what follows it; the end of a line and a comma belong to what
 * stands before them, so that a line is one claim from its first character to its last.
 */
export function sourceAt({ pieces, source, text }: Projection, pane: number): number {
  const piece = pieces.findLast((one) => one.pane <= pane && one.paneLength > 0)
  if (!piece) return 0
  const at = piece.source + (piece.isKept ? pane - piece.pane : 0)
  const isLineEnd = pane >= text.length || text[pane] === '\n'
  let before = isLineEnd ? at - 1 : at
  if (source[before] === ',') before--
  return Math.max(0, before)
}
