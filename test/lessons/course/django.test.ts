import { describe, expect, it } from 'vitest'
import { linesFor, type Slot, SLOTS } from '../../../src/lessons/boards/djangoProject.ts'
import {
  judgeLine,
  RIGHT_PATH,
  STRAY_PATH,
  strayPlace,
} from '../../../src/lessons/boards/lineBoard.ts'
import { PROBES, type Probe, viewProject } from '../../../src/lessons/boards/projectAnswers.ts'
import {
  placeLine,
  type ProjectState,
  wholeProject,
} from '../../../src/lessons/boards/projectBoard.ts'
import { STOCK_BLOCK, viewSettings } from '../../../src/lessons/boards/settingsBoard.ts'
import { readRecording } from '../../simplejwt/recording.ts'
import { tokenOf } from '../tokenOf.ts'

const token = tokenOf({ token_type: 'access', exp: 1_545_224_259, jti: 'x', user_id: 1 })
const recorded = new Map(
  readRecording('test/simplejwt/transcripts-newest.json').cases.map(({ id, response }) => [
    id,
    response,
  ]),
)

const statuses = (state: ProjectState): string => {
  const view = viewProject(state, token)
  return view.state === 'stopped'
    ? view.error
    : PROBES.map((probe) => view.answers[probe].status).join(' ')
}
const without = (slot: Slot): ProjectState => placeLine(wholeProject, slot, null)
const instead = (slot: Slot, id: string): ProjectState => placeLine(wholeProject, slot, id)

describe('the project as assembled', () => {
  it.each<[state: string, project: ProjectState, answered: string]>([
    ['whole', wholeProject, '200 405 401 200 200'],
    ['without the class that reads tokens', without('authentication'), '200 405 403 403 200'],
    ['with sessions', instead('authentication', 'session'), '200 405 403 403 200'],
    ['without the login', without('obtain'), '404 404 401 200 200'],
    [
      'with the login at an address without its slash',
      instead('obtain', 'no-slash'),
      '404 404 401 200 200',
    ],
    [
      'with the refresh view at the login',
      instead('obtain', 'refresh-view'),
      '400 405 401 200 200',
    ],
    ['without the refresh', without('refresh'), '200 405 401 200 404'],
    ['with the login view at the refresh', instead('refresh', 'pair'), '200 405 401 200 400'],
    ['without the app', without('include'), '200 405 404 404 200'],
    ['with hello twice', instead('include', 'twice'), '200 405 404 404 200'],
    ['without the view’s address', without('hello'), '200 405 404 404 200'],
    ['with a class for a view', instead('hello', 'class'), '200 405 500 500 200'],
    ['without the permission', without('permission'), '200 405 200 200 200'],
    ['with an empty permission', instead('permission', 'open'), '200 405 200 200 200'],
    ['without the import', without('import'), "NameError: name 'jwt_views' is not defined"],
    [
      'with another import',
      instead('import', 'framework'),
      "AttributeError: module 'rest_framework.views' has no attribute 'TokenObtainPairView'",
    ],
    [
      'with nothing that needs the import',
      placeLine(placeLine(without('import'), 'obtain', null), 'refresh', null),
      '404 404 401 200 404',
    ],
  ])('%s', (_, project, answered) => expect(statuses(project)).toBe(answered))

  it.each<[probe: Probe, id: string, project: ProjectState]>([
    ['open login', 'obtain-get', wholeProject],
    ['no token', 'hello-no-header', wholeProject],
    ['with token', 'hello-ok', wholeProject],
    ['no token', 'hello-ok', without('permission')],
    ['no token', 'nodebug-404', without('include')],
    ['refresh', 'obtain-missing-both', instead('refresh', 'pair')],
    ['with token', 'hello-claim-user-notnumber', instead('hello', 'class')],
  ])('answers %s as recorded in %s', (probe, id, project) => {
    const view = viewProject(project, token)
    if (view.state === 'stopped') throw new Error(view.error)
    const { status, body } = view.answers[probe]
    expect([status, body]).toEqual([recorded.get(id)?.status, recorded.get(id)?.bodyText])
  })

  it.each(SLOTS)('has one right line for %s, and a reason for each', (slot) => {
    const lines = linesFor[slot]
    expect(lines.filter(({ isRight }) => isRight)).toHaveLength(1)
    expect(new Set(lines.map(({ reason }) => reason)).size).toBe(lines.length)
  })
})

describe('the dotted path', () => {
  it('has its stray space at character 41 of the line', () => {
    expect(strayPlace(STRAY_PATH)).toBe(41)
    expect(STRAY_PATH.charAt(40)).toBe(' ')
    expect(strayPlace(RIGHT_PATH)).toBeNull()
  })

  const NO_MODULE = 'ModuleNotFoundError: No module named'
  it.each([
    [STRAY_PATH, `${NO_MODULE} 'rest_framework_simplejwt.authentication '`],
    [
      "'rest_framework.authentication.JWTAuthentication'",
      'Module "rest_framework.authentication" does not define a "JWTAuthentication"',
    ],
    [
      "'rest_framework_simplejwt.auth.JWTAuthentication'",
      `${NO_MODULE} 'rest_framework_simplejwt.auth'`,
    ],
    ["'simplejwt.JWTAuthentication'", `${NO_MODULE} 'simplejwt'`],
    [
      "'rest_framework_simplejwt.authentication.JwtAuthentication'",
      'does not define a "JwtAuthentication"',
    ],
    ["'JWTAuthentication'", "doesn't look like a module path"],
    ["'rest_framework_simplejwt.authentication.JWTAuthentication", 'SyntaxError'],
    ['', 'SyntaxError'],
  ])('is refused as Python does: %s', (text, error) => {
    const verdict = judgeLine({ kind: 'path', text })
    expect(verdict.isRight).toBe(false)
    expect(verdict.error).toContain(error)
  })

  it('is found and still not the one, where the class reads no token', () => {
    const text = "'rest_framework.authentication.SessionAuthentication',"
    expect(judgeLine({ kind: 'path', text })).toMatchObject({ isRight: false, error: null })
  })

  it.each([
    RIGHT_PATH,
    RIGHT_PATH.replaceAll("'", '"'),
    `    ${RIGHT_PATH}`,
    RIGHT_PATH.slice(0, -1),
  ])('is right: %s', (text) => expect(judgeLine({ kind: 'path', text }).isRight).toBe(true))
})

const login = (claims: object): number => viewSettings({ text: STOCK_BLOCK }, tokenOf(claims)).login

describe('the lifetime', () => {
  it.each([
    [STOCK_BLOCK, 300],
    [STOCK_BLOCK.replace('minutes=5', 'minutes=15'), 900],
    [STOCK_BLOCK.replace('minutes=5', 'hours=1, seconds=1'), 3601],
    ['SIMPLE_JWT = {', 300],
    ['', 300],
  ])('moves the exp of the next login: %s', (text, lifetime) => {
    const { exp, login: from, token: made } = viewSettings({ text }, token)
    expect(exp - from).toBe(lifetime)
    expect(made.payload?.decoded.text).toContain(`"exp":${exp},"iat":${from}`)
  })

  it('logs in when the lesson’s token was made, where it says a date that can be meant', () => {
    expect(login({ iat: 1_600_000_000 })).toBe(1_600_000_000)
    expect(login({ iat: 1e300 })).toBe(1_700_000_000)
    expect(login({ iat: '1' })).toBe(1_700_000_000)
  })
})
