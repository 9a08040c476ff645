/** Which sentences say whose a certificate is, who vouches for it, and when it holds? RFC 5280 §4.1, RFC 7515 §4.1.6–4.1.8. */
import { visible } from '../token/visible.ts'

export interface CertificateDescription {
  /** Names as text (RFC 4514), empty where there is none. */
  subject: string
  issuer: string
  /** Hex. */
  serial: string
  /** Seconds since 1970; both ends are inside the validity. */
  notBefore: number
  notAfter: number
  /** Issuer and subject are the same, and its own key verifies its signature. */
  isSelfSigned: boolean
  /** `hex` in pairs with colons; `base64url` is what `x5t#S256` holds. */
  thumbprintSha256: { hex: string; base64url: string }
  /** How it was signed: `ECDSA with SHA-256`. */
  algorithm: string
  /** Its subject alternative names. */
  names: string[]
}

const LONGEST_NAME = 200

/** `now` in seconds since 1970. The gravest is not first: they read on from one another. */
export function tellCertificate(facts: CertificateDescription, now: number): string[] {
  const { subject, issuer, notBefore, notAfter, isSelfSigned } = facts
  const sentences = [`Certificate of ${nameOf(subject)}, issued by ${nameOf(issuer)}.`]
  if (isSelfSigned) sentences.push('It issued itself (self-signed).')
  if (now < notBefore) sentences.push(`It is not valid before ${tellUtc(notBefore)}.`)
  if (now > notAfter) sentences.push(`It expired on ${tellUtc(notAfter)}.`)
  return [...sentences, 'Its chain is not checked against any trust store.']
}

const nameOf = (name: string): string =>
  name === '' ? 'nobody named' : `‘${visible(name.slice(0, LONGEST_NAME))}’`

const tellUtc = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
