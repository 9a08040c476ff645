/** What does code need to know that checks one signature outside this page? RFC 7515 §5.2. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import { encodeBase64url } from '../token/base64url.ts'

export interface SnippetSubject {
  algorithm: SignatureAlgorithm
  /** Where the name of the algorithm allows two curves, the one that makes signatures of this length. */
  curve: string | null
  /** Header and payload, base64url with one dot: letters, digits, `-`, `_` and `.` alone, so that any quotes hold it. */
  input: string
  /** Of a length that the algorithm makes. */
  signature: Uint8Array<ArrayBuffer>
  /** How the secret will be written in its place. */
  encoding: SecretEncoding
}

/** null where the tools of that language do not check the algorithm. */
export type SnippetWriter = (subject: SnippetSubject) => string | null

/** Stands where the secret belongs; the secret itself is never written into code. */
export const PLACEHOLDER = '<your secret>'

/** SubjectPublicKeyInfo in PEM. */
export const KEY_FILE = 'public.pem'

export const MATCHES = 'The signature matches.'
export const MISMATCH = 'The signature does not match.'

/** `256` of SHA-256; empty where the algorithm brings its own hash. */
export const sizeOf = ({ hash }: SignatureAlgorithm): string => hash?.slice(4) ?? ''

export const inBase64url = ({ signature }: SnippetSubject): string => encodeBase64url(signature)

export const tokenOf = (subject: SnippetSubject): string =>
  `${subject.input}.${inBase64url(subject)}`

/** With the standard alphabet and padding. RFC 4648 §4. */
export function inBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

const NAMES = { base64: 'base64', base64url: 'base64url', hex: 'hex' }

/** How to write the secret in its place; `quoting` says it for text, where quotes have to be escaped. */
export const tellSecretPlace = (encoding: SecretEncoding, quoting: string): string =>
  encoding === 'utf8' ? quoting : `the secret in ${NAMES[encoding]}`

/** In languages with strings in double quotes. */
export const DOUBLE_QUOTED = 'write " as \\" and \\ as \\\\'
/** In languages whose strings in single quotes know these two escapes alone. */
export const SINGLE_QUOTED = "write ' as \\' and \\ as \\\\"
