/** How is a decoded text shown in a pane? decisions.md D. */
import type { JsonNode } from './jsonText.ts'
import { Builder, LINE_ENDS, type Projection } from './pieces.ts'

/** Beyond these, layout costs more than it helps (decisions.md D). */
export const DEEPEST_LAYOUT = 100
const MOST_ADDED = 256 * 1024

/** Line ends a text field would change, and characters that would reorder or hide what stands beside them. */
const STAND_IN = /\r\n?|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

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

/** Where a character of the source stands in the pane; inside a stand-in, at its start. */
export function paneAt(projection: Projection, source: number): number {
  const piece = projection.pieces.findLast(
    (candidate) => candidate.source <= source && candidate.sourceLength > 0,
  )
  if (piece === undefined) return 0
  const into = Math.min(source - piece.source, piece.sourceLength)
  if (piece.isKept) return piece.pane + into
  return into >= piece.sourceLength ? piece.pane + piece.paneLength : piece.pane
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
