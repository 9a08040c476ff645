/** How does a time claim get another number, as if it had been typed in the payload pane? Loaded late. decisions.md A2. */
import { memberNamed } from '../token/jsonText.ts'
import { objectIn } from '../token/readToken.ts'
import { paneAt } from '../token/projection.ts'
import { clock } from './clock.ts'
import { editPart } from './editPart.ts'
import { type Inspector, inspectorStore } from './inspectorStore.ts'
import { foundOf, paneOf, readingOf } from './inspectorView.ts'
import { endPartEdit } from './tokenActs.ts'

/** True where the payload stands in the token itself and can be rewritten there. */
export function isPayloadEditable(inspector: Inspector): boolean {
  const { payload } = readingOf(inspector)
  return payload !== null && payload.isApart !== true && paneOf(inspector, 'payload') !== null
}

/**
 * The claim becomes that many seconds from now, by this computer's clock and not by As of. Where a name stands
 * twice, the one that counts is rewritten. Does nothing where the payload has no such claim or cannot be edited.
 */
export function setTimeClaim(name: string, fromNow: number): void {
  const inspector = inspectorStore.getState()
  const { live } = clock.getState()
  const found = foundOf(inspector)
  const segment = readingOf(inspector).payload
  const pane = paneOf(inspector, 'payload')
  const value = memberNamed(objectIn(segment), name)?.value
  if (!found || !segment || !pane || !value || live === null || segment.isApart) return
  const { projection } = pane
  const from = paneAt(projection, value.start)
  // its last character, because layout may stand between the value and what follows
  const to = paneAt(projection, value.end - 1) + 1
  const next = `${projection.text.slice(0, from)}${live + fromNow}${projection.text.slice(to)}`
  editPart('payload', { found, segment, projection }, next)
  endPartEdit()
}
