/** What becomes of the token while a pane of one of its parts is typed in? Arrives late: nobody edits before reading. */
import { editProjection } from '../token/editProjection.ts'
import type { Projection } from '../token/pieces.ts'
import type { TextSegment } from '../token/readToken.ts'
import { rewriteSegment } from '../token/rewriteToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { boxTextOf, inspectorStore, type PaneName, type Standing } from './inspectorStore.ts'
import { editToken } from './tokenActs.ts'

const { getState, setState } = inspectorStore

/**
 * The pane of a part now shows this text: that segment of the token is rewritten, all else stays. A token that
 * was broken over lines or escaped in the box is written whole in its place.
 */
export function editPart(
  pane: PaneName,
  { found, segment, projection }: { found: Standing; segment: TextSegment; projection: Projection },
  next: string,
): void {
  const { text: token } = found
  const edited = editProjection(projection, next)
  const isSame = edited.source === projection.source
  const rewritten = isSame ? token : rewriteSegment(token, segment, writeUtf8(edited.source))
  if (!isSame) rewriteFound(found, rewritten)
  setState({ partEdit: { pane, token: rewritten, projection: edited } })
}

/** Another text stands in the box where the token stood; what the box holds around it stays. */
export function rewriteFound({ text: token, start, rawAt }: Standing, rewritten: string): void {
  const { box, pasted } = getState()
  const before = boxTextOf(getState())
  const end = (rawAt?.at(-1) ?? start + token.length - 1) + 1
  const text = before.slice(0, start) + rewritten + before.slice(end)
  editToken(text)
  const standing = { text: rewritten, start, rawAt: null }
  setState({
    box: { text, found: standing, told: box?.text === before ? box.told : pasted.told },
  })
}
