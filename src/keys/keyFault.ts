/** Why can a key not be read, and at which place? RFC 7468 §3, RFC 7517 §4, RFC 5280 §4.1. */
import { quoted } from '../token/visible.ts'
import { counted, shown } from '../token/quote.ts'

/** `line` and `position` count from 1. */
export type KeyFault =
  | { code: 'pem-no-end'; line: number }
  | { code: 'pem-no-begin'; line: number }
  | { code: 'pem-broken-begin'; line: number }
  | { code: 'pem-other-end'; line: number; begin: string; end: string }
  | { code: 'pem-illegal-character'; line: number }
  | { code: 'pem-empty'; line: number }
  | { code: 'pem-odd-length'; line: number }
  | { code: 'pem-unknown-label'; label: string }
  | { code: 'der-short'; found: number; expected: number }
  | { code: 'der-other'; label: string }
  | { code: 'sec1-no-curve' }
  | { code: 'not-json'; line: number; position: number }
  | { code: 'jwk-not-object' }
  | { code: 'jwk-unknown-kty'; kty: string | null }
  | { code: 'jwk-member-missing'; member: string }
  | { code: 'jwk-member-unreadable'; member: string }
  | { code: 'jwk-member-length'; member: string; bytes: number; expected: number; curve: string }
  | { code: 'set-not-list' }
  | { code: 'set-empty' }

/** The fault as the rest of "Can’t read this key: …", without a full stop. */
export function tellKeyFault(fault: KeyFault): string {
  switch (fault.code) {
    case 'pem-no-end':
      return `the PEM has no END line (line ${fault.line})`
    case 'pem-no-begin':
      return `the PEM has no BEGIN line before its END (line ${fault.line})`
    case 'pem-broken-begin':
      return `the PEM’s BEGIN line is not complete (line ${fault.line})`
    case 'pem-other-end':
      return `the PEM begins as ${shown(fault.begin)} but ends as ${shown(fault.end)} (line ${fault.line})`
    case 'pem-illegal-character':
      return `the PEM holds a character that base64 does not have (line ${fault.line})`
    case 'pem-empty':
      return `the PEM has nothing between BEGIN and END (line ${fault.line})`
    case 'pem-odd-length':
      return `one character was lost or added before the END line (line ${fault.line})`
    case 'pem-unknown-label':
      return `no key is known by the name ${quoted(fault.label)}; a public key says PUBLIC KEY`
    case 'der-short':
      return `it was cut, ${fault.found} of ${fault.expected} bytes are there`
    case 'der-other':
      return `what stands between BEGIN and END is not a ${fault.label}`
    case 'sec1-no-curve':
      return 'the EC private key does not say its curve; put the EC PARAMETERS block before it'
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
      return `the JWK’s ${fault.member} is ${counted(fault.bytes, 'byte')}, and ${fault.curve} needs ${fault.expected}`
    case 'set-not-list':
      return 'keys must be a list'
    case 'set-empty':
      return 'the key set is empty'
    default:
      return fault satisfies never
  }
}
