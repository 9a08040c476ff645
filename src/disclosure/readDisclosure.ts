/** What does one disclosure say, and where does it stop being one? RFC 9901 §4.2.1, §4.2.2. */
import { readBase64url } from '../token/base64url.ts'
import type { JsonExpectation } from '../token/jsonSyntax.ts'
import { type JsonNode, readJson } from '../token/jsonText.ts'
import { byteOffsets, readUtf8 } from '../token/utf8.ts'

/** `json` is the decoded text; the offsets of `salt` and `value` are of it, so a slice gives their exact spelling. */
export type DisclosureContent = { json: string; salt: JsonNode; value: JsonNode } & (
  | { kind: 'claim'; name: string }
  | { kind: 'element' }
)

/** `at` counts characters from 0 in the disclosure, `byte` bytes from 0 in what it decodes to. */
export type ContentFault =
  | { code: 'empty' }
  /** `character` is null where the length, or what the last character carries, cannot be right. */
  | { code: 'not-base64url'; at: number; character: string | null }
  | { code: 'not-utf8'; byte: number }
  | { code: 'not-json'; byte: number; expectation: JsonExpectation; found: string | null }
  | { code: 'not-array'; found: JsonNode['kind'] }
  /** `wanted` is null where neither 2 nor 3 was found, else what the place of the digest asks for. */
  | { code: 'wrong-count'; count: number; wanted: 2 | 3 | null }
  | { code: 'name-not-text'; found: JsonNode['kind'] }

/** Decodes leniently: padding and `+` `/` are faults, and what they carry is read all the same. Never throws. */
export function readDisclosure(text: string): {
  content: DisclosureContent | null
  faults: ContentFault[]
} {
  if (text === '') return { content: null, faults: [{ code: 'empty' }] }
  const { bytes, faults: broken } = readBase64url(text)
  const faults: ContentFault[] = broken.map((fault) => ({
    code: 'not-base64url',
    at: fault.at,
    character: 'character' in fault ? fault.character : fault.code === 'padding' ? '=' : null,
  }))
  const isCut = broken.some(({ code }) => code === 'illegal-character')
  const read = isCut ? null : readContent(bytes)
  if (read !== null && 'code' in read) return { content: null, faults: [...faults, read] }
  return { content: read, faults }
}

function readContent(bytes: Uint8Array): DisclosureContent | ContentFault {
  const { text: json, fault } = readUtf8(bytes)
  if (fault !== null) return { code: 'not-utf8', byte: fault.start }
  const { root, syntax, hasByteOrderMark } = readJson(json)
  if (hasByteOrderMark) return { code: 'not-json', byte: 0, expectation: 'value', found: '\ufeff' }
  if (syntax !== null) {
    const { at, expectation, found } = syntax
    return { code: 'not-json', byte: byteOffsets(json, bytes)(at), expectation, found }
  }
  if (root?.kind !== 'array') return { code: 'not-array', found: root?.kind ?? 'null' }
  const [salt, second, third] = root.items
  const count = root.items.length
  if (salt === undefined || second === undefined || count > 3)
    return { code: 'wrong-count', count, wanted: null }
  if (third === undefined) return { kind: 'element', json, salt, value: second }
  return second.kind === 'string'
    ? { kind: 'claim', json, salt, name: second.value, value: third }
    : { code: 'name-not-text', found: second.kind }
}
