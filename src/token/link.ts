/** Which bytes and characters carry a claim, and what stands at a byte or a character? ux.md 3.3. */
import type { ClaimPath } from './claimPath.ts'
import type { JsonMember, JsonNode } from './jsonText.ts'
import {
  byteAtOf,
  type ByteRange,
  carrierOf,
  characterAt,
  charactersOf,
  type Linkable,
  type LinkPart,
  partAt,
} from './carrier.ts'
import type { TextSegment } from './segment.ts'
import { bytesOfCharacters } from './bytesOfCharacters.ts'
import type { CharacterSpan, Span } from './spans.ts'

/** A member, an item of an array (then `path` leads to it), or a whole part (then it is null). */
export interface LinkNode extends ByteRange {
  path: ClaimPath | null
}

export interface Link extends LinkNode {
  /** True where the range is all of its part. */
  isWhole: boolean
  /** Characters of the token from 0; null where the bytes do not stand in it one by one. */
  characters: CharacterSpan | null
}

/** The whole part as a range; null where the token has no such part. */
export function rangeOfPart(token: Linkable, part: LinkPart): ByteRange | null {
  const carrier = carrierOf(token, part)
  return carrier && { part, byteStart: 0, byteEnd: carrier.segment.bytes.length }
}

/** The name and the value of a member, as they stand in its part. */
export function rangeOfMember(
  { byteAt }: TextSegment,
  part: LinkPart,
  { nameStart, value }: Pick<JsonMember, 'nameStart' | 'value'>,
): ByteRange {
  return { part, byteStart: byteAt(nameStart), byteEnd: byteAt(value.end) }
}

/** What the range is and where it stands; null where the token has no such bytes. */
export function readLink(token: Linkable, range: ByteRange): Link | null {
  const { part, byteStart, byteEnd } = range
  const carrier = carrierOf(token, part)
  const count = carrier?.segment.bytes.length ?? 0
  if (!carrier || byteStart < 0 || byteEnd < byteStart || byteEnd > count) return null
  const node = nodeAt(token, part, byteStart)
  return {
    part,
    byteStart,
    byteEnd,
    path: node && isSameRange(node, range) ? node.path : null,
    isWhole: byteStart === 0 && byteEnd === count,
    characters: charactersOf(carrier, { start: byteStart, end: byteEnd }),
  }
}

export function isSameRange(a: ByteRange, b: ByteRange): boolean {
  return a.part === b.part && a.byteStart === b.byteStart && a.byteEnd === b.byteEnd
}

/** The innermost member or item that holds the byte, else the whole part; null beyond the part. */
export function nodeAt(token: Linkable, part: LinkPart, byte: number): LinkNode | null {
  const whole = rangeOfPart(token, part)
  if (!whole || byte < 0 || byte >= whole.byteEnd) return null
  const segment = textOf(token, part)
  if (!segment) return { ...whole, path: null }
  const at = characterAt(segment.decoded.text, segment.byteAt, byte)
  let found: LinkNode = { ...whole, path: null }
  let node: JsonNode | null = segment.json.root
  while (node !== null) {
    const child: Child | undefined = childrenOf(node).find(
      ({ start, end }) => start <= at && at < end,
    )
    if (child) found = toNode(segment, part, child, found.path)
    node = child?.node ?? null
  }
  return found
}

/**
 * What a member or an item says: text without its quotes, anything else as it is spelled. Of other bytes the
 * characters of the token that carry them; null where none do.
 */
export function valueOf(token: Linkable, link: Link): string | null {
  const { part, path, characters } = link
  const segment = textOf(token, part)
  if (path === null || !segment)
    return characters && token.text.slice(characters.start, characters.end)
  const { text } = segment.decoded
  const at = characterAt(text, segment.byteAt, link.byteStart)
  for (let node = segment.json.root; node !== null;) {
    const child: Child | undefined = childrenOf(node).find(
      ({ start, end }) => start <= at && at < end,
    )
    if (!child) return null
    const { node: value, start, end } = child
    if (start === at && segment.byteAt(end) === link.byteEnd)
      return value.kind === 'string' ? value.value : text.slice(value.start, value.end)
    node = value
  }
  return null
}

/** All members and items of a part at any depth, each before what is inside it. */
export function linkNodes(token: Linkable, part: 'header' | 'payload'): LinkNode[] {
  const segment = textOf(token, part)
  const nodes: LinkNode[] = []
  if (!segment) return nodes
  const open: { node: JsonNode; path: ClaimPath | null }[] = []
  if (segment.json.root) open.push({ node: segment.json.root, path: null })
  for (let next = open.pop(); next; next = open.pop()) {
    for (const child of childrenOf(next.node)) {
      const node = toNode(segment, part, child, next.path)
      nodes.push(node)
      open.push({ node: child.node, path: node.path })
    }
  }
  return nodes
}

/** What the character of the token carries: of two claims the deeper one, else the one with more bits in it. */
export function nodeAtCharacter(token: Linkable, at: number): LinkNode | null {
  const part = partAt(token, at)
  const carrier = part && carrierOf(token, part)
  if (!carrier || carrier.writing === 'apart') return null
  const { segment, writing } = carrier
  const into = at - segment.start
  if (writing === 'plain') return nodeAt(token, part, byteAtOf(segment)(into))
  const { start, end } = bytesOfCharacters({ start: into, end: into + 1 }, segment.bytes.length)
  const first = nodeAt(token, part, start)
  const last = nodeAt(token, part, end - 1)
  if (first === null || last === null) return first ?? last
  const isFirst = depthOf(first) - depthOf(last) || 8 * (start + 1) - 6 * into - 3
  return isFirst >= 0 ? first : last
}

/**
 * The bytes that a run of the token's characters carries, within the part where it begins: a claim where the run
 * is just the characters of that claim. null where the run is empty, leaves its part or carries nothing.
 */
export function rangeOfCharacters(token: Linkable, { start, end }: Span): ByteRange | null {
  const part = partAt(token, start)
  const carrier = part && carrierOf(token, part)
  if (!carrier || carrier.writing === 'apart') return null
  const { segment, writing } = carrier
  if (end > segment.end || end <= start) return null
  for (const at of [start, end - 1]) {
    const node = nodeAtCharacter(token, at)
    const span = node && readLink(token, node)?.characters
    if (span && span.start === start && span.end === end) return node
  }
  const own = { start: start - segment.start, end: end - segment.start }
  const byteAt = byteAtOf(segment)
  const bytes =
    writing === 'plain'
      ? { start: byteAt(own.start), end: byteAt(own.end) }
      : bytesOfCharacters(own, segment.bytes.length)
  return bytes.end > bytes.start ? { part, byteStart: bytes.start, byteEnd: bytes.end } : null
}

/**
 * The run as the bytes it carries; where it carries none, or belongs to several parts, as characters of the token.
 * null for an empty run and beyond the token.
 */
export function rangeOfRun(token: Linkable, { start, end }: Span): ByteRange | null {
  if (end <= start || end > token.text.length) return null
  const range = rangeOfCharacters(token, { start, end })
  const span = range && readLink(token, range)?.characters
  // an illegal character cuts the bytes off, and padding has none
  if (span && span.start === start && span.end === end) return range
  const carrier = carrierOf(token, 'token')
  const byteAt = carrier && byteAtOf(carrier.segment)
  return byteAt && { part: 'token', byteStart: byteAt(start), byteEnd: byteAt(end) }
}

interface Child extends Span {
  step: string | number
  node: JsonNode
}

function childrenOf(node: JsonNode): Child[] {
  if (node.kind === 'array')
    return node.items.map((item, step) => ({ step, node: item, start: item.start, end: item.end }))
  if (node.kind !== 'object') return []
  return node.members.map(({ name, nameStart, value }) => ({
    step: name,
    node: value,
    start: nameStart,
    end: value.end,
  }))
}

function toNode(
  { byteAt }: TextSegment,
  part: LinkPart,
  { start, end, step }: Child,
  parent: ClaimPath | null,
): LinkNode {
  return { part, byteStart: byteAt(start), byteEnd: byteAt(end), path: { parent, step } }
}

function textOf(token: Linkable, part: LinkPart): TextSegment | null {
  return part === 'header' || part === 'payload' ? token[part] : null
}

function depthOf({ path }: LinkNode): number {
  let depth = 0
  for (let here = path; here !== null; here = here.parent) depth++
  return depth
}
