/** Is the payload itself a token? RFC 7519 §5.2, RFC 7516 §9. */
import { type JsonNode, memberNamed } from './jsonText.ts'
import { plainForm, readAnyForm } from './readAnyForm.ts'
import { algorithmOf } from './readToken.ts'
import type { TextSegment } from './segment.ts'

/** Characters; a longer payload is not read a second time. */
const LONGEST = 2 * 1024 * 1024

/** The token that the payload is, without white space or quotes around it; null where it is none. Never throws. */
export function nestedIn({ decoded, json }: TextSegment): string | null {
  if (decoded.text.length > LONGEST || !mayBeToken(json.root)) return null
  const { root } = json
  const text = (root?.kind === 'string' ? root.value : decoded.text).trim()
  const reading = readAnyForm(text, plainForm)
  const isWhole = reading.form === 'jws' || reading.form === 'jwe'
  return isWhole && algorithmOf(reading) !== null ? text : null
}

/** Claims are the rule: an object without a signature or a ciphertext is not read a second time. */
const mayBeToken = (root: JsonNode | null): boolean =>
  root?.kind !== 'object' ||
  ['signature', 'signatures', 'ciphertext'].some((name) => memberNamed(root, name))
