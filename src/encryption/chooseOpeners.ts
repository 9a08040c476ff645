/** Which keys of those in the box could open this token, and why can the others not? RFC 7516 §5.2, RFC 7517 §5. */
import { agreementCurves } from '../algorithms/encryptionAlgorithms.ts'
import type { AsymmetricKey, JwkSet, SecretKey, SingleKeyReading } from '../keys/keyKinds.ts'
import type { KeyReading } from '../keys/readKey.ts'
import type { KeyNeed, UnusableOpener } from './opening.ts'

export interface Candidate {
  key: SecretKey | AsymmetricKey
  kid: string | null
}

export type CandidateChoice =
  | { kind: 'nothing' }
  | { kind: 'unusable'; reason: UnusableOpener }
  | { kind: 'try'; candidates: Candidate[] }

/** Why a key cannot do the job, or null where it can. */
type Misfit = (need: KeyNeed, key: SingleKeyReading) => UnusableOpener | null

/**
 * By kid where the header names one, else every key that fits, in the set's order. `misfit` decides what fits:
 * opening wants the private key, locking takes either half.
 */
export function chooseCandidates(
  need: KeyNeed,
  reading: KeyReading,
  kid: string | null,
  misfit: Misfit,
): CandidateChoice {
  switch (reading.kind) {
    case 'nothing':
      return { kind: 'nothing' }
    case 'unreadable-secret': {
      if (need.reader !== 'shared') return unusable({ code: 'secret-for-key' })
      const { encoding, fault } = reading
      return unusable({ code: 'unreadable-secret', encoding, fault, nearMiss: null })
    }
    case 'named':
      return unusable({ code: 'not-read-yet', form: reading.form })
    case 'jwk-set':
      return chooseFromSet(need, reading, kid, misfit)
    case 'malformed':
    case 'secret':
    case 'public':
    case 'private':
      return chooseSingle(need, reading, misfit)
    default:
      return reading satisfies never
  }
}

/** The right kind, size and curve; which half of a key pair is not asked. */
export function misfitOf(need: KeyNeed, key: SingleKeyReading): UnusableOpener | null {
  if (key.kind === 'malformed') return { code: 'malformed', fault: key.fault }
  const isShared = need.reader === 'shared' || need.reader === 'password'
  if (key.kind === 'secret') {
    if (!isShared) return { code: 'secret-for-key' }
    const bits = key.bytes.length * 8
    return need.bits === null || bits === need.bits
      ? null
      : { code: 'wrong-size', bits, encoding: key.encoding, nearMiss: null }
  }
  return !isShared && isOfKind(need, key)
    ? null
    : { code: 'wrong-kind', shape: key.shape, kind: key.kind }
}

/** As `misfitOf`, and the public half opens nothing. */
export function misfitToOpen(need: KeyNeed, key: SingleKeyReading): UnusableOpener | null {
  const misfit = misfitOf(need, key)
  return misfit === null && key.kind === 'public'
    ? { code: 'public-key', shape: key.shape }
    : misfit
}

function isOfKind({ reader, curve }: KeyNeed, { shape, material }: AsymmetricKey): boolean {
  if (material === null) return false
  if (reader === 'private-rsa') return shape.type === 'RSA'
  if (shape.type !== 'EC' && shape.type !== 'OKP') return false
  return curve === null ? agreementCurves.has(shape.curve) : shape.curve === curve
}

function chooseSingle(need: KeyNeed, key: SingleKeyReading, misfit: Misfit): CandidateChoice {
  const reason = misfit(need, key)
  if (reason !== null) return unusable(reason)
  return key.kind === 'malformed'
    ? unusable({ code: 'malformed', fault: key.fault })
    : { kind: 'try', candidates: [{ key, kid: null }] }
}

function chooseFromSet(
  need: KeyNeed,
  { members }: JwkSet,
  kid: string | null,
  misfit: Misfit,
): CandidateChoice {
  const size = members.length
  const named = kid === null ? members : members.filter((member) => member.kid === kid)
  if (kid !== null && named.length === 0) {
    const has = members.flatMap((member) => (member.kid === null ? [] : [member.kid]))
    return unusable({ code: 'kid-not-in-set', kid, has, size })
  }
  const candidates = named.flatMap(({ key, kid: own }) =>
    key.kind !== 'malformed' && misfit(need, key) === null ? [{ key, kid: own }] : [],
  )
  if (candidates.length > 0) return { kind: 'try', candidates }
  const [only, ...others] = named
  const reason = only !== undefined && others.length === 0 ? misfit(need, only.key) : null
  return unusable(reason ?? { code: 'none-in-set', size })
}

const unusable = (reason: UnusableOpener): CandidateChoice => ({ kind: 'unusable', reason })
