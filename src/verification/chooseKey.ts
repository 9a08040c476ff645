/** Which keys of those in the box may have made this signature, if any? RFC 7515 §4.1.4, RFC 8725 §3.1. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { JwkSet, SingleKeyReading } from '../keys/keyKinds.ts'
import { tellNamedForm } from '../keys/namedForm.ts'
import type { KeyReading } from '../keys/readKey.ts'
import type { UnusableReason } from './unusableKey.ts'
import type { Candidate, SetMember } from './usedKey.ts'

export type KeyChoice =
  | { kind: 'nothing' }
  /** At least one; several only where a set holds several that fit. */
  | { kind: 'try'; candidates: [Candidate, ...Candidate[]] }
  | { kind: 'unusable'; reason: UnusableReason }

/** `kid` is the header's. A key of another kind is never bent to fit: that is how algorithm confusion works. */
export function chooseKey(
  algorithm: SignatureAlgorithm,
  reading: KeyReading,
  kid: string | null,
): KeyChoice {
  switch (reading.kind) {
    case 'nothing':
      return { kind: 'nothing' }
    case 'unreadable-secret':
      if (algorithm.keyType !== 'oct') return unusable({ code: 'secret-for-key' })
      return unusable({
        code: 'unreadable-secret',
        encoding: reading.encoding,
        fault: reading.fault,
        nearMiss: null,
      })
    case 'named':
      if (algorithm.keyType === 'oct' && !tellNamedForm(reading.form).isPrivate)
        return unusable({ code: 'public-as-secret' })
      return unusable({ code: 'not-read-yet', form: reading.form })
    case 'jwk-set':
      return chooseFromSet(algorithm, reading, kid)
    case 'malformed':
    case 'secret':
    case 'public':
    case 'private':
      return chooseSingle(algorithm, reading, null)
    default:
      return reading satisfies never
  }
}

function chooseSingle(
  algorithm: SignatureAlgorithm,
  key: SingleKeyReading,
  member: SetMember | null,
): KeyChoice {
  if (key.kind === 'malformed') return unusable({ code: 'malformed', fault: key.fault })
  if (key.kind === 'secret') {
    if (algorithm.keyType === 'oct') return { kind: 'try', candidates: [{ key, member }] }
    return unusable({ code: 'secret-for-key' })
  }
  const { shape, kind } = key
  if (algorithm.keyType === 'oct')
    return unusable(
      kind === 'public' ? { code: 'public-as-secret' } : { code: 'wrong-kind', shape, kind },
    )
  return fits(algorithm, key)
    ? { kind: 'try', candidates: [{ key, member }] }
    : unusable({ code: 'wrong-kind', shape, kind })
}

function fits(
  { keyType, name, curve, otherCurve }: SignatureAlgorithm,
  { shape, material }: Extract<SingleKeyReading, { kind: 'public' | 'private' }>,
): boolean {
  if (shape.type !== keyType || material === null) return false
  if (shape.type === 'RSA') return true
  if (shape.type === 'AKP') return shape.alg === name
  return shape.curve === curve || (otherCurve !== null && shape.curve === otherCurve)
}

/** By kid where the header names one, else every key that fits. */
function chooseFromSet(
  algorithm: SignatureAlgorithm,
  { members }: JwkSet,
  kid: string | null,
): KeyChoice {
  const size = members.length
  const named = placed(members).filter((member) => kid === null || member.kid === kid)
  if (named.length === 0 && kid !== null) {
    const has = members.flatMap((member) => (member.kid === null ? [] : [member.kid]))
    return unusable({ code: 'kid-not-in-set', kid, has, size, nearMiss: null })
  }
  const choices = named.map(({ key, kid: own, place }) =>
    chooseSingle(algorithm, key, { kid: own, place, size }),
  )
  const [first, ...others] = choices.flatMap((choice) =>
    choice.kind === 'try' ? choice.candidates : [],
  )
  if (first) return { kind: 'try', candidates: [first, ...others] }
  const [only, second] = choices
  return only && !second ? only : unusable({ code: 'none-in-set', size })
}

/** The keys of a set that fit, though the header names another; none where it names no key. */
export function otherCandidates(
  algorithm: SignatureAlgorithm,
  reading: KeyReading,
  kid: string | null,
): { key: Candidate['key']; member: SetMember }[] {
  if (reading.kind !== 'jwk-set' || kid === null) return []
  const size = reading.members.length
  return placed(reading.members)
    .filter((member) => member.kid !== kid)
    .flatMap(({ key, kid: own, place }) => {
      const member = { kid: own, place, size }
      const choice = chooseSingle(algorithm, key, member)
      return choice.kind === 'try' ? choice.candidates.map((one) => ({ key: one.key, member })) : []
    })
}

const placed = (members: JwkSet['members']): (JwkSet['members'][number] & { place: number })[] =>
  members.map((member, index) => ({ ...member, place: index + 1 }))

const unusable = (reason: UnusableReason): KeyChoice => ({ kind: 'unusable', reason })
