/** Do the flows of lesson 8 run in the order of their standards, and say on the wire what those demand? */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { assess } from '../../../src/judgement/assess.ts'
import {
  FLOW_NAMES,
  isInOrder,
  placeArrow,
  solveFlow,
  startFlow,
  tellFlow,
  waitingArrows,
} from '../../../src/lessons/boards/flowBoard.ts'
import { flows } from '../../../src/lessons/boards/flows.ts'
import { CODE_CHALLENGE, wireTextsOf } from '../../../src/lessons/boards/flowWire.ts'
import { LAB_SECRET } from '../../../src/simulation/wire.ts'
import { claimsSetOf, readToken } from '../../../src/token/readToken.ts'
import { stringMember } from '../../../src/token/jsonText.ts'

it.each(FLOW_NAMES)('%s: every message has its wire text and its place', (name) => {
  const texts = wireTextsOf(name)
  const ids = flows[name].arrows.map(({ id }) => id)
  expect(Object.keys(texts).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    ids.toSorted((a, b) => (a < b ? -1 : 1)),
  )
  for (const id of ids) expect(texts[id]).toMatch(/^(GET|POST|HTTP\/1\.1) /)
  expect(flows[name].offered.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    ids.toSorted((a, b) => (a < b ? -1 : 1)),
  )
  expect(flows[name].offered).not.toEqual(ids)
})

it.each(FLOW_NAMES)('%s: placed one after the other, all are in order', (name) => {
  const done = flows[name].arrows.reduce((state, { id }) => placeArrow(state, id), startFlow(name))
  expect(isInOrder(done)).toBe(true)
  expect(done.placed).toBe(solveFlow(name).placed)
  expect(waitingArrows(done)).toEqual([])
})

it.each(FLOW_NAMES)('%s: a message that comes too early is told why', (name) => {
  const [first, ...later] = flows[name].arrows
  expect(first?.notYet).toBeNull()
  for (const { id, notYet } of later) {
    const early = placeArrow(startFlow(name), id)
    expect(early.placed).toBe(0)
    expect(tellFlow(early)).toContain(notYet)
  }
})

it.each([
  ['password', 'login'],
  ['code', 'consent'],
] as const)('%s: the password stands in the message %s alone', (name, id) => {
  const holding = Object.entries(wireTextsOf(name)).filter(([, text]) =>
    text.includes('wonderland'),
  )
  expect(holding.map(([one]) => one)).toEqual([id])
})

it('sends the hash of the verifier ahead, and the verifier with the code (RFC 7636)', () => {
  const { authorize = '', exchange = '' } = wireTextsOf('code')
  const verifier = /code_verifier=([\w.~-]+)/.exec(exchange)?.[1] ?? ''
  expect(verifier.length).toBeGreaterThanOrEqual(43)
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(CODE_CHALLENGE)
  expect(authorize).toContain(`code_challenge=${CODE_CHALLENGE}&code_challenge_method=S256`)
  expect(authorize).not.toContain(verifier)
})

it('brings the code and the state back through the browser, and no token', () => {
  const { authorize = '', code = '', exchange = '' } = wireTextsOf('code')
  const query = new URL(/Location: (\S+)/.exec(code)?.[1] ?? '').searchParams
  expect(authorize).toContain(`state=${query.get('state')}`)
  expect(exchange).toContain(`code=${query.get('code')}`)
  expect(code).not.toContain('eyJ')
})

it('trades the same redirect_uri that it asked with (RFC 6749 §4.1.3)', () => {
  const { authorize = '', exchange = '' } = wireTextsOf('code')
  const uri = encodeURIComponent('https://app.example/callback')
  expect(authorize).toContain(`redirect_uri=${uri}`)
  expect(exchange).toContain(`redirect_uri=${uri}`)
})

it('gives the application a token that speaks of the application (RFC 9068 §2.2)', async () => {
  const { 'machine-token': answer = '', 'machine-call': call = '' } = wireTextsOf('client')
  const token = /"access_token":"([^"]+)"/.exec(answer)?.[1] ?? ''
  const { verdict } = await assess({ token, keyText: LAB_SECRET, encoding: 'utf8' })
  expect(verdict.kind).toBe('verified')
  const claims = claimsSetOf(readToken(token))
  expect(stringMember(claims, 'sub')).toBe(stringMember(claims, 'client_id'))
  expect(call).toContain(`Authorization: Bearer ${token}`)
})

it('uses the token that the login brought', () => {
  const { pair = '', call = '', hello = '' } = wireTextsOf('password')
  const access = /"access":"([^"]+)"/.exec(pair)?.[1] ?? ''
  expect(access).not.toBe('')
  expect(call).toContain(`Authorization: Bearer ${access}`)
  expect(hello).toContain('{"message":"Hello, World!"}')
})
