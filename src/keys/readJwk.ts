/** Which key does a JWK, or a set of them, describe? RFC 7517 §4, §5; RFC 7518 §6; RFC 8037 §2. */
import { encodeBase64url, readBase64url } from '../token/base64url.ts'
import { type JsonNode, memberNamed, stringMember } from '../token/jsonText.ts'
import type { KeyFault } from './keyFault.ts'
import type { JwkLabels, JwkSet, KeyShape, MalformedKey, SingleKeyReading } from './keyKinds.ts'
import { bitLength } from './readDer.ts'

/** Bytes of a coordinate (EC) or of the public key (OKP). */
const coordinateBytes: Record<string, number> = {
  'P-256': 32,
  'P-384': 48,
  'P-521': 66,
  secp256k1: 32,
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56,
}

class Unreadable extends Error {
  readonly fault: KeyFault
  constructor(fault: KeyFault) {
    super()
    this.fault = fault
  }
}

/** A set keeps each key's own reading, broken ones too, in the set's order. */
export function readJwkSet(keys: JsonNode): JwkSet | MalformedKey {
  if (keys.kind !== 'array') return { kind: 'malformed', fault: { code: 'set-not-list' } }
  if (keys.items.length === 0) return { kind: 'malformed', fault: { code: 'set-empty' } }
  return {
    kind: 'jwk-set',
    members: keys.items.map((item) => ({ kid: stringMember(item, 'kid'), key: readJwk(item) })),
  }
}

/** Private members are noticed and left behind: what comes out is a secret or a public half. Never throws. */
export function readJwk(node: JsonNode): SingleKeyReading {
  try {
    return readMembers(node)
  } catch (stop) {
    if (stop instanceof Unreadable) return { kind: 'malformed', fault: stop.fault }
    throw stop
  }
}

function readMembers(node: JsonNode): SingleKeyReading {
  if (node.kind !== 'object') throw new Unreadable({ code: 'jwk-not-object' })
  const labels = labelsOf(node)
  const kty = stringMember(node, 'kty')
  if (kty === 'oct') {
    return { kind: 'secret', bytes: bytesMember(node, 'k'), encoding: null, labels }
  }
  const { shape, jwk } = readPublicHalf(node, kty)
  const isPrivate = memberNamed(node, 'd') !== undefined || memberNamed(node, 'priv') !== undefined
  const material = jwk === null ? null : { form: 'jwk' as const, jwk }
  return {
    kind: isPrivate ? 'private' : 'public',
    shape,
    material,
    labels,
    certificate: null,
    repairs: [],
    form: 'jwk',
  }
}

function readPublicHalf(
  node: JsonNode,
  kty: string | null,
): { shape: KeyShape; jwk: Record<string, string> | null } {
  switch (kty) {
    case 'RSA': {
      const n = bytesMember(node, 'n')
      const jwk = { kty, n: minimal(n), e: minimal(bytesMember(node, 'e')) }
      return { shape: { type: 'RSA', bits: bitLength(n) }, jwk }
    }
    case 'EC': {
      const crv = textMember(node, 'crv')
      const x = encodeBase64url(coordinate(node, 'x', crv))
      const y = encodeBase64url(coordinate(node, 'y', crv))
      return { shape: { type: 'EC', curve: crv }, jwk: { kty, crv, x, y } }
    }
    case 'OKP': {
      const crv = textMember(node, 'crv')
      const x = encodeBase64url(coordinate(node, 'x', crv))
      return { shape: { type: 'OKP', curve: crv }, jwk: { kty, crv, x } }
    }
    case 'AKP':
      return { shape: { type: 'other', name: akpName(textMember(node, 'alg')) }, jwk: null }
    case null:
    default:
      throw new Unreadable({ code: 'jwk-unknown-kty', kty })
  }
}

const akpName = (alg: string): string | null => (/^ML-DSA-(?:44|65|87)$/.test(alg) ? alg : null)

function labelsOf(node: JsonNode): JwkLabels {
  const keyOps = memberNamed(node, 'key_ops')?.value
  return {
    kid: stringMember(node, 'kid'),
    use: stringMember(node, 'use'),
    alg: stringMember(node, 'alg'),
    keyOps:
      keyOps?.kind === 'array'
        ? keyOps.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
        : null,
  }
}

function textMember(node: JsonNode, member: string): string {
  const text = stringMember(node, member)
  if (text === null) throw new Unreadable({ code: 'jwk-member-missing', member })
  return text
}

function bytesMember(node: JsonNode, member: string): Uint8Array<ArrayBuffer> {
  const { bytes, faults } = readBase64url(textMember(node, member))
  if (faults.some(({ code }) => code === 'illegal-character' || code === 'impossible-length'))
    throw new Unreadable({ code: 'jwk-member-unreadable', member })
  return bytes
}

function coordinate(node: JsonNode, member: string, crv: string): Uint8Array {
  const bytes = bytesMember(node, member)
  const expected = Object.hasOwn(coordinateBytes, crv) ? coordinateBytes[crv] : undefined
  if (expected !== undefined && bytes.length !== expected)
    throw new Unreadable({
      code: 'jwk-member-length',
      member,
      bytes: bytes.length,
      expected,
      curve: crv,
    })
  return bytes
}

// browsers refuse a JWK whose number has leading zeros, though its meaning is certain (RFC 7518 §6.3.1.1)
function minimal(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte !== 0)
  return encodeBase64url(first === -1 ? bytes : bytes.subarray(first))
}
