/** What do the characters between two marker lines hold, and does the label fit them? RFC 7468 §3, §4. */
import { readBase64url } from '../token/base64url.ts'
import { paddingStart } from './secret.ts'
import type { KeyFault } from './keyFault.ts'
import type { AsymmetricKey, KeyForm } from './keyKinds.ts'
import type { KeyRepair } from './keyRepair.ts'
import { hasFiveDashes, lineAt, type PemMarker } from './pemMarkers.ts'
import { type DerReading, readDer } from './readDer.ts'

export type BodyReading =
  | DerReading
  | { kind: 'empty' }
  | { kind: 'odd-length' }
  /** `at` in characters of the body, from 0. */
  | { kind: 'illegal'; at: number }

type Unread = Exclude<BodyReading, { kind: 'key' | 'named' }>

const ILLEGAL = /[^A-Za-z0-9+/\s]/
const BASE64_RUN = /^[A-Za-z0-9+/\s]*=?\s?=?/

/** Labels that say what the bytes are. */
const formLabels: Record<string, `${AsymmetricKey['kind']} ${KeyForm}`> = {
  'PUBLIC KEY': 'public spki',
  'PRIVATE KEY': 'private pkcs8',
  'RSA PUBLIC KEY': 'public pkcs1',
  'RSA PRIVATE KEY': 'private pkcs1',
  'EC PRIVATE KEY': 'private sec1',
  CERTIFICATE: 'public certificate',
  'X509 CERTIFICATE': 'public certificate',
  'TRUSTED CERTIFICATE': 'public certificate',
}

export function isLabelOf(label: string, kind: AsymmetricKey['kind'], form: KeyForm): boolean {
  return Object.hasOwn(formLabels, label) && formLabels[label] === `${kind} ${form}`
}

/** White space counts nowhere, padding may be missing. `curve` as `readDer` takes it. Never throws. */
export function readBody(body: string, curve: string | null): BodyReading {
  const at = body.slice(0, paddingStart(body)).search(ILLEGAL)
  if (at !== -1) return { kind: 'illegal', at }
  const dense = body.replace(/[\s=]+/g, '')
  if (dense === '') return { kind: 'empty' }
  if (dense.length % 4 === 1) return { kind: 'odd-length' }
  return readDer(readBase64url(dense).bytes, curve)
}

/** As far as the body can be base64: for a block whose END line is not there to bound it. */
export const base64Start = (body: string): string => BASE64_RUN.exec(body)?.[0] ?? ''

/** `limit` is where the body ends, in characters of `text` from 0. */
export function faultOf(
  text: string,
  begin: PemMarker,
  end: PemMarker | null,
  limit: number,
  reading: Unread,
): KeyFault {
  if (reading.kind === 'no-curve') return { code: 'sec1-no-curve' }
  if (end === null) {
    if (!hasFiveDashes(begin)) return { code: 'pem-broken-begin', line: lineAt(text, begin.start) }
    return { code: 'pem-no-end', line: lineAt(text, text.slice(0, limit).trimEnd().length) }
  }
  const line = lineAt(text, end.start)
  if (begin.label !== end.label)
    return { code: 'pem-other-end', line, begin: begin.label, end: end.label }
  switch (reading.kind) {
    case 'illegal':
      return { code: 'pem-illegal-character', line: lineAt(text, begin.end + reading.at) }
    case 'empty':
      return { code: 'pem-empty', line }
    case 'odd-length':
      return { code: 'pem-odd-length', line }
    case 'short':
      return { code: 'der-short', found: reading.found, expected: reading.expected }
    case 'unknown':
      return Object.hasOwn(formLabels, begin.label)
        ? { code: 'der-other', label: begin.label }
        : { code: 'pem-unknown-label', label: begin.label }
    default:
      return reading satisfies never
  }
}

/** What is wrong with the names in the marker lines of a key that was read by its bytes. */
export function labelRepairs(
  text: string,
  begin: PemMarker,
  end: PemMarker | null,
  { kind, form }: AsymmetricKey,
): KeyRepair[] {
  if (end === null) return [{ code: 'no-end' }, ...wrongLabel(begin.label, kind, form)]
  if (begin.label === end.label) return wrongLabel(begin.label, kind, form)
  const line = lineAt(text, end.start)
  return [{ code: 'other-end', begin: begin.label, end: end.label, line }]
}

function wrongLabel(label: string, kind: AsymmetricKey['kind'], form: KeyForm): KeyRepair[] {
  return isLabelOf(label, kind, form) ? [] : [{ code: 'label', label, form, kind }]
}
