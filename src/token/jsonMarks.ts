/** Which characters of a JSON text are names and which are signs, also while it is being typed? */

export interface JsonMark {
  from: number
  to: number
  tone: 'name' | 'sign'
}

// one character at a time: a pattern over whole strings runs out of stack on a long one
const LEXEME = /["{}[\],:]/g
const STRING_STOP = /["\\]/g
const COLON = /\s*:/y

/** Longer texts get no marks on their signs: they are half of all marks, and cost as much as the names. */
const SIGNED = 4096

/** Marks within [from, to) of the text; a string before a colon is a name. Works on text that is no JSON yet. */
export function markJson(text: string, from: number, to: number): JsonMark[] {
  const marks: JsonMark[] = []
  LEXEME.lastIndex = 0
  for (let match = LEXEME.exec(text); match && match.index < to; match = LEXEME.exec(text)) {
    const isString = match[0] === '"'
    const end = isString ? stringEnd(text, match.index + 1) : match.index + 1
    LEXEME.lastIndex = end
    if (end <= from) continue
    COLON.lastIndex = end
    if (!isString) {
      if (text.length <= SIGNED) marks.push({ from: match.index, to: end, tone: 'sign' })
    } else if (COLON.test(text)) marks.push({ from: match.index, to: end, tone: 'name' })
  }
  return marks
}

/** Behind the closing quote, or the end of the text where there is none. */
function stringEnd(text: string, from: number): number {
  STRING_STOP.lastIndex = from
  for (let stop = STRING_STOP.exec(text); stop; stop = STRING_STOP.exec(text)) {
    if (stop[0] === '"') return stop.index + 1
    STRING_STOP.lastIndex = stop.index + 2
  }
  return text.length
}
