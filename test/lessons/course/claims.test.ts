/** Do the boards of lesson 4 judge names by the registry, and claims by the recorded server? */
import { expect, it } from 'vitest'
import { claimBins, claimCards } from '../../../src/lessons/boards/claimCards.ts'
import {
  OFFERED_NAMES,
  seeClaimSet,
  switchClaim,
} from '../../../src/lessons/boards/claimSetBoard.ts'
import { isOwnName, seeName, startName } from '../../../src/lessons/boards/nameBoard.ts'
import { ownToken, sampleToken } from '../ownTokens.ts'

it('sorts the claims of the notes into all three kinds, and adds the learner’s own', async () => {
  const cards = claimCards(await sampleToken('fresh-pair'))
  expect(cards.map(({ id, bin }) => `${id} ${bin}`)).toEqual([
    'sub Registered',
    'name Public',
    'admin Private',
    'token_type Private',
    'exp Registered',
    'iat Registered',
    'jti Registered',
    'user_id Private',
  ])
})

it('has a reason of its own for every wrong bin', () => {
  for (const card of claimCards(ownToken('{"https://shop.example/role":1}')))
    expect(new Set([card.reason, ...Object.values(card.notIn ?? {})]).size).toBe(claimBins.length)
})

it('shows the control characters of a hostile name', () => {
  const [card] = claimCards(ownToken(String.raw`{"\u202eadmin":1}`)).slice(-1)
  expect(card?.text).not.toContain('\u202e')
})

it.each([
  ['exp', 'Registered', /RFC 7519/],
  ['roles', 'Public', /IANA registry/],
  ['role', 'Private', /Your partner reads role/],
])('%s, %s, collides', (name, kind, collision) => {
  const seen = seeName({ name, value: '1' })
  expect(seen.kind).toBe(kind)
  expect(seen.collision).toMatch(collision)
  expect(isOwnName(seen)).toBe(false)
})

it.each(['https://shop.example/role', 'example.com/role', 'urn:oid:1.2.3.4'])(
  '%s is nobody else’s',
  (name) => {
    expect(isOwnName(seeName({ name, value: '1' }))).toBe(true)
  },
)

it.each(['__proto__', 'constructor', 'toString', ''])('%j collides with nothing', (name) => {
  expect(seeName({ name, value: '1' })).toMatchObject({ kind: 'Private', collision: null })
})

it('begins with a private claim of the learner’s that collides with nothing', () => {
  expect(startName(ownToken('{"sub":"1","role":"x","floor":3}')).name).toBe('floor')
  expect(startName(ownToken('{"sub":"1","role":"x"}')).name).toBe('loyalty')
})

it.each([
  ['exp', /Token has no 'exp' claim/],
  ['token_type', /Token has no type/],
  ['jti', /Token has no id/],
  ['user_id', /no recognizable user identification/],
])('SimpleJWT refuses a token without %s', (name, body) => {
  const chosen = OFFERED_NAMES.filter((one) => one !== name)
  const seen = seeClaimSet({ chosen })
  expect(seen.status).toBe(401)
  expect(seen.response).toMatch(body)
})

it.each(['iss', 'aud'] as const)('SimpleJWT does not ask for %s', (name) => {
  const seen = seeClaimSet(switchClaim({ chosen: OFFERED_NAMES }, name))
  expect(seen.status).toBe(200)
  expect(seen.response).toContain('{"message":"Hello, World!"}')
})
