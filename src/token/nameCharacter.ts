/** How is one character named in a sentence, even where it cannot be seen? */
import { codeOf, visible } from './visible.ts'

const SPACES: Partial<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\n': 'a line break',
  '\r': 'a line break',
}

/** One character: in quotation marks where it can be seen, else by its name. */
export function nameCharacter(character: string): string {
  const space = SPACES[character]
  if (space !== undefined) return space
  // a combining mark would sit on the quotation mark before it
  if (/^\p{M}/u.test(character)) return codeOf(character)
  const shown = visible(character)
  return shown === character ? `‘${character}’` : shown
}
