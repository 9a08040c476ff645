/** Over which other bytes might this token have been signed? RFC 7515 §5.1: over its parts as they stand. */
import { encodeBase64url } from '../token/base64url.ts'
import type { JsonNode } from '../token/jsonText.ts'
import type { TextSegment } from '../token/segment.ts'
import { writeUtf8 } from '../token/utf8.ts'

type JsonStyle = 'minified' | 'spaced' | 'indented' | 'sorted'

export type InputSpelling =
  | { code: 'json'; parts: 'payload' | 'header' | 'both'; style: JsonStyle }
  | { code: 'line-ends'; change: 'last-removed' | 'last-added' | 'lf' | 'crlf' }
  | { code: 'base64'; alphabet: 'base64url' | 'base64'; isPadded: boolean }
  | { code: 'bare'; what: 'plain-payload' | 'plain-parts' | 'payload-alone' | 'plain-alone' }

interface InputVariant {
  spelling: InputSpelling
  bytes: Uint8Array<ArrayBuffer>
}

const styles: JsonStyle[] = ['minified', 'spaced', 'indented', 'sorted']
/** Recursion is bounded by this; what nests deeper is not written anew. */
const DEEPEST = 100

/**
 * Each signing input but the token's own, once, the smallest difference first, at most 24. Nothing for an empty payload.
 * `header` is null where none is protected. A payload that is no UTF-8 keeps its text; never throws.
 */
export function* inputVariants(
  header: TextSegment | null,
  payload: TextSegment,
): Generator<InputVariant> {
  if (payload.text === '') return
  const head = header?.text ?? ''
  const seen = new Set([`${head}.${payload.text}`])
  for (const [spelling, text] of textsOf(header, payload)) {
    if (seen.has(text)) continue
    seen.add(text)
    yield { spelling, bytes: writeUtf8(text) }
  }
}

function* textsOf(
  header: TextSegment | null,
  payload: TextSegment,
): Generator<[InputSpelling, string]> {
  const head = header?.text ?? ''
  for (const alphabet of ['base64url', 'base64'] as const)
    for (const isPadded of [false, true]) {
      const write = ({ bytes }: TextSegment): string => writeBase64(bytes, alphabet, isPadded)
      const newHead = header === null ? '' : write(header)
      yield [{ code: 'base64', alphabet, isPadded }, `${newHead}.${write(payload)}`]
    }
  const isText = payload.decoded.fault === null
  const plain = payload.decoded.text
  if (isText)
    for (const [change, text] of lineEndsOf(plain))
      yield [{ code: 'line-ends', change }, `${head}.${encoded(text)}`]
  for (const style of styles) {
    const newHead = header === null ? null : encoded(respell(header, style))
    const newBody = encoded(respell(payload, style))
    if (newBody !== null) yield [{ code: 'json', parts: 'payload', style }, `${head}.${newBody}`]
    if (newHead !== null)
      yield [{ code: 'json', parts: 'header', style }, `${newHead}.${payload.text}`]
    if (newHead !== null && newBody !== null)
      yield [{ code: 'json', parts: 'both', style }, `${newHead}.${newBody}`]
  }
  if (isText) {
    yield [{ code: 'bare', what: 'plain-payload' }, `${head}.${plain}`]
    yield [{ code: 'bare', what: 'plain-parts' }, `${header?.decoded.text ?? ''}.${plain}`]
  }
  yield [{ code: 'bare', what: 'payload-alone' }, payload.text]
  if (isText) yield [{ code: 'bare', what: 'plain-alone' }, plain]
}

const encoded = <T extends string | null>(text: T): T | string =>
  text === null ? text : encodeBase64url(writeUtf8(text))

function lineEndsOf(
  text: string,
): [Extract<InputSpelling, { code: 'line-ends' }>['change'], string][] {
  const unix = text.replaceAll('\r\n', '\n')
  return [
    ['last-removed', text.replace(/\r?\n$/, '')],
    ['last-added', `${text}\n`],
    ['lf', unix],
    ['crlf', unix.replaceAll('\n', '\r\n')],
  ]
}

function writeBase64(
  bytes: Uint8Array,
  alphabet: 'base64url' | 'base64',
  isPadded: boolean,
): string {
  const text = encodeBase64url(bytes)
  const spelt = alphabet === 'base64' ? text.replaceAll('-', '+').replaceAll('_', '/') : text
  return isPadded ? spelt.padEnd(Math.ceil(spelt.length / 4) * 4, '=') : spelt
}

/** The same JSON with other white space or order; names and values stay as they are spelt. null for no JSON. */
function respell({ decoded, json }: TextSegment, style: JsonStyle): string | null {
  if (json.root === null || json.depth > DEEPEST || decoded.fault !== null) return null
  return writeNode(decoded.text, json.root, style, '\n')
}

function writeNode(text: string, node: JsonNode, style: JsonStyle, lineBreak: string): string {
  if (node.kind !== 'object' && node.kind !== 'array') return text.slice(node.start, node.end)
  const inner = `${lineBreak}  `
  const colon = style === 'spaced' || style === 'indented' ? ': ' : ':'
  const children =
    node.kind === 'array'
      ? node.items.map((item) => writeNode(text, item, style, inner))
      : membersOf(node, style).map(
          ({ nameStart, nameEnd, value }) =>
            text.slice(nameStart, nameEnd) + colon + writeNode(text, value, style, inner),
        )
  const [open, close] = node.kind === 'array' ? ['[', ']'] : ['{', '}']
  if (style !== 'indented' || children.length === 0)
    return open + children.join(style === 'spaced' ? ', ' : ',') + close
  return open + inner + children.join(`,${inner}`) + lineBreak + close
}

function membersOf(
  { members }: Extract<JsonNode, { kind: 'object' }>,
  style: JsonStyle,
): readonly Extract<JsonNode, { kind: 'object' }>['members'][number][] {
  if (style !== 'sorted') return members
  return members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** `what` follows "signed over"; `remedy` is a sentence. */
export function tellInputSpelling(spelling: InputSpelling): { what: string; remedy: string } {
  const asSigned = 'The token must carry its parts exactly as they were signed.'
  const asStandard =
    'Its issuer must sign both parts in base64url without padding, with a dot between them.'
  switch (spelling.code) {
    case 'json': {
      const { parts, style } = spelling
      const noun = parts === 'both' ? 'header and payload' : `the ${parts}`
      return { what: `${noun} as JSON ${tellStyle(style)}`, remedy: asSigned }
    }
    case 'line-ends':
      return { what: `the payload ${tellLineEnds(spelling.change)}`, remedy: asSigned }
    case 'base64': {
      const { alphabet, isPadded } = spelling
      const name = alphabet === 'base64' ? 'standard base64' : 'base64url'
      return {
        what: `its parts in ${name} ${isPadded ? 'with' : 'without'} padding`,
        remedy: alphabet === 'base64url' && !isPadded ? asSigned : asStandard,
      }
    }
    case 'bare':
      return { what: tellBare(spelling.what), remedy: asStandard }
    default:
      return spelling satisfies never
  }
}

function tellStyle(style: JsonStyle): string {
  switch (style) {
    case 'minified':
      return 'without spaces'
    case 'spaced':
      return 'with a space after each comma and colon, as Python writes it'
    case 'indented':
      return 'indented by 2 spaces'
    case 'sorted':
      return 'without spaces and with its names sorted'
    default:
      return style satisfies never
  }
}

function tellLineEnds(change: Extract<InputSpelling, { code: 'line-ends' }>['change']): string {
  switch (change) {
    case 'last-removed':
      return 'without the line break at its end'
    case 'last-added':
      return 'with a line break at its end'
    case 'lf':
      return 'with LF as its line breaks, not CR LF'
    case 'crlf':
      return 'with CR LF as its line breaks, not LF'
    default:
      return change satisfies never
  }
}

function tellBare(what: Extract<InputSpelling, { code: 'bare' }>['what']): string {
  switch (what) {
    case 'plain-payload':
      return 'a payload that was not base64url-encoded'
    case 'plain-parts':
      return 'a header and a payload that were not base64url-encoded'
    case 'payload-alone':
      return 'the payload part alone, without the header'
    case 'plain-alone':
      return 'the payload alone, without the header and not base64url-encoded'
    default:
      return what satisfies never
  }
}
