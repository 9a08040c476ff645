/** What goes to the server and what comes back? behaviour.md 3. */
import { MintedToken } from './mintedToken.ts'
import type { Reason } from './reason.ts'
import type { Settings } from './settings.ts'
import type { Signatures } from './signatures.ts'
import type { Stores } from './stores.ts'

/** A header as it was sent, or a scheme with a token of this module. */
export type HeaderValue = string | { readonly scheme: string; readonly token: MintedToken }

/** A JSON value with tokens of this module in the place of their texts. */
export type BodyValue =
  | null
  | boolean
  | number
  | string
  | MintedToken
  | readonly BodyValue[]
  | BodyObject

export interface BodyObject {
  readonly [name: string]: BodyValue
}

export interface ServerRequest {
  readonly method: string
  /** With its slash at the end, as Django wants it. */
  readonly path: string
  /** Names in any case. */
  readonly headers: Readonly<Record<string, HeaderValue>>
  /** Parsed JSON or the fields of a form; undefined where nothing was sent. */
  readonly body?: BodyValue | undefined
}

export type Answer =
  | {
      readonly state: 'answered'
      readonly status: number
      /** A string is an HTML page. */
      readonly body: BodyObject | string
      readonly stores: Stores
      readonly reason: Reason
    }
  /** A signature is not looked at yet: await `on.settle()`, then ask again. Nothing has happened so far. */
  | { readonly state: 'waiting'; readonly on: Signatures }

export type Answered = Extract<Answer, { state: 'answered' }>

/** The exact text of the body; null while a token in it has no text yet. */
export function bodyText({ body }: Answered): string | null {
  if (typeof body === 'string') return body
  let isWhole = true
  const text = JSON.stringify(body, (_name, value: unknown) => {
    if (!(value instanceof MintedToken)) return value
    if (value.text === null) isWhole = false
    return value.text
  })
  return isWhole ? text : null
}

/** WWW-Authenticate, Content-Type and Allow, in the order of the recordings; a page has its type alone. */
export function headersOf(
  { status, body }: Answered,
  { path }: ServerRequest,
  { AUTH_HEADER_TYPES }: Settings,
): readonly (readonly [name: string, value: string])[] {
  if (typeof body === 'string') return [['Content-Type', 'text/html']]
  const rest = [
    ['Content-Type', 'application/json'],
    ['Allow', path === PROTECTED ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS'],
  ] as const
  if (status !== 401) return rest
  return [['WWW-Authenticate', `${AUTH_HEADER_TYPES[0] ?? ''} realm="api"`], ...rest]
}

/** The one protected view. */
export const PROTECTED = '/hello/'

/** Django's page for 500 without DEBUG. */
export const SERVER_ERROR = `
<!doctype html>
<html lang="en">
<head>
  <title>Server Error (500)</title>
</head>
<body>
  <h1>Server Error (500)</h1><p></p>
</body>
</html>
`
