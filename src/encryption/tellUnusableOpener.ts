/** Why can the key in the box not open, or lock, with this algorithm, and what would? RFC 7518 §4, RFC 7517 §5. */
import { tellKeyFault } from '../keys/keyFault.ts'
import { type AsymmetricKey, nameKey, nameShape } from '../keys/keyKinds.ts'
import { tellNamedForm } from '../keys/namedForm.ts'
import { nameEncoding, type SecretEncoding, tellSecretFault } from '../keys/secret.ts'
import { tellKids } from '../keys/tellKids.ts'
import { counted, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { KeyNeed, UnusableOpener } from './opening.ts'
import type { FaultTold } from './tellSealFault.ts'

/** `half` is the one of a key pair that the work takes. */
export function tellUnusableOpener(
  reason: UnusableOpener,
  need: KeyNeed,
  half: AsymmetricKey['kind'],
): FaultTold {
  const needed = neededKey(need, half)
  const wrong = (given: string, short: string): FaultTold => ({
    lead: 'Wrong kind of key.',
    rest: `${need.alg} needs ${needed}; this is ${given}.`,
    reason: `${short} given, ${needed} needed`,
  })
  switch (reason.code) {
    case 'malformed': {
      const fault = tellKeyFault(reason.fault)
      return { lead: 'Can’t read this key:', rest: `${fault}.`, reason: fault }
    }
    case 'unreadable-secret': {
      const fault = tellSecretFault(reason.fault, reason.encoding)
      return {
        lead: `Can’t read this key as ${nameEncoding(reason.encoding)}:`,
        rest: `${fault}.${tellNearMiss(reason.nearMiss)}`,
        reason: fault,
      }
    }
    case 'not-read-yet': {
      const { name, isPrivate } = tellNamedForm(reason.form)
      return {
        lead: `This is ${name}.`,
        rest: isPrivate
          ? 'This page can’t read one; give it as PKCS #8 (BEGIN PRIVATE KEY) or as a JWK.'
          : `${need.alg} needs ${needed}.`,
        reason: `${name} given, ${needed} needed`,
      }
    }
    case 'secret-for-key':
      return wrong('a shared secret', 'a secret')
    case 'wrong-kind':
      return wrong(nameKey(reason.shape, reason.kind), nameShape(reason.shape))
    case 'public-key':
      return {
        lead: 'This is the public key.',
        rest: 'It locks; only the private key opens.',
        reason: 'the public key locks, only the private key opens',
      }
    case 'wrong-size': {
      const { bits, encoding, nearMiss } = reason
      const read = encoding === null ? 'this key' : `read as ${nameEncoding(encoding)}, this key`
      const size = `${bits} bits (${counted(bits / 8, 'byte')})`
      const wanted = `exactly ${need.bits ?? 0} bits (${(need.bits ?? 0) / 8} bytes)`
      return {
        lead: 'Wrong key size.',
        rest: `${need.alg} with ${need.enc} needs ${wanted}; ${read} is ${size}.${tellNearMiss(nearMiss)}`,
        reason: `${size} given, ${wanted} needed`,
      }
    }
    case 'kid-not-in-set':
      return {
        lead: `No key ${quoted(reason.kid)} in this key set`,
        rest: `${tellKids(reason.has, reason.size)}.`,
        reason: `no key ${quoted(reason.kid)} in this set`,
      }
    case 'none-in-set':
      return {
        lead: 'Wrong kind of key.',
        rest: `${need.alg} needs ${needed}; none of the ${counted(reason.size, 'key')} in this set is one.`,
        reason: `not one of the ${counted(reason.size, 'key')} in this set fits`,
      }
    case 'refused':
      return {
        lead: 'Can’t use this key:',
        rest: `this browser does not take it as ${nameKey(reason.shape, half)}. Copy it again from where it came.`,
        reason: 'this browser does not take it',
      }
    default:
      return reason satisfies never
  }
}

/** `a shared key of exactly 32 bytes`, `an RSA private key`, `an EC private key on P-256`. */
export function neededKey({ reader, bits, curve }: KeyNeed, half: AsymmetricKey['kind']): string {
  switch (reader) {
    case 'shared':
      return `a shared key of exactly ${(bits ?? 0) / 8} bytes`
    case 'password':
      return 'a password'
    case 'private-rsa':
      return `an RSA ${half} key`
    case 'private-ec':
      if (curve === null) return `an EC or X25519 ${half} key`
      return curve.startsWith('P-')
        ? `an EC ${half} key on ${shown(curve)}`
        : `an ${shown(curve)} ${half} key`
    default:
      return reader satisfies never
  }
}

/** A sentence with a space before it, or nothing. */
export function tellNearMiss(nearMiss: SecretEncoding | null): string {
  return nearMiss === null
    ? ''
    : ` Close: it opens if the key is read as ${nameEncoding(nearMiss)}.`
}
