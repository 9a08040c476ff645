/** Which card lies in which bin, and is that right? */

export interface Card {
  id: string
  text: string
  /** The id of the bin that it belongs to. */
  bin: string
  /** Why it belongs there. */
  reason: string
  /** Why it does not belong to another bin, by that bin's id; `reason` stands in where none is given. */
  notIn?: Readonly<Record<string, string>>
}

export interface Bin {
  id: string
  label: string
  /** What of the token the label points at, and in which part that stands; null for all of it. */
  shows?: { text: string; part: 'header' | 'payload' | 'signature' | null }
}

export interface SortState {
  bins: readonly Bin[]
  cards: readonly Card[]
  /** Card id → bin id, for those that were placed. */
  placed: Readonly<Record<string, string>>
}

/** Nothing placed yet. */
export function startSort(bins: readonly Bin[], cards: readonly Card[]): SortState {
  return { bins, cards, placed: {} }
}

/** Every card where it belongs. */
export function solveSort(bins: readonly Bin[], cards: readonly Card[]): SortState {
  return { bins, cards, placed: Object.fromEntries(cards.map(({ id, bin }) => [id, bin])) }
}

/** True once every card lies where it belongs. */
export function isSorted({ cards, placed }: SortState): boolean {
  return cards.every(({ id, bin }) => placed[id] === bin)
}

/** How far the cards are sorted; null once every card lies where it belongs. */
export function tellSorted({ cards, placed }: SortState): string | null {
  const good = cards.filter(({ id, bin }) => placed[id] === bin).length
  const wrong = cards.filter(({ id, bin }) => placed[id] !== undefined && placed[id] !== bin).length
  if (good === cards.length) return null
  const told = `${good} of ${cards.length} are in place.`
  if (wrong === 0) return told
  return `${told} ${wrong === 1 ? 'One lies' : `${wrong} lie`} where ${wrong === 1 ? 'it does' : 'they do'} not belong.`
}

/** What is said of a card where it lies; null while it lies nowhere. */
export function tellPlacing(card: Card, bin: string | undefined): string | null {
  if (bin === undefined) return null
  return bin === card.bin ? card.reason : (card.notIn?.[bin] ?? card.reason)
}
