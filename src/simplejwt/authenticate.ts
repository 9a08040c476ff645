/** Does the protected view let this request in? JWTAuthentication and IsAuthenticated, HELLO of behaviour.md 2. */
import { checkToken, type Credential } from './checkToken.ts'
import type { HeaderValue, Answer, ServerRequest } from './exchange.ts'
import { comparable, type PythonDict } from './pythonValue.ts'
import type { ClassRefusal, Reason } from './reason.ts'
import { reply, replyCrash, replyDetail, replyRefused } from './replies.ts'
import type { Server } from './server.ts'
import { findUser, type Stores } from './stores.ts'

const GREETING = { message: 'Hello, World!' }

/** `at` is unix milliseconds. The method is looked at last, by whoever is let in. */
export function answerProtected(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  at: number,
): Answer {
  const presented = presentedToken(server, request)
  if (presented.state !== 'presented') {
    const { reason } = presented
    return reason.code === 'word-count'
      ? replyDetail(401, WORD_COUNT, 'bad_authorization_header', stores, reason)
      : replyDetail(401, NOT_PROVIDED, null, stores, reason)
  }
  const refusals: ClassRefusal[] = []
  for (const tokenClass of server.settings.AUTH_TOKEN_CLASSES) {
    const checked = checkToken(server, stores, at, tokenClass, presented.credential)
    if (checked.state === 'waiting') return checked
    if (checked.state === 'crashed') return replyCrash(stores, checked.crash)
    if (checked.state === 'passed') return admit(server, request, stores, at, checked.claims)
    refusals.push({ tokenClass, refusal: checked.refusal })
  }
  return replyRefused(refusals, server.release, stores)
}

const NOT_PROVIDED = 'Authentication credentials were not provided.'
const WORD_COUNT = 'Authorization header must contain two space-delimited values'

type Presented =
  | { state: 'presented'; credential: Credential }
  | { state: 'absent'; reason: Reason }

const absent = (reason: Reason): Presented => ({ state: 'absent', reason })

function presentedToken(
  { settings, tokenHeader: header }: Server,
  request: ServerRequest,
): Presented {
  const value = headerNamed(request, header)
  if (value === undefined) return absent({ code: 'no-header', header })
  const wanted = settings.AUTH_HEADER_TYPES
  if (typeof value === 'object') {
    return wanted.includes(value.scheme)
      ? { state: 'presented', credential: value.token }
      : absent({ code: 'other-scheme', found: value.scheme, wanted })
  }
  // what Python's bytes.split() splits at
  const words = value.split(/[ \t\n\r\v\f]+/).filter((word) => word !== '')
  const [scheme, credential] = words
  if (scheme === undefined) return absent({ code: 'empty-header', header })
  if (!wanted.includes(scheme)) return absent({ code: 'other-scheme', found: scheme, wanted })
  return words.length === 2 && credential !== undefined
    ? { state: 'presented', credential }
    : absent({ code: 'word-count', count: words.length })
}

function headerNamed({ headers }: ServerRequest, name: string): HeaderValue | undefined {
  const exact = headers[name]
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const [found, value] of Object.entries(headers))
    if (found.toLowerCase() === wanted) return value
  return undefined
}

function admit(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  at: number,
  claims: PythonDict,
): Answer {
  const { settings, release } = server
  const claim = settings.USER_ID_CLAIM
  const value = claims.get(claim)
  if (value === undefined)
    return replyDetail(401, NO_USER, 'token_not_valid', stores, { code: 'no-user-claim', claim })
  if (!server.isStateless) {
    const user = findUser(stores, settings.USER_ID_FIELD, value)
    if (user === 'crash') return replyCrash(stores, { code: 'user-crash', claim, value })
    if (user === null) {
      const reason = { code: 'user-not-found', claim, value } as const
      return replyDetail(401, 'User not found', 'user_not_found', stores, reason)
    }
    const { username } = user
    const isAsked = !release.hasUserChecks || settings.CHECK_USER_IS_ACTIVE
    if (isAsked && !user.isActive) {
      const reason = { code: 'user-inactive', username } as const
      return replyDetail(401, 'User is inactive', 'user_inactive', stores, reason)
    }
    if (hasOtherPassword(server, claims, user.passwordDigest)) {
      const reason = {
        code: 'password-changed',
        username,
        claim: settings.REVOKE_TOKEN_CLAIM,
      } as const
      return replyDetail(401, PASSWORD_CHANGED, 'password_changed', stores, reason)
    }
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return replyMethod(request.method, 'GET, HEAD, OPTIONS', stores)
  return reply(200, GREETING, stores, {
    code: 'let-in',
    exp: comparable(claims.get('exp') ?? null) ?? 0,
    now: at / 1000,
    leeway: settings.LEEWAY,
  })
}

const NO_USER = 'Token contained no recognizable user identification'
export const PASSWORD_CHANGED = "The user's password has been changed."

/** CHECK_REVOKE_TOKEN: the digest in the token is not that of the password any more, or not there. */
export function hasOtherPassword(
  { settings, release }: Server,
  claims: PythonDict,
  passwordDigest: string,
): boolean {
  return (
    release.hasUserChecks &&
    settings.CHECK_REVOKE_TOKEN &&
    claims.get(settings.REVOKE_TOKEN_CLAIM) !== passwordDigest
  )
}

export function replyMethod(method: string, allowed: string, stores: Stores): Answer {
  const reason = { code: 'method', method, allowed } as const
  return replyDetail(405, `Method "${method}" not allowed.`, null, stores, reason)
}
