/** Which hash ties disclosures to a token, and what does it make of a text? RFC 9901 §4.1.1, §4.2.3. */
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../token/base64url.ts'
import { type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import { writeUtf8 } from '../token/utf8.ts'

/** By the names of the IANA registry of Named Information hash algorithms. */
const hashes = { 'sha-256': sha256, 'sha-384': sha384, 'sha-512': sha512 }

type HashName = keyof typeof hashes

export type HashChoice =
  /** `isStated` is false where the payload leaves the choice to the default. */
  | { kind: 'known'; name: HashName; isStated: boolean }
  | { kind: 'unknown'; name: string }
  | { kind: 'not-text'; found: JsonNode['kind'] }

/** What `_sd_alg` at the top of the payload says; without it sha-256. Names are case-sensitive. */
export function readHashChoice(claims: JsonObject): HashChoice {
  const value = memberNamed(claims, '_sd_alg')?.value
  if (value === undefined) return { kind: 'known', name: 'sha-256', isStated: false }
  if (value.kind !== 'string') return { kind: 'not-text', found: value.kind }
  return isHashName(value.value)
    ? { kind: 'known', name: value.value, isStated: true }
    : { kind: 'unknown', name: value.value }
}

/** Base64url of the hash over the text’s own characters, not over what they encode; null for a hash not known here. */
export function digestOf(hash: HashChoice, text: string): string | null {
  return hash.kind === 'known' ? encodeBase64url(hashes[hash.name](writeUtf8(text))) : null
}

const isHashName = (name: string): name is HashName => Object.hasOwn(hashes, name)
