/** Which server do lessons talk to, and what does it answer? SimpleJWT’s newest release, on a clock that stands still. */
import { answer } from '../simplejwt/answer.ts'
import { type Answered, bodyText, headersOf, type ServerRequest } from '../simplejwt/exchange.ts'
import { tellReason } from '../simplejwt/reason.ts'
import { releases } from '../simplejwt/release.ts'
import { signaturesOf, startServer } from '../simplejwt/server.ts'
import { DEFAULTS, type Settings } from '../simplejwt/settings.ts'
import { openStores, type User } from '../simplejwt/stores.ts'
import { ALICE } from '../simulation/wire.ts'
import { DEMO_SECRET } from '../samples/freshPair.ts'

/** 2023-11-14 22:13:20 UTC: the login of every lesson that has none of its own, unix seconds. */
export const LESSON_LOGIN = 1_700_000_000

/** What alice types at the login. */
export const CREDENTIALS = { username: ALICE.username, password: 'wonderland' }

export interface ServerSetup {
  /** What differs from SimpleJWT’s defaults. */
  settings?: Partial<Settings>
  /** Django’s SECRET_KEY. */
  secret?: string
  users?: readonly User[]
  /** JWTStatelessUserAuthentication. */
  isStateless?: boolean
}

/** What came back, as it stands on the wire, and what the server knows besides. */
export interface ServerAnswer {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: string
  why: string
}

/** `at` in unix seconds. The same arguments give the same answer, down to the ids of new tokens. */
export function askServer(setup: ServerSetup, request: ServerRequest, at: number): ServerAnswer {
  return tellAnswer(setup, request, answerOf(setup, request, at))
}

/** Both tokens of a login as alice at this second. */
export function logIn(setup: ServerSetup, at: number): { access: string; refresh: string } {
  const { body } = askServer(setup, postJson('/api/token/', CREDENTIALS), at)
  const { access, refresh }: { access: string; refresh: string } = JSON.parse(body)
  return { access, refresh }
}

export const postJson = (path: string, body: Record<string, string>): ServerRequest => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': 'application/json' },
  body,
})

function answerOf(setup: ServerSetup, request: ServerRequest, at: number): Answered {
  const settings = { ...DEFAULTS, ...setup.settings }
  const server = startServer({
    release: releases.newest,
    settings,
    hasBlacklistApp: true,
    isStateless: setup.isStateless ?? false,
    signatures: signaturesOf(settings, setup.secret ?? DEMO_SECRET, null),
  })
  let count = 0
  const makeJti = (): string => `5e55${String(++count).padStart(28, '0')}`
  const stores = openStores(setup.users ?? [ALICE])
  const answered = answer(server, request, stores, { at: at * 1000, makeJti })
  // HMAC signatures are made at once
  if (answered.state === 'waiting') throw new Error('lessons sign with HS256 only')
  return answered
}

function tellAnswer(setup: ServerSetup, request: ServerRequest, answered: Answered): ServerAnswer {
  return {
    status: answered.status,
    headers: headersOf(answered, request, { ...DEFAULTS, ...setup.settings }),
    body: bodyText(answered) ?? '',
    why: tellReason(answered.reason),
  }
}
