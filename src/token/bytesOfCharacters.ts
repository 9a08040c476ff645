/** Which bytes does a run of base64url characters carry? ux.md 3.3. */
import type { Span } from './spans.ts'

/**
 * The bytes of which the characters carry at least one bit; empty for an empty run.
 * `byteCount` bounds the last character's unused bits and the padding.
 */
export function bytesOfCharacters(characters: Span, byteCount: number): Span {
  const start = Math.min(byteCount, Math.floor((characters.start * 6) / 8))
  if (characters.end <= characters.start) return { start, end: start }
  return { start, end: Math.min(byteCount, Math.ceil((characters.end * 6) / 8)) }
}
