/** What does each setting change? behaviour.md 4. */
import { describe, expect, it } from 'vitest'
import { bodyText, headersOf } from '../../src/simplejwt/exchange.ts'
import { releases } from '../../src/simplejwt/release.ts'
import { signaturesOf, startServer } from '../../src/simplejwt/server.ts'
import { DEFAULTS } from '../../src/simplejwt/settings.ts'
import { withoutUser, withUser } from '../../src/simplejwt/stores.ts'
import {
  ALICE,
  bearer,
  expectDetail,
  openTestServer,
  SECRET,
  START,
  textOfToken,
  tokenIn,
} from './testServer.ts'

const old = { release: releases['5.2.2'] }
const claim = (token: { claims: ReadonlyMap<string, unknown> }, name: string): unknown =>
  token.claims.get(name)

describe('lifetimes', () => {
  it('each sets the exp of its own kind of token', () => {
    const { login, post } = openTestServer({
      ACCESS_TOKEN_LIFETIME: 60,
      REFRESH_TOKEN_LIFETIME: 600,
      SLIDING_TOKEN_LIFETIME: 70,
      SLIDING_TOKEN_REFRESH_LIFETIME: 700,
    })
    const { access, refresh } = login()
    expect(claim(access, 'exp')).toBe(START + 60)
    expect(claim(refresh, 'exp')).toBe(START + 600)
    const sliding = post(0, '/api/token/sliding/', {
      username: 'alice',
      password: 'wonderland-5',
    })
    expect(claim(tokenIn(sliding, 'token'), 'exp')).toBe(START + 70)
    expect(claim(tokenIn(sliding, 'token'), 'refresh_exp')).toBe(START + 700)
  })

  it('a refresh shorter than the access is no hindrance', () => {
    const { login, hello, refresh } = openTestServer({ REFRESH_TOKEN_LIFETIME: 60 })
    const tokens = login()
    expect(hello(200, bearer(tokens.access)).status).toBe(200)
    expect(refresh(200, tokens.refresh).status).toBe(401)
  })
})

describe('rotation', () => {
  it('off, a refresh gives an access token alone', () => {
    const { login, refresh } = openTestServer()
    expect(Object.keys(refresh(1, login().refresh).body)).toEqual(['access'])
  })

  it('on without the blacklist, the old token works on', () => {
    const { login, refresh } = openTestServer({ ROTATE_REFRESH_TOKENS: true })
    const token = login().refresh
    expect(Object.keys(refresh(1, token).body)).toEqual(['access', 'refresh'])
    expect(refresh(2, token).status).toBe(200)
  })

  it('with BLACKLIST_AFTER_ROTATION but without the app, the old token works on', () => {
    const settings = { ROTATE_REFRESH_TOKENS: true, BLACKLIST_AFTER_ROTATION: true }
    const { login, refresh } = openTestServer(settings, { hasBlacklistApp: false })
    const token = login().refresh
    expect(refresh(1, token).status).toBe(200)
    expect(refresh(2, token).status).toBe(200)
  })

  it('the old release leaves the new token out of the list, the newest writes it down', () => {
    const settings = { ROTATE_REFRESH_TOKENS: true }
    const rows = [openTestServer(settings, old), openTestServer(settings)].map(
      ({ login, refresh, stores }) => {
        refresh(1, login().refresh)
        return stores().outstanding.size
      },
    )
    expect(rows).toEqual([1, 2])
  })
})

describe('the two releases', () => {
  it('differ in the type of user_id and in the iat of a refreshed access token', () => {
    const claims = [openTestServer({}, old), openTestServer()].map(({ login, refresh }) => {
      const access = tokenIn(refresh(100, login().refresh), 'access')
      return [claim(access, 'user_id'), claim(access, 'iat')]
    })
    expect(claims).toEqual([
      [1, START],
      ['1', START + 100],
    ])
  })

  it('differ in what a refresh makes of a deleted user', () => {
    const statuses = [openTestServer({}, old), openTestServer()].map(
      ({ login, refresh, change }) => {
        const token = login().refresh
        change((stores) => withoutUser(stores, ALICE.id))
        return refresh(1, token).status
      },
    )
    expect(statuses).toEqual([200, 401])
  })

  it('the old one knows nothing of CHECK_REVOKE_TOKEN', () => {
    const { login } = openTestServer({ CHECK_REVOKE_TOKEN: true }, old)
    expect(login().access.claims.has('hash_password')).toBe(false)
  })
})

describe('names and header', () => {
  it('USER_ID_FIELD and USER_ID_CLAIM choose what names the user and where', () => {
    const { login, hello } = openTestServer({ USER_ID_FIELD: 'username', USER_ID_CLAIM: 'sub' })
    const { access } = login()
    expect(claim(access, 'sub')).toBe('alice')
    expect(hello(1, bearer(access)).status).toBe(200)
  })

  it('TOKEN_TYPE_CLAIM None turns the type check off', () => {
    const { login, hello } = openTestServer({ TOKEN_TYPE_CLAIM: null })
    const { refresh } = login()
    expect(claim(refresh, 'null')).toBe('refresh')
    expect(hello(1, bearer(refresh)).status).toBe(200)
  })

  it('AUTH_HEADER_TYPES are matched exactly, and the first is asked for in WWW-Authenticate', () => {
    const { login, hello, server } = openTestServer({ AUTH_HEADER_TYPES: ['JWT', 'Bearer'] })
    const { access } = login()
    expect(hello(1, `JWT ${textOfToken(access)}`).status).toBe(200)
    expect(hello(1, { scheme: 'Bearer', token: access }).status).toBe(200)
    const answered = hello(1, `jwt ${textOfToken(access)}`)
    expectDetail(answered, 401, 'credentials were not provided')
    const request = { method: 'GET', path: '/hello/', headers: {} }
    expect(headersOf(answered, request, server.settings)[0]).toEqual([
      'WWW-Authenticate',
      'JWT realm="api"',
    ])
  })

  it('AUTH_HEADER_NAME moves the token to another header, in any case of letters', () => {
    const { login, ask } = openTestServer({ AUTH_HEADER_NAME: 'HTTP_X_ACCESS_TOKEN' })
    const value = bearer(login().access)
    const get = (headers: Record<string, typeof value>): number =>
      ask(1, { method: 'GET', path: '/hello/', headers }).status
    expect(get({ 'x-access-token': value })).toBe(200)
    expect(get({ Authorization: value })).toBe(401)
  })

  it('AUTH_TOKEN_CLASSES are tried in order, and each has its line in the body', () => {
    const { login, hello } = openTestServer({
      AUTH_TOKEN_CLASSES: ['SlidingToken', 'AccessToken'],
    })
    const { access, refresh } = login()
    expect(hello(1, bearer(access)).status).toBe(200)
    expect(bodyText(hello(1, bearer(refresh)))).toContain(
      '"messages":[{"token_class":"SlidingToken","token_type":"sliding","message":"Token has wrong type"},{"token_class":"AccessToken","token_type":"access","message":"Token has wrong type"}]',
    )
  })
})

describe('what is written and asked', () => {
  it('AUDIENCE and ISSUER stand last in every token, a refreshed one too', () => {
    const { login, refresh, hello } = openTestServer({ AUDIENCE: ['a', 'b'], ISSUER: 'me' })
    const access = tokenIn(refresh(1, login().refresh), 'access')
    expect([...access.claims].slice(-2)).toEqual([
      ['aud', ['a', 'b']],
      ['iss', 'me'],
    ])
    expect(hello(1, bearer(access)).status).toBe(200)
  })

  it('a token of a server with another key is read as text and refused', () => {
    const other = openTestServer({ SIGNING_KEY: 'another key of thirty-two characters' })
    const { hello } = openTestServer()
    expect(hello(1, bearer(other.login().access)).reason).toMatchObject({
      refusals: [{ refusal: { code: 'signature' } }],
    })
  })

  it('a second process with the same key accepts the tokens of the first', () => {
    const { login } = openTestServer()
    const settings = { ...DEFAULTS, LEEWAY: 5 }
    const api = openTestServer(settings, {
      ...startServer({
        release: releases.newest,
        settings,
        hasBlacklistApp: true,
        isStateless: false,
        signatures: signaturesOf(settings, SECRET, null),
      }),
    })
    expect(api.hello(304, bearer(login().access)).status).toBe(200)
  })

  it('ALGORITHM is the only alg that is accepted', () => {
    const { login } = openTestServer({ ALGORITHM: 'HS512' })
    const { hello } = openTestServer()
    expect(hello(1, bearer(login().access)).reason).toMatchObject({
      refusals: [{ refusal: { code: 'algorithm', found: 'HS512', wanted: 'HS256' } }],
    })
  })

  it('UPDATE_LAST_LOGIN notes the time of a login', () => {
    const { login, stores } = openTestServer({ UPDATE_LAST_LOGIN: true })
    login(5)
    expect(stores().users.get(1)?.lastLogin).toBe((START + 5) * 1000)
  })
})

describe('a changed user', () => {
  it('CHECK_REVOKE_TOKEN ends the old tokens with a new password, and blacklists at refresh', () => {
    const { login, hello, refresh, change, stores } = openTestServer({ CHECK_REVOKE_TOKEN: true })
    const tokens = login()
    change((current) => withUser(current, { ...ALICE, passwordDigest: 'another' }))
    expectDetail(hello(1, bearer(tokens.access)), 401, 'password_changed')
    expect(refresh(1, tokens.refresh).status).toBe(401)
    expect(stores().blacklist.size).toBe(1)
  })

  it('CHECK_USER_IS_ACTIVE off lets the tokens of a deactivated user work', () => {
    const { login, hello, refresh, change } = openTestServer({ CHECK_USER_IS_ACTIVE: false })
    const tokens = login()
    change((current) => withUser(current, { ...ALICE, isActive: false }))
    expect(hello(1, bearer(tokens.access)).status).toBe(200)
    expect(refresh(1, tokens.refresh).status).toBe(200)
  })

  it('a stateless view never looks for the user', () => {
    const { login, hello, change } = openTestServer({}, { isStateless: true })
    const { access } = login()
    change((current) => withoutUser(current, ALICE.id))
    expect(hello(1, bearer(access)).status).toBe(200)
  })
})
