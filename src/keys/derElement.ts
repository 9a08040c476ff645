/** Which elements stand in these DER bytes, one after another? X.690 §8.1, §10.1. */

/** Offsets in bytes from 0: the tag stands at `from`, the content from `start` to `end` (exclusive). */
export interface DerElement {
  tag: number
  from: number
  start: number
  end: number
}

export const SEQUENCE = 0x30
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const NULL = 0x05
export const OID = 0x06
/** Context-specific and constructed: [0], [1]. */
export const CONTEXT_0 = 0xa0
export const CONTEXT_1 = 0xa1

/** null where no definite-length element that ends by `limit` starts at `at`. Lengths up to 4 bytes. */
export function readElement(bytes: Uint8Array, at: number, limit: number): DerElement | null {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return null
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) return null
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0)
    start += count
  }
  const end = start + length
  return end > limit ? null : { tag, from: at, start, end }
}

/** The elements inside `parent`; null unless they fill it to its last byte. */
export function childrenOf(bytes: Uint8Array, parent: DerElement): DerElement[] | null {
  const children: DerElement[] = []
  let at = parent.start
  while (at < parent.end) {
    const child = readElement(bytes, at, parent.end)
    if (child === null) return null
    children.push(child)
    at = child.end
  }
  return children
}

/** The elements of a SEQUENCE that is all there is in `bytes`; null for anything else. */
export function sequenceIn(bytes: Uint8Array): DerElement[] | null {
  const outer = readElement(bytes, 0, bytes.length)
  if (outer?.tag !== SEQUENCE || outer.end !== bytes.length) return null
  return childrenOf(bytes, outer)
}

export const contentOf = (bytes: Uint8Array, { start, end }: DerElement): Uint8Array<ArrayBuffer> =>
  bytes.slice(start, end)

/** Tag, length and content. */
export const wholeOf = (bytes: Uint8Array, { from, end }: DerElement): Uint8Array<ArrayBuffer> =>
  bytes.slice(from, end)

/** The bytes of a BIT STRING of whole bytes; null where it ends inside one. */
export function bitsOf(bytes: Uint8Array, element: DerElement): Uint8Array<ArrayBuffer> | null {
  const isWhole = element.end > element.start && bytes[element.start] === 0
  return isWhole ? bytes.slice(element.start + 1, element.end) : null
}

/** Lower case, two digits a byte. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Without the zeros that lead an unsigned number; zero itself keeps one. */
export function withoutLeadingZeros(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0)
  return bytes.slice(first === -1 ? -1 : first)
}

/** Bits of an unsigned big-endian number, leading zeros aside. */
export function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  if (first === -1) return 0
  return (bytes.length - first - 1) * 8 + (32 - Math.clz32(bytes[first] ?? 0))
}
