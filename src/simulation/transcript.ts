/** What went over the wire, exactly, and how is the same request made with curl, HTTPie or Python? ux.md 4.6, RFC 9112 §3 and §4. */
import {
  bodyText,
  type BodyValue,
  headersOf,
  type HeaderValue,
  type ServerRequest,
} from '../simplejwt/exchange.ts'
import { MintedToken } from '../simplejwt/mintedToken.ts'
import type { FamilyAnswer } from './oauthServer.ts'
import type { Entry } from './timeline.ts'
import { type Exchange, statusOf } from './wire.ts'
import type { IssuedToken } from './world.ts'

export type Dialect = 'HTTP' | 'curl' | 'HTTPie' | 'Python'

const HOST = 'api.example'
const ORIGIN = `https://${HOST}`

/** The request in one of four dialects, lines ended by LF. */
export function requestText({ request }: Exchange, dialect: Dialect): string {
  switch (dialect) {
    case 'HTTP':
      return writeHttp(request)
    case 'curl':
      return writeCurl(request)
    case 'HTTPie':
      return writeHttpie(request)
    case 'Python':
      return writePython(request)
    default:
      return dialect satisfies never
  }
}

/** Status line, headers, an empty line, the body; lines ended by LF. */
export function responseText(exchange: Exchange): string {
  const status = statusOf(exchange)
  const headers = responseHeaders(exchange).map(([name, value]) => `${name}: ${value}`)
  const body = responseBody(exchange)
  return [`HTTP/1.1 ${status} ${phrases[status] ?? ''}`.trimEnd(), ...headers, '', body].join('\n')
}

const phrases: Partial<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
}

type Headers = readonly (readonly [name: string, value: string])[]

function responseHeaders(exchange: Exchange): Headers {
  return exchange.server === 'simplejwt'
    ? headersOf(exchange.answer, exchange.request, exchange.settings)
    : familyHeaders(exchange.answer, exchange.request)
}

/** RFC 6749 §5.1, RFC 6750 §3. */
function familyHeaders({ status, body, reason }: FamilyAnswer, { path }: ServerRequest): Headers {
  const challenge =
    reason.code === 'no-token' ? 'Bearer realm="api"' : 'Bearer realm="api", error="invalid_token"'
  return [
    ...(status === 401 ? [['WWW-Authenticate', challenge] as const] : []),
    ...(body === null ? [] : [['Content-Type', 'application/json'] as const]),
    ...(path === '/token' ? [['Cache-Control', 'no-store'] as const] : []),
  ]
}

function responseBody(exchange: Exchange): string {
  if (exchange.server === 'simplejwt') return bodyText(exchange.answer) ?? ''
  const { body } = exchange.answer
  return body === null ? '' : writeJson(body)
}

interface Piece {
  readonly text: string
  /** Where the piece is the text of a token, so that its name can stand there. */
  readonly token: IssuedToken | null
}

/** The text cut at the tokens of this entry; put together again, the pieces are the text. */
export function findTokens(text: string, { used, gained }: Entry): Piece[] {
  const tokens = used === null ? gained : [used, ...gained]
  const pieces: Piece[] = []
  let rest = text
  while (rest !== '') {
    const found = tokens
      .map((token) => ({ token, whole: token.minted.text ?? '' }))
      .map(({ token, whole }) => ({ token, whole, at: whole === '' ? -1 : rest.indexOf(whole) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at)
    const [first] = found
    const between = first === undefined ? rest : rest.slice(0, first.at)
    if (between !== '') pieces.push({ text: between, token: null })
    if (first === undefined) break
    pieces.push({ text: first.whole, token: first.token })
    rest = rest.slice(first.at + first.whole.length)
  }
  return pieces
}

function writeHttp(request: ServerRequest): string {
  const headers = requestHeaders(request).map(([name, value]) => `${name}: ${value}`)
  const head = [`${request.method} ${request.path} HTTP/1.1`, `Host: ${HOST}`, ...headers]
  return [...head, '', requestBody(request)].join('\n')
}

function writeCurl(request: ServerRequest): string {
  const body = requestBody(request)
  const method = request.method === 'GET' ? '' : ` -X ${request.method}`
  return [
    `curl -i${method} ${ORIGIN}${request.path}`,
    ...requestHeaders(request).map(([name, value]) => `-H ${inShell(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data-raw ${inShell(body)}`]),
  ].join(' \\\n  ')
}

function writeHttpie(request: ServerRequest): string {
  const form = isForm(request) ? ' --form' : ''
  // HTTPie sets both itself
  const own = new Set(['Accept', 'Content-Type'])
  return [
    `http${form} ${request.method} ${ORIGIN}${request.path}`,
    ...requestHeaders(request)
      .filter(([name]) => !own.has(name))
      .map(([name, value]) => inShell(`${name}: ${value}`)),
    ...fieldsOf(request).map(([name, value]) => inShell(`${name}=${value}`)),
  ].join(' \\\n  ')
}

function writePython(request: ServerRequest): string {
  const fields = fieldsOf(request).map(([name, value]) => `${inPython(name)}: ${inPython(value)}`)
  const headers = requestHeaders(request)
    .filter(([name]) => name !== 'Content-Type')
    .map(([name, value]) => `${inPython(name)}: ${inPython(value)}`)
  const lines = [
    inPython(`${ORIGIN}${request.path}`),
    `headers={${headers.join(', ')}}`,
    ...(fields.length === 0 ? [] : [`${isForm(request) ? 'data' : 'json'}={${fields.join(', ')}}`]),
  ].map((line) => `    ${line},\n`)
  const call = `requests.${request.method.toLowerCase()}(\n${lines.join('')})`
  return `import requests\n\nanswer = ${call}\nprint(answer.status_code, answer.text)`
}

const isForm = ({ headers }: ServerRequest): boolean =>
  headers['Content-Type'] === 'application/x-www-form-urlencoded'

function requestHeaders({ headers }: ServerRequest): Headers {
  return Object.entries(headers).map(([name, value]) => [name, headerText(value)])
}

const headerText = (value: HeaderValue): string =>
  typeof value === 'string' ? value : `${value.scheme} ${value.token.text ?? ''}`

/** The names and texts of a body that is an object, in its order. */
function fieldsOf({ body }: ServerRequest): [name: string, value: string][] {
  if (typeof body !== 'object' || body === null || body instanceof MintedToken) return []
  return Object.entries(body).map(([name, value]: [string, BodyValue]) => [
    name,
    value instanceof MintedToken ? (value.text ?? '') : writeField(value),
  ])
}

const writeField = (value: BodyValue): string =>
  typeof value === 'string' ? value : writeJson(value)

function requestBody(request: ServerRequest): string {
  if (request.body === undefined) return ''
  return isForm(request)
    ? new URLSearchParams(fieldsOf(request)).toString()
    : writeJson(request.body)
}

const writeJson = (body: BodyValue): string =>
  JSON.stringify(body, (_name, value: unknown) =>
    value instanceof MintedToken ? value.text : value,
  )

const inShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A JSON text of ASCII is a Python literal too. */
const inPython = (text: string): string => JSON.stringify(text)
