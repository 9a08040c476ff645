/** What was taken out of a pasted token or decoded in it, and how is that said? */
import { grouped } from '../token/grouped.ts'
import { listed } from '../token/quote.ts'

/** Counts of what stood inside or around a token and cannot be part of one. */
export interface Removal {
  lineBreaks: number
  /** Spaces and tabs, the no-break kinds included. */
  spaces: number
  quotes: number
  /** `\n`, `\r` and `\t` written as two characters. */
  literals: number
  /** The `\`, `^`, backtick, `+` or `=` that only says “goes on in the next line”. */
  continuations: number
  /** `>` at the start of a line, as mail programs quote. */
  quoteMarks: number
  /** Commas, semicolons, brackets and the like around the token, as they stood. */
  punctuation: string[]
  /** Invisible characters, by character; `first` counts UTF-16 units of the raw text from 0. */
  invisibles: Map<string, { count: number; first: number }>
  /** Escapes that were read as the character they stand for, by escape: `%2E` → `.`. */
  decoded: Map<string, { count: number; character: string }>
}

export const noRemoval = (): Removal => ({
  lineBreaks: 0,
  spaces: 0,
  quotes: 0,
  literals: 0,
  continuations: 0,
  quoteMarks: 0,
  punctuation: [],
  invisibles: new Map(),
  decoded: new Map(),
})

/** Adds `more` to `sum`, in place. */
export function addRemoval(sum: Removal, more: Removal): void {
  sum.lineBreaks += more.lineBreaks
  sum.spaces += more.spaces
  sum.quotes += more.quotes
  sum.literals += more.literals
  sum.continuations += more.continuations
  sum.quoteMarks += more.quoteMarks
  for (const mark of more.punctuation) sum.punctuation.push(mark)
  for (const [character, { count, first }] of more.invisibles)
    addInvisible(sum, character, first, count)
  for (const [escape, { count, character }] of more.decoded)
    addDecoded(sum, escape, character, count)
}

export function addInvisible(sum: Removal, character: string, at: number, count = 1): void {
  const known = sum.invisibles.get(character)
  if (known) known.count += count
  else sum.invisibles.set(character, { count, first: at })
}

export function addDecoded(sum: Removal, escape: string, character: string, count = 1): void {
  const known = sum.decoded.get(escape)
  if (known) known.count += count
  else sum.decoded.set(escape, { count, character })
}

/** Up to two sentences: what was removed, what was decoded. Positions count from 1 in the pasted text. */
export function tellRemoval(removal: Removal): string[] {
  const items = [
    counted(removal.lineBreaks, 'line break'),
    counted(removal.spaces, 'space'),
    counted(removal.quotes, 'quote'),
    counted(removal.literals, 'written-out \\n', 'written-out \\n'),
    counted(removal.continuations, 'continuation mark'),
    counted(removal.quoteMarks, 'quote mark (>)', 'quote marks (>)'),
    ...tellPunctuation(removal.punctuation),
    ...tellInvisibles(removal.invisibles),
  ].filter((item) => item !== null)
  const sentences: string[] = []
  if (items.length > 0) sentences.push(`Removed ${listed(items)} that can’t be part of a token.`)
  if (removal.decoded.size > 0) sentences.push(tellDecoded(removal.decoded))
  return sentences
}

/** “1 dot”, “2 dots”; null for none. */
function counted(count: number, one: string, many = `${one}s`): string | null {
  return count === 0 ? null : `${grouped(count)} ${count === 1 ? one : many}`
}

const MARK_NAMES: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '.': 'full stop',
}

function tellPunctuation(marks: readonly string[]): (string | null)[] {
  const counts = new Map<string, number>()
  for (const mark of marks) {
    const name = MARK_NAMES[mark] ?? ('()[]{}<>'.includes(mark) ? 'bracket' : 'other mark')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Array.from(counts, ([name, count]) => counted(count, name))
}

function tellInvisibles(invisibles: Removal['invisibles']): string[] {
  return Array.from(invisibles, ([character, { count, first }]) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    const place = grouped(first + 1)
    return count === 1
      ? `${name} at character ${place}`
      : `${grouped(count)} × ${name} (the first at character ${place})`
  })
}

function tellDecoded(decoded: Removal['decoded']): string {
  const items = Array.from(decoded, ([escape, { count, character }]) => {
    const meant = character === '.' ? (count === 1 ? 'a dot' : 'dots') : character
    return `${grouped(count)} ${escape} to ${meant}`
  })
  return `Decoded ${listed(items)}.`
}
