/** Do two tokens name the same user? RFC 7519 §4.1.1, §4.1.2; `user_id` is SimpleJWT’s name for it. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { canonicalText } from './canonicalValue.ts'

export interface UserRelation {
  /** The claim that both name their user by. */
  claim: 'sub' | 'user_id'
  isSame: boolean
  /** A name counts within its issuer alone. */
  isSameIssuer: boolean
}

/** null where there is no such claim in both; 1 and "1" are the same name. Never throws. */
export function relateUsers(first: JsonObject, second: JsonObject): UserRelation | null {
  for (const claim of ['sub', 'user_id'] as const) {
    const from = nameOf(first, claim)
    const to = nameOf(second, claim)
    if (from !== null && to !== null)
      return { claim, isSame: from === to, isSameIssuer: issuerOf(first) === issuerOf(second) }
  }
  return null
}

function nameOf(claims: JsonObject, claim: string): string | null {
  const value = memberNamed(claims, claim)?.value
  if (value?.kind === 'string') return value.value
  return value?.kind === 'number' ? value.spelling : null
}

function issuerOf(claims: JsonObject): string {
  const issuer = memberNamed(claims, 'iss')
  return issuer === undefined ? '' : canonicalText(issuer.value)
}
