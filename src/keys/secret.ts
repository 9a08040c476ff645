/** Which bytes is a secret, typed as text, meant to be? RFC 4648, RFC 7518 §3.2. */
import { readBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'

export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex'

/** `position` is the character of the text as typed, from 1. The character itself is never kept: it is part of a secret. */
export type SecretFault =
  | { code: 'illegal-character'; position: number }
  | { code: 'other-alphabet'; position: number; belongsTo: 'base64' | 'base64url' }
  | { code: 'impossible-length'; length: number }

export type SecretReading =
  | { kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'fault'; fault: SecretFault }

const WHITESPACE = /[\t\n\v\f\r ]+/g
const NOT_BASE64 = /[^A-Za-z0-9+/_\-\t\n\v\f\r ]/
const NOT_HEX = /[^0-9a-fA-F\t\n\v\f\r ]/

/**
 * As text every character counts, spaces and line breaks too. In base64, base64url and hex, white space
 * carries nothing and is passed over, and missing padding is no fault: both leave one reading only.
 * A character of the other base64 alphabet is a fault, because the setting and the text disagree.
 */
export function readSecret(text: string, encoding: SecretEncoding): SecretReading {
  switch (encoding) {
    case 'utf8':
      return { kind: 'bytes', bytes: writeUtf8(text) }
    case 'base64':
      return readBase64(text, /[-_]/, 'base64url')
    case 'base64url':
      return readBase64(text, /[+/]/, 'base64')
    case 'hex':
      return readHex(text)
    default:
      return encoding satisfies never
  }
}

function readBase64(
  text: string,
  foreign: RegExp,
  belongsTo: 'base64' | 'base64url',
): SecretReading {
  const illegal = text.slice(0, paddingStart(text)).search(NOT_BASE64)
  if (illegal !== -1)
    return { kind: 'fault', fault: { code: 'illegal-character', position: illegal + 1 } }
  const other = text.search(foreign)
  if (other !== -1)
    return { kind: 'fault', fault: { code: 'other-alphabet', position: other + 1, belongsTo } }
  const dense = text.replace(WHITESPACE, '').replace(/=+$/, '')
  if (dense.length % 4 === 1)
    return { kind: 'fault', fault: { code: 'impossible-length', length: dense.length } }
  return { kind: 'bytes', bytes: readBase64url(dense).bytes }
}

/** Where the padding at the end starts, and the white space around it; counts from 0. An equals sign before is none. */
export function paddingStart(text: string): number {
  let start = text.length
  while (start > 0 && /[=\t\n\v\f\r ]/.test(text.charAt(start - 1))) start--
  return start
}

function readHex(text: string): SecretReading {
  const illegal = text.search(NOT_HEX)
  if (illegal !== -1)
    return { kind: 'fault', fault: { code: 'illegal-character', position: illegal + 1 } }
  const dense = text.replace(WHITESPACE, '')
  if (dense.length % 2 === 1)
    return { kind: 'fault', fault: { code: 'impossible-length', length: dense.length } }
  const bytes = new Uint8Array(dense.length / 2)
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(dense.slice(2 * i, 2 * i + 2), 16)
  return { kind: 'bytes', bytes }
}

/** The encoding as a word of a sentence: "read as text". */
export function nameEncoding(encoding: SecretEncoding): string {
  return encoding === 'utf8' ? 'text' : encoding
}

const alphabets = {
  utf8: '',
  base64: 'base64 (A–Z a–z 0–9 + /)',
  base64url: 'base64url (A–Z a–z 0–9 - _)',
  hex: 'a hex digit (0–9 a–f)',
}

/** The fault as the rest of "Can’t read this secret as hex: …", without a full stop. */
export function tellSecretFault(fault: SecretFault, encoding: SecretEncoding): string {
  switch (fault.code) {
    case 'illegal-character':
      return `character ${fault.position} is not ${alphabets[encoding]}`
    case 'other-alphabet':
      return `character ${fault.position} belongs to ${fault.belongsTo}; read it as ${fault.belongsTo}`
    case 'impossible-length':
      return encoding === 'hex'
        ? `${fault.length} digits leave one over; a byte takes two`
        : `${fault.length} characters leave one over; ${encoding} groups are 2, 3 or 4`
    default:
      return fault satisfies never
  }
}
