/** Which pages of the reference answer a few words? */
import type { ReferencePage } from './page.ts'

/** The pages that hold every word of the query, whatever the case: whole titles first, then beginnings, then titles, then texts. */
export function searchPages(pages: readonly ReferencePage[], query: string): ReferencePage[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const whole = words.join(' ')
  const ranked = pages.flatMap((page) => {
    const rank = rankOf(page, words, whole)
    return rank === null ? [] : [{ page, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ page }) => page)
}

function rankOf(page: ReferencePage, words: string[], whole: string): number | null {
  const title = page.title.toLowerCase()
  if (title === whole || page.id.toLowerCase() === whole) return 0
  if (title.startsWith(whole)) return 1
  if (words.every((word) => title.includes(word))) return 2
  const text = [
    title,
    page.standing,
    page.sentence,
    page.source?.text,
    ...page.facts.map((fact) => fact.text),
  ]
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word)) ? 3 : null
}
