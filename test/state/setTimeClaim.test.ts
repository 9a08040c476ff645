import { beforeEach, describe, expect, test } from 'vitest'
import { clock } from '../../src/state/clock.ts'
import { inspectorStore } from '../../src/state/inspectorStore.ts'
import { isPayloadEditable, setTimeClaim } from '../../src/state/setTimeClaim.ts'
import { editToken, showExactText } from '../../src/state/tokenActs.ts'
import { encode, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { box, decoded, paneText, paste, reset } from './inspector.ts'

const NOW = 1_767_225_600

beforeEach(() => {
  reset()
  clock.setState({ live: NOW, frozen: 1, typed: null })
})

const set = (payload: string, name: string, fromNow: number): string => {
  paste(hmacToken('HS256', strongSecret, payload))
  setTimeClaim(name, fromNow)
  return decoded('payload')
}

describe('a time claim that is set', () => {
  test.each([
    ['{"exp":1}', '{"exp":1767225900}'],
    ['{"exp":1,"iat":2}', '{"exp":1767225900,"iat":2}'],
    ['{ "iat" : 2 , "exp" : 1.50e3 }', '{ "iat" : 2 , "exp" : 1767225900 }'],
    ['{"exp":"soon","n":1.50}', '{"exp":1767225900,"n":1.50}'],
    ['{"exp":{"a":[1]}}', '{"exp":1767225900}'],
    ['{"exp":1,"exp":2}', '{"exp":1,"exp":1767225900}'],
    ['{\r\n "exp":1,\r\n "a":true}', '{\r\n "exp":1767225900,\r\n "a":true}'],
  ])('changes in %j its own value and not a byte more', (before, after) => {
    expect(set(before, 'exp', 300)).toBe(after)
  })

  test('counts from this computer’s time, whatever As of says', () => {
    expect(set('{"iat":5}', 'iat', 0)).toBe(`{"iat":${NOW}}`)
  })

  test('leaves header and signature, so that the signature breaks', () => {
    const token = hmacToken('HS256', strongSecret, '{"exp":1}')
    paste(token)
    setTimeClaim('exp', 0)
    const [head, , mac] = token.split('.')
    expect(box()).toBe(`${head}.${encode(`{"exp":${NOW}}`)}.${mac}`)
  })

  test('keeps the layout of the pane', () => {
    set('{"exp":1,"a":2}', 'exp', 0)
    expect(paneText('payload')).toBe(`{\n  "exp": ${NOW},\n  "a": 2\n}`)
    showExactText('payload', true)
    setTimeClaim('exp', 60)
    expect(paneText('payload')).toBe(`{"exp":${NOW + 60},"a":2}`)
  })

  test('that the payload does not have changes nothing', () => {
    expect(set('{"exp":1}', 'nbf', 0)).toBe('{"exp":1}')
  })
})

test('a payload that travels apart, or is hidden, cannot be edited', () => {
  editToken(`${encode('{"alg":"HS256"}')}..AAAA`)
  inspectorStore.setState({ detached: { text: '{"exp":1}', encoding: 'utf8' } })
  expect(isPayloadEditable(inspectorStore.getState())).toBe(false)
  setTimeClaim('exp', 0)
  expect(box()).toBe(`${encode('{"alg":"HS256"}')}..AAAA`)
  editToken('e30.e30.e30.e30.e30')
  expect(isPayloadEditable(inspectorStore.getState())).toBe(false)
})
