/** Which disclosures and which key-binding JWT follow a selectively disclosable token? RFC 9901 §4. */
import { endOfBase64url, isBreak, isSpace } from './characters.ts'

export interface Disclosures {
  /** Base64url text of each disclosure, as it stands. */
  texts: string[]
  /** The key-binding JWT, or null where the text ends in `~`. */
  keyBinding: string | null
  /** UTF-16 offset of the raw text behind the last of it. */
  end: number
}

/** Reads `~…~…~[jwt]` from `at` on, over line ends next to a `~`; null where no `~` stands there. */
export function readDisclosures(raw: string, at: number): Disclosures | null {
  const texts: string[] = []
  let here = at
  while (raw[afterBreaks(raw, here)] === '~') {
    const start = afterBreaks(raw, afterBreaks(raw, here) + 1)
    let end = endOfBase64url(raw, start)
    if (raw[end] === '.') {
      for (let dots = 0; dots < 2 && raw[end] === '.'; dots++) end = endOfBase64url(raw, end + 1)
      return { texts, keyBinding: raw.slice(start, end), end }
    }
    if (end === start || raw[afterBreaks(raw, end)] !== '~') {
      const isClosed = end === start
      if (!isClosed) texts.push(raw.slice(start, end))
      return { texts, keyBinding: null, end: isClosed ? afterTilde(raw, here) : end }
    }
    texts.push(raw.slice(start, end))
    here = end
  }
  return null
}

const afterTilde = (raw: string, at: number): number => afterBreaks(raw, at) + 1

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
