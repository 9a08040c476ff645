/** Which token can a lesson send to its server: the learner’s copy, or one that the server hands out? */
import type { User } from '../simplejwt/stores.ts'
import { memberNamed } from '../token/jsonText.ts'
import { ALICE } from '../simulation/wire.ts'
import { askServer, LESSON_LOGIN, logIn, type ServerSetup } from './lessonServer.ts'
import type { LessonToken } from './lessonToken.ts'

export interface CarriedToken {
  access: string
  refresh: string
  /** When it is sent, unix seconds: half a minute after the login. */
  at: number
  setup: Required<Pick<ServerSetup, 'secret' | 'users'>>
  isOwn: boolean
}

const SECONDS_LATER = 30

/** The copy where this server lets it in while it lives; otherwise what a login as alice gives. */
export function carriedToken(token: LessonToken): CarriedToken {
  const own = token.secret === null ? null : ownToken(token, token.secret)
  if (own !== null && callHello(own).status === 200) return own
  const setup = {
    secret: token.secret ?? `${ALICE.username}’s lesson secret, known to everybody`,
    users: [ALICE],
  }
  return {
    ...logIn(setup, LESSON_LOGIN),
    at: LESSON_LOGIN + SECONDS_LATER,
    setup,
    isOwn: false,
  }
}

function ownToken(token: LessonToken, secret: string): CarriedToken | null {
  const exp = numberIn(token, 'exp')
  const start = numberIn(token, 'iat')
  if (exp === null) return null
  const login = start ?? exp - 2 * SECONDS_LATER
  const setup = {
    secret,
    users: [{ ...ALICE, id: numberIn(token, 'user_id') ?? ALICE.id }] satisfies User[],
  }
  return {
    access: token.text,
    refresh: logIn(setup, login).refresh,
    at: Math.min(login + SECONDS_LATER, exp - 1),
    setup,
    isOwn: true,
  }
}

const callHello = ({ access, at, setup }: CarriedToken): { status: number } =>
  askServer(
    setup,
    { method: 'GET', path: '/hello/', headers: { Authorization: `Bearer ${access}` } },
    at,
  )

/** A number, or a text that spells a whole one, as a user’s id does since SimpleJWT 5.5.1. */
function numberIn({ claims }: LessonToken, name: string): number | null {
  const value = memberNamed(claims, name)?.value
  if (value?.kind === 'number') return Number(value.spelling)
  return value?.kind === 'string' && /^\d{1,15}$/.test(value.value) ? Number(value.value) : null
}
