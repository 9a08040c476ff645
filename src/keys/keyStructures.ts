/** Which parts has a key in one of the five ASN.1 forms that keys are written in? RFC 5280 §4.1, RFC 5958 §2, RFC 8017 appendix A.1, RFC 5915 §3. */
import {
  BIT_STRING,
  bitsOf,
  childrenOf,
  CONTEXT_0,
  CONTEXT_1,
  contentOf,
  type DerElement,
  hexOf,
  INTEGER,
  OCTET_STRING,
  OID,
  readElement,
  SEQUENCE,
  sequenceIn,
  wholeOf,
} from './derElement.ts'

/** Every reader takes bytes that hold one structure from first to last, and gives null for anything else. */
interface KeyParts {
  /** Object identifiers as hex. `parameter` is null where there is none or it is no identifier. */
  oid: string
  parameter: string | null
  /** The whole AlgorithmIdentifier. */
  algorithm: Uint8Array<ArrayBuffer>
  key: Uint8Array<ArrayBuffer>
}

/** SubjectPublicKeyInfo. */
export function readSpki(bytes: Uint8Array): KeyParts | null {
  const parts = sequenceIn(bytes)
  const [algorithm, key, ...rest] = parts ?? []
  if (key?.tag !== BIT_STRING || rest.length > 0) return null
  const bits = bitsOf(bytes, key)
  return bits === null ? null : withAlgorithm(bytes, algorithm, bits)
}

/** PrivateKeyInfo, with attributes and a public key behind it or without (version 0 or 1). */
export function readPkcs8(bytes: Uint8Array): (KeyParts & { version: number }) | null {
  const [version, algorithm, key] = sequenceIn(bytes) ?? []
  if (version?.tag !== INTEGER || version.end - version.start !== 1) return null
  if (key?.tag !== OCTET_STRING) return null
  const parts = withAlgorithm(bytes, algorithm, contentOf(bytes, key))
  return parts === null ? null : { ...parts, version: bytes[version.start] ?? 0 }
}

/** The two numbers of an RSAPublicKey as unsigned bytes, as they stand. */
export function readRsaPublic(
  bytes: Uint8Array,
): { n: Uint8Array<ArrayBuffer>; e: Uint8Array<ArrayBuffer> } | null {
  const parts = sequenceIn(bytes)
  const [n, e] = parts ?? []
  if (parts?.length !== 2 || n?.tag !== INTEGER || e?.tag !== INTEGER) return null
  return { n: contentOf(bytes, n), e: contentOf(bytes, e) }
}

/** The public two of the nine numbers of an RSAPrivateKey. */
export function readRsaPrivate(
  bytes: Uint8Array,
): { n: Uint8Array<ArrayBuffer>; e: Uint8Array<ArrayBuffer> } | null {
  const parts = sequenceIn(bytes) ?? []
  const [, n, e] = parts
  const numbers = parts.slice(0, 9)
  if (numbers.length !== 9 || numbers.some(({ tag }) => tag !== INTEGER)) return null
  return n && e ? { n: contentOf(bytes, n), e: contentOf(bytes, e) } : null
}

/** ECPrivateKey. `hasParameters` without `curve`: the curve is spelled out in numbers, not named. */
export function readSec1(bytes: Uint8Array): {
  d: Uint8Array<ArrayBuffer>
  hasParameters: boolean
  curve: string | null
  point: Uint8Array<ArrayBuffer> | null
} | null {
  const [version, key, ...rest] = sequenceIn(bytes) ?? []
  if (version?.tag !== INTEGER || version.end - version.start !== 1) return null
  if (bytes[version.start] !== 1 || key?.tag !== OCTET_STRING) return null
  if (rest.some(({ tag }) => tag !== CONTEXT_0 && tag !== CONTEXT_1)) return null
  const inner = (tag: number): DerElement | null => {
    const wrapper = rest.find((element) => element.tag === tag)
    return wrapper === undefined ? null : readElement(bytes, wrapper.start, wrapper.end)
  }
  const parameters = inner(CONTEXT_0)
  const point = inner(CONTEXT_1)
  return {
    d: contentOf(bytes, key),
    hasParameters: parameters !== null,
    curve: parameters?.tag === OID ? hexOf(contentOf(bytes, parameters)) : null,
    point: point?.tag === BIT_STRING ? bitsOf(bytes, point) : null,
  }
}

/** A SEQUENCE of an algorithm and locked bytes: EncryptedPrivateKeyInfo. RFC 5958 §3. */
export function isEncrypted(bytes: Uint8Array): boolean {
  const parts = sequenceIn(bytes)
  const [algorithm, locked] = parts ?? []
  if (parts?.length !== 2 || locked?.tag !== OCTET_STRING) return false
  return withAlgorithm(bytes, algorithm, contentOf(bytes, locked)) !== null
}

/** CertificationRequest: its first part starts with version 0 and a name, and holds the key. RFC 2986 §4. */
export function isCertificateRequest(bytes: Uint8Array): boolean {
  const parts = sequenceIn(bytes)
  const [info] = parts ?? []
  if (parts?.length !== 3 || info?.tag !== SEQUENCE) return false
  const [version, name, key] = childrenOf(bytes, info) ?? []
  if (version?.tag !== INTEGER || name?.tag !== SEQUENCE || key === undefined) return false
  return readSpki(wholeOf(bytes, key)) !== null
}

function withAlgorithm(
  bytes: Uint8Array,
  algorithm: DerElement | undefined,
  key: Uint8Array<ArrayBuffer>,
): KeyParts | null {
  if (algorithm?.tag !== SEQUENCE) return null
  const [oid, parameter] = childrenOf(bytes, algorithm) ?? []
  if (oid?.tag !== OID) return null
  return {
    oid: hexOf(contentOf(bytes, oid)),
    parameter: parameter?.tag === OID ? hexOf(contentOf(bytes, parameter)) : null,
    algorithm: wholeOf(bytes, algorithm),
    key,
  }
}
