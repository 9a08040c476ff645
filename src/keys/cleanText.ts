/** What did the key pass through that left marks in its text: JSON, a shell, an .env file, a mail? RFC 7468 §2, RFC 8259 §7. */
import type { KeyRepair } from './keyRepair.ts'

/**
 * Base64 has neither of the characters that are taken out here, so nothing of the key can be meant by them. Each is
 * replaced by spaces of the same length: an offset, and the line of it, stay what they are in the text as given.
 */
const MASKS: { repair: KeyRepair; pattern: RegExp }[] = [
  { repair: { code: 'literal-newlines' }, pattern: /\\{1,4}[nr]/g },
  { repair: { code: 'escaped-slashes' }, pattern: /\\{1,4}(?=\/)/g },
  { repair: { code: 'quotes' }, pattern: /["'`]\s{0,8}[+.,]\s{0,80}(?=["'`])|\\{0,4}["'`“”‘’]/g },
  {
    repair: { code: 'invisible' },
    pattern: /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g,
  },
]

/** Signs that mails and sources put before every line. */
const LINE_MARKS = new Set(['>', '#', '//', '--', '*', '|', ';'])

export interface CleanText {
  /** As long as the text that was given. */
  text: string
  /** What was found in the stretch from `start` to `end` (offsets, end exclusive). */
  repairsIn: (start: number, end: number) => KeyRepair[]
}

/** Never throws; linear in the text. */
export function cleanText(given: string): CleanText {
  let text = given
  const found: { repair: KeyRepair; offsets: number[] }[] = []
  for (const { repair, pattern } of MASKS) {
    const offsets: number[] = []
    text = text.replace(pattern, (match: string, offset: number) => {
      offsets.push(offset)
      return match.replace(/[^\r\n]/g, ' ')
    })
    if (offsets.length > 0) found.push({ repair, offsets })
  }
  return {
    text,
    repairsIn: (start, end) =>
      found
        .filter(({ offsets }) => offsets.some((offset) => offset >= start && offset < end))
        .map(({ repair }) => repair),
  }
}

/**
 * `lead` is what stands before BEGIN on its line. Where that is such a sign and every line of the body that is not
 * blank starts with it too, the body comes back with spaces in its place, as long as it was; else null.
 */
export function withoutLineMarks(
  body: string,
  lead: string,
): { body: string; mark: string } | null {
  const mark = lead.trim()
  if (!LINE_MARKS.has(mark)) return null
  const [, ...lines] = body.split(/\r\n|\r|\n/)
  const isMarked = (line: string): boolean =>
    line.trim() === '' || line.trimStart().startsWith(mark)
  if (!lines.every(isMarked)) return null
  const blank = ' '.repeat(mark.length)
  return {
    mark,
    body: body.replace(/(?<=[\r\n])[ \t]*[^\s\w]+/g, (start) => start.replace(mark, blank)),
  }
}
