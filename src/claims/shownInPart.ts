/** How is it said that a text or a list is shown only in part? */
import { grouped } from '../token/grouped.ts'
import { listed } from '../token/quote.ts'
import { ROOM } from './shortText.ts'

/** The length of a text that `shorten` cuts: "100,000 characters" (UTF-16 code units); null where it shows all. */
export function tellCutLength(text: string): string | null {
  return text.length <= ROOM ? null : `${grouped(text.length)} characters`
}

/** Up to three of the texts and how many are left: "a, b and c", "a, b, c and 2 more". */
export function tellList(texts: string[], count = texts.length): string {
  const shown = texts.slice(0, 3)
  const rest = count - shown.length
  return listed(rest > 0 ? [...shown, `${grouped(rest)} more`] : shown)
}
