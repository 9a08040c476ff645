/** What are the claims once every disclosed one stands in its place and the digests are gone? RFC 9901 §7.1. */
import type { JsonNode, JsonObject } from '../token/jsonText.ts'
import type { DisclosureContent } from './readDisclosure.ts'

type DisclosedClaim = Extract<DisclosureContent, { kind: 'claim' }>

/** What was disclosed, by the object whose `_sd` held its digest or by the placeholder that it replaces. */
export interface Disclosed {
  claims: Map<JsonObject, DisclosedClaim[]>
  elements: Map<JsonObject, DisclosureContent>
}

interface Piece {
  json: string
  node: JsonNode
}

/** The digest of a `{"...": "digest"}` in a list; null for any other item. RFC 9901 §4.2.4.2. */
export function placeholderDigest(item: JsonNode): string | null {
  if (item.kind !== 'object' || item.members.length !== 1) return null
  const [only] = item.members
  return only?.name === '...' && only.value.kind === 'string' ? only.value.value : null
}

/**
 * The processed claims as JSON text without white space between its parts; every value keeps its spelling.
 * Depth costs memory, not stack.
 */
export function writeProcessed(claims: JsonObject, json: string, disclosed: Disclosed): string {
  const written: string[] = []
  const waiting: (string | Piece)[] = [{ json, node: claims }]
  const wait = (open: string, entries: (readonly [string, Piece])[], close: string): void => {
    waiting.push(close)
    for (const [index, [label, piece]] of entries.toReversed().entries())
      waiting.push(piece, index === entries.length - 1 ? label : `,${label}`)
    waiting.push(open)
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') written.push(next)
    else if (next.node.kind === 'object')
      wait('{', entriesOf(next.json, next.node, next.node === claims, disclosed), '}')
    else if (next.node.kind === 'array')
      wait('[', itemsOf(next.json, next.node.items, disclosed), ']')
    else written.push(next.json.slice(next.node.start, next.node.end))
  }
  return written.join('')
}

function entriesOf(
  json: string,
  node: JsonObject,
  isTop: boolean,
  { claims }: Disclosed,
): (readonly [string, Piece])[] {
  const own = node.members
    .filter(({ name }) => name !== '_sd' && !(isTop && name === '_sd_alg'))
    .map(
      ({ nameStart, nameEnd, value }) =>
        [`${json.slice(nameStart, nameEnd)}:`, { json, node: value }] as const,
    )
  const added = (claims.get(node) ?? [])
    .filter(({ name }) => !(isTop && name === '_sd_alg'))
    .map((claim) => [`${JSON.stringify(claim.name)}:`, pieceOf(claim)] as const)
  return [...own, ...added]
}

function itemsOf(
  json: string,
  items: JsonNode[],
  { elements }: Disclosed,
): (readonly [string, Piece])[] {
  return items.flatMap((item) => {
    if (placeholderDigest(item) === null) return [['', { json, node: item }] as const]
    const content = item.kind === 'object' ? elements.get(item) : undefined
    return content ? [['', pieceOf(content)] as const] : []
  })
}

const pieceOf = ({ json, value }: DisclosureContent): Piece => ({ json, node: value })
