/** How are a key’s parts written as DER, so that an importer takes them? X.690 §10.1, RFC 5280 §4.1.2.7, RFC 5208 §5. */
import { encodeBase64url } from '../token/base64url.ts'
import { BIT_STRING, INTEGER, NULL, OCTET_STRING, OID, SEQUENCE } from './derElement.ts'
import { EC, RSA } from './objectIds.ts'

/** One element with the shortest length that says its size. */
export function writeElement(tag: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const sizes: number[] = []
  if (length < 0x80) sizes.push(length)
  else {
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) sizes.unshift(rest % 256)
    sizes.unshift(0x80 | sizes.length)
  }
  const element = new Uint8Array(1 + sizes.length + length)
  element.set([tag, ...sizes])
  let at = 1 + sizes.length
  for (const part of parts) {
    element.set(part, at)
    at += part.length
  }
  return element
}

/** An unsigned big-endian number without leading zeros. */
export function writeInteger(number: Uint8Array): Uint8Array<ArrayBuffer> {
  const isHighBitSet = ((number[0] ?? 0) & 0x80) !== 0
  return writeElement(INTEGER, ...(isHighBitSet ? [Uint8Array.of(0)] : []), number)
}

/** rsaEncryption with its NULL, id-ecPublicKey with its curve, or an object identifier alone. */
export function writeAlgorithm(oid: string, curve: string | null): Uint8Array<ArrayBuffer> {
  const identifier = writeElement(OID, bytesOfHex(oid))
  if (oid === RSA) return writeElement(SEQUENCE, identifier, writeElement(NULL))
  if (oid === EC && curve !== null)
    return writeElement(SEQUENCE, identifier, writeElement(OID, bytesOfHex(curve)))
  return writeElement(SEQUENCE, identifier)
}

/** SubjectPublicKeyInfo around a public key; `algorithm` is a whole AlgorithmIdentifier. */
export function writeSpki(algorithm: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeElement(SEQUENCE, algorithm, writeElement(BIT_STRING, Uint8Array.of(0), key))
}

/** PrivateKeyInfo, version 0, around a private key; `algorithm` is a whole AlgorithmIdentifier. */
export function writePkcs8(algorithm: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
  const version = writeInteger(Uint8Array.of(0))
  return writeElement(SEQUENCE, version, algorithm, writeElement(OCTET_STRING, key))
}

/** A PEM block, its base64 in lines of 64 characters. RFC 7468 §2, §10, §13. */
export function writePem(der: Uint8Array, label = 'PUBLIC KEY'): string {
  const text = encodeBase64url(der).replaceAll('-', '+').replaceAll('_', '/')
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=')
  const lines = padded.match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}
