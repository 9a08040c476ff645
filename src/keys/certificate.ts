/** What does a certificate say of itself that its bytes alone tell, and which key does it carry? RFC 5280 §4.1. */
import {
  childrenOf,
  CONTEXT_0,
  contentOf,
  type DerElement,
  hexOf,
  INTEGER,
  SEQUENCE,
  sequenceIn,
  wholeOf,
} from './derElement.ts'

export interface CertificateFacts {
  /** The certificate itself, from its first byte to its last. */
  der: Uint8Array<ArrayBuffer>
  /** Seconds since 1970; both ends are inside the validity. */
  notBefore: number
  notAfter: number
  /** Issuer and subject are the same bytes. Whether its own key signed it is not looked at. */
  isSelfIssued: boolean
  /** How many more certificates stood behind it in the same text. */
  followers: number
}

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/**
 * Reads one certificate from its first byte to its last, and gives the SubjectPublicKeyInfo in it as DER.
 * null where the bytes are none. Never throws; no signature is checked.
 */
export function readCertificate(
  der: Uint8Array<ArrayBuffer>,
): { spki: Uint8Array<ArrayBuffer>; facts: CertificateFacts } | null {
  const parts = sequenceIn(der)
  const [signed] = parts ?? []
  if (parts?.length !== 3 || signed?.tag !== SEQUENCE) return null
  const fields = childrenOf(der, signed) ?? []
  // the version is left out in version 1
  const [serial, , issuer, validity, subject, key] = fields.slice(
    fields[0]?.tag === CONTEXT_0 ? 1 : 0,
  )
  if (serial?.tag !== INTEGER || issuer?.tag !== SEQUENCE || subject?.tag !== SEQUENCE) return null
  if (validity?.tag !== SEQUENCE || key?.tag !== SEQUENCE) return null
  const [from, to] = childrenOf(der, validity) ?? []
  const notBefore = readTime(der, from)
  const notAfter = readTime(der, to)
  if (notBefore === null || notAfter === null) return null
  const isSelfIssued = hexOf(wholeOf(der, issuer)) === hexOf(wholeOf(der, subject))
  return {
    spki: wholeOf(der, key),
    facts: { der, notBefore, notAfter, isSelfIssued, followers: 0 },
  }
}

/** UTCTime has a year of two digits, which from 50 on means 19…. RFC 5280 §4.1.2.5. */
function readTime(bytes: Uint8Array, element: DerElement | undefined): number | null {
  if (element === undefined) return null
  const text = String.fromCharCode(...contentOf(bytes, element).subarray(0, 20))
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19'
  const full = element.tag === UTC_TIME ? century + text : text
  if (element.tag !== UTC_TIME && element.tag !== GENERALIZED_TIME) return null
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full)
  if (match === null) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}
