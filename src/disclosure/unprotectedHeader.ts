/** Which disclosures and which key-binding JWT travel in the header of an SD-JWT in JSON form? RFC 9901 §8.1. */
import { type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import type { DisclosureText } from './readDisclosures.ts'

/**
 * Reads `disclosures` and `kb_jwt` of an unprotected header; with several signatures they stand in the first one’s.
 * `start` is the character behind the opening quote in the text the header was read from. Items that are no text
 * are left out, and a missing list is an empty one.
 */
export function readUnprotectedHeader(header: JsonObject): {
  disclosures: DisclosureText[]
  keyBinding: string | null
} {
  const list = memberNamed(header, 'disclosures')?.value
  const items = list?.kind === 'array' ? list.items : []
  return {
    disclosures: items.flatMap((item) =>
      item.kind === 'string' ? [{ text: item.value, start: item.start + 1 }] : [],
    ),
    keyBinding: stringMember(header, 'kb_jwt'),
  }
}
