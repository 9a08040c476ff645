/** How do bytes become linked, pinned and free again? Arrives late. */
import type { ByteRange, Linkable } from '../token/carrier.ts'
import { tellPath } from '../token/claimPath.ts'
import { isSameRange, type Link, linkNodes, rangeOfPart } from '../token/link.ts'
import { inspectorStore } from './inspectorStore.ts'
import { type LinkSource, linkStore } from './linkStore.ts'
import { linkableOf } from './linkView.ts'

/** The token that a link made now is about. */
export function currentToken(): Linkable {
  return linkableOf(inspectorStore.getState())
}

/** That source now points at these bytes of the shown token; null where at none. */
export function point(source: LinkSource, range: ByteRange | null): void {
  const { text } = currentToken()
  const { token, ranges } = linkStore.getState()
  const kept = token === text ? ranges : {}
  const before = kept[source] ?? null
  if (before === range || (before && range && isSameRange(before, range))) return
  linkStore.setState({
    token: text,
    ranges: { ...kept, [source]: range },
    missing: null,
    copied: null,
  })
}

/** What is pinned stays linked until it is let go; pinning it again lets it go. */
export function togglePin(range: ByteRange): void {
  point('pin', isPinnedTo(range) ? null : range)
}

/** True where just these bytes are pinned. */
export function isPinnedTo(range: ByteRange): boolean {
  const { token, ranges } = linkStore.getState()
  return !!ranges.pin && token === currentToken().text && isSameRange(ranges.pin, range)
}

/** After an edit the pin stays with its claim, wherever that now stands; without it the pin is gone. */
export function followPin(before: Link): void {
  const token = currentToken()
  const { part, path, isWhole } = before
  if (isWhole) return point('pin', rangeOfPart(token, part))
  if (path === null || (part !== 'header' && part !== 'payload')) return
  const name = tellPath(path)
  const after = linkNodes(token, part).find((node) => node.path && tellPath(node.path) === name)
  if (after) point('pin', after)
}
