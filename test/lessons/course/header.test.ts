/** Do the boards of lesson 3 really make keys and signatures, and does the server do what it says? */
import { expect, it } from 'vitest'
import {
  chooseAlgorithm,
  type LessonAlgorithm,
  seeAlgorithm,
  startAlgorithm,
} from '../../../src/lessons/boards/algorithmBoard.ts'
import { type HandoverAlgorithm, seeHandover } from '../../../src/lessons/boards/handoverBoard.ts'
import { joinPem } from '../../../src/lessons/newKeys.ts'
import { seePin, startPin, turnPin } from '../../../src/lessons/boards/pinBoard.ts'
import { assess } from '../../../src/judgement/assess.ts'

const CLAIMS = '{"sub":"1"}'

it.each<[LessonAlgorithm, number, string]>([
  ['HS256', 32, 'shared'],
  ['RS256', 256, 'pair'],
  ['ES256', 64, 'pair'],
  ['EdDSA', 64, 'pair'],
  ['none', 0, 'none'],
])('%s signs with %i bytes', async (alg, bytes, kind) => {
  const seen = await seeAlgorithm(chooseAlgorithm(startAlgorithm(CLAIMS), alg))
  expect(seen).toMatchObject({ signatureBytes: bytes, keys: { kind } })
  if (seen.keys.kind === 'none') return
  const keyText = seen.keys.kind === 'shared' ? seen.keys.secret : seen.keys.publicPem
  const { verdict } = await assess({ token: seen.token ?? '', keyText, encoding: 'utf8' })
  expect(verdict.kind).toBe('verified')
})

it('has the 27 bytes of the hook in its header', async () => {
  expect((await seeAlgorithm(startAlgorithm(CLAIMS))).headerBytes).toBe(27)
})

it('answers the same state with the same signature', async () => {
  const state = chooseAlgorithm(startAlgorithm(CLAIMS), 'ES256')
  const [one, other] = await Promise.all([seeAlgorithm(state), seeAlgorithm(state)])
  expect(one.token).toBe(other.token)
})

it.each<[HandoverAlgorithm, boolean]>([
  ['HS256', true],
  ['RS256', false],
])('%s: a partner that can check can forge: %s', async (alg, isMade) => {
  const seen = await seeHandover({ claims: CLAIMS, alg, isHanded: true, hasForged: true })
  expect(seen.check?.isMatch).toBe(true)
  expect(seen.forgery?.isMade).toBe(isMade)
})

it('keeps every character of a key while it joins its lines', async () => {
  const { key } = await seeHandover({
    claims: CLAIMS,
    alg: 'RS256',
    isHanded: true,
    hasForged: false,
  })
  const joined = joinPem(key)
  expect(joined.split('\n')).toHaveLength(3)
  expect(joined.replaceAll('\n', '')).toBe(key.replaceAll('\n', ''))
})

it('tells a partner with the public key what it lacks', async () => {
  const seen = await seeHandover({
    claims: CLAIMS,
    alg: 'RS256',
    isHanded: true,
    hasForged: true,
  })
  expect(seen.forgery?.told).toContain('only the private key makes them')
})

it('lets a partner without a key do nothing', async () => {
  const state = { claims: CLAIMS, alg: 'HS256', isHanded: false, hasForged: true } as const
  expect(await seeHandover(state)).toMatchObject({ check: null, forgery: null })
})

it('refuses changed claims while the signature is checked', () => {
  const changed = turnPin(startPin(CLAIMS), { isAdmin: true })
  expect(seePin(changed).isAccepted).toBe(false)
  expect(changed.hasGotIn).toBe(false)
})

it('lets a stranger in that asks for no check, until the algorithm is pinned', () => {
  const inside = turnPin(turnPin(startPin(CLAIMS), { isAdmin: true }), { hasNone: true })
  expect(seePin(inside).isAccepted).toBe(true)
  expect(inside.hasGotIn).toBe(true)
  const pinned = turnPin(inside, { isPinned: true })
  expect(seePin(pinned).isAccepted).toBe(false)
  const honest = turnPin(pinned, { hasNone: false, isAdmin: false })
  expect(seePin(honest).isAccepted).toBe(true)
})
