/** From which characters of the paste does a found token come? */
import type { Finding } from './findTokens.ts'
import type { Piece } from './fragment.ts'
import type { FoundToken } from './intake.ts'
import { nameByClaims, nameByPlace } from './nameToken.ts'
import type { Place } from './place.ts'

/** Its disclosures and its key-binding JWT are part of the token. */
export function tokenOf(raw: string, finding: Finding, place: Place): FoundToken {
  const { start, header, disclosures } = finding
  const end = disclosures?.end ?? finding.end
  const pieces = [...finding.pieces, ...unbrokenPieces(raw, finding.end, end)]
  const text = finding.text + raw.slice(finding.end, end).replace(/\s+/g, '')
  return {
    text,
    start,
    end,
    rawAt: rawOffsets(pieces, text.length),
    name: nameByClaims(text, header) ?? nameByPlace(place),
    place,
  }
}

/** The runs between white space. */
function unbrokenPieces(raw: string, start: number, end: number): Piece[] {
  return [...raw.slice(start, end).matchAll(/\S+/g)].map((run) => ({
    start: start + run.index,
    end: start + run.index + run[0].length,
    text: null,
  }))
}

/** null where the pieces are one unbroken stretch of raw text. */
function rawOffsets(pieces: readonly Piece[], length: number): Uint32Array | null {
  const isUnbroken = pieces.every(
    ({ start, text }, index) => text === null && (index === 0 || pieces[index - 1]?.end === start),
  )
  if (isUnbroken) return null
  const offsets = new Uint32Array(length)
  let at = 0
  for (const { start, end, text } of pieces) {
    const size = text?.length ?? end - start
    for (let i = 0; i < size; i++) offsets[at++] = text === null ? start + i : start
  }
  return offsets
}
