/** How does a test get a server with one user, and talk to it in few words? */
import { expect } from 'vitest'
import { answer } from '../../src/simplejwt/answer.ts'
import {
  type Answered,
  bodyText,
  type HeaderValue,
  type ServerRequest,
} from '../../src/simplejwt/exchange.ts'
import { MintedToken } from '../../src/simplejwt/mintedToken.ts'
import { tellReason } from '../../src/simplejwt/reason.ts'
import { releases } from '../../src/simplejwt/release.ts'
import { type ServerOptions, signaturesOf, startServer } from '../../src/simplejwt/server.ts'
import { DEFAULTS, type Settings } from '../../src/simplejwt/settings.ts'
import { openStores, type Stores, type User } from '../../src/simplejwt/stores.ts'
import { signHmacToken } from '../../src/verification/signToken.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'

export const SECRET = 'a secret of this test and of nothing else'
/** 2023-11-14 22:13:20 UTC, unix seconds: where every test's clock reads 0. */
export const START = 1_700_000_000

export const ALICE: User = {
  id: 1,
  username: 'alice',
  password: 'wonderland-5',
  passwordDigest: '0123456789ABCDEF0123456789ABCDEF',
  isActive: true,
  lastLogin: null,
}

/** A server and its database; each request moves on to the stores it left behind. */
export function openTestServer(
  settings: Partial<Settings> = {},
  options: Partial<ServerOptions> = {},
) {
  const all = { ...DEFAULTS, ...settings }
  const server = startServer({
    release: releases.newest,
    settings: all,
    hasBlacklistApp: true,
    isStateless: false,
    signatures: signaturesOf(all, SECRET, null),
    ...options,
  })
  let stores = openStores([ALICE])
  let count = 0
  const makeJti = (): string => String(++count).padStart(32, '0')

  /** `seconds` after START. */
  const ask = (seconds: number, request: ServerRequest): Answered => {
    const at = START * 1000 + Math.round(seconds * 1000)
    const answered = answer(server, request, stores, { at, makeJti })
    if (answered.state === 'waiting') throw new Error('a signature is not there')
    stores = answered.stores
    return answered
  }
  const post = (seconds: number, path: string, body: ServerRequest['body']): Answered =>
    ask(seconds, { method: 'POST', path, headers: {}, body })
  return {
    server,
    ask,
    post,
    stores: (): Stores => stores,
    change: (next: (current: Stores) => Stores): void => {
      stores = next(stores)
    },
    hello: (seconds: number, value?: HeaderValue): Answered =>
      ask(seconds, {
        method: 'GET',
        path: '/hello/',
        headers: value === undefined ? {} : { [server.tokenHeader]: value },
      }),
    login: (seconds = 0): { access: MintedToken; refresh: MintedToken } => {
      const answered = post(seconds, '/api/token/', { username: 'alice', password: 'wonderland-5' })
      return { access: tokenIn(answered, 'access'), refresh: tokenIn(answered, 'refresh') }
    },
    refresh: (seconds: number, refresh: MintedToken | string): Answered =>
      post(seconds, '/api/token/refresh/', { refresh }),
  }
}

export function tokenIn({ body }: Answered, name: string): MintedToken {
  const found = typeof body === 'string' ? null : body[name]
  if (!(found instanceof MintedToken)) throw new Error(`no ${name} token in the body`)
  return found
}

export const bearer = (token: MintedToken): HeaderValue => ({ scheme: 'Bearer', token })

export const textOfToken = ({ text }: MintedToken): string => text ?? ''

/** A token that somebody with the secret made by hand. */
export function handMade(
  claims: object | string,
  header: object = { alg: 'HS256', typ: 'JWT' },
  secret = SECRET,
): string {
  const payload = typeof claims === 'string' ? claims : JSON.stringify(claims)
  return signHmacToken(JSON.stringify(header), payload, 'HS256', writeUtf8(secret))
}

export const accessClaims = (changes: object = {}): object => ({
  token_type: 'access',
  exp: START + 300,
  iat: START,
  jti: 'f'.repeat(32),
  user_id: '1',
  ...changes,
})

export const why = ({ reason }: Answered): string => tellReason(reason)

export function expectDetail(answered: Answered, status: number, message: string): void {
  expect(answered.status).toBe(status)
  expect(bodyText(answered)).toContain(message)
}
