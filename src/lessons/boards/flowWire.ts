/** What does each message of a flow say on the wire? RFC 6749 §4.1, §4.4 and §5.1, RFC 7636 §4, RFC 6750 §2.1. */
import { PROTECTED, type ServerRequest } from '../../simplejwt/exchange.ts'
import type { MintedToken } from '../../simplejwt/mintedToken.ts'
import { scenarioWith } from '../../simulation/preset.ts'
import { requestText, responseText } from '../../simulation/transcript.ts'
import { type Exchange, LAB_SECRET, openMemory, openWire, tokensIn } from '../../simulation/wire.ts'
import type { FlowName } from './flowBoard.ts'
import { signPayload } from '../signPayload.ts'

/** 2023-11-14 22:13:20 UTC, unix milliseconds. */
const LOGIN = 1_700_000_000_000

/** SHA-256 of the verifier that the application sends with the code, in base64url. */
export const CODE_CHALLENGE = '2FoinaaL30FnNu0eEEN7bJ3J6aJDXaZXW8qKdxlfioQ'

const CALLBACK = 'https://app.example/callback'
const STATE = 'af0ifjsldkj-made-by-the-app'

/** By the arrow's id, lines ended by LF; the empty line between headers and body stands. */
export function wireTextsOf(flow: FlowName): Readonly<Record<string, string>> {
  switch (flow) {
    case 'three':
      return threeTexts()
    case 'password':
      return passwordTexts()
    case 'code':
      return codeTexts()
    case 'client':
      return clientTexts()
    default:
      return flow satisfies never
  }
}

/** SimpleJWT's own answers; the same server issues and checks. */
function passwordTexts(): Record<string, string> {
  const { login, call } = runOn('simplejwt')
  return {
    login: requestText(login, 'HTTP'),
    pair: responseText(login),
    call: requestText(call, 'HTTP'),
    hello: responseText(call),
  }
}

/** The authorization code flow with its first steps left out. */
function threeTexts(): Record<string, string> {
  const { exchange, access, resource } = codeTexts()
  return { ask: exchange ?? '', token: access ?? '', use: resource ?? '' }
}

function codeTexts(): Record<string, string> {
  const { login, call } = runOn('oauth')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'app',
    redirect_uri: CALLBACK,
    scope: 'hello',
    state: STATE,
    code_challenge: CODE_CHALLENGE,
    code_challenge_method: 'S256',
  })
  const code = fieldOf(login.request, 'code')
  return {
    authorize: message(`GET /oauth/authorize?${query} HTTP/1.1`, 'login.example'),
    consent: message(
      'POST /login HTTP/1.1',
      'login.example',
      ['Content-Type: application/x-www-form-urlencoded'],
      'username=alice&password=wonderland',
    ),
    code: `HTTP/1.1 302 Found\nLocation: ${CALLBACK}?${new URLSearchParams({ code, state: STATE })}\n`,
    exchange: atIssuer(requestText(login, 'HTTP')),
    access: responseText(login),
    resource: requestText(call, 'HTTP'),
  }
}

/** No user takes part: the token speaks of the application itself (RFC 6749 §4.4, RFC 9068 §2.2). */
function clientTexts(): Record<string, string> {
  const [id, secret] = ['nightly-report', 'secret-of-the-report']
  const iat = LOGIN / 1000
  const claims = {
    iss: 'https://login.example',
    sub: id,
    client_id: id,
    aud: 'https://api.example',
    iat,
    exp: iat + 300,
    scope: 'hello',
  }
  const token = signPayload(JSON.stringify(claims), LAB_SECRET)
  return {
    credentials: message(
      'POST /token HTTP/1.1',
      'login.example',
      [
        `Authorization: Basic ${btoa(`${id}:${secret}`)}`,
        'Content-Type: application/x-www-form-urlencoded',
      ],
      'grant_type=client_credentials&scope=hello',
    ),
    'machine-token': [
      'HTTP/1.1 200 OK',
      'Content-Type: application/json',
      'Cache-Control: no-store',
      '',
      JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 300 }),
    ].join('\n'),
    'machine-call': message(`GET ${PROTECTED} HTTP/1.1`, 'api.example', [
      `Authorization: Bearer ${token}`,
    ]),
  }
}

/** A login, and a call with the access token that it brought. */
function runOn(server: 'simplejwt' | 'oauth'): { login: Exchange; call: Exchange } {
  const wire = openWire(scenarioWith({ server }))
  const memory = openMemory()
  const login = wire.answer(wire.logIn, memory, LOGIN)
  const [access] = tokensIn(login)
  if (access === undefined) throw new Error('a login brings an access token')
  return { login, call: wire.answer(callWith(access.minted), memory, LOGIN) }
}

const callWith = (token: MintedToken): ServerRequest => ({
  method: 'GET',
  path: PROTECTED,
  headers: { Accept: 'application/json', Authorization: { scheme: 'Bearer', token } },
})

const message = (line: string, host: string, headers: readonly string[] = [], body = ''): string =>
  [line, `Host: ${host}`, ...headers, '', body].join('\n')

/** The lab has issuer and API on one host; here they are two. */
const atIssuer = (text: string): string => text.replace('Host: api.example', 'Host: login.example')

function fieldOf({ body }: ServerRequest, name: string): string {
  const value = typeof body === 'object' && body !== null && name in body ? Object(body)[name] : ''
  return typeof value === 'string' ? value : ''
}
