/** Which pages of the reference answer a few words, also misspelt ones? */
import { nearestName } from '../token/nearestName.ts'
import type { ReferencePage } from './page.ts'

/** What was found, and by which words. */
export interface Search {
  pages: ReferencePage[]
  /** `all`: each page holds every word. `nearest`: so it does of the words as they were probably meant. `some`: a part of the words. */
  by: 'all' | 'nearest' | 'some'
  /** The words that were looked for. */
  words: string
}

/** What people call things that the specifications call otherwise. */
const OTHER_WORDS: Partial<Record<string, string>> = {
  skew: 'leeway',
  drift: 'leeway',
  weak: 'short',
  invalid: 'match',
}

const WORD = /[\p{L}\d_+-]+/gu

/** Characters of a query that are read. */
const LONGEST_QUERY = 400

/** Shorter words have too many neighbours. */
const SHORTEST_MISSPELT = 4

/**
 * The pages that hold every word of the query, whatever the case: whole titles first, then titles that begin with the
 * query or with which a word of it begins (`exp` of “expire”), then titles that hold it, then texts. Where there is none,
 * misspelt words are read as the nearest one that some page holds; where there is still none, the pages with most of the
 * words are found.
 */
export function searchPages(pages: readonly ReferencePage[], query: string): Search {
  const asked = wordsOf(query)
  const whole = asked.join(' ')
  const entries = asked.length === 0 ? [] : pages.map(entryOf)
  const exact = withAll(entries, asked)
  if (exact.length > 0 || asked.length === 0) return { pages: exact, by: 'all', words: whole }

  const known = [...new Set(entries.flatMap(({ text }) => text.match(WORD) ?? []))]
  const meant = asked.map((word) => meantBy(word, known))
  const near = withAll(entries, meant)
  if (near.length > 0) return { pages: near, by: 'nearest', words: meant.join(' ') }

  const some = entries.map((entry) => ({
    page: entry.page,
    held: meant.filter((word) => holds(entry, word)).length,
  }))
  const best = Math.max(1, ...some.map(({ held }) => held))
  return {
    pages: some.filter(({ held }) => held === best).map(({ page }) => page),
    by: 'some',
    words: whole,
  }
}

/** Each word once, and of a text that is no question only the beginning. */
function wordsOf(query: string): string[] {
  const words = query.slice(0, LONGEST_QUERY).toLowerCase().split(/\s+/).filter(Boolean)
  return [...new Set(words.map(plainly))]
}

interface Entry {
  page: ReferencePage
  title: string
  text: string
}

function entryOf(page: ReferencePage): Entry {
  const { title, standing, sentence, source, facts } = page
  const said = [title, standing, sentence, source?.text, ...facts.map(({ text }) => text)]
  return { page, title: title.toLowerCase(), text: said.join(' ').toLowerCase() }
}

function withAll(entries: readonly Entry[], words: readonly string[]): ReferencePage[] {
  const whole = words.join(' ')
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, words, whole)
    return rank === null ? [] : [{ page: entry.page, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ page }) => page)
}

function rankOf(entry: Entry, words: readonly string[], whole: string): number | null {
  const { page, title, text } = entry
  if (title === whole || page.id.toLowerCase() === whole) return 0
  if (title.startsWith(whole)) return 1
  const isHeld = words.every((word) => holds(entry, word))
  if (title.length >= 3 && isHeld && words.some((word) => word.startsWith(title))) return 1
  if (words.every((word) => title.includes(word))) return 2
  if (text.includes(whole)) return 3
  return isHeld ? 4 : null
}

/** Also “expire” for “expired” and “expires”. */
function holds({ text }: Entry, word: string): boolean {
  return text.includes(word) || (word.length > 4 && text.includes(word.replace(/[sd]$/, '')))
}

/** The numbers of messages are written with two digits. */
const plainly = (word: string): string => word.replace(/^e(\d)$/, 'e0$1')

function meantBy(word: string, known: readonly string[]): string {
  if (known.some((one) => one.includes(word))) return OTHER_WORDS[word] ?? word
  const other = OTHER_WORDS[word]
  if (other !== undefined) return other
  return (word.length < SHORTEST_MISSPELT ? null : nearestName(word, known)) ?? word
}
