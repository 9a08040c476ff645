/** Which base64url characters carry a run of bytes? ux.md 3.3. */

/** Offsets from 0, end exclusive. */
export interface Span {
  start: number
  end: number
}

export interface CharacterSpan extends Span {
  /** True where the first character also carries bits of the byte before the span. */
  isFirstShared: boolean
  /** True where the last character also carries bits of the byte after the span. */
  isLastShared: boolean
}

/**
 * The smallest run of characters that holds every bit of the bytes, within one segment; empty for an empty run.
 * Character c carries bits 6c…6c+5, byte i carries bits 8i…8i+7. `byteCount` is the segment's: behind its last
 * byte come bits that carry nothing, and a character is not shared with those.
 */
export function charactersOfBytes(
  bytes: Span,
  byteCount = Number.POSITIVE_INFINITY,
): CharacterSpan {
  const firstBit = bytes.start * 8
  const endBit = bytes.end * 8
  const start = Math.floor(firstBit / 6)
  if (endBit <= firstBit) return { start, end: start, isFirstShared: false, isLastShared: false }
  return {
    start,
    end: Math.ceil(endBit / 6),
    isFirstShared: firstBit % 6 !== 0,
    isLastShared: endBit % 6 !== 0 && bytes.end < byteCount,
  }
}
