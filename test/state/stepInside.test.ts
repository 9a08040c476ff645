import { beforeEach, describe, expect, test } from 'vitest'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { readingOf, subjectOf } from '../../src/state/inspectorView.ts'
import { chooseEntry, editDetached, stepInside, stepOut } from '../../src/state/stepInside.ts'
import { showToken } from '../../src/state/tokenActs.ts'
import { algorithmOf } from '../../src/token/readToken.ts'
import { encode, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { box, paste, reset } from './inspector.ts'

const state = inspectorStore.getState
const outer = hmacToken('HS512', strongSecret)
const inner = hmacToken('HS256', strongSecret, '{"sub":"inside"}')
const innermost = hmacToken('HS384', strongSecret)

beforeEach(reset)

describe('a token inside another', () => {
  test('is shown in its place, and the key stays', () => {
    paste(outer)
    editKey({ text: 'a key' })
    stepInside(inner)
    expect(box()).toBe(inner)
    expect(state().key.text).toBe('a key')
    expect(state().outer).toHaveLength(1)
  })

  test('is left for the outer one as it was, with the key it had', () => {
    paste(outer)
    editKey({ text: 'of the outer one' })
    stepInside(inner)
    editKey({ text: 'of the inner one' })
    stepOut()
    expect(box()).toBe(outer)
    expect(state().key.text).toBe('of the outer one')
    expect(state().outer).toEqual([])
  })

  test('may hold a third', () => {
    paste(outer)
    stepInside(inner)
    stepInside(innermost)
    expect(box()).toBe(innermost)
    stepOut()
    expect(box()).toBe(inner)
    stepOut()
    stepOut()
    expect(box()).toBe(outer)
  })

  test('is left behind by a new paste', () => {
    paste(outer)
    stepInside(inner)
    paste(innermost)
    expect(state().outer).toEqual([])
  })
})

describe('the signature chosen from a JSON form', () => {
  const signature = { signature: 'AAAA' }
  const text = JSON.stringify({
    payload: encode('{}'),
    signatures: [
      { protected: encode('{"alg":"HS256"}'), ...signature },
      { protected: encode('{"alg":"ES256"}'), ...signature },
    ],
  })

  test('is what the page reads and checks', () => {
    paste(text)
    expect(algorithmOf(readingOf(state()))).toBe('HS256')
    chooseEntry(1)
    expect(algorithmOf(readingOf(state()))).toBe('ES256')
    expect(subjectOf(state()).chosen).toBe(1)
  })

  test('is the first again with another token', () => {
    paste(text)
    chooseEntry(1)
    showToken(0)
    expect(state().chosen).toBe(0)
    chooseEntry(1)
    paste(inner)
    expect(state().chosen).toBe(0)
  })
})

test('a detached payload is read in its encoding, and gone with the next token', () => {
  const [header, , signature] = outer.split('.')
  paste(`${header}..${signature}`)
  editDetached({ text: 'eyJzdWIiOiIxIn0', encoding: 'base64url' })
  expect(readingOf(state()).payload?.decoded.text).toBe('{"sub":"1"}')
  editDetached({ encoding: 'utf8' })
  expect(readingOf(state()).payload?.decoded.text).toBe('eyJzdWIiOiIxIn0')
  editDetached({ text: 'zz', encoding: 'hex' })
  expect(readingOf(state()).payload?.decoded.text).toBe('')
  paste(inner)
  expect(state().detached.text).toBe('')
})
