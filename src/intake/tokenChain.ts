/** How do the stretches that were found to be one token add up? */
import { isSpace } from './characters.ts'
import { isWholeLine, withoutPadding } from './evidence.ts'
import type { Fragment, Gap, Piece } from './fragment.ts'
import { type HeaderPeek, peekHeader } from './joseHeader.ts'
import { addRemoval, noRemoval } from './removal.ts'

export interface Step {
  gap: Gap
  fragment: Fragment
}

/** A token in the making: fragments that were found to be one text. Offsets are UTF-16 units of the raw text from 0. */
export class TokenChain {
  readonly start: number
  readonly pieces: Piece[] = []
  readonly removal = noRemoval()
  end: number
  dots = 0
  /** Characters since the last dot, padding not counted. */
  partLength = 0
  length = 0
  header: HeaderPeek | null = null
  /** How many characters stood before the first blank that was removed; null without one. */
  firstBlankAfter: number | null = null
  blanks = 0
  private readonly raw: string
  private part: string[] = []
  private brokenWidth: { physical: number; token: number } | null = null
  private lineStart: number
  private fragmentStart: number

  constructor(raw: string, first: Fragment, lineStart: number) {
    this.raw = raw
    this.start = first.start
    this.end = first.start
    this.lineStart = lineStart
    this.fragmentStart = first.start
    this.add(first)
  }

  /** Takes a fragment that stands directly after, or after the gap. */
  add(fragment: Fragment, gap: Gap | null = null): void {
    if (gap !== null) this.pass(gap, fragment)
    if (fragment.removal !== null) addRemoval(this.removal, fragment.removal)
    for (const piece of fragment.pieces) this.pieces.push(piece)
    this.extend(fragment.text, fragment.end)
  }

  /** Takes raw text as it stands, illegal characters and all. */
  addRaw(end: number): void {
    this.pieces.push({ start: this.end, end, text: null })
    this.extend(this.raw.slice(this.end, end), end)
  }

  currentPart(): string {
    this.part = [this.part.join('')]
    return this.part[0] ?? ''
  }

  /** Line after line of one width: the next one goes on with this token. */
  isWrappedAlike({ gap, fragment }: Step): boolean {
    if (this.brokenWidth === null || !gap.isBreak || !isWholeLine(this.raw, fragment)) return false
    const { physical, token } = this.brokenWidth
    const width = this.end - this.fragmentStart
    const isAlike = this.end - this.lineStart === physical || width === token
    return isAlike && fragment.end - fragment.start <= width
  }

  private pass(gap: Gap, fragment: Fragment): void {
    addRemoval(this.removal, gap.removal)
    if (!gap.isBreak) {
      if (gap.removal.spaces === 0) return
      this.firstBlankAfter ??= this.length
      this.blanks++
      return
    }
    this.brokenWidth = {
      physical: gap.start - this.lineStart,
      token: gap.start - this.fragmentStart,
    }
    this.lineStart = fragment.start
    while (this.lineStart > gap.start && isSpace(this.raw[this.lineStart - 1])) this.lineStart--
    this.fragmentStart = fragment.start
  }

  private extend(text: string, end: number): void {
    this.end = end
    this.length += text.length
    let from = 0
    for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', from)) {
      this.part.push(text.slice(from, dot))
      if (this.dots === 0) this.header = peekHeader(this.currentPart())
      this.dots++
      this.part = []
      this.partLength = 0
      from = dot + 1
    }
    const rest = text.slice(from)
    this.part.push(rest)
    this.partLength += withoutPadding(rest)
  }
}
