/** Which key does a JWK, or a set of them, describe? RFC 7517 §4, §5; RFC 7518 §6; RFC 8037 §2; RFC 9964. */
import { encodeBase64url, readBase64url } from '../token/base64url.ts'
import { type JsonDuplicate, type JsonNode, memberNamed, stringMember } from '../token/jsonText.ts'
import { bitLength } from './derElement.ts'
import type { KeyFault } from './keyFault.ts'
import {
  type AsymmetricKey,
  faulty,
  type JwkLabels,
  type JwkSet,
  type KeyShape,
  type MalformedKey,
  type SingleKeyReading,
} from './keyKinds.ts'
import type { KeyRepair } from './keyRepair.ts'
import { encodeNumber, jwkOfSpki } from './publicJwk.ts'
import { readDer } from './readDer.ts'

/** Bytes of a coordinate (EC) or of the public key, and of the private key (AKP: of its seed). */
const lengths: Record<string, { open: number; secret: number }> = {
  'P-256': { open: 32, secret: 32 },
  'P-384': { open: 48, secret: 48 },
  'P-521': { open: 66, secret: 66 },
  secp256k1: { open: 32, secret: 32 },
  Ed25519: { open: 32, secret: 32 },
  Ed448: { open: 57, secret: 57 },
  X25519: { open: 32, secret: 32 },
  X448: { open: 56, secret: 56 },
  'ML-DSA-44': { open: 1312, secret: 32 },
  'ML-DSA-65': { open: 1952, secret: 32 },
  'ML-DSA-87': { open: 2592, secret: 32 },
}

/** What a browser needs beside `d` to work with a private RSA key. RFC 7518 §6.3.2. */
export const RSA_FACTORS = ['p', 'q', 'dp', 'dq', 'qi']

class Unreadable extends Error {
  readonly fault: KeyFault
  constructor(fault: KeyFault) {
    super()
    this.fault = fault
  }
}

/** A set keeps each key's own reading, broken ones too, in the set's order. `duplicates` as `readJson` gives them. */
export function readJwkSet(keys: JsonNode, duplicates: JsonDuplicate[]): JwkSet | MalformedKey {
  if (keys.kind !== 'array') return faulty({ code: 'set-not-list' })
  if (keys.items.length === 0) return faulty({ code: 'set-empty' })
  return {
    kind: 'jwk-set',
    members: keys.items.map((item) => ({
      kid: stringMember(item, 'kid'),
      key: readJwk(item, duplicates),
    })),
  }
}

/** Of a private key the private members are kept, in its material alone. Never throws. */
export function readJwk(node: JsonNode, duplicates: JsonDuplicate[]): SingleKeyReading {
  try {
    return readMembers(node, duplicates)
  } catch (stop) {
    if (stop instanceof Unreadable) return faulty(stop.fault)
    throw stop
  }
}

function readMembers(node: JsonNode, duplicates: JsonDuplicate[]): SingleKeyReading {
  if (node.kind !== 'object') throw new Unreadable({ code: 'jwk-not-object' })
  const labels = labelsOf(node)
  const kty = stringMember(node, 'kty')
  if (kty === 'oct')
    return { kind: 'secret', bytes: bytesMember(node, 'k'), encoding: null, labels }
  const repairs = repairsOf(node, duplicates)
  const fromX5c = readX5c(node)
  if (fromX5c !== null && lacksKey(node, kty))
    return { ...fromX5c, labels, form: 'jwk', repairs: [...repairs, { code: 'x5c-only' }] }
  const { shape, jwk } = readKeyMembers(node, kty)
  const isSame = fromX5c === null || jwk === null || isSameKey(fromX5c, jwk)
  return {
    kind: has(node, 'd') || has(node, 'priv') ? 'private' : 'public',
    shape,
    material: jwk && { form: 'jwk', jwk },
    labels,
    certificate: isSame ? (fromX5c?.certificate ?? null) : null,
    repairs: isSame ? repairs : [...repairs, { code: 'x5c-other-key' }],
    form: 'jwk',
  }
}

/** `jwk` is null for a kind that nothing here can import. */
function readKeyMembers(
  node: JsonNode,
  kty: string | null,
): { shape: KeyShape; jwk: Record<string, string> | null } {
  switch (kty) {
    case 'RSA': {
      const n = bytesMember(node, 'n')
      const names = ['e', ...(has(node, 'd') ? ['d', ...RSA_FACTORS] : [])]
      const members = names
        .filter((name) => !RSA_FACTORS.includes(name) || has(node, name))
        .map((name) => [name, encodeNumber(bytesMember(node, name))] as const)
      const jwk = { kty, n: encodeNumber(n), ...Object.fromEntries(members) }
      return { shape: { type: 'RSA', bits: bitLength(n) }, jwk }
    }
    case 'EC': {
      const crv = textMember(node, 'crv')
      const jwk = { kty, crv, ...sized(node, crv, ['x', 'y'], 'd') }
      return { shape: { type: 'EC', curve: crv }, jwk }
    }
    case 'OKP': {
      const crv = textMember(node, 'crv')
      return {
        shape: { type: 'OKP', curve: crv },
        jwk: { kty, crv, ...sized(node, crv, ['x'], 'd') },
      }
    }
    case 'AKP': {
      const alg = textMember(node, 'alg')
      if (!/^ML-DSA-(?:44|65|87)$/.test(alg))
        return { shape: { type: 'other', name: null }, jwk: null }
      return {
        shape: { type: 'AKP', alg },
        jwk: { kty, alg, ...sized(node, alg, ['pub'], 'priv') },
      }
    }
    case null:
    default:
      throw new Unreadable({ code: 'jwk-unknown-kty', kty })
  }
}

/** The members of a key whose lengths are fixed, written anew; `secret` where it is there. */
function sized(
  node: JsonNode,
  name: string,
  open: string[],
  secret: string,
): Record<string, string> {
  const expected = Object.hasOwn(lengths, name) ? lengths[name] : undefined
  const members = open.map((member) => [member, expected?.open] as const)
  if (has(node, secret)) members.push([secret, expected?.secret])
  return Object.fromEntries(
    members.map(([member, length]) => {
      const bytes = bytesMember(node, member)
      if (length !== undefined && bytes.length !== length)
        throw new Unreadable({
          code: 'jwk-member-length',
          member,
          bytes: bytes.length,
          expected: length,
          curve: name,
        })
      return [member, encodeBase64url(bytes)]
    }),
  )
}

/** The key of the first certificate; null without one that reads. RFC 7517 §4.7. */
function readX5c(node: JsonNode): AsymmetricKey | null {
  const chain = memberNamed(node, 'x5c')?.value
  const first = chain?.kind === 'array' ? chain.items[0] : undefined
  if (chain?.kind !== 'array' || first?.kind !== 'string') return null
  const reading = readDer(readBase64url(first.value.replace(/\s+/g, '')).bytes, null)
  if (reading.kind !== 'key' || reading.key.certificate === null) return null
  const followers = chain.items.length - 1
  return { ...reading.key, certificate: { ...reading.key.certificate, followers } }
}

function lacksKey(node: JsonNode, kty: string | null): boolean {
  if (kty === null) return false
  return !['n', 'e', 'crv', 'x', 'y', 'pub'].some((name) => has(node, name))
}

function isSameKey({ material }: AsymmetricKey, jwk: Record<string, string>): boolean {
  const inside = material?.form === 'spki' ? jwkOfSpki(material.der) : null
  return inside !== null && Object.entries(inside).every(([name, value]) => jwk[name] === value)
}

function repairsOf(node: JsonNode, duplicates: JsonDuplicate[]): KeyRepair[] {
  const inside = duplicates.filter(({ at }) => at > node.start && at < node.end)
  return [...new Set(inside.map(({ name }) => name))].map((member) => ({
    code: 'jwk-duplicate',
    member,
  }))
}

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

const has = (node: JsonNode, name: string): boolean => memberNamed(node, name) !== undefined

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
