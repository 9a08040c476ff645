/** Do the boards of lesson 2 show what is true of bytes, characters and keys? */
import { expect, it } from 'vitest'
import { encodeWith, seeBytes, switchChange } from '../../../src/lessons/boards/bytesBoard.ts'
import { withMember } from '../../../src/lessons/claimText.ts'
import { isFound, seeLens, startLens, tellFound } from '../../../src/lessons/boards/lensBoard.ts'
import {
  seeSecrecy,
  tryChange,
  turnTo,
  type SecrecyForm,
} from '../../../src/lessons/boards/secrecyBoard.ts'
import { readToken } from '../../../src/token/readToken.ts'
import { writeUtf8 } from '../../../src/token/utf8.ts'
import { ownToken, sampleToken } from '../ownTokens.ts'

it('adds an address behind the claims and leaves their characters alone', async () => {
  const token = await sampleToken('notes-example')
  const { token: copy } = startLens(token)
  const claims = token.reading.payload?.decoded.text ?? ''
  expect(readToken(copy).payload?.decoded.text).toBe(
    `${claims.slice(0, -1)},"email":"rosa@example.org"}`,
  )
})

it('takes the learner’s own address, and the token stays untouched', () => {
  const token = ownToken('{"email":"ada@lovelace.example"}')
  const start = startLens(token)
  expect(start.token).toBe(token.text)
  expect(seeLens(start).address).toBe('ada@lovelace.example')
})

it.each([
  ['Rosa@Example.org ', true, /no key/],
  ['rosa', false, /an @ in it/],
  ['rosa@example.com', false, /another address/],
])('answers %s', async (found, isRight, told) => {
  const seen = seeLens({ ...startLens(await sampleToken('fresh-pair')), found })
  expect(isFound(seen)).toBe(isRight)
  expect(tellFound(seen)).toMatch(told)
})

it('shows the text under the lens, and stops at the end of the payload', async () => {
  const start = startLens(await sampleToken('notes-example'))
  expect(seeLens(start).text).toBe('{"sub":"1234')
  const last = seeLens({ ...start, at: 9999 })
  expect(last.text).toBe('example.org"}'.slice(-12))
  expect(last.ruler?.bytes.filter(({ isLinked }) => isLinked)).toHaveLength(12)
})

it.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('writes RFC 4648’s %s as %s', (text, encoded) => {
  expect(encodeWith(writeUtf8(text), [])).toBe(encoded)
})

const SIGNS = { text: '{"q":"5 > 3?"}', changes: [], hasSwitches: true } as const

it('loses base64 in an address, and carries base64url', () => {
  const plain = seeBytes(SIGNS)
  expect(plain.encoded).toBe('eyJxIjoiNSA+IDM/In0=')
  expect(plain.inQuery).toBe('eyJxIjoiNSA IDM/In0=')
  expect(plain.inPath).toBe('eyJxIjoiNSA+IDM')
  expect(plain.isSafe).toBe(false)
  const whole = seeBytes({ ...SIGNS, changes: ['plus', 'slash', 'padding'] })
  expect(whole).toMatchObject({ encoded: 'eyJxIjoiNSA-IDM_In0', isSafe: true })
})

it('takes a change back', () => {
  const once = switchChange(SIGNS, 'slash')
  expect(once.changes).toEqual(['slash'])
  expect(switchChange(once, 'slash').changes).toEqual([])
})

it.each<[SecrecyForm, boolean, boolean]>([
  ['encoded', true, false],
  ['signed', true, true],
  ['encrypted', false, true],
])('%s: readable %s, a change is noticed %s', async (form, isReadable, isNoticed) => {
  const claims = '{"sub":"1"}'
  const seen = await seeSecrecy({ claims, form, tried: [] })
  expect(seen.read).toBe(isReadable ? claims : null)
  expect(seen.change?.isNoticed).toBe(isNoticed)
  expect(seen.change?.token).not.toBe(seen.token)
  expect(seen.token?.split('.')).toHaveLength(form === 'encrypted' ? 5 : 3)
})

it('remembers in which forms the change was tried', () => {
  const start = { claims: '{}', form: 'encoded', tried: [] } as const
  expect(tryChange(turnTo(tryChange(start), 'signed')).tried).toEqual(['encoded', 'signed'])
})

it.each([
  ['{"a":1 }', '{"a":1,"b":2 }'],
  ['{ }', '{"b":2}'],
  ['[1]', '{"b":2}'],
])('writes one more member into %s', (json, more) => {
  expect(withMember(json, 'b', 2)).toBe(more)
})
