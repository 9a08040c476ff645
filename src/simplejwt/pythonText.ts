/** What does a Python text in quotes say? Python 3 language reference, section 2.4.1. */

/** Where the text stops being a literal this reader knows, and what would have been right there. */
export class LiteralStop extends Error {
  readonly at: number
  readonly expected: string

  constructor(at: number, expected: string) {
    super(expected)
    this.at = at
    this.expected = expected
  }
}

const QUOTE = /([rRuU]?)("""|'''|"|')/y
const HEX = /x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y
const ESCAPES: Partial<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  '\n': '',
}

/** The text whose quotes open at that place, and the offset behind it; null where none opens. Throws a LiteralStop where none closes. */
export function readPythonText(text: string, start: number): { value: string; end: number } | null {
  QUOTE.lastIndex = start
  const [opening, prefix = '', close = ''] = QUOTE.exec(text) ?? []
  if (opening === undefined) return null
  const isRaw = /r/i.test(prefix)
  let value = ''
  let at = start + opening.length
  while (!text.startsWith(close, at)) {
    const character = text.charAt(at)
    const isEnd = character === '' || (character === '\n' && close.length === 1)
    if (isEnd) throw new LiteralStop(at, `a closing ‘${close}’`)
    const read = character === '\\' ? readEscape(text, at, isRaw) : { value: character, length: 1 }
    value += read.value
    at += read.length
  }
  return { value, end: at + close.length }
}

/** What a backslash and the characters behind it stand for; unknown ones stand for themselves. */
function readEscape(text: string, at: number, isRaw: boolean): { value: string; length: number } {
  HEX.lastIndex = at + 1
  const code = isRaw ? undefined : HEX.exec(text)?.[0]
  if (code !== undefined) {
    const point = Number.parseInt(code.slice(1), 16)
    const value = point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
    return { value, length: 1 + code.length }
  }
  const pair = text.slice(at, at + 2)
  return { value: (isRaw ? undefined : ESCAPES[pair.charAt(1)]) ?? pair, length: pair.length }
}
