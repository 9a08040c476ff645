/** How is a piece of someone’s text written in a sentence, so that nothing in it hides or reorders what stands beside it? */

/** No shape of their own: controls, bidi and other format marks, odd spaces, unassigned, blank letters. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu
const LONGEST_QUOTE = 40

/** A text with every character that cannot be seen as U+XXXX. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, codeOf)
}

/** "U+202E" */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A piece of text in quotation marks; long ones are cut in the middle. */
export function quoted(text: string): string {
  const points = Array.from(text.slice(0, 2 * LONGEST_QUOTE + 2))
  if (points.length <= LONGEST_QUOTE) return `‘${visible(text)}’`
  const head = points.slice(0, LONGEST_QUOTE / 2).join('')
  const tail = Array.from(text.slice(-LONGEST_QUOTE))
    .slice(-LONGEST_QUOTE / 2)
    .join('')
  return `‘${visible(head)}…${visible(tail)}’`
}
