/** How is a text of any length shown in little room, without hiding what is in it? */
import { quoted, visible } from '../token/visible.ts'

/** Room for the host of an issuer’s address, and for a hash or an id whole, which people compare to the last character. */
export const ROOM = 64

/**
 * The text with what has no shape made visible; where it is longer than `room`, its beginning and its end.
 * Cuts before anything else, so a text of megabytes costs no more than a short one.
 */
export function shorten(text: string, room = ROOM): string {
  if (text.length <= room) return visible(text)
  let tail = text.length - Math.floor(room / 3)
  let head = room - Math.floor(room / 3) - 1
  // a cut through a surrogate pair would show two halves that the text does not hold
  if (isHighSurrogate(text, head - 1) && isLowSurrogate(text, head)) head--
  if (isHighSurrogate(text, tail - 1) && isLowSurrogate(text, tail)) tail++
  return `${visible(text.slice(0, head))}…${visible(text.slice(tail))}`
}

const ONE_WORD = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_@:|/+\-~%?=&#.]*[\p{L}\p{N}_@|/+\-~%=&#])?$/u

/**
 * A value as it stands inside a sentence: shortened, and in quotes unless it is one plain word (an id, a name without
 * spaces, an address), so that no value can pass for the page’s own words.
 */
export function nameInSentence(text: string, room = ROOM): string {
  const short = shorten(text, room)
  return ONE_WORD.test(short.replace('…', '')) ? short : quoted(text)
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit < 0xe000
}
