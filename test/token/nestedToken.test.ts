import { describe, expect, test } from 'vitest'
import { nestedIn } from '../../src/token/nestedToken.ts'
import { readToken } from '../../src/token/readToken.ts'

const encode = (text: string): string => Buffer.from(text).toString('base64url')
const inner = `${encode('{"alg":"HS256"}')}.${encode('{"sub":"1"}')}.AAAA`
const sealed = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`

function inside(payload: string): string | null {
  const { payload: part } = readToken(`${encode('{"alg":"HS256"}')}.${encode(payload)}.AAAA`)
  return part && nestedIn(part)
}

describe('a payload that is itself a token', () => {
  test.each([
    ['signed', inner, inner],
    ['encrypted', sealed, sealed],
    ['with white space around it', ` ${inner}\n`, inner],
    ['as a JSON text', JSON.stringify(inner), inner],
  ])('%s', (_, payload, found) => {
    expect(inside(payload)).toBe(found)
  })

  test('in JSON form', () => {
    const form = JSON.stringify({
      protected: encode('{"alg":"HS256"}'),
      payload: 'e30',
      signature: 'AA',
    })
    expect(inside(form)).toBe(form)
  })
})

test.each([
  ['claims', '{"sub":"a.b.c"}'],
  ['text with two dots', 'one.two.three'],
  ['three parts that name no algorithm', `${encode('{}')}.e30.AA`],
  ['nothing', ''],
])('%s are no token', (_, payload) => {
  expect(inside(payload)).toBeNull()
})
