/** What can a character of a pasted text be: part of a token, invisible, white space, a line break, a quote? */

const TOKEN = 1
const DOT = 2
const STANDARD = 4

/** Class of each ASCII character: base64url, the dot, and the `+` and `/` of standard base64. */
const classes = new Uint8Array(128)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  classes[character.charCodeAt(0)] = TOKEN
classes['.'.charCodeAt(0)] = DOT
classes['+'.charCodeAt(0)] = STANDARD
classes['/'.charCodeAt(0)] = STANDARD

const classAt = (text: string, at: number): number => classes[text.charCodeAt(at)] ?? 0

/** `A–Z a–z 0–9 - _`; false outside the text. */
export const isBase64urlAt = (text: string, at: number): boolean => classAt(text, at) === TOKEN

/**
 * First offset from `at` on that is no token character (base64url, dot, `+`, `/`).
 * With `stopsAtSlash` a `/` ends the run, as in the path of a URL.
 */
export function endOfRun(text: string, at: number, stopsAtSlash: boolean): number {
  let end = at
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind === 0 || (stopsAtSlash && text[end] === '/')) break
    end++
  }
  return end
}

/** First offset from `at` on that is no base64url character. */
export function endOfBase64url(text: string, at: number): number {
  let end = at
  while (isBase64urlAt(text, end)) end++
  return end
}

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/u
const BREAK = /[\n\r\u0085\u2028\u2029]/
const SPACE = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/
const QUOTE = /["'`´‘’‚‛“”„‟«»‹›]/
const SMART_QUOTE = /[‘’‚‛“”„‟«»‹›]/

/** The four questions below have the same answer for each ASCII character every time: it is looked up. */
const asciiTable = (pattern: RegExp): boolean[] =>
  Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)))

function asker(pattern: RegExp): (character: string | undefined) => boolean {
  const ascii = asciiTable(pattern)
  return (character) =>
    character !== undefined && (ascii[character.charCodeAt(0)] ?? pattern.test(character))
}

/** No shape of its own and no part of a token: zero-width characters, soft hyphen, byte order mark, bidi marks. */
export const isInvisible = asker(INVISIBLE)
export const isBreak = asker(BREAK)
/** White space within a line, the no-break kinds included. */
export const isSpace = asker(SPACE)
export const isQuote = asker(QUOTE)
export const isSmartQuote = asker(SMART_QUOTE)
export const isWhite = (character: string | undefined): boolean =>
  isSpace(character) || isBreak(character)

/** The part of the text without white space and invisible characters at its ends; offsets from 0, end exclusive. */
export function trimmedSpan(text: string): { start: number; end: number } {
  let start = 0
  let end = text.length
  const isNothing = (at: number): boolean => isWhite(text[at]) || isInvisible(text[at])
  while (start < end && isNothing(start)) start++
  while (end > start && isNothing(end - 1)) end--
  return { start, end }
}
