/** How does a test write claims? As the JSON text that a token would carry. */
import { type JsonMember, type JsonObject, readJson } from '../../src/token/jsonText.ts'

export function claimsOf(json: string): JsonObject {
  const { root } = readJson(json)
  if (root?.kind !== 'object') throw new Error(`not an object: ${json}`)
  return root
}

export function memberOf(claims: JsonObject, name: string): JsonMember {
  const member = claims.members.find((candidate) => candidate.name === name)
  if (member === undefined) throw new Error(`no ${name}`)
  return member
}
