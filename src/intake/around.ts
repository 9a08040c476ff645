/** Does a token stand alone in its paste, and what stands around it? */
import { isInvisible, isQuote, isWhite } from './characters.ts'
import { addInvisible, noRemoval, type Removal } from './removal.ts'

export interface Around {
  /** True where there is nothing but white space, quotes, punctuation and the marks of a code fence. */
  isPlain: boolean
  /** Quotes, punctuation and invisible characters around it; empty where it does not stand alone. */
  removal: Removal
  /** Characters around it, white space at both ends of each side not counted. */
  ignored: number
}

const PUNCTUATION = ',;:.!?()[]{}<>*_~-'
const ELLIPSIS = /…|\.{3,100}/y
const FENCE_BEFORE = /^```[\w-]{0,20}[ \t]*\r?\n/
const FENCE_AFTER = /\n[ \t]*```$/

/** `start` and `end` bound the token in the raw text, from 0, end exclusive. Linear. */
export function readAround(raw: string, start: number, end: number): Around {
  const removal = noRemoval()
  const first = sideOf(raw, 0, start)
  // the ellipsis of a cut token is told as such
  ELLIPSIS.lastIndex = end
  const last = sideOf(raw, ELLIPSIS.test(raw) ? ELLIPSIS.lastIndex : end, raw.length)
  const fence =
    FENCE_BEFORE.exec(raw.slice(first.start, Math.min(first.start + 60, start)))?.[0].length ?? 0
  const closing =
    fence === 0
      ? 0
      : (FENCE_AFTER.exec(raw.slice(Math.max(end, last.end - 60), last.end))?.[0].length ?? 0)
  const isPlain =
    takeMarks(raw, first.start + (closing === 0 ? 0 : fence), first.end, removal) &&
    takeMarks(raw, last.start, last.end - closing, removal)
  return {
    isPlain,
    removal: isPlain ? removal : noRemoval(),
    ignored: first.end - first.start + last.end - last.start,
  }
}

/** One side without the white space at its ends; invisible characters count as part of it. */
function sideOf(raw: string, start: number, end: number): { start: number; end: number } {
  let first = start
  let last = end
  while (first < last && isWhite(raw[first])) first++
  while (last > first && isWhite(raw[last - 1])) last--
  return { start: first, end: last }
}

/** Counts what it passes; false at the first character that is neither quote nor punctuation. */
function takeMarks(raw: string, start: number, end: number, removal: Removal): boolean {
  for (let at = start; at < end; at++) {
    const character = raw[at] ?? ''
    if (isQuote(character)) removal.quotes++
    else if (isInvisible(character)) addInvisible(removal, character, at)
    else if (character === '>' && !removal.punctuation.includes('<')) removal.quoteMarks++
    else if (PUNCTUATION.includes(character)) removal.punctuation.push(character)
    else if (!isWhite(character)) return false
  }
  return true
}
