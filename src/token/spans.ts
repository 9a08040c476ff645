/** Which base64url characters carry a run of bytes, and which bytes a run of characters? ux.md 3.3. */

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
 * The smallest run of characters that holds every bit of the bytes, within one segment.
 * Character c carries bits 6c…6c+5, byte i carries bits 8i…8i+7.
 */
export function charactersOfBytes(bytes: Span): CharacterSpan {
  const firstBit = bytes.start * 8
  const endBit = bytes.end * 8
  return {
    start: Math.floor(firstBit / 6),
    end: Math.ceil(endBit / 6),
    isFirstShared: firstBit % 6 !== 0,
    isLastShared: endBit % 6 !== 0,
  }
}

/** The bytes of which the characters carry at least one bit. `byteCount` bounds the last character's unused bits. */
export function bytesOfCharacters(characters: Span, byteCount: number): Span {
  return {
    start: Math.min(byteCount, Math.floor((characters.start * 6) / 8)),
    end: Math.min(byteCount, Math.ceil((characters.end * 6) / 8)),
  }
}
