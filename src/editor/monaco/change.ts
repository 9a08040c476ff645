/** Which single run of a text has to be replaced to make another of it? */

export interface Change {
  from: number
  to: number
  text: string
}

/** The shortest run, never through the middle of a surrogate pair; offsets are UTF-16 code units from 0. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  if (isInPair(before, from) || isInPair(after, from)) from--
  let tail = 0
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  if (isInPair(before, before.length - tail) || isInPair(after, after.length - tail)) tail--
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) }
}

/** True between the two halves of a character beyond the first plane. */
function isInPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
