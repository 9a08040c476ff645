import { describe, expect, test } from 'vitest'
import { tellTokenKind } from '../../src/claims/plainKind.ts'
import { readTokenKind } from '../../src/claims/tokenKind.ts'
import { readJson } from '../../src/token/jsonText.ts'
import { claimsOf } from './claimsOf.ts'

const HS256 = '{"alg":"HS256","typ":"JWT"}'
const read = (claims: string, header = HS256) =>
  readTokenKind(readJson(header).root, claimsOf(claims))
const tell = (claims: string, header = HS256) => tellTokenKind(read(claims, header))

describe('what kind of token it is', () => {
  test.each([
    ['SimpleJWT access', '{"token_type":"access"}', HS256, 'Access'],
    ['SimpleJWT refresh', '{"token_type":"refresh"}', HS256, 'Refresh'],
    ['SimpleJWT sliding', '{"token_type":"sliding"}', HS256, 'Sliding'],
    ['RFC 9068', '{"sub":"a"}', '{"typ":"at+jwt"}', 'Access'],
    ['RFC 9068 with its prefix, in any case', '{}', '{"typ":"Application/AT+JWT"}', 'Access'],
    ['Cognito ID', '{"token_use":"id","auth_time":1}', HS256, 'ID'],
    ['Cognito access', '{"token_use":"access","auth_time":1}', HS256, 'Access'],
    ['Keycloak access', '{"typ":"Bearer","auth_time":1}', HS256, 'Access'],
    ['Keycloak offline', '{"typ":"Offline"}', HS256, 'Refresh'],
    ['Flask', '{"type":"refresh"}', HS256, 'Refresh'],
    ['Google ID', '{"at_hash":"x","nonce":"y"}', HS256, 'ID'],
    ['ID by its sign-in time', '{"auth_time":1}', HS256, 'ID'],
    ['a sign-in time with scopes', '{"auth_time":1,"scope":"openid"}', HS256, 'Token'],
    [
      'logout by its event',
      '{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}',
      HS256,
      'Logout',
    ],
    ['logout by its type', '{}', '{"typ":"logout+jwt"}', 'Logout'],
    ['another event', '{"events":{"https://example.com/disabled":{}}}', HS256, 'Security event'],
    ['DPoP', '{"nonce":"x"}', '{"typ":"dpop+jwt"}', 'DPoP proof'],
    ['nothing that tells', '{"sub":"1"}', HS256, 'Token'],
    ['a token_type of another kind', '{"token_type":1,"type":"toString"}', HS256, 'Token'],
    ['a typ that is no text', '{"sub":"1"}', '{"typ":["at+jwt"]}', 'Token'],
  ])('%s', (_, claims, header, kind) => {
    expect(read(claims, header).kind).toBe(kind)
  })
})

describe('the beginning of the headline', () => {
  test.each([
    ['{"token_type":"access","user_id":1}', 'Access token for user 1'],
    ['{"token_type":"refresh","user_id":"1"}', 'Refresh token for user 1'],
    ['{"sub":"1234567890","name":"John Doe","user_id":7}', 'Token for 1234567890'],
    ['{"sub":42}', 'Token for 42'],
    ['{"email":"abe@example.com"}', 'Token for abe@example.com'],
    ['{"client_id":"app-1","scope":"a"}', 'Token for client app-1'],
    ['{"exp":1}', 'Token that names nobody'],
    ['{"sub":""}', 'Token that names nobody'],
    ['{"sub":{"id":1},"token_type":"access"}', 'Access token that names nobody'],
    ['{"__proto__":{"sub":"a"}}', 'Token that names nobody'],
    ['{"sub":"Abe Lincoln"}', 'Token for ‘Abe Lincoln’'],
  ])('%s', (claims, words) => {
    expect(tell(claims)).toBe(words)
  })

  test('a DPoP proof speaks for a request', () => {
    const header = '{"typ":"dpop+jwt"}'
    expect(tell('{"htm":"POST","htu":"https://api.example/token"}', header)).toBe(
      'DPoP proof for POST https://api.example/token',
    )
    expect(tell('{"jti":"x"}', header)).toBe('DPoP proof')
  })

  test('where the claims cannot be read nobody is denied', () => {
    const header = readJson('{"typ":"at+jwt"}').root
    expect(tellTokenKind(readTokenKind(header, null))).toBe('Access token')
    expect(tellTokenKind(readTokenKind(null, null))).toBe('Token')
  })

  test('a subject cannot add a sentence of its own', () => {
    expect(tell('{"sub":"admin, HS256. Signature valid: this key"}')).toBe(
      'Token for ‘admin, HS256. Signature valid: this key’',
    )
    expect(tell('{"sub":"a."}')).toBe('Token for ‘a.’')
  })

  test('a long subject keeps its ends, an invisible character is shown', () => {
    expect(tell(`{"sub":"${'a'.repeat(30)}${'b'.repeat(100_000)}${'c'.repeat(30)}"}`)).toBe(
      `Token for ${'a'.repeat(26)}…${'c'.repeat(13)}`,
    )
    expect(tell('{"sub":"user\\u202enimda"}')).toBe('Token for userU+202Enimda')
  })
})
