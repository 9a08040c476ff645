/** Why can the key in the box not do this job, and what would? RFC 7518 §3.1, RFC 8725 §3.1, RFC 7517 §5. */
import { quoted } from '../token/visible.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { type KeyFault, tellKeyFault } from '../keys/keyFault.ts'
import { type AsymmetricKey, type KeyShape, nameKey, nameShape } from '../keys/keyKinds.ts'
import { type NamedForm, tellNamedForm } from '../keys/namedForm.ts'
import { tellKids } from '../keys/tellKids.ts'
import { type NearMiss, tellNearMiss } from './nearMiss.ts'
import {
  nameEncoding,
  type SecretEncoding,
  type SecretFault,
  tellSecretFault,
} from '../keys/secret.ts'

export type UnusableReason =
  | { code: 'malformed'; fault: KeyFault }
  | {
      code: 'unreadable-secret'
      encoding: SecretEncoding
      fault: SecretFault
      nearMiss: NearMiss | null
    }
  | { code: 'not-read-yet'; form: NamedForm }
  | { code: 'secret-for-key' }
  | { code: 'wrong-kind'; shape: KeyShape; kind: AsymmetricKey['kind'] }
  | { code: 'public-as-secret' }
  | {
      code: 'kid-not-in-set'
      kid: string
      has: string[]
      size: number
      nearMiss: NearMiss | null
    }
  | { code: 'none-in-set'; size: number }
  | { code: 'not-on-curve'; curve: string }
  | { code: 'refused'; shape: KeyShape }

/** What the algorithm asks for, in a sentence and in a rung; `half` is the one of a key pair that the work takes. */
export function neededKey(
  { family, curve }: SignatureAlgorithm,
  half: AsymmetricKey['kind'] = 'public',
): { long: string; short: string } {
  switch (family) {
    case 'hmac':
      return { long: 'a shared secret', short: 'a secret' }
    case 'rsa-pkcs1':
    case 'rsa-pss':
      return { long: `an RSA ${half} key`, short: 'RSA' }
    case 'ecdsa':
      return { long: `an EC ${half} key on ${curve}`, short: `EC ${curve}` }
    case 'eddsa':
      return { long: `an ${curve} ${half} key`, short: `${curve}` }
    case 'ml-dsa':
      return { long: `an ML-DSA ${half} key`, short: 'ML-DSA' }
    default:
      return family satisfies never
  }
}

/** What is to be done where the key that the header names is not in the set. */
const RELOAD = 'Load the key set again: its keys may have been rotated, or it is another issuer’s.'

const SECRECY = ' Keep private keys out of web pages.'

/** V19, V20, V21, V23 and their kin. `reason` is for the Key rung. Checking takes the public half, signing the private one. */
export function tellUnusable(
  reason: UnusableReason,
  algorithm: SignatureAlgorithm,
  half: AsymmetricKey['kind'] = 'public',
): { lead: string; rest: string; reason: string } {
  const alg = algorithm.name
  const needed = neededKey(algorithm, half)
  const secrecy = half === 'public' ? SECRECY : ''
  switch (reason.code) {
    case 'malformed': {
      const fault = tellKeyFault(reason.fault)
      return { lead: 'Can’t read this key:', rest: `${fault}.`, reason: fault }
    }
    case 'unreadable-secret': {
      const { encoding, fault } = reason
      const told = tellSecretFault(fault, encoding)
      return {
        lead: `Can’t read this secret as ${nameEncoding(encoding)}:`,
        rest: `${told}.${tellClose(reason.nearMiss)}`,
        reason: told,
      }
    }
    case 'not-read-yet': {
      const { name, command, isPrivate } = tellNamedForm(reason.form)
      if (half === 'private')
        return {
          lead: `This is ${name}.`,
          rest: isPrivate
            ? 'This page can’t read one; give it as PKCS #8 (BEGIN PRIVATE KEY) or as a JWK.'
            : `${alg} needs ${needed.long}.`,
          reason: `${name}, not read here`,
        }
      return {
        lead: `This is ${name}.`,
        rest: `This page can’t read one.${isPrivate ? SECRECY : ''}${command === null ? '' : ` For the public key run: ${command}`}`,
        reason: `${name}, not read here`,
      }
    }
    case 'secret-for-key':
      return {
        lead: 'Wrong kind of key.',
        rest: `${alg} needs ${needed.long}; this is a shared secret.`,
        reason: `a secret given, ${needed.short} needed`,
      }
    case 'wrong-kind':
      return {
        lead: 'Wrong kind of key.',
        rest: `${alg} needs ${needed.long}; this is ${nameKey(reason.shape, reason.kind)}.${reason.kind === 'private' ? secrecy : ''}`,
        reason: `${nameShape(reason.shape)} given, ${needed.short} needed`,
      }
    case 'public-as-secret':
      return {
        lead: `Stop: ${alg} with a public key.`,
        rest: 'If a server does this, anyone can forge tokens. It is called algorithm confusion.',
        reason: 'a public key is no secret, so it cannot be the HMAC key',
      }
    case 'kid-not-in-set':
      return {
        lead: `No key ${quoted(reason.kid)} in this key set`,
        rest: `${tellKids(reason.has, reason.size)}.${reason.nearMiss === null && half === 'public' ? ` ${RELOAD}` : tellClose(reason.nearMiss)}`,
        reason: `no key ${quoted(reason.kid)} in this set`,
      }
    case 'none-in-set':
      return {
        lead: 'Wrong kind of key.',
        rest: `${alg} needs ${needed.long}; ${reason.size === 1 ? 'the one key' : `none of the ${reason.size} keys`} in this set is ${reason.size === 1 ? 'not ' : ''}one.`,
        reason: `no ${needed.short} key in this set`,
      }
    case 'not-on-curve':
      return {
        lead: 'Can’t use this key:',
        rest: `its point is not on the curve ${reason.curve}, so it is no ${reason.curve} key at all. Copy it again from where it came.`,
        reason: `its point is not on ${reason.curve}`,
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

const tellClose = (nearMiss: NearMiss | null): string =>
  nearMiss === null ? '' : ` ${tellNearMiss(nearMiss).clause}`
