/** Which of the known names did a misspelt one mean? */

/** The one name that is nearest, at most so many slips away; null where none or several are. Case does not count. */
export function nearestName(name: string, known: readonly string[], most = 2): string | null {
  if (name.length > 24) return null
  const wanted = name.toUpperCase()
  let nearest: string | null = null
  let least = most + 1
  for (const one of known) {
    const distance = editDistance(wanted, one.toUpperCase())
    if (distance < least) {
      least = distance
      nearest = one
    } else if (distance === least) nearest = null
  }
  return nearest
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : replaced
      row[j] = Math.min(replaced, swapped, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
