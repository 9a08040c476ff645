/** Which names do the keys of a set have? RFC 7517 §4.5. */
import { shown } from '../token/quote.ts'

const SHOWN_KIDS = 6

/** In brackets; `size` counts the keys without a name too. */
export function tellKids(has: string[], size: number): string {
  if (has.length === 0) return `(none of its ${size === 1 ? 'one key' : `${size} keys`} has a kid)`
  const more = has.length > SHOWN_KIDS ? ` and ${has.length - SHOWN_KIDS} more` : ''
  return `(it has: ${has.slice(0, SHOWN_KIDS).map(shown).join(', ')}${more})`
}
