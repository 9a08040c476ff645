/** Which bytes does PyJWT find in a base64url part? It fills up the padding, then drops what it does not know. Python 3.11 `binascii`. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))
sextets.set('-', 62).set('_', 63)

/**
 * `part` has one character per byte. Signs are added up to a multiple of four characters, foreign ones included; the
 * first complete padding ends the reading. null where Python raises: a group is left open.
 */
export function readPythonBase64(part: string): Uint8Array<ArrayBuffer> | null {
  const padded = part + '='.repeat((4 - (part.length % 4)) % 4)
  const bytes = new Uint8Array(Math.ceil((padded.length * 3) / 4))
  let length = 0
  let place = 0
  let rest = 0
  let signs = 0
  for (const character of padded) {
    if (character === '=') {
      if (place >= 2 && place + ++signs >= 4) return bytes.slice(0, length)
      continue
    }
    const sextet = sextets.get(character)
    if (sextet === undefined) continue
    signs = 0
    rest = ((rest << 6) | sextet) & 0xffff
    if (place > 0) bytes[length++] = rest >> (6 - 2 * place)
    place = (place + 1) % 4
  }
  return place === 0 ? bytes.slice(0, length) : null
}
