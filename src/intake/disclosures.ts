/** Which disclosures and which key-binding JWT follow a selectively disclosable token? RFC 9901 §4. */
import { endOfBase64url, isBreak, isSpace } from './characters.ts'
import { peekHeader } from './joseHeader.ts'

export interface Disclosures {
  /** Base64url text of each disclosure; line ends within are taken out. */
  texts: string[]
  /** The key-binding JWT, or null where there is none. */
  keyBinding: string | null
  /** UTF-16 offset of the raw text behind the last of it. */
  end: number
}

/**
 * Reads `~…~…~[jwt]` from `at` on, over line ends; null where no `~` stands there.
 * `readJwt` reads the token that starts at an offset.
 */
export function readDisclosures(
  raw: string,
  at: number,
  readJwt: (at: number) => { text: string; end: number } | null,
): Disclosures | null {
  let here = afterBreaks(raw, at)
  if (raw[here] !== '~') return null
  const texts: string[] = []
  for (;;) {
    const start = here + 1
    const { text, end } = readRun(raw, start)
    if (raw[end] === '~') {
      texts.push(text)
      here = end
      continue
    }
    if (raw[end] === '.' && isKeyBinding(raw, start, text)) {
      const jwt = readJwt(afterBreaks(raw, start))
      if (jwt !== null) return { texts, keyBinding: jwt.text, end: jwt.end }
    }
    // what follows the last `~` without one of its own is a disclosure only where it stands next to it
    const direct = endOfBase64url(raw, start)
    if (direct > start && raw[direct] !== '.') texts.push(raw.slice(start, direct))
    return { texts, keyBinding: null, end: direct > start && raw[direct] === '.' ? start : direct }
  }
}

/** Base64url characters over line ends; `end` is behind the last, or at the `~` or dot that follows. */
function readRun(raw: string, start: number): { text: string; end: number } {
  const texts: string[] = []
  let end = start
  for (;;) {
    const from = afterBreaks(raw, end)
    const to = endOfBase64url(raw, from)
    texts.push(raw.slice(from, to))
    if (to === from) return { text: texts.join(''), end: raw[from] === '~' ? from : end }
    end = to
  }
}

/** Behind a line end the next token may start: there the header has to say that it binds a key. */
function isKeyBinding(raw: string, start: number, header: string): boolean {
  return afterBreaks(raw, start) === start || peekHeader(header)?.typ?.toLowerCase() === 'kb+jwt'
}

/** White space counts only where a line ends in it: in running text `~` may mean “about”. */
function afterBreaks(raw: string, at: number): number {
  let end = at
  let hasBreak = false
  while (isSpace(raw[end]) || isBreak(raw[end])) {
    hasBreak ||= isBreak(raw[end])
    end++
  }
  return hasBreak ? end : at
}
