/** Which key stands between these BEGIN and END lines, and what is wrong with the block? RFC 7468. */
import { readBase64url } from '../token/base64url.ts'
import { cleanText, type CleanText, withoutLineMarks } from './cleanText.ts'
import { contentOf, hexOf, OID, readElement } from './derElement.ts'
import { type AsymmetricKey, faulty, type MalformedKey, type NamedKey } from './keyKinds.ts'
import type { NamedForm } from './namedForm.ts'
import { findMarkers, hasFiveDashes, lineAt, type PemMarker } from './pemMarkers.ts'
import { base64Start, faultOf, isLabelOf, labelRepairs, readBody } from './pemBody.ts'
import { readDer } from './readDer.ts'

export type PemReading = AsymmetricKey | NamedKey | MalformedKey

const namedForms: Record<string, NamedForm> = {
  'CERTIFICATE REQUEST': 'certificate-request',
  'NEW CERTIFICATE REQUEST': 'certificate-request',
  'ENCRYPTED PRIVATE KEY': 'encrypted',
  'OPENSSH PRIVATE KEY': 'openssh-private',
  'SSH2 PUBLIC KEY': 'ssh-public',
  'PGP PUBLIC KEY BLOCK': 'pgp',
  'PGP PRIVATE KEY BLOCK': 'pgp',
}

/**
 * Reads the first block that is not a list of curve parameters, by its bytes; text before and after it is passed
 * over, as is indentation. What is damaged is set right where the bytes parse to their end, and said in `repairs`;
 * else the fault has its line, from 1 in the text as given. null for a text that has no marker line. Never throws.
 */
export function readPem(given: string): PemReading | null {
  if (!/\b(?:BEGIN|END)\b/.test(given)) return null
  const clean = cleanText(given)
  const markers = findMarkers(clean.text)
  const begin = markers.findIndex(({ isBegin, label }) => isBegin && !label.endsWith(' PARAMETERS'))
  if (begin !== -1) return readFromBegin(given, clean, markers, begin)
  const end = markers.find(({ isBegin, label }) => !isBegin && !label.endsWith(' PARAMETERS'))
  if (end !== undefined) return readBeforeEnd(clean, end)
  const broken = given.indexOf('-----BEGIN')
  return broken === -1 ? null : faulty({ code: 'pem-broken-begin', line: lineAt(given, broken) })
}

/**
 * Base64 of a key without any marker line; null unless the bytes are a key of a known kind from first to last, or a
 * form that is named. Never throws.
 */
export function readBareDer(given: string): AsymmetricKey | NamedKey | null {
  const clean = cleanText(given)
  const dense = clean.text.replace(/\s+/g, '')
  // a SEQUENCE of more than 127 bytes, or a short one, starts with 0x30
  if (!/^M[A-Za-z0-9+/_-]{38,}={0,2}$/.test(dense)) return null
  const reading = readDer(readBase64url(dense).bytes, null)
  if (reading.kind === 'named') return { kind: 'named', form: reading.form }
  if (reading.kind !== 'key' || reading.extra > 0) return null
  const { key } = reading
  if (key.shape.type === 'other' && key.shape.name === null) return null
  const { form, kind } = key
  const repairs = clean.repairsIn(0, given.length)
  return { ...key, repairs: [...repairs, { code: 'no-markers', form, kind }] }
}

function readFromBegin(
  given: string,
  clean: CleanText,
  markers: PemMarker[],
  at: number,
): PemReading | null {
  const begin = markers[at]
  if (begin === undefined) return null
  const next = markers[at + 1]
  const end = next === undefined || next.isBegin ? null : next
  const limit = next?.start ?? given.length
  const between = clean.text.slice(begin.end, limit)
  if (/Proc-Type:\s*4,\s*ENCRYPTED/.test(between)) return { kind: 'named', form: 'encrypted' }
  const named = Object.hasOwn(namedForms, begin.label) ? namedForms[begin.label] : undefined
  if (named !== undefined) return { kind: 'named', form: named }
  const lineStart =
    Math.max(...['\n', '\r'].map((sign) => given.lastIndexOf(sign, begin.start))) + 1
  const quote = withoutLineMarks(between, given.slice(lineStart, begin.start))
  const body = quote?.body ?? between
  const reading = readBody(end === null ? base64Start(body) : body, curveIn(clean.text, markers))
  if (reading.kind === 'named') return reading
  if (reading.kind !== 'key') {
    const isMarked = begin.dashes[0] + begin.dashes[1] > 0
    return isMarked ? faulty(faultOf(given, begin, end, limit, reading)) : null
  }
  const blockEnd = end?.end ?? limit
  const repairs = clean.repairsIn(begin.start - 1, blockEnd + 1)
  if (quote !== null) repairs.push({ code: 'line-marks', mark: quote.mark })
  const isOnOneLine = end !== null && !/[\r\n]/.test(given.slice(begin.start, blockEnd))
  if (isOnOneLine && !repairs.some(({ code }) => code === 'literal-newlines'))
    repairs.push({ code: 'one-line' })
  for (const marker of end === null ? [begin] : [begin, end])
    if (!hasFiveDashes(marker))
      repairs.push({ code: 'marker-dashes', line: lineAt(given, marker.start) })
  repairs.push(...labelRepairs(given, begin, end, reading.key))
  if (reading.extra > 0 && begin.label !== 'TRUSTED CERTIFICATE')
    repairs.push({ code: 'extra-bytes', count: reading.extra })
  const { certificate } = reading.key
  const followers = markers.slice(at + 1).filter(isCertificateBegin).length
  return {
    ...reading.key,
    repairs,
    certificate: certificate && { ...certificate, followers },
  }
}

function readBeforeEnd(clean: CleanText, end: PemMarker): PemReading | null {
  let start = end.start
  while (start > 0 && /[A-Za-z0-9+/=\s]/.test(clean.text[start - 1] ?? '')) start--
  const reading = readBody(clean.text.slice(start, end.start), null)
  if (reading.kind === 'named') return reading
  if (reading.kind === 'key') {
    const repairs = clean.repairsIn(start - 1, end.end + 1)
    return { ...reading.key, repairs: [...repairs, { code: 'no-begin' }] }
  }
  if (end.dashes[0] + end.dashes[1] === 0) return null
  return faulty({ code: 'pem-no-begin', line: lineAt(clean.text, end.start) })
}

/** The curve that an EC PARAMETERS block names, as hex. */
function curveIn(text: string, markers: PemMarker[]): string | null {
  const at = markers.findIndex(({ isBegin, label }) => isBegin && label === 'EC PARAMETERS')
  const begin = markers[at]
  if (begin === undefined) return null
  const dense = text.slice(begin.end, markers[at + 1]?.start).replace(/[\s=]+/g, '')
  const { bytes } = readBase64url(dense)
  const curve = readElement(bytes, 0, bytes.length)
  return curve?.tag === OID ? hexOf(contentOf(bytes, curve)) : null
}

const isCertificateBegin = ({ isBegin, label }: PemMarker): boolean =>
  isBegin && isLabelOf(label, 'public', 'certificate')
