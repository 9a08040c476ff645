/** Which key of those in the box does this algorithm take, if any? RFC 7515 §4.1.4, RFC 8725 §3.1. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { AsymmetricKey, JwkSet, SecretKey, SingleKeyReading } from '../keys/keyKinds.ts'
import { tellNamedForm } from '../keys/namedForm.ts'
import type { KeyReading } from '../keys/readKey.ts'
import type { UnusableReason } from './unusableKey.ts'

export type KeyChoice =
  | { kind: 'nothing' }
  | { kind: 'use'; key: SecretKey | AsymmetricKey; kid: string | null }
  | { kind: 'unusable'; reason: UnusableReason }
  /** The right kind for the name, on a curve that no browser checks. */
  | { kind: 'unchecked-curve'; curve: string }

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
  kid: string | null,
): KeyChoice {
  if (key.kind === 'malformed') return unusable({ code: 'malformed', fault: key.fault })
  if (key.kind === 'secret') {
    if (algorithm.keyType === 'oct') return { kind: 'use', key, kid }
    return unusable({ code: 'secret-for-key' })
  }
  const { shape, kind } = key
  if (algorithm.keyType === 'oct')
    return unusable(
      kind === 'public' ? { code: 'public-as-secret' } : { code: 'wrong-kind', shape, kind },
    )
  if (shape.type === 'OKP' && shape.curve === algorithm.uncheckedCurve)
    return { kind: 'unchecked-curve', curve: shape.curve }
  const isFitting =
    shape.type === algorithm.keyType &&
    (shape.type === 'RSA' ||
      (shape.type === 'AKP' ? shape.alg : shape.curve) === ofKind(algorithm)) &&
    key.material !== null
  return isFitting ? { kind: 'use', key, kid } : unusable({ code: 'wrong-kind', shape, kind })
}

/** By kid where the header names one; else the only key that fits. Trying one after another is not done here. */
function chooseFromSet(
  algorithm: SignatureAlgorithm,
  { members }: JwkSet,
  kid: string | null,
): KeyChoice {
  const size = members.length
  const named = kid === null ? members : members.filter((member) => member.kid === kid)
  const [first] = named
  if (kid !== null && first === undefined) {
    const has = members.flatMap((member) => (member.kid === null ? [] : [member.kid]))
    return unusable({ code: 'kid-not-in-set', kid, has, size })
  }
  const choices = named.map((member) => chooseSingle(algorithm, member.key, member.kid ?? kid))
  const fitting = choices.filter((choice) => choice.kind !== 'unusable')
  if (kid === null && fitting.length > 1)
    return unusable({ code: 'kid-needed', fitting: fitting.length })
  const only = fitting[0] ?? (kid === null && size > 1 ? undefined : choices[0])
  return only ?? unusable({ code: 'none-in-set', size })
}

const ofKind = ({ keyType, name, curve }: SignatureAlgorithm): string | null =>
  keyType === 'AKP' ? name : curve

const unusable = (reason: UnusableReason): KeyChoice => ({ kind: 'unusable', reason })
