/** What does the server answer to a request that the learner put together, header by header? behaviour.md 2 and 3. */
import { carriedToken } from '../carriedToken.ts'
import { askServer, type ServerAnswer } from '../lessonServer.ts'
import type { LessonToken } from '../lessonToken.ts'

export const HEADER_NAMES = ['Authorization', 'Authentication', 'X-Auth-Token', 'Cookie'] as const
export const CREDENTIALS = ['access', 'refresh', 'changed', 'none'] as const
export const USER_STATES = ['active', 'deactivated', 'deleted'] as const
export const CHECKS = ['JWTAuthentication', 'JWTStatelessUserAuthentication'] as const

export interface BuiltRequest {
  header: (typeof HEADER_NAMES)[number]
  /** The word before the token, as typed. */
  scheme: string
  credential: (typeof CREDENTIALS)[number]
  /** Which class of SimpleJWT checks. */
  check: (typeof CHECKS)[number]
  user: (typeof USER_STATES)[number]
}

export interface RequestState extends BuiltRequest {
  /** What can be changed: how the token is carried, or what the server looks up. */
  shows: 'carrying' | 'looking up'
  /** In the order of sending. */
  sent: readonly BuiltRequest[]
}

export const credentialNames: Readonly<Record<BuiltRequest['credential'], string>> = {
  access: 'the access token',
  refresh: 'the refresh token',
  changed: 'the access token, one character changed',
  none: 'no token',
}

/** As the form stands right now. */
export const builtIn = ({
  header,
  scheme,
  credential,
  check,
  user,
}: RequestState): BuiltRequest => ({
  header,
  scheme,
  credential,
  check,
  user,
})

export function sendRequest(state: RequestState): RequestState {
  return { ...state, sent: [...state.sent, builtIn(state)] }
}

/** `Authorization: Bearer eyJ…`, or null where nothing would be written. */
export function headerLine(built: BuiltRequest, token: LessonToken): string | null {
  const value = headerValue(built, token)
  return value === '' ? null : `${built.header}: ${value}`
}

export function answerTo(built: BuiltRequest, token: LessonToken): ServerAnswer {
  const carried = carriedToken(token)
  const value = headerValue(built, token)
  return askServer(
    {
      secret: carried.setup.secret,
      users:
        built.user === 'deleted'
          ? []
          : carried.setup.users.map((user) => ({ ...user, isActive: built.user === 'active' })),
      isStateless: built.check === 'JWTStatelessUserAuthentication',
    },
    { method: 'GET', path: '/hello/', headers: value === '' ? {} : { [built.header]: value } },
    carried.at,
  )
}

/** What is missing while not both a 401 and a 200 came back; null once they did. */
export function tellAnswers(
  sent: readonly BuiltRequest[],
  token: LessonToken,
  missing: Readonly<Record<'none' | 200 | 401, string>>,
): string | null {
  const answers = new Set(sent.map((one) => answerTo(one, token).status))
  if (answers.has(200)) return answers.has(401) ? null : missing[200]
  return answers.has(401) ? missing[401] : missing.none
}

function headerValue({ scheme, credential, header }: BuiltRequest, token: LessonToken): string {
  const text = credentialText(credential, token)
  const before = header === 'Cookie' ? 'access=' : `${scheme} `
  return text === '' ? scheme.trim() : `${before}${text}`.trim()
}

function credentialText(credential: BuiltRequest['credential'], token: LessonToken): string {
  const { access, refresh } = carriedToken(token)
  switch (credential) {
    case 'access':
      return access
    case 'refresh':
      return refresh
    case 'changed':
      return changeLast(access)
    case 'none':
      return ''
    default:
      return credential satisfies never
  }
}

/** Another signature: its last character also holds bits that nobody reads, so the one before it changes. */
function changeLast(token: string): string {
  const at = token.length - 2
  return `${token.slice(0, at)}${token.charAt(at) === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}
