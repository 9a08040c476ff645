/** What does the project answer to each of five requests, with the lines it has? behaviour.md 2 and 3; REST framework 3.14. */
import { PROTECTED, SERVER_ERROR, type ServerRequest } from '../../simplejwt/exchange.ts'
import { carriedToken } from '../carriedToken.ts'
import { askServer, CREDENTIALS, postJson } from '../lessonServer.ts'
import type { LessonToken } from '../lessonToken.ts'
import { isLit, lineIn, type ProjectState } from './projectBoard.ts'

export const PROBES = ['log in', 'open login', 'no token', 'with token', 'refresh'] as const

export type Probe = (typeof PROBES)[number]

interface ProbeAnswer {
  status: number
  body: string
  /** What decided it. */
  why: string
}

export type ProjectView =
  /** Python stops before the first request. */
  | { state: 'stopped'; error: string; why: string }
  | { state: 'running'; answers: Readonly<Record<Probe, ProbeAnswer>> }

export const probeLabels: Readonly<Record<Probe, string>> = {
  'log in': 'POST /api/token/ with name and password',
  'open login': 'GET /api/token/',
  'no token': 'GET /hello/ without a token',
  'with token': 'GET /hello/ with the access token',
  refresh: 'POST /api/token/refresh/ with the refresh token',
}

type Ask = (request: ServerRequest) => ProbeAnswer

const TOKEN_PATH = '/api/token/'
const REFRESH_PATH = '/api/token/refresh/'
/** Any address that nothing is at; the page is the same for all. */
const NOWHERE = '/'

const get = (path: string): ServerRequest => ({ method: 'GET', path, headers: {} })

export function viewProject(state: ProjectState, token: LessonToken): ProjectView {
  const stopped = importFault(state)
  if (stopped !== null) return stopped
  const { setup, at, access, refresh } = carriedToken(token)
  const ask: Ask = (request) => askServer(setup, request, at)
  const login = postJson(TOKEN_PATH, CREDENTIALS)
  const hello = (authorization: string | null): ProbeAnswer =>
    answerHello(state, ask, authorization)
  const obtain = pathOfObtain(state)
  return {
    state: 'running',
    answers: {
      'log in': obtain === null ? nothingAt(TOKEN_PATH, ask) : ask({ ...login, path: obtain }),
      'open login': obtain === null ? nothingAt(TOKEN_PATH, ask) : ask(get(TOKEN_PATH)),
      'no token': hello(null),
      'with token': hello(`Bearer ${access}`),
      refresh: answerRefresh(state, refresh, ask),
    },
  }
}

/** Which of SimpleJWT’s views answers at /api/token/, by its usual address. */
function pathOfObtain(state: ProjectState): string | null {
  const id = lineIn(state, 'obtain')?.id
  if (id === 'pair') return TOKEN_PATH
  return id === 'refresh-view' ? REFRESH_PATH : null
}

function answerRefresh(state: ProjectState, refresh: string, ask: Ask): ProbeAnswer {
  const line = lineIn(state, 'refresh')
  if (line === null) return nothingAt(REFRESH_PATH, ask)
  return ask(postJson(line.isRight ? REFRESH_PATH : TOKEN_PATH, { refresh }))
}

/** Django’s 404. */
const nothingAt = (path: string, ask: Ask): ProbeAnswer => ({
  ...ask(get(NOWHERE)),
  why: `No line of urls.py leads to ${path} yet.`,
})

/** Python meets these lines when the server starts. */
function importFault(state: ProjectState): Extract<ProjectView, { state: 'stopped' }> | null {
  const view = usedView(state)
  if (view === null || isLit(state, 'import')) return null
  if (lineIn(state, 'import') === null)
    return {
      state: 'stopped',
      error: "NameError: name 'jwt_views' is not defined",
      why: 'urls.py uses jwt_views before any line says what that is.',
    }
  return {
    state: 'stopped',
    error: `AttributeError: module 'rest_framework.views' has no attribute '${view}'`,
    why: 'jwt_views stands for REST framework’s views here, and those make no tokens.',
  }
}

/** The first view of jwt_views that urls.py names. */
function usedView(state: ProjectState): string | null {
  const code = [lineIn(state, 'obtain'), lineIn(state, 'refresh')]
    .map((line) => line?.code ?? '')
    .join(' ')
  return /jwt_views\.(\w+)/.exec(code)?.[1] ?? null
}

function answerHello(state: ProjectState, ask: Ask, authorization: string | null): ProbeAnswer {
  if (!isLit(state, 'include') || lineIn(state, 'hello') === null) return nothingAt(PROTECTED, ask)
  if (!isLit(state, 'hello')) return CLASS_CALLED
  if (isLit(state, 'authentication')) {
    if (authorization === null) return isLit(state, 'permission') ? ask(get(PROTECTED)) : OPEN
    return ask({ ...get(PROTECTED), headers: { Authorization: authorization } })
  }
  if (!isLit(state, 'permission')) return OPEN
  return lineIn(state, 'authentication') === null ? NOBODY_ASKS : SESSION_ASKS
}

const detail = (text: string): string => JSON.stringify({ detail: text })

/** Where no class names a way to log in, REST framework writes 403 for 401 (its views.py, handle_exception). */
const SESSION_ASKS: ProbeAnswer = {
  status: 403,
  body: detail('Authentication credentials were not provided.'),
  why: 'SessionAuthentication finds no cookie and never looks at a token. It has no header to ask with, so it is 403, not 401.',
}
/** With no class at all nobody could have logged in (its views.py, permission_denied). */
const NOBODY_ASKS: ProbeAnswer = {
  status: 403,
  body: detail('You do not have permission to perform this action.'),
  why: 'The list of classes is empty, so nobody reads the token. IsAuthenticated finds no user.',
}
const OPEN: ProbeAnswer = {
  status: 200,
  body: JSON.stringify({ message: 'Hello, World!' }),
  why: 'No permission is asked for, so the view answers everybody.',
}
const CLASS_CALLED: ProbeAnswer = {
  status: 500,
  body: SERVER_ERROR,
  why: 'Django calls the class itself with the request, and that fails. as_view() makes a view of it.',
}
