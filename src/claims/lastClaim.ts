/** Which member of a claims set counts for a name, when names may repeat and the set may be large? RFC 7519 §4. */
import type { JsonMember, JsonObject } from '../token/jsonText.ts'

const indexes = new WeakMap<JsonObject, Map<string, JsonMember>>()

/** The last member of that name, as most parsers decide, or undefined. The set is searched once, whatever is asked of it. */
export function lastClaim(claims: JsonObject, name: string): JsonMember | undefined {
  let index = indexes.get(claims)
  if (index === undefined) {
    index = new Map(claims.members.map((member) => [member.name, member]))
    indexes.set(claims, index)
  }
  return index.get(name)
}
