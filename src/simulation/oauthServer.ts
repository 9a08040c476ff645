/** What does a server with token families answer? Not SimpleJWT: RFC 6749 §5, 6750 §3, 7009 §2 and 9700 §4.14.2. */
import { checkToken, type Credential } from '../simplejwt/checkToken.ts'
import type { BodyObject, BodyValue, HeaderValue, ServerRequest } from '../simplejwt/exchange.ts'
import { MintedToken } from '../simplejwt/mintedToken.ts'
import { draftAccess, draftRefresh, draftRotated, mint } from '../simplejwt/mint.ts'
import type { PythonDict } from '../simplejwt/pythonValue.ts'
import type { Refusal } from '../simplejwt/refusal.ts'
import type { Moment, Server } from '../simplejwt/server.ts'
import type { TokenClass } from '../simplejwt/settings.ts'
import type { User } from '../simplejwt/stores.ts'
import { isInOverlap, revocationOf } from './families.ts'
import type { FamilyReason } from './familyReason.ts'
import type { Reuse } from './scenario.ts'
import { type Memory, secondsIn } from './world.ts'

/** Durations are milliseconds. */
export interface FamilyServer {
  /** Its key, lifetimes and leeway; tokens are made as SimpleJWT makes them. */
  readonly core: Server
  readonly user: User
  readonly isRotating: boolean
  readonly reuse: Reuse
  readonly overlap: number
  /** Rotation starts the refresh lifetime anew; otherwise the first end stays. */
  readonly isRenewing: boolean
  /** From the login on, however often it is renewed; null is none. */
  readonly cap: number | null
  /** The API looks up whether an access token’s family is revoked. */
  readonly isAccessAsked: boolean
}

export interface FamilyAnswer {
  readonly status: number
  /** null where nothing is sent. */
  readonly body: BodyObject | null
  readonly memory: Memory
  readonly reason: FamilyReason
}

export const TOKEN_PATH = '/token'
export const REVOKE_PATH = '/revoke'
export const API_PATH = '/hello/'

/** Pure, but for `moment.makeJti`. Never throws. Token requests are forms, whose fields stand in `body`. */
export function answerFamilies(
  server: FamilyServer,
  request: ServerRequest,
  memory: Memory,
  moment: Moment,
): FamilyAnswer {
  if (request.path === API_PATH) return answerApi(server, request, memory, moment.at)
  if (request.path === REVOKE_PATH) return answerRevoke(server, request, memory, moment)
  if (request.path !== TOKEN_PATH)
    return { status: 404, body: null, memory, reason: { code: 'no-view', path: request.path } }
  return fieldOf(request, 'grant_type') === 'refresh_token'
    ? answerRefresh(server, request, memory, moment)
    : answerLogin(server, memory, moment)
}

const GREETING = { message: 'Hello, World!' }

function answerApi(
  server: FamilyServer,
  { headers }: ServerRequest,
  memory: Memory,
  at: number,
): FamilyAnswer {
  const deny = (reason: FamilyReason): FamilyAnswer => ({ status: 401, body: null, memory, reason })
  const token = bearerIn(headers['Authorization'])
  if (token === null) return deny({ code: 'no-token' })
  const checked = check(server, memory, at, 'AccessToken', token)
  if ('refusal' in checked) return deny({ code: 'token-refused', refusal: checked.refusal })
  const { claims } = checked
  const revoked = server.isAccessAsked ? revocationOf(memory.families, idIn(claims)) : null
  if (revoked !== null) return deny({ code: 'family-revoked', ...revoked })
  const { LEEWAY: leeway } = server.core.settings
  const as = { code: 'let-in', exp: secondsIn(claims, 'exp'), now: at / 1000, leeway } as const
  return { status: 200, body: GREETING, memory, reason: { code: 'let-in', as } }
}

function answerLogin(server: FamilyServer, memory: Memory, moment: Moment): FamilyAnswer {
  const { core, user, cap } = server
  const draft = draftRefresh(core, moment, user)
  const family = { family: idIn(draft), since: moment.at }
  draft.set('exp', capped(secondsIn(draft, 'exp'), family.since, cap))
  const reason = { code: 'logged-in', username: user.username } as const
  return issue(server, memory, moment, mint(core, draft), family, reason)
}

function answerRefresh(
  server: FamilyServer,
  request: ServerRequest,
  memory: Memory,
  moment: Moment,
): FamilyAnswer {
  const deny = (reason: FamilyReason, after = memory): FamilyAnswer => {
    return { status: 400, body: { error: 'invalid_grant' }, memory: after, reason }
  }
  const token = credentialIn(request, 'refresh_token')
  if (token === null) return deny({ code: 'no-token' })
  const checked = check(server, memory, moment.at, 'RefreshToken', token)
  if ('refusal' in checked) return deny({ code: 'token-refused', refusal: checked.refusal })
  const { families } = memory
  const jti = idIn(checked.claims)
  const member = families.members.get(jti)
  if (member === undefined) return deny({ code: 'unknown-token' })
  const revoked = families.revoked.get(member.family)
  if (revoked !== undefined) return deny({ code: 'family-revoked', ...revoked })
  const use = families.spent.get(jti)
  const isOverlap = isInOverlap(families, jti, moment.at, server.overlap)
  if (use !== undefined && !isOverlap && server.reuse !== 'none') {
    if (server.reuse === 'reject') return deny({ code: 'spent', at: use.at })
    const cause = { at: moment.at, cause: 'reuse' } as const
    const over = { ...families, revoked: families.revoked.with(member.family, cause) }
    return deny({ code: 'reuse-found', at: use.at }, { ...memory, families: over })
  }
  if (!server.isRotating) {
    const reason = { code: 'refreshed', how: 'kept' } as const
    return issue(server, memory, moment, checked.claims, member, reason)
  }
  const draft = draftRotated(server.core, moment, checked.claims)
  const end = server.isRenewing ? secondsIn(draft, 'exp') : secondsIn(checked.claims, 'exp')
  draft.set('exp', capped(end, member.since, server.cap))
  const spent = families.spent.with(jti, { at: moment.at, successor: idIn(draft) })
  const how = isOverlap ? 'in overlap' : server.reuse === 'none' ? 'old works on' : 'replaced'
  const after = { ...memory, families: { ...families, spent } }
  const reason = { code: 'refreshed', how } as const
  return issue(server, after, moment, mint(server.core, draft), member, reason)
}

/** RFC 7009: whatever is sent, the answer is 200; a family that is known ends. */
function answerRevoke(
  { isAccessAsked }: FamilyServer,
  request: ServerRequest,
  memory: Memory,
  { at }: Moment,
): FamilyAnswer {
  const token = credentialIn(request, 'token')
  const jti = token instanceof MintedToken ? idIn(token.claims) : ''
  const { families } = memory
  const member = families.members.get(jti)
  if (member === undefined) return { status: 200, body: null, memory, reason: { code: 'no-token' } }
  const revoked = families.revoked.with(member.family, { at, cause: 'logout' })
  const after = { ...memory, families: { ...families, revoked } }
  return { status: 200, body: null, memory: after, reason: { code: 'logged-out', isAccessAsked } }
}

/** An access token, and with it the refresh token where a new one was made; `refresh` is that or the old one’s claims. */
function issue(
  server: FamilyServer,
  memory: Memory,
  moment: Moment,
  refresh: MintedToken | PythonDict,
  family: { readonly family: string; readonly since: number },
  reason: FamilyReason,
): FamilyAnswer {
  const { core, cap } = server
  const isNew = refresh instanceof MintedToken
  const draft = draftAccess(core, moment, isNew ? refresh.claims : refresh)
  draft.set('exp', capped(secondsIn(draft, 'exp'), family.since, cap))
  const access = mint(core, draft)
  const { families } = memory
  const members = isNew ? families.members.with(idIn(refresh.claims), family) : families.members
  const all = server.isAccessAsked ? members.with(idIn(access.claims), family) : members
  const body = {
    access_token: access,
    token_type: 'Bearer',
    expires_in: Math.max(0, secondsIn(access.claims, 'exp') - Math.floor(moment.at / 1000)),
    ...(isNew && { refresh_token: refresh }),
  }
  return {
    status: 200,
    body,
    memory: { ...memory, families: { ...families, members: all } },
    reason,
  }
}

function check(
  { core }: FamilyServer,
  { stores }: Memory,
  at: number,
  tokenClass: TokenClass,
  token: Credential,
): { claims: PythonDict } | { refusal: Refusal } {
  const checked = checkToken(core, stores, at, tokenClass, token)
  if (checked.state === 'passed') return checked
  return { refusal: checked.state === 'refused' ? checked.refusal : { code: 'payload' } }
}

/** Unix seconds, no later than the cap after the login. */
const capped = (end: number, since: number, cap: number | null): number =>
  cap === null ? end : Math.min(end, Math.floor((since + cap) / 1000))

function idIn(claims: { get(name: string): unknown }): string {
  const jti = claims.get('jti')
  return typeof jti === 'string' ? jti : ''
}

function bearerIn(header: HeaderValue | undefined): Credential | null {
  if (header === undefined) return null
  if (typeof header === 'object') return header.scheme === 'Bearer' ? header.token : null
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? null
}

function fieldOf({ body }: ServerRequest, name: string): BodyValue | undefined {
  const isForm = typeof body === 'object' && body !== null && !(body instanceof MintedToken)
  return isForm && !isList(body) ? body[name] : undefined
}

const isList = (body: BodyValue): body is readonly BodyValue[] => Array.isArray(body)

function credentialIn(request: ServerRequest, name: string): Credential | null {
  const value = fieldOf(request, name)
  return typeof value === 'string' || value instanceof MintedToken ? value : null
}
