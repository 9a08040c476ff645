/** How do a name from outside and a count stand inside a sentence of ours? */
import { quoted } from '../token/visible.ts'

/** A name without quotation marks, as algorithms and curves are written; cut and made visible all the same. */
export const shown = (name: string): string => quoted(name).slice(1, -1)

/** `1 byte`, `2 bytes`. */
export const counted = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`
