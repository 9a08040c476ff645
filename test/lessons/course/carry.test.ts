import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CARRIERS, viewCarrier } from '../../../src/lessons/boards/carrierBoard.ts'
import { carriedToken } from '../../../src/lessons/carriedToken.ts'
import copiedLimits from '../../../src/lessons/data/header-limits.json'
import copiedPreflight from '../../../src/lessons/data/preflight.json'
import { firstTooMany, STACKS, viewHeader } from '../../../src/lessons/boards/permissionsBoard.ts'
import {
  answerTo,
  type BuiltRequest,
  headerLine,
} from '../../../src/lessons/boards/requestBoard.ts'
import { readRecording } from '../../simplejwt/recording.ts'
import { tokenOf } from '../tokenOf.ts'

const RECORDED = 'test/simplejwt/transcripts-newest.json'
const ACCESS = {
  token_type: 'access',
  exp: 1_545_224_259,
  jti: '2bd56272b3b24b3f8b522e58c37c17e1',
  user_id: 1,
}
const JOHN = { sub: '1234567890', name: 'John Doe', admin: true }

const good: BuiltRequest = {
  header: 'Authorization',
  scheme: 'Bearer',
  credential: 'access',
  check: 'JWTAuthentication',
  user: 'active',
}

describe('the token that is carried', () => {
  it('is the learner’s copy where the server lets it in', () => {
    const token = tokenOf(ACCESS)
    expect(carriedToken(token)).toMatchObject({ access: token.text, isOwn: true })
  })

  it.each([
    ['has no type', JOHN],
    ['is a refresh token', { ...ACCESS, token_type: 'refresh' }],
    ['has a date that is text', { ...ACCESS, exp: 'tomorrow' }],
  ])('is one of the server’s own where the copy %s', (_why, claims) => {
    const token = tokenOf(claims)
    expect(carriedToken(token).isOwn).toBe(false)
    expect(answerTo(good, token).status).toBe(200)
  })
})

describe('a request put together', () => {
  const recorded = new Map(readRecording(RECORDED).cases.map((one) => [one.id, one.response]))
  const cases: [id: string, change: Partial<BuiltRequest>][] = [
    ['hello-ok', {}],
    ['hello-prefix-lowercase', { scheme: 'bearer' }],
    ['hello-prefix-token', { scheme: 'Token' }],
    ['hello-no-prefix', { scheme: '' }],
    ['hello-no-header', { header: 'X-Auth-Token' }],
    ['hello-bearer-alone', { credential: 'none' }],
    ['hello-bearer-a-b', { scheme: 'Bearer of' }],
    ['hello-refresh-as-access', { credential: 'refresh' }],
    ['hello-tampered-signature', { credential: 'changed' }],
    ['hello-claim-user-inactive', { user: 'deactivated' }],
    ['hello-claim-user-unknown', { user: 'deleted' }],
    ['stateless-unknown-user', { user: 'deleted', check: 'JWTStatelessUserAuthentication' }],
  ]
  it.each(cases)('is answered as recorded in %s', (id, change) => {
    const answer = answerTo({ ...good, ...change }, tokenOf(ACCESS))
    expect([answer.status, answer.body]).toEqual([
      recorded.get(id)?.status,
      recorded.get(id)?.bodyText,
    ])
  })

  it('shows its header as it is sent', () => {
    const token = tokenOf(ACCESS)
    expect(headerLine(good, token)).toBe(`Authorization: Bearer ${token.text}`)
    expect(headerLine({ ...good, scheme: ' ', credential: 'none' }, token)).toBeNull()
  })
})

describe('the carrier', () => {
  const token = tokenOf(ACCESS)
  const view = (carrier: (typeof CARRIERS)[number], isCrossOrigin: boolean, isListed: boolean) =>
    viewCarrier({ carrier, isCrossOrigin, isListed }, token)

  it('puts the token into the access log only in the address', () => {
    for (const carrier of CARRIERS) {
      const { logLine, lamps } = view(carrier, false, false)
      expect(logLine.includes(token.text)).toBe(carrier === 'address')
      expect(lamps.log.isOn).toBe(carrier === 'address')
    }
  })

  it('asks first for the header to another origin, and for nothing else', () => {
    expect(view('header', true, true).preflight?.isAllowed).toBe(true)
    expect(view('header', true, false)).toMatchObject({
      preflight: { isAllowed: false },
      isSent: false,
      isReadable: false,
    })
    expect(view('header', false, false)).toMatchObject({ preflight: null, isReadable: true })
    expect(view('cookie', true, false)).toMatchObject({
      preflight: null,
      isSent: true,
      isReadable: false,
    })
  })

  it('is read by stock SimpleJWT only as the header', () => {
    expect(CARRIERS.map((carrier) => view(carrier, false, false).stock.status)).toEqual([
      200, 401, 401,
    ])
  })

  it('has its preflights from the recordings', () => {
    const { cases } = readRecording('test/simplejwt/transcripts.json')
    const said = (id: string) => cases.find((one) => one.id === id)?.response
    expect(said('cors-preflight')).toMatchObject(copiedPreflight.allowed)
    expect(said('cors-preflight-other')).toMatchObject(copiedPreflight.other)
  })
})

describe('the header that breaks', () => {
  const measured = JSON.parse(readFileSync('test/simplejwt/header-limits.json', 'utf8'))

  it.each(copiedLimits.limits)('has the limits measured at $id', (copied) => {
    const { authorizationHeaderLine: line, requestLine } = measured.limits[copied.id]
    expect(copied.largestLine).toBe(line.largestAccepted)
    expect(copied.largestLine + 1).toBe(line.smallestRejected)
    expect(copied.largestRequestLine).toBe(requestLine.largestAccepted)
    expect(line.rejected).toMatchObject(copied.refused)
  })

  it('breaks at the 300th permission beside the claims of the notes’ example', () => {
    expect(firstTooMany('nginx+gunicorn', tokenOf(JOHN))).toBe(300)
  })

  it.each(STACKS)('breaks at exactly one permission more than fits: %s', (stack) => {
    const token = tokenOf(ACCESS)
    const count = firstTooMany(stack, token) ?? 0
    const limit = copiedLimits.limits.find(({ id }) => id === stack)?.largestLine
    const before = viewHeader({ stack, count: count - 1 }, token)
    const after = viewHeader({ stack, count }, token)
    expect(before).toMatchObject({ refused: null, limit })
    expect(after.refused?.status).toBe(stack === 'runserver' ? 431 : 400)
    expect(before.lineLength).toBeLessThanOrEqual(limit ?? 0)
    expect(after.lineLength).toBe(`Authorization: Bearer ${after.token}`.length)
  })
})
