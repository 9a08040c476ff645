/** Which words does a shell command consist of, whichever shell it was written for? */
import { isBreak, isSpace } from './characters.ts'

/** Offsets in the raw text from 0, end exclusive, quotes included. */
export interface Word {
  start: number
  end: number
  /** The character that opens the first quoted part; null for a bare word. */
  quote: string | null
}

export interface Command {
  words: Word[]
  end: number
}

/** Closing characters; a caret or dollar sign before the quote is read with it. */
const CLOSERS: Record<string, string> = {
  "'": "'",
  '"': '"',
  '`': '`',
  '‘': '’',
  '’': '’',
  '“': '”',
  '”': '”',
  '^"': '^"',
}

/** Remembers where each closer comes next, so that one that never comes is looked for once. */
class CloserSearch {
  private readonly known = new Map<string, number>()
  private readonly raw: string

  constructor(raw: string) {
    this.raw = raw
  }

  /** Offset of the first unescaped closer at or after `from`, or -1. */
  next(closer: string, from: number): number {
    let at = this.known.get(closer) ?? 0
    if (at === -1) return -1
    if (at < from) at = this.raw.indexOf(closer, from)
    while (at !== -1 && isEscaped(this.raw, at, closer)) at = this.raw.indexOf(closer, at + 1)
    this.known.set(closer, at)
    return at
  }
}

/** A backslash hides a double quote in bash and in cmd, a backtick hides it in PowerShell; nothing hides a single one in sh. */
function isEscaped(raw: string, at: number, closer: string): boolean {
  if (closer !== '"' && closer !== '^"') return false
  const before = raw[at - 1]
  return before === '\\' || (closer === '"' && (before === '`' || before === '^'))
}

export class ShellReader {
  private readonly raw: string
  private readonly closers: CloserSearch

  constructor(raw: string) {
    this.raw = raw
    this.closers = new CloserSearch(raw)
  }

  /**
   * The words from `at` to the end of the command: an unquoted line end, `;`, `|` or, where the whole command is
   * `wrapped` in backticks, the next one. `isBraced` lets lines go on inside `{ }`, as PowerShell does.
   */
  readCommand(at: number, wrapped: boolean, isBraced: boolean): Command {
    const { raw } = this
    const words: Word[] = []
    let word: Word | null = null
    let here = at
    let depth = 0
    for (;;) {
      const character = raw[here]
      if (character === undefined) break
      const carried = endOfContinuation(raw, here)
      if (isSpace(character) || carried > here || (isBreak(character) && depth > 0)) {
        word = null
        here = Math.max(here + 1, carried)
        continue
      }
      if (isBreak(character) || character === ';' || character === '|') {
        if (depth === 0) break
        here++
        continue
      }
      if (character === '`' && wrapped) break
      if (character === '&' && !/[^\s&]/.test(raw[here + 1] ?? '')) break
      if (isBraced && character === '{') depth++
      if (isBraced && character === '}') depth = Math.max(0, depth - 1)
      if (word === null) {
        word = { start: here, end: here, quote: null }
        words.push(word)
      }
      const quoted = this.endOfQuoted(here, wrapped)
      if (quoted === null) here += character === '\\' ? 2 : 1
      else {
        word.quote ??= character === '^' || character === '$' ? (raw[here + 1] ?? '') : character
        here = quoted
      }
      word.end = Math.min(here, raw.length)
    }
    return { words, end: Math.min(here, raw.length) }
  }

  /** Offset behind the closing quote of what opens at `at`; null where nothing opens or it never closes. */
  private endOfQuoted(at: number, wrapped: boolean): number | null {
    const { raw } = this
    const isAnsi = raw[at] === '$' && raw[at + 1] === "'"
    const opener = raw.startsWith('^"', at) ? '^"' : isAnsi ? "'" : (raw[at] ?? '')
    const closer = Object.hasOwn(CLOSERS, opener) ? CLOSERS[opener] : undefined
    if (closer === undefined) return null
    const from = at + opener.length + (isAnsi ? 1 : 0)
    const end = this.closers.next(closer, from)
    if (end === -1) return null
    if (wrapped && end > this.closers.next('`', from) && this.closers.next('`', from) !== -1)
      return null
    return end + closer.length
  }
}

/** Behind `\`, `^` or a backtick and the line end after it; `at` itself where the line does not go on. */
function endOfContinuation(raw: string, at: number): number {
  if (!'\\^`'.includes(raw[at] ?? ' ')) return at
  if (!isBreak(raw[at + 1])) return at
  return raw[at + 1] === '\r' && raw[at + 2] === '\n' ? at + 3 : at + 2
}
