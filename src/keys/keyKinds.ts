/** What can stand in the key box, and how is it named? RFC 7468, RFC 7517, RFC 5280 §4.1. */
import { shown } from '../token/quote.ts'
import type { CertificateFacts } from './certificate.ts'
import type { KeyFault } from './keyFault.ts'
import type { KeyRepair } from './keyRepair.ts'
import type { NamedForm } from './namedForm.ts'
import type { SecretEncoding } from './secret.ts'

/** `other` is a kind that no algorithm checked here uses; its name comes from our own list. */
export type KeyShape =
  | { type: 'RSA'; bits: number }
  | { type: 'EC'; curve: string }
  | { type: 'OKP'; curve: string }
  | { type: 'AKP'; alg: string }
  | { type: 'other'; name: string | null }

/** What a JWK says of itself. RFC 7517 §4. */
export interface JwkLabels {
  kid: string | null
  use: string | null
  alg: string | null
  keyOps: string[] | null
}

/**
 * What an importer takes: DER that ends where its outer length says, or a JWK with key members alone, freshly
 * written from their bytes. The private members stand in a private key's material only.
 */
export type KeyMaterial =
  | { form: 'spki' | 'pkcs8'; der: Uint8Array<ArrayBuffer> }
  | { form: 'jwk'; jwk: Record<string, string> }

/** How the key was written. */
export type KeyForm = 'spki' | 'pkcs1' | 'pkcs8' | 'sec1' | 'certificate' | 'jwk'

export interface AsymmetricKey {
  kind: 'public' | 'private'
  shape: KeyShape
  /** Of a private key: the private key itself. null for a kind that nothing here can import. */
  material: KeyMaterial | null
  labels: JwkLabels | null
  /** Where the key came out of a certificate, or a JWK brought its certificate along (x5c). */
  certificate: CertificateFacts | null
  /** What was set right before reading, in order; `tellRepair` says each in a sentence. */
  repairs: KeyRepair[]
  form: KeyForm
}

export interface SecretKey {
  kind: 'secret'
  bytes: Uint8Array<ArrayBuffer>
  /** null for a JWK. */
  encoding: SecretEncoding | null
  labels: JwkLabels | null
}

export interface MalformedKey {
  kind: 'malformed'
  fault: KeyFault
}

export const faulty = (fault: KeyFault): MalformedKey => ({ kind: 'malformed', fault })

export interface NamedKey {
  kind: 'named'
  form: NamedForm
}

export type SingleKeyReading = SecretKey | AsymmetricKey | MalformedKey

export interface JwkSet {
  kind: 'jwk-set'
  members: { kid: string | null; key: SingleKeyReading }[]
}

/** `an EC key (P-256)`, `an RSA private key (2048 bits)`, `a secret`. */
export function nameKey(shape: KeyShape, kind: AsymmetricKey['kind']): string {
  const noun = kind === 'private' ? 'private key' : 'key'
  switch (shape.type) {
    case 'RSA':
      return `an RSA ${noun} (${shape.bits} bits)`
    case 'EC':
      return `an EC ${noun} (${shown(shape.curve)})`
    case 'OKP':
      return `an ${shown(shape.curve)} ${noun}`
    case 'AKP':
      return `an ${shape.alg} ${noun}`
    case 'other':
      return shape.name === null ? `a ${noun} of unknown kind` : `an ${shape.name} ${noun}`
    default:
      return shape satisfies never
  }
}

/** The shape in the fewest words: `EC P-256`, `RSA`. */
export function nameShape(shape: KeyShape): string {
  switch (shape.type) {
    case 'RSA':
      return 'RSA'
    case 'EC':
      return `EC ${shown(shape.curve)}`
    case 'OKP':
      return shown(shape.curve)
    case 'AKP':
      return shape.alg
    case 'other':
      return shape.name ?? 'an unknown kind'
    default:
      return shape satisfies never
  }
}
