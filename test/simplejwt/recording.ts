/** What stands in a file of recorded exchanges, and how does it become a server, requests and stores? README.md beside it. */
import { readFileSync } from 'node:fs'
import { answer } from '../../src/simplejwt/answer.ts'
import type { Answered, BodyValue, ServerRequest } from '../../src/simplejwt/exchange.ts'
import { releases } from '../../src/simplejwt/release.ts'
import { type Server, signaturesOf, startServer } from '../../src/simplejwt/server.ts'
import { DEFAULTS, isTokenClass, type Settings } from '../../src/simplejwt/settings.ts'
import {
  openStores,
  ownerOf,
  type Stores,
  type User,
  withoutUser,
  withUser,
} from '../../src/simplejwt/stores.ts'
import { webCryptoDriver } from './webCryptoDriver.ts'

type Claims = Record<string, unknown>
type DecodedTokens = Record<string, { header: object; payload: Claims }>

export interface RecordedCase {
  id: string
  scenario: string
  step: number
  title: string
  settings: Record<string, unknown>
  serverOptions?: Record<string, string>
  before?: string[]
  clock: number
  request: {
    method: string
    path: string
    headers: Record<string, string>
    body: BodyValue
  }
  response: { status: number; headers: Record<string, string>; bodyText: string }
  decodedTokens: DecodedTokens
  requestTokens: DecodedTokens
  dbAfter?: { users: object[]; outstanding?: object[] }
}

export interface Recording {
  meta: {
    label: string
    T0: number
    secret: string
    users: { id: number; username: string; password: string; is_active: boolean }[]
    keys: Record<string, string>
  }
  cases: RecordedCase[]
}

export function readRecording(file: string): Recording {
  const recording: Recording = JSON.parse(readFileSync(file, 'utf8'))
  return recording
}

/** The cases to play, by scenario and in step order; a scenario without any is left out. */
export function scenariosOf(
  { cases }: Recording,
  isPlayed: (one: RecordedCase) => boolean,
): [string, RecordedCase[]][] {
  const scenarios = new Map<string, RecordedCase[]>()
  for (const one of cases.filter(isPlayed).toSorted((a, b) => a.step - b.step))
    scenarios.set(one.scenario, [...(scenarios.get(one.scenario) ?? []), one])
  return [...scenarios]
}

/** The server of a scenario; all its cases have the same settings. */
export function serverOf({ meta }: Recording, [first]: RecordedCase[]): Server {
  const settings = settingsOf(first?.settings ?? {}, meta.keys)
  return startServer({
    release: meta.label.includes('5.2.2') ? releases['5.2.2'] : releases.newest,
    settings,
    hasBlacklistApp: first?.serverOptions?.PEER_NO_BLACKLIST !== '1',
    isStateless: first?.serverOptions?.PEER_AUTH === 'stateless',
    signatures: signaturesOf(settings, meta.secret, webCryptoDriver),
  })
}

function settingsOf(recorded: Record<string, unknown>, keys: Record<string, string>): Settings {
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read)
    if (typeof value !== 'string') return value
    if (value.startsWith('@')) return keys[value.slice(1)]
    const name = value.replace('rest_framework_simplejwt.tokens.', '')
    return isTokenClass(name) ? name : value
  }
  const entries = Object.entries(recorded).map(([name, value]) => {
    if (!Object.hasOwn(DEFAULTS, name)) throw new Error(`${name} is no setting of this server`)
    return [name, read(value)]
  })
  const settings: Settings = { ...DEFAULTS, ...Object.fromEntries(entries) }
  return settings
}

/** The database before the first step. A digest of a password can only be known from the tokens. */
export function storesOf({ meta }: Recording, steps: RecordedCase[], settings: Settings): Stores {
  return openStores(
    meta.users.map(({ id, username, password, is_active }): User => {
      const digests = steps.flatMap(({ decodedTokens }) =>
        Object.values(decodedTokens)
          .filter(({ payload }) => String(payload[settings.USER_ID_CLAIM]) === String(id))
          .map(({ payload }) => payload[settings.REVOKE_TOKEN_CLAIM]),
      )
      const digest = digests.find((found) => typeof found === 'string')
      return {
        id,
        username,
        password,
        passwordDigest: digest ?? `DIGEST-${id}`,
        isActive: is_active,
        lastLogin: null,
      }
    }),
  )
}

/** What was done to the database out of band. */
export function applyBefore(one: RecordedCase, stores: Stores, server: Server, at: number): Stores {
  let current = stores
  for (const statement of one.before ?? []) current = applyOne(statement, one, current, server, at)
  return current
}

function applyOne(
  statement: string,
  one: RecordedCase,
  stores: Stores,
  server: Server,
  at: number,
): Stores {
  if (statement.includes('jti (as Token.blacklist() would)')) {
    const jti = one.requestTokens.authorization?.payload[server.settings.JTI_CLAIM ?? 'null']
    return { ...stores, blacklist: stores.blacklist.with(String(jti), at) }
  }
  const user = [...stores.users.values()].find(
    ({ id, username }) => statement.includes(`id=${id} `) || statement.startsWith(username),
  )
  if (user === undefined) throw new Error(`${one.id}: nobody to do ‘${statement}’ to`)
  if (statement.startsWith('DELETE')) return withoutUser(stores, user.id)
  if (/is_active=0|deactivated$/.test(statement))
    return withUser(stores, { ...user, isActive: false })
  const passwordDigest = 'CHANGED'
  if (statement.includes('password=unusable'))
    return withUser(stores, { ...user, isActive: true, password: null, passwordDigest })
  if (statement.includes('password hash changed'))
    return withUser(stores, { ...user, passwordDigest })
  throw new Error(`${one.id}: nobody knows how to do ‘${statement}’`)
}

export function requestOf({ request }: RecordedCase): ServerRequest {
  const { method, path, headers, body } = request
  const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded'
  const parsed =
    isForm && typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body
  return { method, path, headers, body: headers['Content-Type'] ? parsed : undefined }
}

/** The jti of the tokens that were answered, in the order in which the server makes them. */
function jtiOf({ request, response }: RecordedCase, settings: Settings): string[] {
  if (response.status !== 200) return []
  const body: Record<string, string> = JSON.parse(response.bodyText)
  const order = request.path.endsWith('/refresh/')
    ? ['access', 'refresh']
    : ['refresh', 'access', 'token']
  return order.flatMap((name) => {
    const payload = body[name]?.split('.')[1]
    if (payload === undefined) return []
    const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return [String(claims[settings.JTI_CLAIM ?? 'null'])]
  })
}

/** Unix milliseconds, with the microseconds of the recording. */
export function instantOf({ meta }: Recording, { clock }: RecordedCase): number {
  return meta.T0 * 1000 + Math.round(clock * 1e6) / 1e3
}

/** The answer with the recorded ids, after waiting for signatures where that is needed. */
export async function answerCase(
  one: RecordedCase,
  server: Server,
  request: ServerRequest,
  stores: Stores,
  at: number,
): Promise<Answered> {
  const ids = jtiOf(one, server.settings)
  const makeJti = (): string => ids.shift() ?? 'more tokens than recorded'
  const answered = answer(server, request, stores, { at, makeJti })
  if (answered.state === 'answered') return answered
  await answered.on.settle()
  return answerCase(one, server, request, stores, at)
}

/** The stores as a recording writes them down. */
export function databaseOf(stores: Stores, hasBlacklistApp: boolean): object {
  const users = Array.from(stores.users.values(), ({ id, username, isActive, lastLogin }) => ({
    id,
    username,
    is_active: isActive,
    last_login: tellTime(lastLogin),
  }))
  if (!hasBlacklistApp) return { users }
  const outstanding = stores.outstanding.entries().map(([jti, row]) => ({
    jti,
    user_id: ownerOf(stores, row),
    created_at: tellTime(row.createdAt),
    expires_at: tellTime(row.expiresAt),
    blacklisted: stores.blacklist.has(jti),
  }))
  return { users, outstanding }
}

const tellTime = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 19).replace('T', ' ')
