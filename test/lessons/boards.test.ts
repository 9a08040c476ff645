import { describe, expect, test } from 'vitest'
import {
  cutAt,
  isCutAtDots,
  moveCut,
  seeCuts,
  solveCuts,
  startCuts,
} from '../../src/lessons/boards/cutsBoard.ts'
import { ACCESS_STOPS, REFRESH_STOPS, seeDials } from '../../src/lessons/boards/dialsBoard.ts'
import { claimToChange, nextValue, seeFlip, startFlip } from '../../src/lessons/boards/flipBoard.ts'
import { fillSlot, seeFormula, solveFormula } from '../../src/lessons/boards/formulaBoard.ts'
import { lessonTokenFor } from '../../src/lessons/lessonToken.ts'
import { seeLines, statusesOf } from '../../src/lessons/boards/linesBoard.ts'
import { type Loan, type Pact, seeLoan } from '../../src/lessons/boards/loanBoard.ts'
import { DEMO_SECRET } from '../../src/samples/freshPair.ts'
import { claimsSetOf, readToken } from '../../src/token/readToken.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'
import { EXAMPLE, NOTES_ACCESS } from '../intake/tokens.ts'
import { NOW } from './tokens.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The notes' access token, signed with the demo secret. */
const COPY = lessonTokenFor(
  { reading: readToken(NOTES_ACCESS), isSample: false, secret: null },
  'hs256-copy',
  NOW,
).text

describe('two cutters', () => {
  test('read two parts where they stand on the dots, in either order', () => {
    const solved = solveCuts(EXAMPLE)
    const swapped = { ...solved, cuts: [solved.cuts[1], solved.cuts[0]] as const }
    for (const state of [solved, swapped]) {
      expect(isCutAtDots(state)).toBe(true)
      const [header, payload, signature] = seeCuts(state).pieces
      expect(header.json).toBe('{"alg":"HS256","typ":"JWT"}')
      expect(payload.json).toContain('John Doe')
      expect(signature.json).toBeNull()
    }
  })

  test('read nothing elsewhere, and one character beside a dot is elsewhere', () => {
    expect(seeCuts(startCuts(EXAMPLE)).pieces.map(({ json }) => json)).toEqual([null, null, null])
    const { cuts } = solveCuts(EXAMPLE)
    expect(isCutAtDots(moveCut(solveCuts(EXAMPLE), 0, cuts[0] + 1))).toBe(false)
  })

  test('both on one dot is not done', () => {
    const dot = EXAMPLE.indexOf('.')
    expect(isCutAtDots({ token: EXAMPLE, cuts: [dot, dot] })).toBe(false)
  })

  test('stay within the token, and the nearer one comes', () => {
    const state = { token: EXAMPLE, cuts: [10, 100] as const }
    expect(moveCut(state, 0, -5).cuts).toEqual([0, 100])
    expect(moveCut(state, 1, 9999).cuts).toEqual([10, EXAMPLE.length - 1])
    expect(cutAt(state, 20).cuts).toEqual([20, 100])
    expect(cutAt(state, 90).cuts).toEqual([10, 90])
  })
})

describe('one changed claim', () => {
  test('user 1 becomes user 2: one character, from F to J, 2 of 24 bits', () => {
    const seen = seeFlip({ ...startFlip(COPY, 'user_id'), typed: '2' })
    expect(seen.payloadChanges).toEqual([{ at: 160, inPart: 123, from: 'F', to: 'J' }])
    expect(seen.isMatching).toBe(false)
    expect(seen.signatureChanges).toBe(0)
    expect(seen.quantum?.characters.map(({ was }) => was).join('')).toBe('OjF9')
    expect(seen.quantum?.bytes.map(({ was, now }) => [was, now])).toEqual([
      [0x3a, 0x3a],
      [0x31, 0x32],
      [0x7d, 0x7d],
    ])
  })

  test('signed again, it matches, and the signature is another one', () => {
    const seen = seeFlip({ ...startFlip(COPY, 'user_id'), typed: '2', isSigned: true })
    expect(seen.isMatching).toBe(true)
    expect(seen.signatureChanges).toBeGreaterThan(30)
    expect(
      verifySignature({ token: seen.changed, keyText: DEMO_SECRET, encoding: 'utf8' }),
    ).toMatchObject({ kind: 'verified' })
  })

  test('a blank leaves the claims and breaks the signature', () => {
    const seen = seeFlip({ ...startFlip(COPY, 'user_id'), isSpaced: true })
    expect(seen.json).toContain('"token_type": "access"')
    expect(seen.isMatching).toBe(false)
    expect(seen.quantum).toBeNull()
  })

  test('what is no JSON is known for it', () => {
    expect(seeFlip({ ...startFlip(COPY, 'user_id'), typed: '"' }).claims).toBeNull()
    expect(seeFlip({ ...startFlip(COPY, 'jti'), typed: 'a"b' }).claims).toBeNull()
  })

  test.each([
    ['{"a":{},"exp":1,"sub":"x"}', 'sub'],
    ['{"a":{},"exp":1}', 'exp'],
    ['{"a":[]}', 'a'],
  ])('of %s it changes %s', (payload, claim) => {
    const token = `e30.${Buffer.from(payload).toString('base64url')}.AA`
    const claims = claimsSetOf(readToken(token))
    expect(claims && claimToChange(claims)).toBe(claim)
  })

  test.each([
    ['1', '2'],
    ['John', 'Joho'],
    ['9', '91'],
    ['true', 'false'],
    ['', '1'],
  ])('the next value after ‘%s’ is ‘%s’', (before, after) => expect(nextValue(before)).toBe(after))
})

describe('the formula', () => {
  test('makes the signature from the encoded parts and the secret, and from nothing else', () => {
    const solved = solveFormula(COPY, DEMO_SECRET)
    expect(seeFormula(solved).made).toBe(COPY.split('.')[2])
    for (const wrong of [
      fillSlot(solved, 'second', 'claims'),
      fillSlot(solved, 'key', 'header'),
      fillSlot(fillSlot(solved, 'first', 'payload'), 'second', 'header'),
    ]) {
      const { made, wanted } = seeFormula(wrong)
      expect(made).toHaveLength(43)
      expect(made).not.toBe(wanted)
    }
    expect(seeFormula(fillSlot(solved, 'key', null)).made).toBeNull()
  })
})

test.each<[Pact, Loan, boolean, boolean]>([
  ['HS256', 'nothing', false, false],
  ['HS256', 'secret', true, true],
  ['ES256', 'nothing', false, false],
  ['ES256', 'private', true, true],
  ['ES256', 'public', true, false],
])('signed with %s and %s lent: checks %s, forges %s', async (pact, loan, canCheck, canForge) => {
  const seen = await seeLoan({ payload: '{"sub":"1"}', pact, loan })
  expect(seen).toMatchObject({ canCheck, canForge })
  expect(seen.token.split('.')).toHaveLength(3)
})

describe('the lines of the notes', () => {
  test('are answered by a server that remembers', () => {
    const seen = seeLines({
      sent: ['login', 'hello', 'minutes', 'hello', 'refresh', 'hello', 'day', 'refresh', 'login'],
    })
    expect(statusesOf(seen)).toEqual([200, 200, 401, 200, 200, 401, 200])
    expect(seen.log[3]?.text).toContain('Token is expired')
    expect(seen.at).toBe(5 * MINUTE + DAY)
  })

  test('without a login there is nothing to send', () => {
    const seen = seeLines({ sent: ['hello', 'refresh'] })
    expect(statusesOf(seen)).toEqual([])
    expect(seen.log[0]?.why).toBe('Log in first: there is no token to send.')
  })
})

const at = (access: number, refresh: number) =>
  seeDials({
    access: ACCESS_STOPS.findIndex((stop) => stop === access),
    refresh: REFRESH_STOPS.findIndex((stop) => stop === refresh),
  })

describe('two lifetimes', () => {
  test('the defaults: 5 minutes for a thief, a login a day', () => {
    expect(at(5 * MINUTE, DAY)).toMatchObject({ thiefWindow: 5 * MINUTE, loginsPerWeek: 7 })
  })

  test('the window follows the access lifetime, the logins the refresh lifetime', () => {
    for (const access of ACCESS_STOPS) expect(at(access, DAY).thiefWindow).toBe(access)
    const logins = REFRESH_STOPS.map((refresh) => at(5 * MINUTE, refresh).loginsPerWeek)
    expect(logins).toEqual(logins.toSorted((a, b) => b - a))
    expect(at(5 * MINUTE, 7 * DAY).loginsPerWeek).toBe(1)
  })
})
