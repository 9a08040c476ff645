/** What does the header say to the algorithm: an ephemeral key, a salt, a count, an inner vector? RFC 7518 §4.6.1, §4.7.1, §4.8.1. */
import { agreementCurves } from '../algorithms/encryptionAlgorithms.ts'
import type { EncryptionAlgorithm } from '../algorithms/algorithm.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { readJwk } from '../keys/readJwk.ts'
import { readBase64url } from '../token/base64url.ts'
import { type JsonNode, memberNamed } from '../token/jsonText.ts'
import type { HeaderMember } from './opening.ts'
import { faulty, Stopped } from './stopped.ts'

/** The sender's public key for this one token; `jwk` holds its public members alone. */
export interface EphemeralKey {
  key: AsymmetricKey
  curve: string
  jwk: Record<string, string>
}

export interface Parameters {
  epk: EphemeralKey | null
  /** The count of PBKDF2 rounds. */
  rounds: number | null
}

/** PBKDF2 rounds that this page runs at most: about a second. jose stops at 10,000, and issuers of today use 600,000. */
export const MOST_ROUNDS = 1_000_000
const SHORTEST_SALT = 8
const GCM_IV_BYTES = 12
const GCM_TAG_BYTES = 16

/** Throws Stopped for what no key can open, and at once for a count over the limit. */
export function readParameters(header: JsonNode, algorithm: EncryptionAlgorithm): Parameters {
  switch (algorithm.management) {
    case 'agreement':
      checkParties(header)
      return { epk: readEphemeralKey(header, algorithm.name), rounds: null }
    case 'password':
      return { epk: null, rounds: readRounds(header) }
    case 'gcm-wrap':
      checkLength(header, 'iv', GCM_IV_BYTES)
      checkLength(header, 'tag', GCM_TAG_BYTES)
      return { epk: null, rounds: null }
    case 'direct':
    case 'key-wrap':
    case 'rsa-oaep':
    case 'rsa-pkcs1':
      return { epk: null, rounds: null }
    default:
      return algorithm.management satisfies never
  }
}

function readEphemeralKey(header: JsonNode, alg: string): EphemeralKey {
  const epk = required(header, 'epk')
  if (epk.kind !== 'object') throw faulty({ code: 'member-unreadable', member: 'epk' })
  const key = readJwk(epk, [])
  if (key.kind === 'malformed') throw faulty({ code: 'epk-malformed', fault: key.fault })
  if (key.kind === 'private') throw faulty({ code: 'epk-private' })
  if (key.kind === 'secret' || key.material?.form !== 'jwk') throw faulty({ code: 'epk-kind' })
  const { shape, material } = key
  if (shape.type !== 'EC' && shape.type !== 'OKP') throw faulty({ code: 'epk-kind' })
  const { curve } = shape
  if (!agreementCurves.has(curve)) throw new Stopped({ kind: 'unsupported-curve', alg, curve })
  return { key, curve, jwk: material.jwk }
}

/** RFC 7518 §4.6.2: both or one may be absent, but they must not be the same. Throws Stopped where they are. */
export function checkParties(header: JsonNode): void {
  const [apu, apv] = (['apu', 'apv'] as const).map((member) =>
    memberNamed(header, member) === undefined ? null : readBytes(header, member),
  )
  if (apu && apv && apu.length === apv.length && apu.every((byte, i) => byte === apv[i]))
    throw faulty({ code: 'same-parties' })
}

function readRounds(header: JsonNode): number {
  const rounds = readCount(header)
  const salt = readBytes(header, 'p2s').length
  if (salt < SHORTEST_SALT)
    throw faulty({ code: 'salt-short', bytes: salt, minimum: SHORTEST_SALT })
  return rounds
}

/** `p2c`. Throws Stopped where it is missing, no whole number above 0, or over the limit. */
export function readCount(header: JsonNode): number {
  const count = required(header, 'p2c')
  const rounds = count.kind === 'number' ? Number(count.spelling) : 0
  if (count.kind === 'number' && rounds > MOST_ROUNDS)
    throw new Stopped({ kind: 'too-many-rounds', rounds: count.spelling, limit: MOST_ROUNDS })
  if (!Number.isSafeInteger(rounds) || rounds < 1)
    throw faulty({ code: 'member-unreadable', member: 'p2c' })
  return rounds
}

function checkLength(header: JsonNode, member: HeaderMember, expected: number): void {
  const bytes = readBytes(header, member).length
  if (bytes !== expected) throw faulty({ code: 'member-length', member, bytes, expected })
}

function readBytes(header: JsonNode, member: HeaderMember): Uint8Array {
  const value = required(header, member)
  const reading = value.kind === 'string' ? readBase64url(value.value) : null
  if (reading === null || reading.faults.some(({ code }) => code !== 'unused-bits'))
    throw faulty({ code: 'member-unreadable', member })
  return reading.bytes
}

function required(header: JsonNode, member: HeaderMember): JsonNode {
  const value = memberNamed(header, member)?.value
  if (value === undefined) throw faulty({ code: 'member-missing', member })
  return value
}
