/** Which requests does this scenario’s server take, and how do its answers read? Everything on the wire goes through here. */
import { answer as answerSimpleJwt } from '../simplejwt/answer.ts'
import type { Answered, BodyObject, ServerRequest } from '../simplejwt/exchange.ts'
import { PROTECTED } from '../simplejwt/exchange.ts'
import { MintedToken } from '../simplejwt/mintedToken.ts'
import { tellReason } from '../simplejwt/reason.ts'
import { releases } from '../simplejwt/release.ts'
import { type Server, signaturesOf, startServer } from '../simplejwt/server.ts'
import { DEFAULTS, type Settings } from '../simplejwt/settings.ts'
import type { AsymmetricDriver } from '../simplejwt/signatures.ts'
import { openStores, type User } from '../simplejwt/stores.ts'
import { noFamilies } from './families.ts'
import { tellFamilyReason } from './familyReason.ts'
import {
  answerFamilies,
  API_PATH,
  type FamilyAnswer,
  type FamilyServer,
  REVOKE_PATH,
  TOKEN_PATH,
} from './oauthServer.ts'
import { isSimpleJwt, type Scenario } from './scenario.ts'
import type { IssuedToken, Memory, TokenKind } from './world.ts'

/** The demo key of every run, so that tokens from the lab can be checked by anyone. */
export const LAB_SECRET = 'jwt-lens lab secret, known to everybody who reads'

export const ALICE: User = {
  id: 1,
  username: 'alice',
  password: 'wonderland',
  passwordDigest: '9D4E1E23BD5B727046A9E3B4B7DB57BD',
  isActive: true,
  lastLogin: null,
}

export type Exchange =
  | {
      readonly server: 'simplejwt'
      readonly request: ServerRequest
      readonly answer: Answered
      readonly settings: Settings
    }
  | { readonly server: 'families'; readonly request: ServerRequest; readonly answer: FamilyAnswer }

export interface Wire {
  /** The claim with a token’s id; null where tokens have none. */
  readonly jtiClaim: string | null
  readonly logIn: ServerRequest
  readonly call: (token: IssuedToken) => ServerRequest
  readonly refresh: (token: IssuedToken) => ServerRequest
  readonly logOut: (token: IssuedToken) => ServerRequest
  /** `at` is unix milliseconds, on the clock of the process that answers. */
  readonly answer: (request: ServerRequest, memory: Memory, at: number) => Exchange
}

export const openMemory = (): Memory => ({ stores: openStores([ALICE]), families: noFamilies() })

/** Signatures that nobody makes: all answers are as with them, and tokens have no third part. */
const UNSIGNED: AsymmetricDriver = {
  hasOwnPair: true,
  sign: async () => null,
  verify: async () => false,
}

/** `scenario` as `fitServer` gives it. Ids follow from the seed alone. `driver` signs RS256 and its kin, once a token is read. */
export function openWire(scenario: Scenario, driver = UNSIGNED): Wire {
  const settings = settingsOf(scenario)
  const own = isSimpleJwt(scenario.server)
  const server = startServer({
    release: scenario.server === 'simplejwt-5.2.2' ? releases['5.2.2'] : releases.newest,
    settings,
    hasBlacklistApp: own && scenario.hasBlacklistApp,
    isStateless: false,
    signatures: signaturesOf(settings, LAB_SECRET, driver),
  })
  const makeJti = countJti(scenario.seed)
  return own
    ? simpleJwtWire(server, scenario.slide === 'token', makeJti)
    : familyWire(familyServer(server, scenario), makeJti)
}

/** With which settings its SimpleJWT runs, and what a server of another kind takes over from it. */
export function settingsOf(scenario: Scenario): Settings {
  const accessLifetime = scenario.accessLifetime / 1000
  const refreshLifetime = scenario.refreshLifetime / 1000
  const isSliding = scenario.slide === 'token' && isSimpleJwt(scenario.server)
  const extras = isSimpleJwt(scenario.server) ? scenario.extras : {}
  return {
    ...DEFAULTS,
    ...extras,
    ...(isSliding
      ? {
          SLIDING_TOKEN_LIFETIME: accessLifetime,
          SLIDING_TOKEN_REFRESH_LIFETIME: refreshLifetime,
        }
      : { ACCESS_TOKEN_LIFETIME: accessLifetime, REFRESH_TOKEN_LIFETIME: refreshLifetime }),
    LEEWAY: scenario.leeway / 1000,
    ROTATE_REFRESH_TOKENS: scenario.isRotating,
    BLACKLIST_AFTER_ROTATION: scenario.isBlacklisting,
    AUTH_TOKEN_CLASSES: isSliding
      ? ['SlidingToken']
      : (extras.AUTH_TOKEN_CLASSES ?? DEFAULTS.AUTH_TOKEN_CLASSES),
  }
}

function familyServer(core: Server, scenario: Scenario): FamilyServer {
  return {
    core,
    user: ALICE,
    isRotating: scenario.isRotating,
    reuse: scenario.reuse,
    overlap: scenario.overlap,
    isRenewing: scenario.slide === 'renew',
    cap: scenario.cap,
    isAccessAsked: scenario.logout?.kind === 'access',
  }
}

const post = (path: string, body: BodyObject): ServerRequest => ({
  method: 'POST',
  path,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body,
})

function simpleJwtWire(server: Server, isSliding: boolean, makeJti: () => string): Wire {
  const { settings } = server
  const { username, password } = ALICE
  const [login, refresh, field] = isSliding
    ? (['/api/token/sliding/', '/api/token/sliding/refresh/', 'token'] as const)
    : (['/api/token/', '/api/token/refresh/', 'refresh'] as const)
  return {
    logIn: post(login, { username, password }),
    jtiClaim: settings.JTI_CLAIM,
    call: makeCall(PROTECTED, server.tokenHeader, settings.AUTH_HEADER_TYPES[0]),
    refresh: ({ minted }) => post(refresh, { [field]: minted }),
    logOut: ({ minted }) => post('/api/token/blacklist/', { refresh: minted }),
    answer(request, memory, at) {
      const answer = answerSimpleJwt(server, request, memory.stores, { at, makeJti })
      // each token was made here, so no signature is waited for
      if (answer.state === 'waiting') throw new Error('a token from outside is in the lab')
      return { server: 'simplejwt', request, answer, settings }
    },
  }
}

const postForm = (path: string, body: BodyObject): ServerRequest => ({
  method: 'POST',
  path,
  headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
  body,
})

const CLIENT = { client_id: 'app' }

/** The password is typed on the issuer’s own page; what the app sends is the code it got from there, with PKCE. */
function familyWire(server: FamilyServer, makeJti: () => string): Wire {
  return {
    logIn: postForm(TOKEN_PATH, {
      grant_type: 'authorization_code',
      code: 'code-from-the-login-page',
      code_verifier: 'a-verifier-of-43-characters-made-by-the-app',
      redirect_uri: 'https://app.example/callback',
      ...CLIENT,
    }),
    jtiClaim: 'jti',
    call: makeCall(API_PATH),
    refresh: ({ minted }) =>
      postForm(TOKEN_PATH, { grant_type: 'refresh_token', refresh_token: minted, ...CLIENT }),
    logOut: ({ minted }) =>
      postForm(REVOKE_PATH, { token: minted, token_type_hint: 'refresh_token', ...CLIENT }),
    answer: (request, memory, at) => ({
      server: 'families',
      request,
      answer: answerFamilies(server, request, memory, { at, makeJti }),
    }),
  }
}

/** The same token is sent again and again: so is the same request. */
function makeCall(path: string, header = 'Authorization', scheme = 'Bearer'): Wire['call'] {
  const made = new WeakMap<IssuedToken, ServerRequest>()
  return (token) => {
    const known = made.get(token)
    if (known !== undefined) return known
    const headers = {
      Accept: 'application/json',
      [header]: { scheme, token: token.minted },
    }
    const request = { method: 'GET', path, headers }
    made.set(token, request)
    return request
  }
}

export const statusOf = ({ answer }: Exchange): number => answer.status

/** The same object where nothing was written. */
export function memoryAfter(exchange: Exchange, memory: Memory): Memory {
  if (exchange.server === 'families') return exchange.answer.memory
  const { stores } = exchange.answer
  return stores === memory.stores ? memory : { ...memory, stores }
}

/** At most two sentences: what the server knows, whatever the body says. */
export function tellWhy(exchange: Exchange): string {
  return exchange.server === 'simplejwt'
    ? tellReason(exchange.answer.reason)
    : tellFamilyReason(exchange.answer.reason)
}

const fields: readonly [name: string, kind: TokenKind][] = [
  ['access', 'access'],
  ['access_token', 'access'],
  ['refresh', 'refresh'],
  ['refresh_token', 'refresh'],
  ['token', 'sliding'],
]

/** The tokens that the answer brings, an access token before its refresh token. */
export function tokensIn({ answer }: Exchange): { kind: TokenKind; minted: MintedToken }[] {
  const { status, body } = answer
  if (status !== 200 || body === null || typeof body === 'string') return []
  return fields.flatMap(([name, kind]) => {
    const minted = body[name]
    return minted instanceof MintedToken ? [{ kind, minted }] : []
  })
}

/** 32 hex digits in the shape of a uuid4, each time others: the same ones for the same seed. */
function countJti(seed: number): () => string {
  let count = 0
  return () => {
    count++
    const words = [1, 2, 3, 4].map((word) => mix(mix(seed * 4 + word) ^ count))
    const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('')
    return `${digits.slice(0, 12)}4${digits.slice(13, 16)}a${digits.slice(17)}`
  }
}

/** Well mixed 32 bits; no two inputs give the same. */
function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
