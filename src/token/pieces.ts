/** Of which runs is a pane's text made, and which run of the source does each stand for? */

/**
 * A run of the pane and the run of the source that it stands for, both in UTF-16 code units from 0.
 * `kept` runs are equal; all others are layout (no source) or a stand-in (CR LF, bidi marks, folded white space).
 */
export interface Piece {
  isKept: boolean
  pane: number
  paneLength: number
  source: number
  sourceLength: number
}

export interface Projection {
  /** What the pane shows. It holds no CR, because a text field would turn it into LF. */
  text: string
  source: string
  isLaidOut: boolean
  pieces: readonly Piece[]
}

/** Line ends, which every text field writes as LF. */
export const LINE_ENDS = /\r\n?/g

/** Lays pieces end to end over a source text. */
export class Builder {
  added = 0
  private readonly source: string
  private readonly pieces: Piece[] = []
  private readonly chunks: string[] = []
  private pane = 0
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Keeps the source up to `end`, but for what `standIns` matches. */
  keepTo(end: number, standIns: RegExp): void {
    const run = this.source.slice(this.at, end)
    let done = 0
    for (const match of run.matchAll(standIns)) {
      this.push(true, run.slice(done, match.index), match.index - done)
      this.push(false, standInFor(match[0]), match[0].length)
      done = match.index + match[0].length
    }
    this.push(true, run.slice(done), run.length - done)
  }

  /** Skips the source up to `end`: white space that the layout replaces. */
  fold(end: number): void {
    if (end > this.at) this.push(false, '', end - this.at)
  }

  /** Keeps the next comma or colon and folds the white space before it. */
  keepSign(sign: ',' | ':'): void {
    const at = this.source.indexOf(sign, this.at)
    this.fold(at)
    this.push(true, sign, 1)
  }

  add(text: string): void {
    this.added += text.length
    this.push(false, text, 0)
  }

  /** Takes a piece over from an older pane text. */
  repeat(piece: Piece, paneText: string): void {
    this.push(
      piece.isKept,
      paneText.slice(piece.pane, piece.pane + piece.paneLength),
      piece.sourceLength,
    )
  }

  finish(isLaidOut: boolean): Projection {
    return { text: this.chunks.join(''), source: this.source, isLaidOut, pieces: this.pieces }
  }

  private push(isKept: boolean, shown: string, sourceLength: number): void {
    if (shown === '' && sourceLength === 0) return
    this.pieces.push({
      isKept,
      pane: this.pane,
      paneLength: shown.length,
      source: this.at,
      sourceLength,
    })
    this.chunks.push(shown)
    this.pane += shown.length
    this.at += sourceLength
  }
}

/** A line end is shown as LF; any other stand-in spells out its code point. */
function standInFor(character: string): string {
  if (character.startsWith('\r')) return '\n'
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `⟨U+${code}⟩`
}
