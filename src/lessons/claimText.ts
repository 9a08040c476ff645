/** How does a JSON object read with one more member, all its other characters left as they are? RFC 8259 §4. */
import { readJson } from '../token/jsonText.ts'

/** `json` is the text of an object; the member comes last. Text that is no object gives an object with that member alone. */
export function withMember(json: string, name: string, value: unknown): string {
  const { root } = readJson(json)
  const member = `${JSON.stringify(name)}:${JSON.stringify(value)}`
  if (root?.kind !== 'object') return `{${member}}`
  const last = root.members.at(-1)
  if (last === undefined) return `{${member}}`
  return `${json.slice(0, last.value.end)},${member}${json.slice(last.value.end)}`
}
