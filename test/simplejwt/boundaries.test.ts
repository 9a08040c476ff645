/** From which second on does the server refuse, and in which order does it look? behaviour.md 2. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyText } from '../../src/simplejwt/exchange.ts'
import { releases } from '../../src/simplejwt/release.ts'
import {
  accessClaims,
  bearer,
  expectDetail,
  handMade,
  openTestServer,
  START,
  textOfToken,
  tokenIn,
  why,
} from './testServer.ts'

const old = { release: releases['5.2.2'] }

describe('an access token', () => {
  it('works up to the last millisecond before its exp and not at it', () => {
    const { hello, login } = openTestServer()
    const { access } = login()
    expect(hello(299.999, bearer(access)).status).toBe(200)
    expectDetail(hello(300, bearer(access)), 401, 'Token is expired')
  })

  it('works so much longer as the leeway says', () => {
    const { hello, login } = openTestServer({ LEEWAY: 10 })
    const { access } = login()
    expect(hello(309.999, bearer(access)).status).toBe(200)
    expectDetail(hello(310, bearer(access)), 401, 'Token is expired')
  })

  it('loses the fraction of the second in which it was made', () => {
    const { hello, login } = openTestServer()
    const { access } = login(0.9)
    expect(hello(299.999, bearer(access)).status).toBe(200)
    expect(hello(300, bearer(access)).status).toBe(401)
  })

  it('is refused with SimpleJWT’s own words where the leeway has a fraction', () => {
    const { hello, login } = openTestServer({ LEEWAY: 0.5 })
    const { access } = login()
    expect(hello(300.499, bearer(access)).status).toBe(200)
    expectDetail(hello(300.5, bearer(access)), 401, "Token 'exp' claim has expired")
    expectDetail(hello(301, bearer(access)), 401, 'Token is expired')
  })

  it('of a server whose clock is ahead is refused until its iat', () => {
    const { hello, login } = openTestServer()
    const { access } = login(10)
    expectDetail(hello(9.999, bearer(access)), 401, 'Token is invalid')
    expect(hello(10, bearer(access)).status).toBe(200)
  })

  it('born within its last second may be expired at birth', () => {
    const { hello, login } = openTestServer({ ACCESS_TOKEN_LIFETIME: 0.5 })
    expect(hello(0.1, bearer(login(0.1).access)).status).toBe(401)
    expect(hello(0.6, bearer(login(0.6).access)).status).toBe(200)
  })
})

const sent = (claims: object, header?: object, secret?: string): string =>
  `Bearer ${handMade(claims, header, secret)}`
const refusal = (code: string): object => ({ refusals: [{ refusal: { code } }] })

describe('the order of the checks', () => {
  const { hello, refresh, server } = openTestServer()
  const STRANGER = 'a secret that this server has never heard of'
  const expired = { exp: START - 1 }

  it('alg comes before the signature', () => {
    const header = { alg: 'HS512' }
    expect(hello(1, sent(accessClaims(), header, STRANGER)).reason).toMatchObject({
      refusals: [{ refusal: { code: 'algorithm', found: 'HS512' } }],
    })
  })

  it.each([
    ['the signature before exp', sent(accessClaims(expired), undefined, STRANGER), 'signature'],
    ['iat before exp', sent(accessClaims({ ...expired, iat: START + 9 })), 'too-early'],
    ['exp before the type', sent(accessClaims({ ...expired, token_type: 'refresh' })), 'expired'],
    ['a missing exp before a missing jti', sent({ token_type: 'access' }), 'no-expiry'],
    ['a missing jti before the type', sent({ exp: START + 9, token_type: 'x' }), 'no-id'],
    [
      'the type before the user',
      sent(accessClaims({ token_type: 'refresh', user_id: '9' })),
      'wrong-type',
    ],
  ])('%s', (_name, value, code) => {
    expect(hello(1, value).reason).toMatchObject({
      code: 'token-refused',
      refusals: [{ tokenClass: 'AccessToken', refusal: { code } }],
    })
  })

  it('the blacklist comes before a missing exp and before the type', () => {
    const { login, post } = openTestServer()
    const { refresh: token } = login()
    post(1, '/api/token/blacklist/', { refresh: token })
    const jti = token.claims.get('jti')
    const answered = post(2, '/api/token/refresh/', { refresh: handMade({ jti }) })
    expectDetail(answered, 401, 'Token is blacklisted')
  })

  it('iss and aud come after exp', () => {
    const strict = openTestServer({ ISSUER: 'me', AUDIENCE: 'you' })
    const code = (claims: object): object => strict.hello(1, sent(claims)).reason
    expect(code(accessClaims(expired))).toMatchObject(refusal('expired'))
    expect(code(accessClaims())).toMatchObject(refusal('issuer'))
    expect(code(accessClaims({ iss: 'me' }))).toMatchObject(refusal('audience'))
  })

  it('a refresh asks for the blacklist before it notices that jti is missing, and falls over', () => {
    const { jti: _jti, ...claims } = { ...accessClaims(), jti: '' }
    expect(refresh(1, handMade({ ...claims, token_type: 'refresh' })).status).toBe(500)
    expect(server.hasBlacklistApp).toBe(true)
  })
})

describe('texts that are no token', () => {
  it.each(['abc', 'a.b', 'a.b.c', '..', '...', 'é.ü.ö', 'undefined', '"x.y.z"', 'a.b.c.d.e'])(
    '%s is refused like any other token',
    (text) => {
      const { hello } = openTestServer({}, old)
      expectDetail(hello(1, `Bearer ${text}`), 401, 'Token is invalid or expired')
    },
  )

  it('whatever the text, the server answers and changes nothing', () => {
    const { refresh, stores } = openTestServer()
    const before = stores()
    const piece = fc.oneof(fc.string(), fc.constant('eyJhbGciOiJIUzI1NiJ9'), fc.base64String())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const { status } = refresh(1, pieces.join('.'))
        expect([400, 401]).toContain(status)
      }),
    )
    expect(stores()).toBe(before)
  })

  it('whatever claims are signed, the server answers', () => {
    const { hello } = openTestServer()
    const names = fc.constantFrom('exp', 'iat', 'nbf', 'jti', 'token_type', 'user_id', 'aud')
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (claims) => {
        const answered = hello(1, `Bearer ${handMade({ ...accessClaims(), ...claims })}`)
        expect([200, 401, 500]).toContain(answered.status)
        expect(why(answered)).not.toBe('')
      }),
    )
  })

  it('JSON nested deeper than Python reads is a server error, not an endless wait', () => {
    const { hello } = openTestServer()
    const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(hello(1, `Bearer ${handMade(deep)}`).status).toBe(500)
  })

  it('four parts are told as four parts', () => {
    const { hello } = openTestServer()
    const answered = hello(1, `Bearer ${handMade(accessClaims()).replace('.', '.x.')}`)
    expect(answered.status).toBe(401)
    expect(why(answered)).toBe('A token has 3 parts with dots between them, this text has 4.')
  })
})

describe('what holds for every time and every setting', () => {
  const seconds = fc.integer({ min: 0, max: 2_000_000 }).map((milliseconds) => milliseconds / 1000)

  it('no access token is accepted at or after exp plus leeway', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 120_000 }),
        seconds,
        seconds,
        (lifetime, leeway, start, wait) => {
          const settings = { ACCESS_TOKEN_LIFETIME: lifetime, LEEWAY: leeway / 1000 }
          const { hello, login } = openTestServer(settings)
          const { access } = login(start)
          const { status } = hello(start + wait, bearer(access))
          const end = Math.floor(start + lifetime) + leeway / 1000
          if (start + wait >= end) expect(status).toBe(401)
          else expect(status).toBe(200)
        },
      ),
    )
  })

  it('with rotation and blacklist a refresh token succeeds once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 30 }), (picks) => {
        const { login, refresh } = openTestServer({
          ROTATE_REFRESH_TOKENS: true,
          BLACKLIST_AFTER_ROTATION: true,
        })
        const tokens = [login().refresh]
        const used = new Set<unknown>()
        for (const [index, pick] of picks.entries()) {
          const token = tokens[pick % tokens.length]
          if (token === undefined) continue
          const answered = refresh(index, index % 2 === 0 ? token : textOfToken(token))
          expect(answered.status).toBe(used.has(token) ? 401 : 200)
          if (answered.status === 200) tokens.push(tokenIn(answered, 'refresh'))
          used.add(token)
        }
      }),
    )
  })

  it('an older state of the stores stays as it was', () => {
    const { login, post, stores, change } = openTestServer({ ROTATE_REFRESH_TOKENS: true })
    const { refresh } = login()
    const before = stores()
    post(1, '/api/token/blacklist/', { refresh })
    expect(stores().blacklist.size).toBe(1)
    change(() => before)
    expect(bodyText(post(2, '/api/token/refresh/', { refresh }))).toContain('access')
    expect(stores().blacklist.size).toBe(0)
    expect(stores().outstanding.size).toBe(2)
  })
})
