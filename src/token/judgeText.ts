/** Where do the texts of header and payload break the rules, and which characters of the token carry the place? */
import type { TokenFault } from './fault.ts'
import { type JsonDuplicate, type JsonNode, memberNamed } from './jsonText.ts'
import type { TextSegment } from './segment.ts'
import { charactersOfBytes, type Span } from './spans.ts'

/**
 * Adds what is wrong with the text that the segment carries. A text that an illegal character cut short is
 * no fault of its own: what is missing behind that character is unknown.
 */
export function judgeText(
  segment: TextSegment,
  part: 'header' | 'payload',
  faults: TokenFault[],
): void {
  const { start, end, decoded, json, bytes } = segment
  const isCut = faults.some((fault) => fault.code === 'illegal-character' && fault.part === part)
  if (bytes.length === 0) {
    const isEmpty = /^=*$/.test(segment.text)
    if (isEmpty)
      faults.push({ code: part === 'header' ? 'empty-header' : 'empty-payload', start, end })
    return
  }
  if (decoded.fault) {
    if (isCut) return
    const byte = decoded.fault.start
    faults.push({
      code: 'not-utf8',
      part,
      byte,
      found: bytes.slice(byte, byte + 2),
      ...placeOfBytes(segment, decoded.fault),
    })
    return
  }
  if (json.hasByteOrderMark)
    faults.push({ code: 'byte-order-mark', part, ...placeOfText(segment, { start: 0, end: 1 }) })
  if (json.syntax) {
    if (isCut) return
    const { at, expectation, found } = json.syntax
    faults.push({
      code: 'not-json',
      part,
      byte: segment.byteAt(at),
      text: decoded.text,
      at,
      expectation,
      found,
      ...placeOfText(segment, { start: at, end: at + (found?.length ?? 0) }),
    })
    return
  }
  for (const { second, count } of repetitions(json.duplicates)) {
    faults.push({
      code: 'duplicate-name',
      part,
      name: second.name,
      count,
      byte: segment.byteAt(second.at),
      firstByte: segment.byteAt(second.firstAt),
      ...placeOfText(segment, { start: second.at, end: second.end }),
    })
  }
  if (json.root && json.root.kind !== 'object')
    faults.push({ code: 'not-an-object', part, kind: json.root.kind, start, end })
}

/** Adds what only the header's members show. `b64` means something in signed tokens alone (RFC 7797 §3). */
export function judgeHeader(header: TextSegment, isEncrypted: boolean, faults: TokenFault[]): void {
  const root = header.json.root
  if (root?.kind !== 'object') return
  const alg = memberNamed(root, 'alg')?.value
  if (!alg) faults.push({ code: 'alg-missing', start: header.start, end: header.end })
  else if (alg.kind !== 'string')
    faults.push({ code: 'alg-not-text', kind: alg.kind, ...placeOfText(header, alg) })
  const b64 = memberNamed(root, 'b64')
  if (b64?.value.kind === 'false' && !isEncrypted && !isCritical(root, 'b64'))
    faults.push({
      code: 'b64-without-crit',
      ...placeOfText(header, { start: b64.nameStart, end: b64.value.end }),
    })
}

function isCritical(header: JsonNode, name: string): boolean {
  const crit = memberNamed(header, 'crit')?.value
  return (
    crit?.kind === 'array' &&
    crit.items.some((item) => item.kind === 'string' && item.value === name)
  )
}

/** One entry for each name of each object, however often it comes again. */
function repetitions(
  duplicates: readonly JsonDuplicate[],
): Iterable<{ second: JsonDuplicate; count: number }> {
  const byFirst = new Map<number, { second: JsonDuplicate; count: number }>()
  for (const duplicate of duplicates) {
    const known = byFirst.get(duplicate.firstAt)
    if (known) known.count++
    else byFirst.set(duplicate.firstAt, { second: duplicate, count: 2 })
  }
  return byFirst.values()
}

/** Characters of the token that carry a run of the segment's text; its last character where the run is empty at its end. */
function placeOfText(segment: TextSegment, run: Span): Span {
  // unencoded: each character stands for itself
  if (segment.write) return { start: segment.start + run.start, end: segment.start + run.end }
  return placeOfBytes(segment, { start: segment.byteAt(run.start), end: segment.byteAt(run.end) })
}

function placeOfBytes(segment: TextSegment, run: Span): Span {
  const last = segment.bytes.length - 1
  const span = charactersOfBytes(run.start > last ? { start: last, end: last + 1 } : run)
  return { start: segment.start + span.start, end: segment.start + span.end }
}
