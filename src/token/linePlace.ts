/** In which line and column does a character of a text stand? */

/** Both count from 1, columns in characters; `at` counts UTF-16 code units from 0. */
export function linePlace(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 }
}
