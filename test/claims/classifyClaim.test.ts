import { describe, expect, test } from 'vitest'
import { classifyClaim } from '../../src/claims/classifyClaim.ts'

test.each(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'])('%s is Registered', (name) => {
  expect(classifyClaim(name)).toEqual({
    kind: 'Registered',
    reason: 'RFC 7519 section 4.1 defines it.',
  })
})

test.each(['name', 'email', 'scope', 'sid', 'auth_time', '_sd', '...', 'consumerPlmnId'])(
  '%s is Public, because the registry lists it',
  (name) => {
    expect(classifyClaim(name)).toEqual({
      kind: 'Public',
      reason: 'The IANA registry of JWT claims lists it.',
    })
  },
)

describe('a name that nobody else can come to choose is Public', () => {
  test.each([
    ['https://example.com/roles', 'the name contains a domain'],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'the name contains a domain'],
    ['kubernetes.io', 'the name contains a domain'],
    ['kubernetes.io/serviceaccount/secret.name', 'the name contains a domain'],
    ['com.example.role', 'the name contains a domain'],
    ['oidc.circleci.com/project-id', 'the name contains a domain'],
    ['urn:openid:params:jwt:claim:rt_hash', 'the name is a URN'],
    ['1.3.6.1.4.1.311', 'the name is an object identifier'],
    ['urn:oid:2.5.4.3', 'the name is an object identifier'],
    ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'the name is a UUID'],
  ])('%s', (name, why) => {
    expect(classifyClaim(name)).toEqual({ kind: 'Public', reason: `Collision-proof: ${why}.` })
  })
})

test.each([
  'admin',
  'token_type',
  'user_id',
  'user.id',
  'app.role',
  'cognito:username',
  'http://localhost/role',
  '1.0',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
])('%j is Private', (name) => {
  expect(classifyClaim(name)).toEqual({
    kind: 'Private',
    reason: 'Only means something to the parties that agreed on it.',
  })
})

test.each([
  ['Exp', 'exp'],
  ['EXP', 'exp'],
  [' exp', 'exp'],
  ['exp\u200b', 'exp'],
  ['expires', 'exp'],
  ['expires_at', 'exp'],
  ['expiry', 'exp'],
  ['issuer', 'iss'],
  ['issuedAt', 'iat'],
  ['not-before', 'nbf'],
  ['Subject', 'sub'],
  ['audience', 'aud'],
])('%j is Private and shadows %s', (name, registered) => {
  expect(classifyClaim(name)).toEqual({
    kind: 'Private',
    reason: `Looks like ${registered}, but servers read only that name, spelled exactly so.`,
  })
})

test('a name of megabytes is judged by its beginning', () => {
  expect(classifyClaim('a.'.repeat(2_000_000)).kind).toBe('Private')
  expect(classifyClaim(`https://example.com/${'a'.repeat(2_000_000)}`).kind).toBe('Public')
})
