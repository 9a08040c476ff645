/** Which characters of a JSON text are names and which are signs, also while it is being typed? */

export interface JsonMark {
  from: number
  to: number
  tone: 'name' | 'sign'
}

const LEXEME = /"(?:[^"\\]|\\.)*"?|[{}[\],:]/g
const COLON = /\s*:/y

/** Marks within [from, to) of the text; a string before a colon is a name. Works on text that is no JSON yet. */
export function markJson(text: string, from: number, to: number): JsonMark[] {
  const marks: JsonMark[] = []
  LEXEME.lastIndex = 0
  for (let match = LEXEME.exec(text); match && match.index < to; match = LEXEME.exec(text)) {
    const end = match.index + match[0].length
    if (end <= from) continue
    if (!match[0].startsWith('"')) marks.push({ from: match.index, to: end, tone: 'sign' })
    else {
      COLON.lastIndex = end
      if (COLON.test(text)) marks.push({ from: match.index, to: end, tone: 'name' })
    }
  }
  return marks
}
