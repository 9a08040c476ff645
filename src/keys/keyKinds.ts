/** What can stand in the key box, and how is it named? RFC 7468, RFC 7517, RFC 5280 §4.1. */
import { quoted } from '../token/visible.ts'
import { shown } from '../token/quote.ts'
import type { SecretEncoding } from './secret.ts'

/** `other` is a kind that no algorithm checked here uses; its name comes from our own list. */
export type KeyShape =
  | { type: 'RSA'; bits: number }
  | { type: 'EC'; curve: string }
  | { type: 'OKP'; curve: string }
  | { type: 'other'; name: string | null }

/** What a JWK says of itself. RFC 7517 §4. */
export interface JwkLabels {
  kid: string | null
  use: string | null
  alg: string | null
  keyOps: string[] | null
}

/** What an importer takes. A JWK holds public members alone, freshly written from their bytes. */
export type KeyMaterial =
  | { form: 'spki' | 'pkcs8'; pem: string }
  | { form: 'jwk'; jwk: Record<string, string> }

export interface AsymmetricKey {
  kind: 'public' | 'private'
  shape: KeyShape
  /** null for a kind that nothing here can import. */
  material: KeyMaterial | null
  labels: JwkLabels | null
}

export interface SecretKey {
  kind: 'secret'
  bytes: Uint8Array<ArrayBuffer>
  /** null for a JWK. */
  encoding: SecretEncoding | null
  labels: JwkLabels | null
}

/** Recognised and not read by this build. */
export type NamedForm =
  | 'certificate'
  | 'certificate-request'
  | 'pkcs1-public'
  | 'pkcs1-private'
  | 'sec1'
  | 'encrypted'
  | 'openssh-private'
  | 'ssh-public'
  | 'pgp'

/** `line` and `position` count from 1. */
export type KeyFault =
  | { code: 'pem-no-end'; line: number }
  | { code: 'pem-broken-begin'; line: number }
  | { code: 'pem-other-end'; line: number; begin: string; end: string }
  | { code: 'pem-illegal-character'; line: number }
  | { code: 'pem-empty'; line: number }
  | { code: 'pem-literal-newlines'; line: number }
  | { code: 'pem-odd-length'; line: number }
  | { code: 'pem-unknown-label'; label: string }
  | { code: 'der-short'; found: number; expected: number }
  | { code: 'der-other'; label: string }
  | { code: 'not-json'; line: number; position: number }
  | { code: 'jwk-not-object' }
  | { code: 'jwk-unknown-kty'; kty: string | null }
  | { code: 'jwk-member-missing'; member: string }
  | { code: 'jwk-member-unreadable'; member: string }
  | { code: 'jwk-member-length'; member: string; bytes: number; expected: number; curve: string }
  | { code: 'set-not-list' }
  | { code: 'set-empty' }

export interface MalformedKey {
  kind: 'malformed'
  fault: KeyFault
}

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
    case 'other':
      return shape.name ?? 'an unknown kind'
    default:
      return shape satisfies never
  }
}

const publicForm = (name: string, command: string | null) => ({ name, command, isPrivate: false })
const privateForm = (name: string, command: string) => ({ name, command, isPrivate: true })

/** What the form is, and the command that turns it into one this page reads. */
export function tellNamedForm(form: NamedForm): {
  name: string
  command: string | null
  isPrivate: boolean
} {
  switch (form) {
    case 'certificate':
      return publicForm('a certificate', 'openssl x509 -in cert.pem -pubkey -noout')
    case 'certificate-request':
      return publicForm('a certificate request', 'openssl req -in req.pem -pubkey -noout')
    case 'pkcs1-public':
      return publicForm(
        'an RSA public key in PKCS #1 form',
        'openssl rsa -RSAPublicKey_in -in key.pem -pubout',
      )
    case 'ssh-public':
      return publicForm('an SSH public key', 'ssh-keygen -e -m PKCS8 -f key.pub')
    case 'pgp':
      return publicForm('a PGP block', null)
    case 'pkcs1-private':
      return privateForm('an RSA private key in PKCS #1 form', 'openssl rsa -in key.pem -pubout')
    case 'sec1':
      return privateForm('an EC private key in SEC 1 form', 'openssl ec -in key.pem -pubout')
    case 'encrypted':
      return privateForm('an encrypted private key', 'openssl pkey -in key.pem -pubout')
    case 'openssh-private':
      return privateForm('an OpenSSH private key', 'ssh-keygen -e -m PKCS8 -f key')
    default:
      return form satisfies never
  }
}

/** The fault as the rest of "Can’t read this key: …", without a full stop. */
export function tellKeyFault(fault: KeyFault): string {
  switch (fault.code) {
    case 'pem-no-end':
      return `the PEM has no END line (line ${fault.line})`
    case 'pem-broken-begin':
      return `the PEM’s BEGIN line is not complete (line ${fault.line})`
    case 'pem-other-end':
      return `the PEM begins as ${shown(fault.begin)} but ends as ${shown(fault.end)} (line ${fault.line})`
    case 'pem-illegal-character':
      return `the PEM holds a character that base64 does not have (line ${fault.line})`
    case 'pem-empty':
      return `the PEM has nothing between BEGIN and END (line ${fault.line})`
    case 'pem-literal-newlines':
      return `its line breaks are written as \\n (line ${fault.line}); put a real line break for each`
    case 'pem-odd-length':
      return `one character was lost or added before the END line (line ${fault.line})`
    case 'pem-unknown-label':
      return `no key is known by the name ${quoted(fault.label)}; a public key says PUBLIC KEY`
    case 'der-short':
      return `it was cut, ${fault.found} of ${fault.expected} bytes are there`
    case 'der-other':
      return `what stands between BEGIN and END is not a ${fault.label}`
    case 'not-json':
      return `it is not JSON from line ${fault.line}, character ${fault.position} on`
    case 'jwk-not-object':
      return 'a key in a key set must be a JSON object'
    case 'jwk-unknown-kty':
      return fault.kty === null
        ? 'the JWK does not say its kind (kty)'
        : `no standard names the kind ${quoted(fault.kty)} (kty)`
    case 'jwk-member-missing':
      return `the JWK has no ${fault.member}`
    case 'jwk-member-unreadable':
      return `the JWK’s ${fault.member} is not base64url text`
    case 'jwk-member-length':
      return `the JWK’s ${fault.member} is ${fault.bytes} bytes, and ${fault.curve} needs ${fault.expected}`
    case 'set-not-list':
      return 'keys must be a list'
    case 'set-empty':
      return 'the key set is empty'
    default:
      return fault satisfies never
  }
}
