/** Which commands stand in a pasted text, what do they request, and what does their quoting get wrong? */
import { isQuote, isSmartQuote } from './characters.ts'
import type { Tool } from './place.ts'
import { ShellReader, type Word } from './shellWords.ts'

/** What a command asks of a server, as far as its words tell. `method` in capitals. */
export interface Request {
  method: string
  url: string
}

export interface FoundCommand {
  tool: Tool
  start: number
  end: number
  /** Without the name of the program. */
  words: Word[]
  request: Request | null
  /** The word that is the URL. */
  urlWord: Word | null
  /** True where a backtick stands before and after the whole of it, and nothing else in the paste. */
  isWrapped: boolean
  hasSmartQuotes: boolean
}

const PROGRAM =
  /(?:^|['"`$>;|&(:]|PS[^>\n]{0,80}>)[ \t]{0,40}(curl(?:\.exe)?|https?|httpie|xhs?|wget(?:\.exe)?|Invoke-RestMethod|Invoke-WebRequest|irm|iwr)(?=[ \t])/gim
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i
const URL_LIKE = /^(?:https?:\/\/|:\d*\/|localhost\b|[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$))/i

const TOOLS: Record<string, Tool> = {
  curl: 'curl',
  'curl.exe': 'curl',
  wget: 'wget',
  'wget.exe': 'wget',
  http: 'HTTPie',
  https: 'HTTPie',
  httpie: 'HTTPie',
  xh: 'HTTPie',
  xhs: 'HTTPie',
  'invoke-restmethod': 'PowerShell',
  'invoke-webrequest': 'PowerShell',
  irm: 'PowerShell',
  iwr: 'PowerShell',
}

/** Every command in reading order. Offsets in the raw text from 0, end exclusive. Linear in its length. */
export function findCommands(raw: string): FoundCommand[] {
  const found: FoundCommand[] = []
  const reader = new ShellReader(raw)
  const program = new RegExp(PROGRAM)
  for (let match = program.exec(raw); match !== null; match = program.exec(raw)) {
    const spelled = match[1] ?? ''
    const name = spelled.toLowerCase()
    const tool = TOOLS[name] ?? 'curl'
    const start = program.lastIndex - spelled.length
    const isWrapped = raw[start - 1] === '`' && raw[start - 2] !== '`'
    const { words, end } = reader.readCommand(program.lastIndex, isWrapped, tool === 'PowerShell')
    const command = describe(raw, tool, name, start, end, words)
    if (command === null) continue
    const isAlone = raw.slice(0, start - 1).trim() === '' && raw.slice(end).trim() === '`'
    found.push({ ...command, isWrapped: isWrapped && isAlone })
    program.lastIndex = Math.max(end, program.lastIndex)
  }
  return found
}

/** The text of a word without its quotes and carets, cut to `limit` characters. */
function plainWord(raw: string, word: Word, limit = 2000): string {
  return unquoted(raw.slice(word.start, Math.min(word.end, word.start + limit)))
}

export const unquoted = (text: string): string =>
  text.replace(/^\$(?=['"])|\^(?=["\\^])/g, '').replace(/["'`‘’“”]/g, '')

/** The word in which that offset falls, and the one before it. */
export function wordsAt(
  { words }: FoundCommand,
  at: number,
): { word: Word; before: Word | null } | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const word = words[low]
  return word !== undefined && word.start <= at ? { word, before: words[low - 1] ?? null } : null
}

function describe(
  raw: string,
  tool: Tool,
  name: string,
  start: number,
  end: number,
  words: Word[],
): Omit<FoundCommand, 'isWrapped'> | null {
  const plain = words.slice(0, 400).map((word) => plainWord(raw, word))
  // “http” and “https” also are plain words: a command goes on with a method, an option or a URL
  if (tool === 'HTTPie') {
    const first = plain[0] ?? ''
    const isCommand = METHOD.test(first) || URL_LIKE.test(first) || first.startsWith('-')
    if (!isCommand || !plain.some((word) => URL_LIKE.test(word))) return null
  }
  const at = plain.findIndex((word, index) => isUrlWord(tool, word, plain[index - 1] ?? ''))
  const urlWord = words[at] ?? null
  const url = (plain[at] ?? '').replace(/^--url=/, '')
  const request =
    urlWord === null ? null : { method: methodOf(tool, plain), url: fullUrl(tool, name, url) }
  const hasSmartQuotes = words.some(
    ({ quote }) => quote !== null && isQuote(quote) && isSmartQuote(quote),
  )
  return { tool, start, end, words, request, urlWord, hasSmartQuotes }
}

/** Options whose value is never the URL. */
const TAKES_VALUE =
  /^(?:-[HbdXFuAeoTcCmrtUxEKw]|--(?:header|cookie|data|data-raw|data-binary|data-ascii|data-urlencode|json|request|form|user|user-agent|output|proxy|oauth2-bearer|auth|auth-type|post-data|body-data|method|session)|-a|-(?:Headers|Body|Method|ContentType|Token|Authentication|OutFile))$/

function isUrlWord(tool: Tool, word: string, before: string): boolean {
  if (before === '--url' || /^-Uri$/i.test(before) || word.startsWith('--url=')) return true
  if (TAKES_VALUE.test(before) || word.startsWith('-')) return false
  if (/^https?:\/\//i.test(word)) return true
  return (tool === 'curl' || tool === 'wget' || tool === 'HTTPie') && URL_LIKE.test(word)
}

function methodOf(tool: Tool, words: readonly string[]): string {
  if (tool === 'HTTPie') {
    const named = words.slice(0, 8).find((word) => METHOD.test(word))
    const hasBody = words.some((word, index) => index > 0 && /^[\w.[\]-]+:?=(?!=)/.test(word))
    return (named ?? (hasBody ? 'POST' : 'GET')).toUpperCase()
  }
  for (const [index, word] of words.entries()) {
    const attached = /^(?:-X|--request=|--method=)([A-Za-z]+)$/.exec(word)?.[1]
    if (attached !== undefined) return attached.toUpperCase()
    const next = words[index + 1]
    if (/^(?:-X|--request|--method|-Method)$/i.test(word) && next !== undefined)
      return next.toUpperCase()
    if (word === '-I' || word === '--head') return 'HEAD'
  }
  if (words.some((word) => word === '-G' || word === '--get')) return 'GET'
  const sends =
    /^(?:-d.*|--data(?:-\w+)?(?:=.*)?|--json(?:=.*)?|-F.*|--form(?:=.*)?|--post-data(?:=.*)?)$/s
  return words.some((word) => sends.test(word)) ? 'POST' : 'GET'
}

function fullUrl(tool: Tool, name: string, url: string): string {
  if (tool !== 'HTTPie' || /^https?:\/\//i.test(url)) return url
  const scheme = name === 'https' || name === 'xhs' ? 'https' : 'http'
  return `${scheme}://${url.startsWith(':') ? `localhost${url}` : url}`
}

/** The host where a request would go over plain http; null for https, for this machine and for no address at all. */
export function plainHttpHost(url: string): string | null {
  const host = /^http:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1]
  if (host === undefined || host === '') return null
  const isLoopback = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/i.test(
    host,
  )
  return isLoopback ? null : host
}

/** What a shell would make of the quoting, and of an address that anyone on the way can read. */
export function warnAboutCommand(command: FoundCommand): string[] {
  const warnings: string[] = []
  if (command.isWrapped) warnings.push('The whole command is in backticks: leave them out.')
  if (command.urlWord?.quote === '`')
    warnings.push('The URL is in backticks: a shell would try to run it. Use quotes.')
  if (command.hasSmartQuotes)
    warnings.push('The command has typographic quotes: a shell does not know them. Use \' or ".')
  return warnings
}
