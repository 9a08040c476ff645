/** Which tokens does a login with name and password bring? OBTAIN of behaviour.md 2, pairs and sliding tokens. */
import type { Answer, ServerRequest } from './exchange.ts'
import { readFields } from './fields.ts'
import { MintedToken } from './mintedToken.ts'
import { draftAccess, draftRefresh, draftSliding, mint } from './mint.ts'
import { recordOutstanding } from './recordToken.ts'
import { reply, replyDetail } from './replies.ts'
import type { Moment, Server } from './server.ts'
import { type Stores, type User, userNamed, withUser } from './stores.ts'

export function answerObtain(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  moment: Moment,
): Answer {
  const login = logIn(request, stores)
  if (login.state === 'refused') return login.reply
  const { user } = login
  const draft = draftRefresh(server, moment, user)
  const refresh = mint(server, draft)
  const access = mint(server, draftAccess(server, moment, draft))
  const recorded = recordOutstanding(server, stores, refresh.claims, user.id, moment.at)
  const reason = { code: 'logged-in', username: user.username } as const
  return reply(200, { refresh, access }, rememberLogin(server, recorded, user, moment), reason)
}

export function answerSlidingObtain(
  server: Server,
  request: ServerRequest,
  stores: Stores,
  moment: Moment,
): Answer {
  const login = logIn(request, stores)
  if (login.state === 'refused') return login.reply
  const { user } = login
  const token = mint(server, draftSliding(server, moment, user))
  const recorded = recordOutstanding(server, stores, token.claims, user.id, moment.at)
  const reason = { code: 'logged-in', username: user.username } as const
  return reply(200, { token }, rememberLogin(server, recorded, user, moment), reason)
}

/** All that fails says the same to the client. */
function logIn(
  request: ServerRequest,
  stores: Stores,
): { state: 'logged in'; user: User } | { state: 'refused'; reply: Answer } {
  const reading = readFields(request, ['username', 'password'], stores)
  if (reading.state === 'faulty') return { state: 'refused', reply: reading.reply }
  const username = textIn(reading.field('username'))
  const user = userNamed(stores, username)
  const why = faultOf(user, textIn(reading.field('password')))
  if (user !== null && why === null) return { state: 'logged in', user }
  const reason = { code: 'login-refused', username, why: why ?? 'unknown' } as const
  const detail = 'No active account found with the given credentials'
  return { state: 'refused', reply: replyDetail(401, detail, null, stores, reason) }
}

function faultOf(
  user: User | null,
  password: string,
): 'unknown' | 'wrong password' | 'no password' | 'inactive' | null {
  if (user === null) return 'unknown'
  if (user.password === null) return 'no password'
  if (user.password !== password) return 'wrong password'
  return user.isActive ? null : 'inactive'
}

/** A token is nobody's name or password. */
const textIn = (value: string | MintedToken): string =>
  value instanceof MintedToken ? (value.text ?? '') : value

function rememberLogin({ settings }: Server, stores: Stores, user: User, { at }: Moment): Stores {
  return settings.UPDATE_LAST_LOGIN ? withUser(stores, { ...user, lastLogin: at }) : stores
}
