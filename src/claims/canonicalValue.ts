/** When are two JSON values the same, however they are written? RFC 8259 §4–§7. */
import type { JsonMember, JsonNode } from '../token/jsonText.ts'

/**
 * One text for every way to write the same value: without layout, members by name, strings in one spelling of their
 * escapes, numbers by their exact decimal value. Members of the same name keep their order, because readers disagree on
 * which of them counts. Depth costs memory, not stack; never throws.
 */
export function canonicalText(node: JsonNode): string {
  const written: string[] = []
  const pending: (JsonNode | string)[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') written.push(next)
    else if (next.kind === 'object') {
      pending.push('}')
      for (const { name, value } of byName(next.members).toReversed())
        pending.push(',', value, `${JSON.stringify(name)}:`)
      pending.push('{')
    } else if (next.kind === 'array') {
      pending.push(']')
      for (const item of next.items.toReversed()) pending.push(',', item)
      pending.push('[')
    } else written.push(scalarText(next))
  }
  return written.join('')
}

const byName = (members: JsonMember[]): JsonMember[] =>
  members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

function scalarText(node: Exclude<JsonNode, { kind: 'object' | 'array' }>): string {
  if (node.kind === 'string') return JSON.stringify(node.value)
  return node.kind === 'number' ? decimalText(node.spelling) : node.kind
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/

/** Digits without zeros at the ends, and a power of ten; a number with a longer exponent stays as it is spelled. */
function decimalText(spelling: string): string {
  const match = NUMBER.exec(spelling)
  if (match === null) return spelling
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  let from = 0
  while (digits[from] === '0') from++
  if (from === digits.length) return '0'
  let to = digits.length
  while (digits[to - 1] === '0') to--
  const power = Number(exponent) - fraction.length + digits.length - to
  return `${sign}${digits.slice(from, to)}e${power}`
}
