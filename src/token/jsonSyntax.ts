/** Which habit makes a text stop being JSON, and what is to be done about it? RFC 8259. */

/** What the grammar allows at the place where the text goes wrong. */
export type JsonExpectation =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'string-end'
  | 'escaped-control'
  | 'escape'
  | 'hex-digit'
  | 'digit'
  | 'end'

/** What people and programs write where JSON allows something else. */
export type JsonHabit =
  | 'blank'
  | 'cut-off'
  | 'token'
  | 'other-text'
  | 'unquoted-name'
  | 'unquoted-text'
  | 'single-quotes'
  | 'curly-quotes'
  | 'unescaped-quote'
  | 'escaped-twice'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'wrong-bracket'
  | 'comment'
  | 'no-number'
  | 'other-literal'
  | 'number-spelling'
  | 'control-character'
  | 'bad-escape'
  | 'more-after-end'
  | 'unknown'

const COMMENT = /\/[/*]|#/y
const NO_NUMBER = /[-+]?(?:nan|infinity|inf|undefined)(?![\p{L}\p{N}_$])/iuy
const OTHER_LITERAL = /(?:true|false|null|none|nil)(?![\p{L}\p{N}_$])/iuy
const NUMBER_START = /[-+.\d]/y
const NUMBER_REST = /[\d.eExX_]/y
const WORD = /[\p{L}\p{N}_$]/uy
const VALUE_START = /["{[\p{L}\p{N}_$-]/uy
const TOKEN = /[\w-]{4,}\.[\w-]*(?:\.[\w-]*)?/y
const WHITESPACE = ' \t\n\r'

/** Names the habit from what stands at the fault and before it; `at` is a character offset from 0. */
export function habitAt(text: string, at: number, expectation: JsonExpectation): JsonHabit {
  const is = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    return pattern.test(text)
  }
  const character = text.charAt(at)
  const before = lastSolid(text, at)
  if (character === '') return before === '' ? 'blank' : 'cut-off'
  if (expectation === 'escape' || expectation === 'hex-digit') return 'bad-escape'
  if (expectation === 'escaped-control') return 'control-character'
  if (character === '\\') return 'escaped-twice'
  if (is(COMMENT)) return 'comment'
  const isClosing = character === '}' || character === ']'
  if (before === ',' && isClosing) return 'trailing-comma'
  if (expectation === 'end') return isRestOfNumber(text, at) ? 'number-spelling' : 'more-after-end'
  if ("'`´".includes(character)) return 'single-quotes'
  if ('‘’‚“”„«»'.includes(character)) return 'curly-quotes'
  switch (expectation) {
    case 'name':
      return is(WORD) ? 'unquoted-name' : 'unknown'
    case 'value':
      if (before !== '' && (isClosing || character === ',')) return 'missing-value'
      if (is(NO_NUMBER)) return 'no-number'
      if (is(OTHER_LITERAL)) return 'other-literal'
      if (before === '') return is(TOKEN) ? 'token' : 'other-text'
      if (is(NUMBER_START)) return 'number-spelling'
      return is(WORD) ? 'unquoted-text' : 'unknown'
    case 'digit':
      return is(NO_NUMBER) ? 'no-number' : 'number-spelling'
    case 'colon':
      return 'missing-colon'
    case 'comma-or-brace':
    case 'comma-or-bracket':
      if (isClosing) return 'wrong-bracket'
      if (isRestOfNumber(text, at)) return 'number-spelling'
      if (text.charAt(at - 1) === '"' && is(WORD)) return 'unescaped-quote'
      return is(VALUE_START) ? 'missing-comma' : 'unknown'
    case 'string-end':
      return 'unknown'
    default:
      return expectation satisfies never
  }
}

/** What JSON allows there, as the object of “Expected …”. */
export function tellExpectation(expectation: JsonExpectation): string {
  switch (expectation) {
    case 'value':
      return 'a value'
    case 'name':
      return '‘"’'
    case 'colon':
      return '‘:’'
    case 'comma-or-brace':
      return '‘,’ or ‘}’'
    case 'comma-or-bracket':
      return '‘,’ or ‘]’'
    case 'string-end':
      return 'a closing ‘"’'
    case 'escaped-control':
      return 'an escape such as ‘\\n’'
    case 'escape':
      return 'one of ‘" \\ / b f n r t u’'
    case 'hex-digit':
      return 'four hex digits'
    case 'digit':
      return 'a digit'
    case 'end':
      return 'the end'
    default:
      return expectation satisfies never
  }
}

/** The likely cause and the remedy, one sentence without its full stop. */
export function tellHabit(habit: JsonHabit): string {
  switch (habit) {
    case 'blank':
      return 'There is nothing but white space; copy the token again'
    case 'cut-off':
      return 'Its end is missing, probably lost in copying; copy the token again'
    case 'token':
      return 'It is probably a token inside this token; paste it by itself to read it'
    case 'other-text':
      return 'This is some other text; copy the token again from its first character'
    case 'unquoted-name':
      return 'Probably hand-edited; keys need quotes'
    case 'unquoted-text':
      return 'Probably hand-edited; text needs quotes'
    case 'single-quotes':
      return 'Probably printed by Python or JavaScript; JSON wants double quotes'
    case 'curly-quotes':
      return 'Probably passed through a word processor; JSON wants straight double quotes'
    case 'unescaped-quote':
      return 'A quote inside a text needs a backslash before it'
    case 'escaped-twice':
      return 'Probably turned into JSON twice; take out the backslashes'
    case 'trailing-comma':
      return 'Probably hand-edited; take out the comma before the closing bracket'
    case 'missing-comma':
      return 'Probably hand-edited; put a comma between the two'
    case 'missing-colon':
      return 'Probably hand-edited; put a colon between a name and its value'
    case 'missing-value':
      return 'Probably hand-edited; put a value there, such as null'
    case 'wrong-bracket':
      return 'Probably hand-edited; what opens with { closes with }, what opens with [ closes with ]'
    case 'comment':
      return 'JSON has no comments; take it out'
    case 'no-number':
      return 'JSON has no NaN, Infinity or undefined; write null or leave the claim out'
    case 'other-literal':
      return 'Probably printed by another language; JSON writes true, false and null'
    case 'number-spelling':
      return 'JSON writes numbers like 12, -0.5 or 1e9: no plus, no leading zero, a digit on both sides of the dot'
    case 'control-character':
      return 'Line breaks, tabs and other control characters stand in a text only as escapes such as ‘\\n’'
    case 'bad-escape':
      return 'If the backslash itself is meant, write it twice'
    case 'more-after-end':
      return 'The JSON is complete before that; take out what follows'
    case 'unknown':
      return 'Probably hand-edited; mend it there or copy the token again'
    default:
      return habit satisfies never
  }
}

function isRestOfNumber(text: string, at: number): boolean {
  NUMBER_REST.lastIndex = at
  return /\d/.test(text.charAt(at - 1)) && NUMBER_REST.test(text)
}

/** The last character before the fault that is no white space; '' where there is none. */
function lastSolid(text: string, at: number): string {
  let last = at - 1
  while (last >= 0 && WHITESPACE.includes(text.charAt(last))) last--
  const character = text.charAt(last)
  return character === '\ufeff' ? '' : character
}
