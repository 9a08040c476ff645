/** What does a claim’s value look like in one short line, and what type has it? RFC 8259 §3. */
import { grouped } from '../token/grouped.ts'
import type { JsonNode } from '../token/jsonText.ts'
import { tellCount } from './duration.ts'
import { shorten } from './shortText.ts'
import { tellCutLength } from './shownInPart.ts'

const ROOM = 64

export interface ValueText {
  /** As JSON writes it, shortened; numbers as the token spells them, strings in quotes with nothing invisible. */
  text: string
  /** How much there is where `text` does not show all: "100,000 characters", "12 members"; else null. */
  size: string | null
}

/** Costs the same for a value of any length or depth: it stops where the room ends. */
export function tellValue(node: JsonNode): ValueText {
  switch (node.kind) {
    case 'string':
      return { text: inJsonQuotes(node.value), size: tellCutLength(node.value) }
    case 'number':
      return {
        text: shorten(node.spelling),
        size: tellCutLength(node.spelling)?.replace('characters', 'digits') ?? null,
      }
    case 'true':
    case 'false':
    case 'null':
      return { text: node.kind, size: null }
    case 'array':
    case 'object': {
      const compact = addCompact('', node)
      return compact.length > ROOM
        ? { text: `${shortenEnd(compact)}…`, size: tellContents(node) }
        : { text: compact, size: null }
    }
    default:
      return node satisfies never
  }
}

/** How much an array or object holds: "3 items", "1 member". */
export function tellContents(node: Extract<JsonNode, { kind: 'array' | 'object' }>): string {
  const count = node.kind === 'array' ? node.items.length : node.members.length
  const noun = node.kind === 'array' ? 'item' : 'member'
  return count < 1000 ? tellCount(count, noun) : `${grouped(count)} ${noun}s`
}

/** Every level adds a bracket before it goes deeper, so the room also bounds the depth. */
function addCompact(before: string, node: JsonNode): string {
  if (before.length > ROOM) return before
  if (node.kind !== 'array' && node.kind !== 'object') return before + tellValue(node).text
  const isArray = node.kind === 'array'
  let text = before + (isArray ? '[' : '{')
  let separator = ''
  for (const child of isArray ? node.items : node.members) {
    if (text.length > ROOM) return text
    text += separator
    separator = ','
    text =
      'name' in child
        ? addCompact(`${text}${inJsonQuotes(child.name)}:`, child.value)
        : addCompact(text, child)
  }
  return text + (isArray ? ']' : '}')
}

/** Escaped as in JSON, so that a quote inside cannot pass for the end. */
function inJsonQuotes(text: string): string {
  return `"${shorten(text).replace(/["\\]/g, '\\$&')}"`
}

/** Cut between code points. */
function shortenEnd(text: string): string {
  let shown = ''
  for (const character of text) {
    if (shown.length + character.length > ROOM) break
    shown += character
  }
  return shown
}
