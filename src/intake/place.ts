/** Where in a pasted text was a token found, and how is that said? */
export type Tool = 'curl' | 'HTTPie' | 'wget' | 'PowerShell'

/** `value` is null for a flag such as HttpOnly. Names and values as they are spelled. */
export interface CookieAttribute {
  name: string
  value: string | null
}

/** Names are as they are spelled in the text. `tool` is null outside of a command. */
export type Place =
  /** Nothing but white space, quotes and punctuation around it. */
  | { kind: 'plain' }
  /** Other text around it: prose, a log, a page of mark-up. */
  | { kind: 'text' }
  | { kind: 'header'; header: string; scheme: string | null; tool: Tool | null }
  /** A scheme without the name of a header before it. */
  | { kind: 'scheme'; scheme: string }
  /** The value of a command’s option that is itself the token, such as --oauth2-bearer. */
  | { kind: 'option'; option: string; tool: Tool }
  /** `member` is null where the body is the token; `isForm` where it is written name=token. */
  | { kind: 'body'; member: string | null; isForm: boolean; method: string; tool: Tool }
  | { kind: 'form'; parameter: string }
  | { kind: 'json'; member: string }
  /** `attributes` is null for a Cookie header, which carries none. */
  | { kind: 'cookie'; cookie: string; attributes: CookieAttribute[] | null; tool: Tool | null }
  /** `parameter` is null in a path. */
  | { kind: 'url'; part: 'query' | 'fragment' | 'path'; parameter: string | null; url: string }
  | { kind: 'har'; side: 'request' | 'response'; part: HarPart; name: string | null }
  /** A value with a name before it: .env, YAML, a program, a log. */
  | { kind: 'setting'; name: string }

export type HarPart = 'header' | 'cookie' | 'query' | 'body' | 'url'

/** Where one token was found, as a sentence; null where there is nothing to say. `name` as in FoundToken. */
export function tellPlace(place: Place, name: string | null): string | null {
  switch (place.kind) {
    case 'plain':
    case 'text':
      return null
    case 'header':
      return tellHeader(place.header, place.scheme, place.tool)
    case 'scheme':
      return `Found in an Authorization header (scheme: ${place.scheme}).`
    case 'option':
      return `Found in ${article(place.tool)} ${place.tool} command, option ${place.option}.`
    case 'body':
      return tellBody(place.member, place.isForm, place.method, name)
    case 'form':
      return `Found in a form body (${place.parameter}=).`
    case 'json':
      return `Found in a JSON body, member ${place.member}.`
    case 'cookie':
      return tellCookie(place)
    case 'url':
      return tellUrl(place.part, place.parameter)
    case 'har':
      return `Found in a HAR file, ${tellHarPart(place)}.`
    case 'setting':
      return `Found as the value of ${place.name}.`
    default:
      return place satisfies never
  }
}

function tellHeader(header: string, scheme: string | null, tool: Tool | null): string {
  if (tool !== null) return `Found in ${article(tool)} ${tool} command, header ${header}.`
  const isBare = scheme === null && /^(?:proxy-)?authorization$/i.test(header)
  const detail = scheme === null ? (isBare ? ' (no scheme)' : '') : ` (scheme: ${scheme})`
  return `Found in ${article(header)} ${header} header${detail}.`
}

function tellBody(
  member: string | null,
  isForm: boolean,
  method: string,
  name: string | null,
): string {
  const what = name === null ? 'a token' : `${article(spoken(name))} ${spoken(name)} token`
  const where = member === null ? '' : isForm ? ` (${member}=)` : ` (${member})`
  return `Found ${what} in the ${method} body${where}.`
}

function tellCookie({ cookie, tool }: Extract<Place, { kind: 'cookie' }>): string {
  if (tool !== null) return `Found in ${article(tool)} ${tool} command, cookie \`${cookie}\`.`
  return `Found in cookie \`${cookie}\`.`
}

function tellUrl(part: 'query' | 'fragment' | 'path', parameter: string | null): string {
  switch (part) {
    case 'query':
      return `Found in a URL query (?${parameter ?? ''}=).`
    case 'fragment':
      return `Found in a URL fragment (#${parameter === null ? '' : `${parameter}=`}). A browser does not send the fragment to the server.`
    case 'path':
      return 'Found in the path of a URL.'
    default:
      return part satisfies never
  }
}

function tellHarPart({ side, part, name }: Extract<Place, { kind: 'har' }>): string {
  const named = name === null ? '' : ` ${name}`
  switch (part) {
    case 'header':
    case 'cookie':
      return `${side} ${part}${named}`
    case 'body':
      return `${side} body${name === null ? '' : `, member ${name}`}`
    case 'query':
      return `${side} query${named}`
    case 'url':
      return `${side} URL`
    default:
      return part satisfies never
  }
}

/** The name of a token inside a sentence: “access”, but “ID”. */
export const spoken = (name: string): string =>
  name === name.toUpperCase() ? name : name.toLowerCase()

export const article = (word: string): 'a' | 'an' =>
  /^(?:[aeio]|x-|http)/i.test(word) ? 'an' : 'a'
