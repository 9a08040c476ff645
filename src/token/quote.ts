/** How do a name from outside and a count stand inside a sentence of ours? */
import { quoted } from './visible.ts'

/** A name without quotation marks, as algorithms and curves are written; cut and made visible all the same. */
export const shown = (name: string): string => quoted(name).slice(1, -1)

/** `1 byte`, `2 bytes`. */
export const counted = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}
