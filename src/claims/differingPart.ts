/** Which stretch of a text is not the same in the text beside it? */

export interface DifferingPart {
  before: string
  /** Empty where only the text beside it has more. */
  other: string
  after: string
}

/** What both begin and end with stands around it. Never cuts a character in two. */
export function differingPart(text: string, beside: string): DifferingPart {
  const [own, their] = [Array.from(text), Array.from(beside)]
  const shorter = Math.min(own.length, their.length)
  let from = 0
  while (from < shorter && own[from] === their[from]) from++
  let left = 0
  while (left < shorter - from && own.at(-1 - left) === their.at(-1 - left)) left++
  const to = own.length - left
  const join = (start: number, end: number): string => own.slice(start, end).join('')
  return { before: join(0, from), other: join(from, to), after: join(to, own.length) }
}
