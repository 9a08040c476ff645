/** What was set right before a key was read, and how is that told? RFC 7468 §2, RFC 7517 §4. */
import { shown } from '../token/quote.ts'
import type { KeyForm } from './keyKinds.ts'

/** Each was done only where one reading is left and the bytes parse from end to end. `line` counts from 1. */
export type KeyRepair =
  | { code: 'literal-newlines' }
  | { code: 'escaped-slashes' }
  | { code: 'quotes' }
  | { code: 'line-marks'; mark: string }
  | { code: 'invisible' }
  | { code: 'one-line' }
  | { code: 'marker-dashes'; line: number }
  | { code: 'no-begin' }
  | { code: 'no-end' }
  | { code: 'no-markers'; form: KeyForm; kind: 'public' | 'private' }
  | { code: 'other-end'; begin: string; end: string; line: number }
  | { code: 'label'; label: string; form: KeyForm; kind: 'public' | 'private' }
  | { code: 'extra-bytes'; count: number }
  | { code: 'jwk-duplicate'; member: string }
  | { code: 'x5c-other-key' }
  | { code: 'x5c-only' }

/** The form as it stands in a sentence: `a certificate`, `an RSA public key (PKCS #1)`. */
function nameForm(form: KeyForm, kind: 'public' | 'private'): string {
  switch (form) {
    case 'spki':
      return 'a public key (SPKI)'
    case 'pkcs1':
      return `an RSA ${kind} key (PKCS #1)`
    case 'pkcs8':
      return 'a private key (PKCS #8)'
    case 'sec1':
      return 'an EC private key (SEC 1)'
    case 'certificate':
      return 'a certificate'
    case 'jwk':
      return 'a JWK'
    default:
      return form satisfies never
  }
}

/** One sentence, with its full stop. */
export function tellRepair(repair: KeyRepair): string {
  switch (repair.code) {
    case 'literal-newlines':
      return 'Its line breaks were written as \\n; each was read as a line break.'
    case 'escaped-slashes':
      return 'Its slashes were written as \\/; each was read as /.'
    case 'quotes':
      return 'The quotes around the key were left out.'
    case 'line-marks':
      return `The ${shown(repair.mark)} before its lines was left out.`
    case 'invisible':
      return 'Characters that cannot be seen stood in it and were left out.'
    case 'one-line':
      return 'It stood on one line, without line breaks; most tools want the marker lines on their own.'
    case 'marker-dashes':
      return `Line ${repair.line} should have exactly five dashes on either side; it was read all the same.`
    case 'no-begin':
      return 'Its BEGIN line is missing; the bytes before the END line are whole.'
    case 'no-end':
      return 'Its END line is missing or broken; the bytes after the BEGIN line are whole.'
    case 'no-markers':
      return `It has no BEGIN and END lines; the bytes are ${nameForm(repair.form, repair.kind)}.`
    case 'other-end':
      return `It begins as ${shown(repair.begin)} but ends as ${shown(repair.end)} (line ${repair.line}); the bytes tell what it is.`
    case 'label':
      return `Its label says ${shown(repair.label)}, but it holds ${nameForm(repair.form, repair.kind)}; it was read as that.`
    case 'extra-bytes':
      return `${repair.count} more ${repair.count === 1 ? 'byte stands' : 'bytes stand'} after the end of the key; they were left out.`
    case 'jwk-duplicate':
      return `It has the member ${shown(repair.member)} twice; the last one was used.`
    case 'x5c-other-key':
      return 'The certificate in its x5c holds another key; the JWK’s own members were used.'
    case 'x5c-only':
      return 'It has no key members of its own; the key was taken from the certificate in its x5c.'
    default:
      return repair satisfies never
  }
}
