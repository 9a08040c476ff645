import { describe, expect, test } from 'vitest'
import { explainInside } from '../../src/claims/explainInside.ts'
import { tellMissing } from '../../src/claims/tellMissing.ts'
import { readJson } from '../../src/token/jsonText.ts'

/** "path: sentence" of all that stands inside the first claim. */
function inside(json: string, isVerified = false): string[] {
  const { root } = readJson(json)
  const member = root?.kind === 'object' ? root.members[0] : undefined
  if (root?.kind !== 'object' || !member) throw new Error(`${json} holds no member`)
  const context = { claims: root, now: 0, leeway: 0, timeZone: 'UTC', isVerified }
  return explainInside(member, context).map(({ path, sentence }) => `${path}: ${sentence}`)
}

describe('what stands inside a claim', () => {
  test('act names who acts, step by step back', () => {
    expect(
      inside('{"act":{"sub":"svc","act":{"sub":"other"}}}').map((line) => line.split('. ')[0]),
    ).toEqual([
      'act sub: It says: speaks for svc',
      'act act: It says: who acted before, one step back.',
      'act act sub: It says: speaks for other',
    ])
  })

  test('cnf says which key has to be proven', () => {
    expect(inside('{"cnf":{"jkt":"0ZcOCORZNYy"}}')).toEqual([
      'cnf jkt: It says: the sender must prove, by DPoP, to hold the key with this thumbprint: 0ZcOCORZNYy.',
    ])
    expect(inside('{"cnf":{"jwk":{"kty":"EC"}}}')).toEqual([
      'cnf jwk: It says: this is the public key that the sender must prove to hold, 1 member.',
    ])
  })

  test('an address says which line is which', () => {
    expect(inside('{"address":{"locality":"Kiel","country":"DE"}}', true)).toEqual([
      'address locality: The town: Kiel.',
      'address country: The country: DE.',
    ])
  })

  test('events say what happened', () => {
    expect(inside('{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}')).toEqual([
      'events http://schemas.openid.net/event/backchannel-logout: It says: the session has ended: log out.',
    ])
  })

  test('Keycloak’s roles hold for the realm, or for one client', () => {
    expect(inside('{"realm_access":{"roles":["admin","user"]}}')).toEqual([
      'realm_access roles: It says: roles that hold in the whole Keycloak realm: admin and user.',
    ])
    expect(inside('{"resource_access":{"api":{"roles":["edit"]}}}')).toEqual([
      'resource_access api: It says: what holds for this client alone.',
      'resource_access api roles: It says: roles that hold for this client only: edit.',
    ])
  })

  test('a credential says what it is and of whom', () => {
    const [type, subject] = inside(
      '{"vc":{"type":["VerifiableCredential"],"credentialSubject":{"id":"x"}}}',
    )
    expect(type).toBe('vc type: It says: the kind of credential: VerifiableCredential.')
    expect(subject).toBe(
      'vc credentialSubject: It says: what the credential says, and of whom, 1 member.',
    )
  })

  test('of other claims, and of values that are no object, nothing is said', () => {
    expect(inside('{"mine":{"sub":"x"}}')).toEqual([])
    expect(inside('{"act":"x"}')).toEqual([])
    expect(inside('{"cnf":{}}')).toEqual([])
  })

  test('stays short, however deep and however much', () => {
    const deep = `${'{"act":'.repeat(100)}1${'}'.repeat(100)}`
    expect(inside(deep).length).toBeLessThan(5)
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`e${index}`, {}]))
    expect(inside(JSON.stringify({ events: wide }))).toHaveLength(16)
  })
})

describe('what if a claim were missing', () => {
  test.each(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'])(
    '%s has an answer of its own',
    (name) => {
      expect(tellMissing(name, 'Registered')).not.toBe(tellMissing('no such name', 'Registered'))
    },
  )

  test('other names are told by their kind', () => {
    expect(tellMissing('acme', 'Private')).toBe(
      'Only the programs that agreed on this name would notice, and most would refuse the request.',
    )
    expect(tellMissing('__proto__', 'Public')).toMatch(/would find nothing/)
  })
})
