/** Of which type is a claim’s value, as a person names it? RFC 8259 §3. */
import type { JsonNode } from '../token/jsonText.ts'

/** The type of a value as a person names it: "text", "a number", "an array", "true". */
export function tellKind(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return 'text'
    case 'number':
      return 'a number'
    case 'array':
    case 'object':
      return `an ${node.kind}`
    case 'true':
    case 'false':
    case 'null':
      return node.kind
    default:
      return node satisfies never
  }
}
