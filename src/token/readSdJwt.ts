/** Which issuer’s token, which disclosures and which proof of the holder make up this text? RFC 9901 §4. */
import { asCompact } from './moreThanCompact.ts'
import { readToken, type TokenReading } from './readToken.ts'
import { readBase64url } from './base64url.ts'
import type { Segment } from './segment.ts'

/** `<issuer’s JWT>~<disclosure>~…~<key-binding JWT or nothing>`; null where no signed token stands before a `~`. */
export function readSdJwt(text: string): TokenReading | null {
  const first = text.indexOf('~')
  if (first === -1) return null
  const issued = readToken(text.slice(0, first))
  if (issued.form !== 'jws') return null
  const pieces = piecesBehind(text, first)
  const last = pieces.at(-1)
  const isBound = last?.text.includes('.') === true
  const isClosed = isBound || last?.text === ''
  const disclosures = isClosed ? pieces.slice(0, -1) : pieces
  const keyBinding = isBound && last !== undefined ? last : null
  const faults = [...issued.faults]
  if (!isClosed && last !== undefined)
    faults.push({
      code: 'of-form',
      weight: 'warning',
      short: 'the ~ after the last disclosure is missing',
      title: 'The last ~ is missing.',
      text: 'Each disclosure of an SD-JWT ends in ~ (RFC 9901 section 4). Copy the token again to its end, or add the ~.',
      start: last.end - 1,
      end: last.end,
    })
  return {
    ...issued,
    text,
    segments: [...issued.segments, ...disclosures, ...(keyBinding ? [keyBinding] : [])],
    more: { ...asCompact, disclosures, keyBinding },
    faults,
  }
}

/** The texts between the tildes, at their places in the token. */
function piecesBehind(text: string, first: number): Segment[] {
  let start = first + 1
  return text
    .slice(start)
    .split('~')
    .map((piece) => {
      const segment = {
        start,
        end: start + piece.length,
        text: piece,
        bytes: readBase64url(piece).bytes,
      }
      start += piece.length + 1
      return segment
    })
}
