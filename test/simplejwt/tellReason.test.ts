/** Does the table say why, with the values that decided? ux.md 7.1. */
import { describe, expect, it } from 'vitest'
import { withUser } from '../../src/simplejwt/stores.ts'
import { accessClaims, ALICE, bearer, handMade, openTestServer, START, why } from './testServer.ts'

const sent = (changes: object): string => `Bearer ${handMade(accessClaims(changes))}`

describe('a request to the protected view', () => {
  const { hello, login } = openTestServer()
  const { access, refresh } = login()

  it('let in: how long is left', () => {
    expect(why(hello(40, bearer(access)))).toBe(
      'exp is 22:18:20, the server’s clock says 22:14:00 (UTC): 4 minutes 20 seconds left.',
    )
  })

  it('expired: both times', () => {
    expect(why(hello(300, bearer(access)))).toBe(
      'exp is 22:18:20, the server’s clock says 22:18:20 (UTC): refused from that second on.',
    )
  })

  it('expired on another day: with dates', () => {
    expect(why(hello(86_400, bearer(access)))).toBe(
      'exp is 2023-11-14 22:18:20, the server’s clock says 2023-11-15 22:13:20 (UTC): refused from that second on.',
    )
  })

  it('in the leeway, and past it', () => {
    const late = openTestServer({ LEEWAY: 10 })
    const token = bearer(late.login().access)
    expect(why(late.hello(305, token))).toBe(
      'exp is 22:18:20, the server’s clock says 22:18:25 (UTC): the 10 s leeway still lets it in.',
    )
    expect(why(late.hello(310, token))).toBe(
      'exp is 22:18:20, with 10 s leeway 22:18:30. The server’s clock says 22:18:30 (UTC): refused from then on.',
    )
  })

  it('fractions of a second are shown where they decide', () => {
    const exact = openTestServer({ LEEWAY: 0.5 })
    expect(why(exact.hello(300.5, bearer(exact.login().access)))).toBe(
      'exp is 22:18:20, with 0.5 s leeway 22:18:20.500. The server’s clock says 22:18:20.500 (UTC): refused from then on.',
    )
  })

  it.each([
    [
      { iat: START + 61 },
      'iat is 22:14:21. The server’s clock says 22:13:21 (UTC): refused until then.',
    ],
    [{ exp: 'abc' }, 'exp is the text abc, which is no date.'],
    [
      { exp: String(START + 300) },
      'exp is the text 1700000300: Python cannot use it as a date, and the error is caught nowhere.',
    ],
    [{ token_type: 'refresh' }, 'token_type is refresh, only access is accepted here.'],
    [{ user_id: '9' }, 'user_id is 9, and there is no such user now.'],
    [
      { user_id: 'abc' },
      'user_id is abc: Django cannot look for a user with it, and the error is caught nowhere.',
    ],
  ])('%j', (changes, sentence) => {
    expect(why(hello(1, sent(changes)))).toBe(sentence)
  })

  it.each([
    [undefined, 'There is no Authorization header.'],
    ['', 'The Authorization header is empty.'],
    [
      'bearer x',
      'The header starts with bearer, this server only knows Bearer, in exactly this spelling. So no token came.',
    ],
    ['Bearer', 'The header has 1 word. It needs 2: the scheme and the token.'],
    ['Bearer a b', 'The header has 3 words. It needs 2: the scheme and the token.'],
    ['Bearer abc', 'A token has 3 parts with dots between them, this text has 1.'],
    [
      `Bearer ${handMade(accessClaims(), { alg: 'none' })}`,
      'alg is none, this server accepts HS256 only.',
    ],
    [
      `Bearer ${handMade(accessClaims()).slice(0, -3)}AAA`,
      'The signature does not match: another key made it, or the token was changed.',
    ],
  ])('%s', (value, sentence) => {
    expect(why(hello(1, value))).toBe(sentence)
  })

  it('two classes of token, two reasons', () => {
    const two = openTestServer({ AUTH_TOKEN_CLASSES: ['AccessToken', 'SlidingToken'] })
    expect(why(two.hello(1, bearer(refresh)))).toBe(
      'AccessToken: token_type is refresh, only access is accepted here. SlidingToken: token_type is refresh, only sliding is accepted here.',
    )
  })

  it('a deactivated user', () => {
    const closed = openTestServer()
    const token = closed.login().access
    closed.change((stores) => withUser(stores, { ...ALICE, isActive: false }))
    expect(why(closed.hello(1, bearer(token)))).toBe(
      'The token is in order, but the user alice is deactivated.',
    )
  })
})

describe('a request to a token view', () => {
  it.each([
    [{ username: 'alice', password: 'wonderland-5' }, 'Name and password of alice are right.'],
    [{ username: 'alice', password: 'x' }, 'The password of alice is another one.'],
    [{ username: 'eve', password: 'x' }, 'There is no user eve. The body does not tell.'],
    [{ username: '' }, 'username is empty; password is missing.'],
  ])('%j', (body, sentence) => {
    const { post } = openTestServer()
    expect(why(post(0, '/api/token/', { ...body }))).toBe(sentence)
  })

  it('a blacklisted token: since when', () => {
    const { login: signIn, post, refresh } = openTestServer()
    const token = signIn().refresh
    expect(why(post(10, '/api/token/blacklist/', { refresh: token }))).toBe(
      'The refresh token is on the blacklist now. Access tokens work on until their exp.',
    )
    expect(why(refresh(20, token))).toBe(
      'This token’s id has been on the blacklist since 22:13:30 (UTC).',
    )
  })

  it('rotation without the app: the old one works on', () => {
    const settings = { ROTATE_REFRESH_TOKENS: true, BLACKLIST_AFTER_ROTATION: true }
    const { login: signIn, refresh } = openTestServer(settings, { hasBlacklistApp: false })
    expect(why(refresh(1, signIn().refresh))).toBe(
      'There is a new refresh token. The old one works on too, because the blacklist app is not installed.',
    )
  })
})
