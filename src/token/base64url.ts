/** Which bytes does a base64url text carry, and where does it break the rules? RFC 4648 §5, RFC 7515 §2. */

/** `at` counts UTF-16 code units from 0 within the text that was read. */
export type Base64urlFault =
  | { code: 'illegal-character'; at: number; character: string }
  | { code: 'standard-alphabet'; at: number; character: '+' | '/' }
  | { code: 'padding'; at: number; count: number }
  | { code: 'impossible-length'; at: number; length: number }
  | { code: 'unused-bits'; at: number; bits: 2 | 4 }

export interface Base64urlReading {
  /** What could be read: every whole byte before the first illegal character, or all of it. */
  bytes: Uint8Array<ArrayBuffer>
  /** In order of `at`; the first of each kind. */
  faults: Base64urlFault[]
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const ILLEGAL = 64

/** Character code → six bits; `+` and `/` read as their base64url twins, all else is ILLEGAL. */
const sextets = new Uint8Array(128).fill(ILLEGAL)
for (let i = 0; i < 64; i++) sextets[ALPHABET.charCodeAt(i)] = i
sextets['+'.charCodeAt(0)] = 62
sextets['/'.charCodeAt(0)] = 63

const sextetAt = (text: string, at: number): number => sextets[text.charCodeAt(at)] ?? ILLEGAL

/**
 * Reads leniently and reports strictly: standard base64 and padding are decoded and named as faults.
 * Linear in the length of the text; never throws.
 */
export function readBase64url(text: string): Base64urlReading {
  const faults: Base64urlFault[] = []
  const unpadded = withoutPadding(text)
  const padding = text.length - unpadded
  let readable = unpadded
  let hasStandard = false
  for (let at = 0; at < unpadded; at++) {
    if (sextetAt(text, at) === ILLEGAL) {
      faults.push({ code: 'illegal-character', at, character: characterAt(text, at) })
      readable = at
      break
    }
    const character = text[at]
    if (!hasStandard && (character === '+' || character === '/')) {
      hasStandard = true
      faults.push({ code: 'standard-alphabet', at, character })
    }
  }
  if (readable === unpadded) {
    const rest = unpadded % 4
    const last = sextetAt(text, unpadded - 1)
    if (rest === 1) faults.push({ code: 'impossible-length', at: unpadded - 1, length: unpadded })
    else if (rest === 2 && (last & 15) !== 0)
      faults.push({ code: 'unused-bits', at: unpadded - 1, bits: 4 })
    else if (rest === 3 && (last & 3) !== 0)
      faults.push({ code: 'unused-bits', at: unpadded - 1, bits: 2 })
    if (padding > 0) faults.push({ code: 'padding', at: unpadded, count: padding })
  }
  return { bytes: decode(text, readable), faults }
}

/** Bytes → base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const chunks: string[] = []
  let chunk = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    const left = bytes.length - i
    chunk += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4))
    if (left > 1) chunk += ALPHABET.charAt(((b & 15) << 2) | (c >> 6))
    if (left > 2) chunk += ALPHABET.charAt(c & 63)
    if (chunk.length > 8192) {
      chunks.push(chunk)
      chunk = ''
    }
  }
  return chunks.join('') + chunk
}

function withoutPadding(text: string): number {
  let end = text.length
  while (end > 0 && text[end - 1] === '=') end--
  return end
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function decode(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((length * 6) / 8))
  let out = 0
  let buffer = 0
  let bits = 0
  for (let at = 0; at < length; at++) {
    buffer = ((buffer << 6) | sextetAt(text, at)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[out++] = (buffer >> bits) & 0xff
    }
  }
  return bytes
}
