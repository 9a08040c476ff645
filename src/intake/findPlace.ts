/** Where does a token stand: which header, member, cookie, parameter or command holds it? */
import { isBreak, isQuote, isWhite } from './characters.ts'
import { readCookieAttributes } from './cookie.ts'
import { type FoundCommand, unquoted, wordsAt } from './command.ts'
import type { Finding } from './findTokens.ts'
import type { HarMap } from './har.ts'
import type { Place, Tool } from './place.ts'

/** How far back the text is read for the name of what holds a token. */
const LOOK_BACK = 400
const SCHEME = '(Bearer|JWT|Token|DPoP|OAuth)'
const SCHEME_END = new RegExp(`(?:^|[^A-Za-z])${SCHEME}(?:\\s+|%20|\\+)$`, 'i')
const SIGN_END = /(:=|=>|==|:|=|,)\s{0,99}[bfrB]?["'^\\`‘“$]{0,9}$/
const BARE_SCHEME = new RegExp(`(?:^|[\\s"'\`(])${SCHEME}(?:\\s{1,20}|%20|\\+)["'\`]?$`, 'i')
const HEADER_VALUE = new RegExp(`^([\\w-]+)\\s*:\\s*(?:${SCHEME}\\s+)?$`, 'i')
const HEADER_NAME = /^(?:(?:proxy-)?authorization|x-[\w-]+|dpop|http_\w+|[\w]+(?:-[\w]+)*-token)$/i
const URL_PARAMETER = /([?&#])([\w.~[\]%-]{0,100})=$/
const COOKIE_MARK = /(set-)?cookie["'^\\]{0,9}\s{0,9}[:=]/gi

/** Finds the place of one token after the other; offsets must not fall. */
export class PlaceFinder {
  private readonly raw: string
  private readonly commands: readonly FoundCommand[]
  private readonly har: HarMap | null
  private readonly cookieMark = new RegExp(COOKIE_MARK)
  private lastCookie: { end: number; isSet: boolean } | null = null
  private nextCookie: { end: number; isSet: boolean } | null
  private lineStart = 0
  private searched = 0
  private command = 0

  constructor(raw: string, commands: readonly FoundCommand[], har: HarMap | null) {
    this.raw = raw
    this.commands = commands
    this.har = har
    this.nextCookie = this.searchCookie()
  }

  /** `plain` and `text` are told apart by the caller, who knows what is left of the paste. */
  find(finding: Finding): Place {
    const { raw } = this
    const { start, end } = finding
    while (this.nextCookie !== null && this.nextCookie.end <= start) {
      this.lastCookie = this.nextCookie
      this.nextCookie = this.searchCookie()
    }
    for (; this.searched < start; this.searched++)
      if (isBreak(raw[this.searched])) this.lineStart = this.searched + 1
    const command = this.commandAt(start)
    const inCommand = command && placeInCommand(raw, command, start)
    if (inCommand) return inCommand
    const before = raw.slice(Math.max(0, start - LOOK_BACK), start)
    return (
      this.har?.placeOf(raw, start, end, namedBefore(before)?.name ?? null) ??
      this.cookieAt(before, start, end) ??
      urlBefore(before) ??
      namePlace(before) ??
      schemeBefore(before) ?? { kind: 'text' }
    )
  }

  private searchCookie(): { end: number; isSet: boolean } | null {
    const match = this.cookieMark.exec(this.raw)
    return match && { end: this.cookieMark.lastIndex, isSet: match[1] !== undefined }
  }

  private commandAt(start: number): FoundCommand | null {
    while ((this.commands[this.command]?.end ?? Infinity) <= start) this.command++
    const command = this.commands[this.command]
    return command !== undefined && command.start <= start ? command : null
  }

  private cookieAt(before: string, start: number, end: number): Place | null {
    if (this.lastCookie === null || this.lastCookie.end < this.lineStart) return null
    const cookie = cookieBefore(before)
    if (cookie === null) return null
    const attributes = this.lastCookie.isSet ? readCookieAttributes(this.raw, end) : null
    return start > this.lastCookie.end ? { kind: 'cookie', cookie, attributes, tool: null } : null
  }
}

const cookieBefore = (before: string): string | null =>
  /(?:^|[;\s"'^:])([^;,\s"'=:^]{1,100})=["'^\\]{0,4}$/.exec(before)?.[1] ?? null

function urlBefore(before: string): Place | null {
  let from = before.length
  while (from > 0 && !isWhite(before[from - 1]) && !isQuote(before[from - 1])) from--
  const url = before.slice(from).replace(/^[<(]+/, '')
  const parameter = URL_PARAMETER.exec(url)
  if (parameter === null) {
    const isPath = /^(?:https?:\/)?\/.*\/$/i.test(url)
    const isFragment = /^https?:\/\/.*#$/i.test(url)
    if (isFragment) return { kind: 'url', part: 'fragment', parameter: null, url }
    return isPath ? { kind: 'url', part: 'path', parameter: null, url } : null
  }
  const part = url.includes('#') ? 'fragment' : 'query'
  const name = parameter[2] ?? ''
  const isUrl = url.includes('?') || url.includes('#')
  return isUrl ? { kind: 'url', part, parameter: name, url } : { kind: 'form', parameter: name }
}

interface Name {
  isQuoted: boolean
  name: string
  sign: string
  scheme: string | null
}

/** Reads backwards from the token: scheme, quotes, sign, quotes, name. */
function namedBefore(before: string): Name | null {
  const scheme = SCHEME_END.exec(before.slice(-60))?.[1] ?? null
  const value =
    scheme === null
      ? before
      : before.slice(0, before.toLowerCase().lastIndexOf(scheme.toLowerCase()))
  const sign = SIGN_END.exec(value.slice(-120))
  if (sign === null) return null
  const named = value.slice(0, value.length - sign[0].length).trimEnd()
  let end = named.length
  while (end > 0 && '"\'^\\]'.includes(named[end - 1] ?? ' ')) end--
  let start = end
  while (start > 0 && end - start < 100 && /[\w.-]/.test(named[start - 1] ?? '')) start--
  const name = named.slice(start, end)
  if (!/^[A-Za-z_]/.test(name)) return null
  return { isQuoted: /["']/.test(named[start - 1] ?? ''), name, sign: sign[1] ?? '', scheme }
}

function namePlace(before: string): Place | null {
  const named = namedBefore(before)
  if (named === null || (named.sign === ',' && !named.isQuoted)) return null
  const { isQuoted, name, sign, scheme } = named
  if (scheme !== null || HEADER_NAME.test(name))
    return { kind: 'header', header: headerName(name), scheme, tool: null }
  if (sign === ',') return { kind: 'setting', name }
  if (sign === ':' && (isQuoted || /[{,]\s*["'\\]*[\w.-]*["'\\]*\s*:\s*["'\\`]+$/.test(before)))
    return { kind: 'json', member: name }
  // in running text a colon is only a colon
  const isLine = new RegExp(
    `(?:^|[\\n\\r{;(])\\s*(?:[-#>*]\\s+)?(?:export |set |const |let |var |\\$env:|\\$)?\\s*["']?${escaped(name)}`,
    'i',
  )
  if (sign === ':' && !isLine.test(before)) return null
  return { kind: 'setting', name }
}

const escaped = (name: string): string => name.replace(/[.\\]/g, '\\$&')

/** HTTP/2 writes headers in small letters, Django and WSGI as HTTP_AUTHORIZATION: both mean the same header. */
function headerName(name: string): string {
  const spelled = name.replace(/^HTTP_/, '').replaceAll('_', '-')
  if (/[a-z]/.test(spelled) && /[A-Z]/.test(spelled)) return spelled
  if (/^dpop$/i.test(spelled)) return 'DPoP'
  return spelled.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())
}

function schemeBefore(before: string): Place | null {
  const scheme = BARE_SCHEME.exec(before)?.[1]
  // in prose “token” and “JWT” are words; as a scheme they open the line
  if (scheme === undefined) return null
  const opens = new RegExp(`(?:^|[\\n\\r])\\s*["'\`(]*${scheme}\\s+["'\`]?$`)
  const isSpelled = scheme === 'JWT' || scheme === 'Token'
  return /^(?:bearer|dpop)$/i.test(scheme) || (isSpelled && opens.test(before))
    ? { kind: 'scheme', scheme }
    : null
}

const HEADER_OPTION = /^(?:-H|--header)$/
const COOKIE_OPTION = /^(?:-b|--cookie)$/
const BODY_OPTION =
  /^(?:-d|--data(?:-raw|-binary|-ascii|-urlencode)?|--json|-F|--form|--form-string|--post-data|--body-data)$/

function placeInCommand(raw: string, command: FoundCommand, start: number): Place | null {
  const { tool } = command
  const method = command.request?.method ?? 'POST'
  const hit = wordsAt(command, start)
  if (hit === null) return null
  const { word } = hit
  const before = raw.slice(Math.max(0, start - LOOK_BACK), start)
  const url = urlBefore(before)
  if (url?.kind === 'url') return url
  if (tool === 'PowerShell') return placeInPowerShell(before, method)
  const text = unquoted(raw.slice(Math.max(word.start, start - LOOK_BACK), start))
  const attached = /^(--[\w-]+)=|^(-[Hbd])(?=.)/.exec(text)
  const isOption = attached !== null
  const option =
    attached?.[1] ??
    attached?.[2] ??
    (hit.before ? unquoted(raw.slice(hit.before.start, hit.before.end)) : '')
  const value = isOption ? text.slice(attached[0].length) : text
  if (tool === 'HTTPie') return placeInItem(option, value, method)
  if (HEADER_OPTION.test(option)) return headerPlace(value, tool)
  if (COOKIE_OPTION.test(option)) {
    const cookie = cookieBefore(` ${value}`)
    return cookie === null ? null : { kind: 'cookie', cookie, attributes: null, tool }
  }
  if (BODY_OPTION.test(option)) return bodyPlace(before, value, method, tool)
  return option.startsWith('-') ? { kind: 'option', option, tool } : null
}

function headerPlace(value: string, tool: Tool): Place | null {
  const cookie = /^cookie:/i.test(value) ? cookieBefore(value) : null
  if (cookie !== null) return { kind: 'cookie', cookie, attributes: null, tool }
  const [, header, scheme] = HEADER_VALUE.exec(value) ?? []
  if (header === undefined) return null
  return { kind: 'header', header: headerName(header), scheme: scheme ?? null, tool }
}

function bodyPlace(before: string, value: string, method: string, tool: Tool): Place {
  const parameter = /(?:^|&)([^=&\s{}]{1,100})=$/.exec(value)?.[1]
  const isForm = parameter !== undefined
  const member = parameter ?? namedBefore(before)?.name ?? null
  return { kind: 'body', member: value.trim() === '' ? null : member, isForm, method, tool }
}

function placeInItem(option: string, value: string, method: string): Place | null {
  const tool = 'HTTPie'
  if (/^(?:-a|--auth)$/.test(option))
    return { kind: 'header', header: 'Authorization', scheme: 'Bearer', tool }
  const parameter = /^([^:=@\s]+)==$/.exec(value)?.[1]
  if (parameter !== undefined) return { kind: 'url', part: 'query', parameter, url: '' }
  const member = /^([^:=@\s]+):?=$/.exec(value)?.[1]
  if (member !== undefined) return { kind: 'body', member, isForm: true, method, tool }
  return headerPlace(value, tool)
}

function placeInPowerShell(before: string, method: string): Place | null {
  const tool = 'PowerShell'
  if (/-Token\s+["'(\w\s-]*$/i.test(before)) return { kind: 'option', option: '-Token', tool }
  const named = namedBefore(before)
  if (named === null) return null
  const { name, scheme } = named
  if (scheme !== null || HEADER_NAME.test(name))
    return { kind: 'header', header: headerName(name), scheme, tool }
  return { kind: 'body', member: name, isForm: false, method, tool }
}
