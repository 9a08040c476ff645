/** What is true of a whole paste that the reading of one token in it asks for? */
import { endOfRun, isInvisible, isWhite } from './characters.ts'

/** What a whole paste is like; found once, when first asked for. */
export class Surroundings {
  readonly raw: string
  private purity: boolean | null = null
  private deadEnd = -1
  private tries = 0

  constructor(raw: string) {
    this.raw = raw
  }

  /** True where the paste holds nothing but token characters and white space. */
  get isPure(): boolean {
    this.purity ??= isPure(this.raw)
    return this.purity
  }

  /**
   * Many starts may look ahead to the same dead end; after a few it is not tried again,
   * so that a long text stays linear.
   */
  mayLookAhead(from: number): boolean {
    return from >= this.deadEnd || this.tries < 3
  }

  noteDeadEnd(at: number): void {
    this.tries = at === this.deadEnd ? this.tries + 1 : 1
    this.deadEnd = at
  }
}

function isPure(raw: string): boolean {
  let at = 0
  while (at < raw.length) {
    const character = raw[at]
    if (isWhite(character) || isInvisible(character) || character === '=') at++
    else if (endOfRun(raw, at, false) > at) at = endOfRun(raw, at, false)
    else return false
  }
  return true
}
