/** Which key stands between these BEGIN and END lines, and what is wrong with the block? RFC 7468. */
import { readBase64url } from '../token/base64url.ts'
import type { KeyFault } from './keyFault.ts'
import type { AsymmetricKey, MalformedKey, NamedKey } from './keyKinds.ts'
import type { NamedForm } from './namedForm.ts'
import { readDer } from './readDer.ts'

const BEGIN = /-----BEGIN ([A-Z0-9 ]+?)-----/g
const END = /-----END ([A-Z0-9 ]+?)-----/g
const ILLEGAL = /[^A-Za-z0-9+/=\s]|=(?![=\s]*$)/

const namedForms: Record<string, NamedForm> = {
  'CERTIFICATE REQUEST': 'certificate-request',
  'NEW CERTIFICATE REQUEST': 'certificate-request',
  'ENCRYPTED PRIVATE KEY': 'encrypted',
  'OPENSSH PRIVATE KEY': 'openssh-private',
  'PGP PUBLIC KEY BLOCK': 'pgp',
  'PGP PRIVATE KEY BLOCK': 'pgp',
}

/**
 * Reads the first block that is not a list of curve parameters; text before and after it is passed over,
 * as are indentation and missing line breaks. Lines count from 1 in the text as given. Never throws.
 */
export function readPem(text: string): AsymmetricKey | NamedKey | MalformedKey {
  const begin = firstBegin(text)
  if (begin === null)
    return faulty({ code: 'pem-broken-begin', line: lineAt(text, text.indexOf('-----BEGIN')) })
  const { label, bodyStart } = begin
  if (/^\\[nr]/.test(text.slice(bodyStart, bodyStart + 2)))
    return faulty({ code: 'pem-literal-newlines', line: lineAt(text, bodyStart) })
  END.lastIndex = bodyStart
  const end = END.exec(text)
  const next = text.indexOf('-----BEGIN', bodyStart)
  if (end === null || (next !== -1 && next < end.index)) {
    const rest = text.slice(0, next === -1 ? text.length : next).trimEnd()
    return faulty({ code: 'pem-no-end', line: lineAt(text, rest.length) })
  }
  const endLine = lineAt(text, end.index)
  const endLabel = end[1] ?? ''
  if (endLabel !== label)
    return faulty({ code: 'pem-other-end', line: endLine, begin: label, end: endLabel })
  const body = text.slice(bodyStart, end.index)
  if (/^\s*Proc-Type:.*ENCRYPTED/m.test(body)) return { kind: 'named', form: 'encrypted' }
  const form = Object.hasOwn(namedForms, label) ? namedForms[label] : undefined
  if (form !== undefined) return { kind: 'named', form }
  if (label !== 'PUBLIC KEY' && label !== 'PRIVATE KEY')
    return faulty({ code: 'pem-unknown-label', label })
  return readBlock(text, label, body, bodyStart, endLine)
}

function readBlock(
  text: string,
  label: 'PUBLIC KEY' | 'PRIVATE KEY',
  body: string,
  bodyStart: number,
  endLine: number,
): AsymmetricKey | MalformedKey {
  const illegal = body.search(ILLEGAL)
  if (illegal !== -1)
    return faulty({ code: 'pem-illegal-character', line: lineAt(text, bodyStart + illegal) })
  const dense = body.replace(/[\s=]+/g, '')
  if (dense === '') return faulty({ code: 'pem-empty', line: endLine })
  if (dense.length % 4 === 1) return faulty({ code: 'pem-odd-length', line: endLine })
  const der = readBase64url(dense).bytes
  const reading = readDer(der, label)
  if ('fault' in reading) return faulty(reading.fault)
  const form = label === 'PRIVATE KEY' ? 'pkcs8' : 'spki'
  return {
    kind: label === 'PRIVATE KEY' ? 'private' : 'public',
    shape: reading.shape,
    material: { form, der },
    labels: null,
    certificate: null,
    repairs: [],
    form,
  }
}

function firstBegin(text: string): { label: string; bodyStart: number } | null {
  BEGIN.lastIndex = 0
  for (;;) {
    const match = BEGIN.exec(text)
    if (match === null) return null
    const label = match[1] ?? ''
    if (!label.endsWith(' PARAMETERS')) return { label, bodyStart: BEGIN.lastIndex }
  }
}

const faulty = (fault: KeyFault): MalformedKey => ({ kind: 'malformed', fault })

/** The line, from 1, that holds the character at this offset; a line ends in LF, CR LF or CR. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length
}
