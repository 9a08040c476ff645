import { expect, test } from 'vitest'
import { SAFE, type Switches } from '../../src/attack/switches.ts'
import {
  firstDifference,
  goalsOf,
  isDone,
  stateOfTrial,
  tellAnswer,
  type Trial,
} from '../../src/attack/trial.ts'
import { tryWords } from '../../src/attack/tryWords.ts'
import { writeForgery } from '../../src/attack/forgery.ts'

const naive: Switches = { ...SAFE, ignoresHeaderKey: false, looksUpKid: false }
const half: Switches = { ...naive, ignoresHeaderKey: true }
const fixes = [['ignoresHeaderKey', 'looksUpKid']] as const

const accepted = (isAdmin: boolean): Trial['outcome'] => ({
  kind: 'accepted',
  line: 'answer',
  user: 'alice',
  isAdmin,
})
const refused: Trial['outcome'] = { kind: 'refused', line: 'signature', why: 'It does not match.' }

const forger = (token: string, switches: Switches, outcome: Trial['outcome']): Trial => ({
  sender: 'forger',
  token,
  switches,
  outcome,
  isForAdmin: true,
  holes: [],
})
const alice = (switches: Switches): Trial => ({
  sender: 'alice',
  token: 'alice',
  switches,
  outcome: accepted(false),
  isForAdmin: false,
  holes: [],
})

const breach = forger('forged', naive, accepted(true))

test('a forged token that gets in is a warning, and Alice’s own is none', () => {
  expect(stateOfTrial(breach)).toBe('warning')
  expect(stateOfTrial(forger('forged', naive, accepted(false)))).toBe('pass')
  expect(stateOfTrial(forger('forged', half, refused))).toBe('fail')
  expect(stateOfTrial(alice(naive))).toBe('pass')
})

test.each([
  ['aa.bb.cc', 'aa.bb.cc', null],
  ['aa.bX.cc', 'aa.bb.cc', 5],
  ['aa.bb.', 'aa.bb.cc', 7],
])('%s is another token than %s from character %s on', (token, given, from) => {
  expect(firstDifference(token, given)).toBe(from)
})

test('nothing is reached by a token that gets in as nobody special', () => {
  expect(goalsOf([forger('forged', naive, accepted(false))], fixes)).toEqual({
    isBreached: false,
    isMended: false,
    isHalfMended: false,
    isStillOpen: false,
  })
})

test('a refusal of a token that never got in mends nothing', () => {
  const other = { ...forger('other', SAFE, refused), isForAdmin: false }
  expect(goalsOf([breach, other], fixes).isMended).toBe(false)
})

test('a token made anew, which would have got in, counts as the one that did', () => {
  expect(goalsOf([breach, forger('anew', SAFE, refused)], fixes).isMended).toBe(true)
  expect(goalsOf([forger('anew', SAFE, refused)], fixes).isMended).toBe(false)
})

test('a fix that leaves another way open is half of it', () => {
  const goals = goalsOf([breach, forger('forged', half, refused), alice(half)], fixes)
  expect(goals).toMatchObject({ isMended: false, isHalfMended: true, isStillOpen: false })
  expect(isDone(goals)).toBe(false)
})

test('the room is done once the fix refuses it and Alice still gets in', () => {
  const mended = [breach, forger('forged', SAFE, refused)]
  expect(isDone(goalsOf(mended, fixes))).toBe(false)
  expect(isDone(goalsOf([...mended, alice(naive)], fixes))).toBe(false)
  expect(isDone(goalsOf([...mended, alice(SAFE)], fixes))).toBe(true)
  expect(isDone(goalsOf([breach, alice(SAFE), forger('forged', SAFE, refused)], fixes))).toBe(true)
})

test('the answers are those of an API', () => {
  expect(tellAnswer(accepted(true))).toEqual({
    status: '200 OK',
    body: '{"hello":"alice","admin":true}',
  })
  expect(tellAnswer(refused).status).toBe('401 Unauthorized')
})

test.each([
  ['changeme', 'changeme'],
  ['Changeme', null],
  ['a longer secret that no list holds', null],
])('the ten words find %j: %j', async (secret, found) => {
  const token = await writeForgery(
    { header: '{"alg":"HS384"}', payload: '{}', seal: 'secret', secret },
    '',
    null,
  )
  expect(tryWords(token)).toBe(found)
})

test('the ten words find nothing where there is no MAC', () => {
  expect(tryWords('eyJhbGciOiJub25lIn0.e30.')).toBeNull()
  expect(tryWords('no token')).toBeNull()
})
