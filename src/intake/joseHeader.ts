/** Does this part read as the header of a token, and what does it say about the parts that follow? RFC 7515 §4. */
import { readBase64url } from '../token/base64url.ts'
import { memberNamed, readJson, stringMember } from '../token/jsonText.ts'
import { readUtf8 } from '../token/utf8.ts'

/** Only what intake needs; null members are absent or no text. */
export interface HeaderPeek {
  alg: string | null
  enc: string | null
  typ: string | null
  cty: string | null
  /** `b64: false` of RFC 7797: the payload stands in the token as it is. */
  isUnencoded: boolean
}

/** A long name may fill all that was decoded. */
const OPENING = /^\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:|"(?:[^"\\]|\\.){90,}\\?$)/
const OPENING_LENGTH = 160

/** True where the part starts like base64url of a JSON object that has at least one named member, or none at all. */
export function opensJsonObject(part: string): boolean {
  // byte for byte: the pattern is ASCII, and the cut may fall inside a character
  const { bytes } = readBase64url(part.slice(0, OPENING_LENGTH))
  return OPENING.test(String.fromCharCode(...bytes))
}

/** True where the whole part is base64url of a JSON object. */
export function isJsonObject(part: string): boolean {
  return opensJsonObject(part) && readJson(decodedText(part)).root?.kind === 'object'
}

/** null where the part is no JSON object. */
export function peekHeader(part: string): HeaderPeek | null {
  if (!opensJsonObject(part)) return null
  const { root } = readJson(decodedText(part))
  if (root?.kind !== 'object') return null
  return {
    alg: stringMember(root, 'alg'),
    enc: stringMember(root, 'enc'),
    typ: stringMember(root, 'typ'),
    cty: stringMember(root, 'cty'),
    isUnencoded: memberNamed(root, 'b64')?.value.kind === 'false',
  }
}

/** True for a text whose first part is a whole header (it names `alg` or `enc`) and ends in a dot. */
export function startsToken(text: string): boolean {
  const dot = text.indexOf('.')
  if (dot === -1 || !text.startsWith('e')) return false
  const header = peekHeader(text.slice(0, dot))
  return header !== null && (header.alg !== null || header.enc !== null)
}

/** How many dots a whole token with this header has: an encrypted one has five parts. */
export const dotsExpected = (header: HeaderPeek | null): 2 | 4 =>
  typeof header?.enc === 'string' ? 4 : 2

/** The part’s bytes as text; what is no UTF-8 reads as U+FFFD. */
export const decodedText = (part: string): string => readUtf8(readBase64url(part).bytes).text
