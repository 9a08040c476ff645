/** Which bytes does a base64url text carry, and where does it break the rules? RFC 4648 §5, RFC 7515 §2. */

/** `at` counts UTF-16 code units from 0 within the text that was read. */
type Base64urlFault =
  | { code: 'illegal-character'; at: number; character: string }
  | { code: 'standard-alphabet'; at: number; character: '+' | '/' }
  | { code: 'padding'; at: number; count: number }
  | { code: 'impossible-length'; at: number; length: number }
  | { code: 'unused-bits'; at: number; bits: 2 | 4 }

export interface Base64urlReading {
  /** What could be read: every whole byte before the first illegal character, or all of it. */
  bytes: Uint8Array<ArrayBuffer>
  /** In order of `at`; the first of each kind. Behind an illegal character nothing is looked at. */
  faults: Base64urlFault[]
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Set on the values of `+` and `/`, so that one comparison finds all that is not base64url. */
const STANDARD = 64
const ILLEGAL = 255

/** Character code → six bits. */
const sextets = new Uint8Array(128).fill(ILLEGAL)
for (let i = 0; i < 64; i++) sextets[ALPHABET.charCodeAt(i)] = i
sextets['+'.charCodeAt(0)] = STANDARD | 62
sextets['/'.charCodeAt(0)] = STANDARD | 63

const letters = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const ascii = new TextDecoder()

/**
 * Reads leniently and reports strictly: standard base64 and padding are decoded and named as faults.
 * Linear in the length of the text; never throws.
 */
export function readBase64url(text: string): Base64urlReading {
  const faults: Base64urlFault[] = []
  const end = withoutPadding(text)
  const bytes = new Uint8Array(Math.floor((end * 6) / 8))
  let hasStandard = false
  let out = 0
  let buffer = 0
  let bits = 0
  for (let at = 0; at < end; at++) {
    const sextet = sextets[text.charCodeAt(at)] ?? ILLEGAL
    if (sextet >= STANDARD) {
      const character = characterAt(text, at)
      if (character !== '+' && character !== '/') {
        faults.push({ code: 'illegal-character', at, character })
        return { bytes: bytes.slice(0, out), faults }
      }
      if (!hasStandard) faults.push({ code: 'standard-alphabet', at, character })
      hasStandard = true
    }
    buffer = ((buffer << 6) | (sextet & 63)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[out++] = buffer >> bits
    }
  }
  if (bits === 6) faults.push({ code: 'impossible-length', at: end - 1, length: end })
  else if ((bits === 2 || bits === 4) && (buffer & ((1 << bits) - 1)) !== 0)
    faults.push({ code: 'unused-bits', at: end - 1, bits })
  if (end < text.length) faults.push({ code: 'padding', at: end, count: text.length - end })
  return { bytes, faults }
}

/** Bytes → base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 8) / 6))
  let out = 0
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      codes[out++] = letters[(buffer >> bits) & 63] ?? 0
    }
  }
  if (bits > 0) codes[out] = letters[(buffer << (6 - bits)) & 63] ?? 0
  return ascii.decode(codes)
}

function withoutPadding(text: string): number {
  let end = text.length
  while (end > 0 && text[end - 1] === '=') end--
  return end
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}
