/** Which of the things that the page can go to or do answer a few words? ux.md 6.1. */

export interface Command {
  /** Unique among all. */
  id: string
  /** What kind of thing it is, in a word: “View”, “Claim”. */
  group: string
  name: string
  /** A few words more; empty for none. */
  detail: string
  /** Where it leads: a fragment from `#` on. */
  address: string
  /** What is done besides going there. */
  act?: () => void
}

/** More are not listed. */
export const MOST_COMMANDS = 50

/**
 * Those that hold every word, whatever the case: whole names first, then beginnings, beginnings of words, names, then
 * groups and details. Without a word the first ones, as they stand. At most 50.
 */
export function findCommands(commands: readonly Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands.slice(0, MOST_COMMANDS)
  const whole = words.join(' ')
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command, words, whole)
    return rank === null ? [] : [{ command, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST_COMMANDS)
    .map(({ command }) => command)
}

function rankOf({ name, group, detail }: Command, words: string[], whole: string): number | null {
  const title = name.toLowerCase()
  if (title === whole) return 0
  if (title.startsWith(whole)) return 1
  const starts = title.split(/[^\p{L}\p{N}]+/u)
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 2
  if (words.every((word) => title.includes(word))) return 3
  const text = `${title} ${group} ${detail}`.toLowerCase()
  return words.every((word) => text.includes(word)) ? 4 : null
}
