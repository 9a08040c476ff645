/** Which habit makes a text stop being JSON? RFC 8259. */

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
