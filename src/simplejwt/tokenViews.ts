/** What do refresh, verify, blacklist and sliding refresh answer? behaviour.md 2. */
import { hasOtherPassword, PASSWORD_CHANGED } from './authenticate.ts'
import { blacklistedSince, checkExactly, checkToken } from './checkToken.ts'
import type { Answer, ServerRequest } from './exchange.ts'
import { readFields } from './fields.ts'
import { draftAccess, draftRotated, draftSlid, mint } from './mint.ts'
import { comparable, isTruthy, type PythonDict } from './pythonValue.ts'
import type { Rotation } from './reason.ts'
import { recordBlacklisted, recordOutstanding, userIdIn } from './recordToken.ts'
import { reply, replyCrash, replyDetail, replyUnpassed } from './replies.ts'
import type { Moment, Server } from './server.ts'
import type { TokenClass } from './settings.ts'
import { findUser, type Stores } from './stores.ts'

type Accepted = { state: 'accepted'; claims: PythonDict } | { state: 'replied'; reply: Answer }

const replied = (answer: Answer): Accepted => ({ state: 'replied', reply: answer })

export function answerRefresh(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  moment: Moment,
): Answer {
  const accepted = accept(server, request, stores, moment.at, 'refresh', 'RefreshToken')
  if (accepted.state === 'replied') return accepted.reply
  const { claims } = accepted
  const objection = askUser(server, stores, claims, moment.at)
  if (objection !== null) return objection
  const { settings, release } = server
  const access = mint(server, draftAccess(server, moment, claims))
  if (!settings.ROTATE_REFRESH_TOKENS)
    return reply(200, { access }, stores, { code: 'refreshed', rotation: 'kept' })
  const cleared = settings.BLACKLIST_AFTER_ROTATION
    ? recordBlacklisted(server, stores, claims, moment.at)
    : stores
  const refresh = mint(server, draftRotated(server, moment, claims))
  const recorded = release.recordsRotated
    ? recordOutstanding(
        server,
        cleared,
        refresh.claims,
        userIdIn(server, stores, claims),
        moment.at,
      )
    : cleared
  return reply(200, { access, refresh }, recorded, {
    code: 'refreshed',
    rotation: rotationOf(server),
  })
}

function rotationOf({ settings, hasBlacklistApp }: Server): Rotation {
  if (!settings.BLACKLIST_AFTER_ROTATION) return 'replaced'
  return hasBlacklistApp ? 'replaced and blacklisted' : 'replaced, app missing'
}

/** Any class will do, no user is looked up, and the blacklist only under BLACKLIST_AFTER_ROTATION. */
export function answerVerify(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  { at }: Moment,
): Answer {
  const accepted = accept(server, request, stores, at, 'token', 'UntypedToken')
  if (accepted.state === 'replied') return accepted.reply
  const { settings, hasBlacklistApp } = server
  const isBlacklistAsked = settings.BLACKLIST_AFTER_ROTATION && hasBlacklistApp
  const since = isBlacklistAsked ? blacklistedSince(stores, accepted.claims, settings) : null
  if (since !== null) {
    const body = { non_field_errors: ['Token is blacklisted'] }
    return reply(400, body, stores, { code: 'verify-blacklisted', since })
  }
  return reply(200, {}, stores, { code: 'verified', isBlacklistAsked })
}

export function answerBlacklist(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  { at }: Moment,
): Answer {
  const accepted = accept(server, request, stores, at, 'refresh', 'RefreshToken')
  if (accepted.state === 'replied') return accepted.reply
  const { hasBlacklistApp: hasApp } = server
  const next = recordBlacklisted(server, stores, accepted.claims, at)
  return reply(200, {}, next, { code: 'blacklisted', hasApp })
}

export function answerSlidingRefresh(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  moment: Moment,
): Answer {
  const accepted = accept(server, request, stores, moment.at, 'token', 'SlidingToken')
  if (accepted.state === 'replied') return accepted.reply
  const { claims } = accepted
  const objection = askUser(server, stores, claims, moment.at)
  if (objection !== null) return objection
  const { settings, release } = server
  const claim = settings.SLIDING_TOKEN_REFRESH_EXP_CLAIM
  const ended = checkExactly(claims, claim, settings, moment.at)
  if (ended !== null && ended.state !== 'passed')
    return replyUnpassed(ended, 'SlidingToken', release, stores)
  const draft = draftSlid(server, moment, claims)
  return reply(200, { token: mint(server, draft) }, stores, {
    code: 'slid',
    refreshExp: comparable(claims.get(claim) ?? null) ?? 0,
    exp: comparable(draft.get('exp') ?? null) ?? 0,
  })
}

/** The one field of the body, checked as one class of token. */
function accept(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  at: number,
  field: 'refresh' | 'token',
  tokenClass: TokenClass,
): Accepted {
  const reading = readFields(request, [field], stores)
  if (reading.state === 'faulty') return replied(reading.reply)
  const checked = checkToken(server, stores, at, tokenClass, reading.field(field))
  return checked.state === 'passed'
    ? { state: 'accepted', claims: checked.claims }
    : replied(replyUnpassed(checked, tokenClass, server.release, stores))
}

/** The newest release asks whether the user may still refresh; a token without a user is let through. */
function askUser(server: Server, stores: Stores, claims: PythonDict, at: number): Answer | null {
  const { settings, release } = server
  const claim = settings.USER_ID_CLAIM
  const value = claims.get(claim)
  if (!release.refreshAsksUser || value === undefined || !isTruthy(value)) return null
  const user = findUser(stores, settings.USER_ID_FIELD, value)
  if (user === 'crash') return replyCrash(stores, { code: 'user-crash', claim, value })
  const detail = 'No active account found for the given token.'
  if (user === null)
    return replyDetail(401, detail, null, stores, { code: 'user-not-found', claim, value })
  const { username } = user
  if (settings.CHECK_USER_IS_ACTIVE && !user.isActive)
    return replyDetail(401, detail, null, stores, { code: 'user-inactive', username })
  if (!hasOtherPassword(server, claims, user.passwordDigest)) return null
  const next = recordBlacklisted(server, stores, claims, at)
  const reason = { code: 'password-changed', username, claim: settings.REVOKE_TOKEN_CLAIM } as const
  return replyDetail(401, PASSWORD_CHANGED, null, next, reason)
}
