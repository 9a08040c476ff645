/** Which kind of key do these DER bytes hold? RFC 5280 §4.1 (SubjectPublicKeyInfo), RFC 5208 §5 (PKCS #8), X.690. */
import type { KeyFault } from './keyFault.ts'
import type { KeyShape } from './keyKinds.ts'

/** Content of one element: offsets in bytes from 0, end exclusive. */
interface Element {
  tag: number
  start: number
  end: number
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OID = 0x06

/** Object identifiers as the hex of their bytes. */
const RSA = '2a864886f70d010101'
const EC = '2a8648ce3d0201'
const curves: Record<string, string> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
}
const edwards: Record<string, string> = {
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
  '2b656e': 'X25519',
  '2b656f': 'X448',
}
const others: Record<string, string> = {
  '2a864886f70d01010a': 'RSA-PSS-only',
  '2a8648ce380401': 'old DSA',
  '608648016503040311': 'ML-DSA-44',
  '608648016503040312': 'ML-DSA-65',
  '608648016503040313': 'ML-DSA-87',
}

/**
 * The shape of the key in a SubjectPublicKeyInfo (`PUBLIC KEY`) or a PKCS #8 PrivateKeyInfo (`PRIVATE KEY`).
 * Reads the algorithm and, for RSA, the modulus; everything else is left to whoever imports the key.
 */
export function readDer(
  bytes: Uint8Array,
  label: 'PUBLIC KEY' | 'PRIVATE KEY',
): { shape: KeyShape } | { fault: KeyFault } {
  const other: { fault: KeyFault } = { fault: { code: 'der-other', label } }
  const outer = readElement(bytes, 0, Number.POSITIVE_INFINITY)
  if (outer?.tag !== SEQUENCE) return other
  if (outer.end > bytes.length)
    return { fault: { code: 'der-short', found: bytes.length, expected: outer.end } }
  let parts = childrenOf(bytes, outer)
  if (label === 'PRIVATE KEY') {
    if (parts[0]?.tag !== INTEGER) return other
    parts = parts.slice(1)
  }
  const [algorithm, key] = parts
  if (algorithm?.tag !== SEQUENCE) return other
  if (key?.tag !== (label === 'PRIVATE KEY' ? OCTET_STRING : BIT_STRING)) return other
  const [oid, parameter] = childrenOf(bytes, algorithm)
  if (oid?.tag !== OID) return other
  const shape = shapeOf(bytes, hexOf(bytes, oid), parameter, key)
  return shape === null ? other : { shape }
}

function shapeOf(
  bytes: Uint8Array,
  oid: string,
  parameter: Element | undefined,
  key: Element,
): KeyShape | null {
  if (oid === RSA) {
    const bits = modulusBits(bytes, key)
    return bits === null ? null : { type: 'RSA', bits }
  }
  if (oid === EC) {
    if (parameter?.tag !== OID) return { type: 'EC', curve: 'an unnamed curve' }
    return { type: 'EC', curve: curves[hexOf(bytes, parameter)] ?? 'an unknown curve' }
  }
  const curve = edwards[oid]
  return curve === undefined ? { type: 'other', name: others[oid] ?? null } : { type: 'OKP', curve }
}

/** RSAPublicKey is (n, e), RSAPrivateKey (version, n, e, …): RFC 8017 appendix A.1. */
function modulusBits(bytes: Uint8Array, key: Element): number | null {
  const isPublic = key.tag === BIT_STRING
  const inner = readElement(bytes, key.start + (isPublic ? 1 : 0), key.end)
  if (inner?.tag !== SEQUENCE) return null
  const modulus = childrenOf(bytes, inner)[isPublic ? 0 : 1]
  if (modulus?.tag !== INTEGER) return null
  return bitLength(bytes.subarray(modulus.start, modulus.end))
}

/** Bits of an unsigned big-endian number, leading zeros aside. */
export function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  if (first === -1) return 0
  return (bytes.length - first - 1) * 8 + (32 - Math.clz32(bytes[first] ?? 0))
}

function childrenOf(bytes: Uint8Array, parent: Element): Element[] {
  const children: Element[] = []
  let at = parent.start
  while (at < parent.end) {
    const child = readElement(bytes, at, parent.end)
    if (child === null) break
    children.push(child)
    at = child.end
  }
  return children
}

/** null where no definite-length element that ends by `limit` starts at `at`. */
function readElement(bytes: Uint8Array, at: number, limit: number): Element | null {
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
  return end > limit ? null : { tag, start, end }
}

function hexOf(bytes: Uint8Array, { start, end }: Element): string {
  return Array.from(bytes.subarray(start, end), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
