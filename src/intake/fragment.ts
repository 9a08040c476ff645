/** Which unbroken stretch of token text starts here, and what separates it from the next one? */
import { endOfRun, isBase64urlAt, isBreak, isInvisible, isSpace } from './characters.ts'
import { addDecoded, addInvisible, addRemoval, noRemoval, type Removal } from './removal.ts'

/** A stretch of raw text (UTF-16 offsets from 0, end exclusive); `text` where it stands for something else. */
export interface Piece {
  start: number
  end: number
  text: string | null
}

/** Token text without white space inside. Invisible characters are left out of `pieces` and `text`. */
export interface Fragment {
  start: number
  end: number
  text: string
  pieces: Piece[]
  /** null where nothing was taken out or decoded. */
  removal: Removal | null
}

/** What stands between two fragments. `isBreak` where a line ends in it, really or as a written `\n`. */
export interface Gap {
  start: number
  end: number
  isBreak: boolean
  removal: Removal
}

const PERCENT_ESCAPE = /%(?:25)*(2[bdefBDEF]|3[dD]|5[fF])/y
const UNICODE_ESCAPE = /\\+u00(2[bdefBDEF]|3[dD]|5[fF])/y
const SLASH_ESCAPE = /\\+(\/)/y

/** Reads from `at` on; null where no token character stands there. Linear in what it reads. */
export function readFragment(raw: string, at: number, stopsAtSlash = false): Fragment | null {
  const pieces: Piece[] = []
  let removal: Removal | null = null
  let pending: Removal | null = null
  let here = at
  const take = (piece: Piece): void => {
    if (pending !== null) addRemoval((removal ??= noRemoval()), pending)
    pending = null
    pieces.push(piece)
    here = piece.end
  }
  for (;;) {
    const end = endOfRun(raw, here, stopsAtSlash)
    if (end > here) take({ start: here, end, text: null })
    const character = raw[here]
    if (character === undefined) break
    if (isInvisible(character) && pieces.length > 0) {
      pending ??= noRemoval()
      addInvisible(pending, character, here)
      here++
      continue
    }
    const padding = character === '=' && pieces.length > 0 ? endOfPadding(raw, here) : here
    if (padding > here) {
      take({ start: here, end: padding, text: null })
      continue
    }
    const escape = readEscape(raw, here)
    if (escape === null || (stopsAtSlash && escape.text === '/')) break
    addDecoded((removal ??= noRemoval()), raw.slice(escape.start, escape.end), escape.text)
    take(escape)
  }
  const last = pieces.at(-1)
  if (last === undefined) return null
  return { start: at, end: last.end, text: textOf(raw, pieces), pieces, removal }
}

/** The text that the pieces give, one after the other. */
export const textOf = (raw: string, pieces: readonly Piece[]): string =>
  pieces.map(({ start, end, text }) => text ?? raw.slice(start, end)).join('')

/** `=` closes a part; before a letter it is an assignment, and at the end of a line it may be a soft wrap. */
function endOfPadding(raw: string, at: number): number {
  let end = at
  while (raw[end] === '=') end++
  return isBase64urlAt(raw, end) || isBreak(raw[end]) ? at : end
}

function readEscape(raw: string, at: number): (Piece & { text: string }) | null {
  const first = raw[at]
  if (first !== '%' && first !== '\\') return null
  for (const pattern of first === '%' ? [PERCENT_ESCAPE] : [UNICODE_ESCAPE, SLASH_ESCAPE]) {
    pattern.lastIndex = at
    const code = pattern.exec(raw)?.[1]
    if (code !== undefined) {
      const text = code === '/' ? code : String.fromCharCode(Number.parseInt(code, 16))
      return { start: at, end: pattern.lastIndex, text }
    }
  }
  return null
}

const WRITTEN_BREAK = /\\+[nrt]/y
const STRING_JOINT = /(["'])[ \t]{0,8}[+.\\]?[ \t]{0,8}\r?\n[ \t]{0,80}(?:[+.][ \t]{0,8})?\1/y

/** Reads all white space, invisible characters and continuation marks from `at` on; null where none stand there. */
export function readGap(raw: string, at: number): Gap | null {
  const removal = noRemoval()
  let here = at
  let hasBreak = false
  for (;;) {
    const character = raw[here]
    if (isSpace(character)) removal.spaces++
    else if (isBreak(character)) {
      if (character === '\r' && raw[here + 1] === '\n') here++
      removal.lineBreaks++
      hasBreak = true
    } else if (character !== undefined && isInvisible(character))
      addInvisible(removal, character, here)
    else if (isContinuation(raw, here)) removal.continuations++
    else if (character === '>' && hasBreak) removal.quoteMarks++
    else {
      const end = readWrittenBreak(raw, here, removal) ?? readJoint(raw, here, removal)
      if (end === null) break
      hasBreak = true
      here = end
      continue
    }
    here++
  }
  return here === at ? null : { start: at, end: here, isBreak: hasBreak, removal }
}

/** The shells’ `\`, `^` and backtick and quoted-printable’s `=` carry on a line only at its very end. */
function isContinuation(raw: string, at: number): boolean {
  const character = raw[at]
  if (character === undefined || !'\\^`='.includes(character)) return false
  let end = at + 1
  // a blank after the mark breaks it for a shell, but not for the person who pasted it
  while (end < at + 3 && isSpace(raw[end])) end++
  return isBreak(raw[end])
}

function readWrittenBreak(raw: string, at: number, removal: Removal): number | null {
  if (raw[at] !== '\\') return null
  WRITTEN_BREAK.lastIndex = at
  if (!WRITTEN_BREAK.test(raw)) return null
  removal.literals++
  return WRITTEN_BREAK.lastIndex
}

/** `"…" +` and a new line with `"…"`: one text written as two. */
function readJoint(raw: string, at: number, removal: Removal): number | null {
  if (raw[at] !== '"' && raw[at] !== "'") return null
  STRING_JOINT.lastIndex = at
  if (!STRING_JOINT.test(raw)) return null
  removal.quotes += 2
  removal.lineBreaks++
  return STRING_JOINT.lastIndex
}
