/** With which key was the signature checked, and what is there to know about that key? RFC 7518 §3.2, §3.3; RFC 7517 §4. */
import { quoted } from '../token/visible.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { type AsymmetricKey, type KeyShape, nameShape, type SecretKey } from '../keys/keyKinds.ts'
import { isPublicSecret } from '../keys/publicSecrets.ts'
import { readUtf8 } from '../token/utf8.ts'
import { tellSecret } from './plainWords.ts'
import { counted, shown } from '../token/quote.ts'
import type { SecretEncoding } from '../keys/secret.ts'

/** Facts only: no byte of the key. `member` is set where a key set was given and this key chosen from it. */
export type UsedKey =
  | { kind: 'secret'; bytes: number; encoding: SecretEncoding | null; member: SetMember | null }
  | {
      kind: 'public' | 'private'
      shape: KeyShape
      member: SetMember | null
      /** Seconds; both ends are inside. null where it came without a certificate. */
      certificate: { notBefore: number; notAfter: number } | null
    }

/** A key's place in its set, from 1. */
export interface SetMember {
  kid: string | null
  place: number
  size: number
}

/** A key that may be the one. */
export interface Candidate {
  key: SecretKey | AsymmetricKey
  member: SetMember | null
}

export type KeyConcern =
  | { code: 'self-asserted' }
  | { code: 'empty-secret'; minimum: number }
  | { code: 'short-secret'; bytes: number; minimum: number }
  | { code: 'public-secret' }
  | { code: 'small-rsa'; bits: number; minimum: number }
  | { code: 'for-other-use'; use: string }
  | { code: 'for-other-algorithm'; alg: string }
  | { code: 'not-for-verifying' }
  | { code: 'private-key' }

export function describeUse({ key, member }: Candidate): UsedKey {
  if (key.kind === 'secret')
    return { kind: 'secret', bytes: key.bytes.length, encoding: key.encoding, member }
  const { kind, shape, certificate } = key
  const dates = certificate && {
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  }
  return { kind, shape, member, certificate: dates }
}

/** The gravest first. */
export function concernsAbout(
  algorithm: SignatureAlgorithm,
  key: SecretKey | AsymmetricKey,
  isFromToken: boolean,
): KeyConcern[] {
  const concerns: KeyConcern[] = isFromToken ? [{ code: 'self-asserted' }] : []
  const { minimumBits } = algorithm
  if (minimumBits !== null) {
    if (key.kind === 'secret') {
      const minimum = minimumBits / 8
      const bytes = key.bytes.length
      if (bytes === 0) concerns.push({ code: 'empty-secret', minimum })
      else if (bytes < minimum) concerns.push({ code: 'short-secret', bytes, minimum })
      if (isPublicSecret(readUtf8(key.bytes).text)) concerns.push({ code: 'public-secret' })
    } else if (key.shape.type === 'RSA' && key.shape.bits < minimumBits)
      concerns.push({ code: 'small-rsa', bits: key.shape.bits, minimum: minimumBits })
  }
  if (key.labels !== null) {
    const { use, alg, keyOps } = key.labels
    if (use !== null && use !== 'sig') concerns.push({ code: 'for-other-use', use })
    if (alg !== null && !isSameWork(alg, algorithm))
      concerns.push({ code: 'for-other-algorithm', alg })
    if (keyOps !== null && !keyOps.includes('verify') && !keyOps.includes('sign'))
      concerns.push({ code: 'not-for-verifying' })
  }
  if (key.kind === 'private') concerns.push({ code: 'private-key' })
  return concerns
}

/** `EdDSA` and `Ed25519` are two names of one thing. */
function isSameWork(alg: string, algorithm: SignatureAlgorithm): boolean {
  const named = algorithmNamed(alg)
  return (
    named !== undefined &&
    named.family === algorithm.family &&
    named.hash === algorithm.hash &&
    named.curve === algorithm.curve
  )
}

/** The key as the reason of a passed Key rung. */
export function tellUsedKey(key: UsedKey): string {
  if (key.member !== null) {
    const { kid, place, size: count } = key.member
    const size = key.kind === 'secret' ? counted(key.bytes, 'byte') : tellShape(key.shape)
    return kid === null
      ? `key ${place} of the ${count} you gave, ${size}`
      : `key ${quoted(kid)} of the set you gave, ${size}`
  }
  if (key.kind === 'secret') return tellSecret(key.bytes)
  const { shape } = key
  switch (shape.type) {
    case 'RSA':
      return `the RSA ${key.kind} key you gave, ${shape.bits} bits`
    case 'EC':
      return `the EC ${key.kind} key you gave, ${shown(shape.curve)}`
    case 'OKP':
      return `the ${shown(shape.curve)} ${key.kind} key you gave`
    case 'AKP':
      return `the ${shape.alg} ${key.kind} key you gave`
    case 'other':
      return `the ${key.kind} key you gave`
    default:
      return shape satisfies never
  }
}

function tellShape(shape: KeyShape): string {
  if (shape.type === 'RSA') return `RSA, ${shape.bits} bits`
  return shape.type === 'other' && shape.name === null ? 'of unknown kind' : nameShape(shape)
}

/** V22. */
export const PRIVATE_KEY_WARNING =
  'That is a private key. We used only its public half. Keep private keys out of web pages.'

const GUESSABLE_BYTES = 24

/** `clause` follows "Signature valid," (V9); null where the concern is a sentence of its own. `reason` is for the rung. */
export function tellConcern(
  concern: KeyConcern,
  alg: string,
): { clause: string | null; reason: string } {
  switch (concern.code) {
    case 'self-asserted':
      return {
        clause:
          'but only with the key that the token itself brings. Anyone can make such a token; it proves nothing about the issuer.',
        reason: 'self-asserted: the key came with the token',
      }
    case 'empty-secret':
      return {
        clause: `but the secret is empty (0 bytes). ${alg} needs at least ${concern.minimum}; anyone can sign with this one.`,
        reason: `empty; ${alg} needs at least ${concern.minimum} bytes`,
      }
    case 'short-secret': {
      const size = counted(concern.bytes, 'byte')
      const risk =
        concern.bytes < GUESSABLE_BYTES ? 'this one can be guessed' : 'a server may refuse this one'
      return {
        clause: `but the secret is ${size}. ${alg} needs at least ${concern.minimum}; ${risk}.`,
        reason: `${size}; ${alg} needs at least ${concern.minimum}`,
      }
    }
    case 'public-secret':
      return {
        clause: 'but the secret stands in public lists of leaked secrets. Anyone can sign with it.',
        reason: 'it stands in public lists of leaked secrets',
      }
    case 'small-rsa':
      return {
        clause: `but the RSA key is ${concern.bits} bits. ${alg} needs ${concern.minimum} bits or larger; a key this small can be broken.`,
        reason: `${concern.bits} bits; ${alg} needs at least ${concern.minimum}`,
      }
    case 'for-other-use':
      return {
        clause: `but the key says it is not for signatures (use: ${shown(concern.use)}).${concern.use === 'enc' ? ' It is marked for encryption.' : ''}`,
        reason: `its use says ${shown(concern.use)}, not sig`,
      }
    case 'for-other-algorithm':
      return {
        clause: `but the key says it is for ${shown(concern.alg)}, not for ${alg}.`,
        reason: `its alg says ${shown(concern.alg)}, not ${alg}`,
      }
    case 'not-for-verifying':
      return {
        clause: 'but the key’s key_ops do not include verify.',
        reason: 'its key_ops do not include verify',
      }
    case 'private-key':
      return { clause: null, reason: 'a private key; only its public half was used' }
    default:
      return concern satisfies never
  }
}
