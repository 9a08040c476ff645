/** Does a stretch of text look like more of a token, or like the words around it? */
import { isBreak, isQuote, isSpace } from './characters.ts'
import type { Fragment } from './fragment.ts'

/** No dot inside; one at the end may close a sentence. */
export const mayEndToken = (text: string): boolean => {
  const dot = text.indexOf('.')
  return dot === -1 || (dot > 0 && dot === text.length - 1)
}

export const isWord = (text: string): boolean => /^[A-Za-z]?[a-z]+\.?$/.test(text)

/** Digits and both cases in twelve characters or more: no word of a language. */
export const looksEncoded = (text: string): boolean =>
  text.length >= 12 && /[0-9_-]/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)

/** After the fragment nothing stands on its line but what closes a text. */
export function isWholeLine(raw: string, { end }: Fragment): boolean {
  let at = end
  while (isSpace(raw[at])) at++
  const next = raw[at]
  return next === undefined || isBreak(next) || isQuote(next) || ',;)<>}]\\^=~'.includes(next)
}

/** Length of the part without `=` and a full stop at its end. */
export function withoutPadding(part: string): number {
  let end = part.length
  while (end > 0 && (part[end - 1] === '=' || part[end - 1] === '.')) end--
  return end
}
