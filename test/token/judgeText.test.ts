/** Is what is wrong with the texts of header and payload found at its byte and its characters? */
import { describe, expect, test } from 'vitest'
import { encodeBase64url } from '../../src/token/base64url.ts'
import type { FaultCode } from '../../src/token/fault.ts'
import { memberNamed } from '../../src/token/jsonText.ts'
import { claimsSetOf, readToken } from '../../src/token/readToken.ts'
import { tellFault } from '../../src/token/tellFault.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { codesOf, encode, faultsOf, HEADER, HS256, PAYLOAD, tokenOf } from './tokens.ts'

const codesOfPayload = (payload: string): FaultCode[] => codesOf(readToken(tokenOf(HS256, payload)))

describe('text', () => {
  test('bytes that are not UTF-8 are told with their place; the rest is read and linked', () => {
    const reading = readToken(
      `${HEADER}.eyJzdWIiOiL__iJ9.nYytXiYeOBFduMI70LOQpnxzfVW0wIrLDCzzuvBaq_k`,
    )
    expect(reading.faults).toEqual([
      {
        code: 'not-utf8',
        part: 'payload',
        byte: 8,
        found: Uint8Array.of(255, 254),
        start: 47,
        end: 49,
      },
    ])
    expect(reading.payload?.decoded.text).toBe('{"sub":"\ufffd\ufffd"}')
    const sub = memberNamed(claimsSetOf(reading), 'sub')
    expect(reading.payload?.byteAt(sub?.value.end ?? 0)).toBe(11)
  })

  test('a place behind a bad run of several bytes stays exact', () => {
    const bytes = Uint8Array.of(...writeUtf8('{"a":"'), 0xe2, 0x82, ...writeUtf8('","b":1}'))
    const reading = readToken(`${HEADER}.${encodeBase64url(bytes)}.`)
    const b = memberNamed(claimsSetOf(reading), 'b')
    expect(reading.payload?.byteAt(b?.nameStart ?? 0)).toBe(10)
  })

  test('a syntax fault in the header stands at its byte and its characters', () => {
    const [fault] = faultsOf(tokenOf('{"typ":1,alg:"x"}', '{}'))
    expect(fault).toEqual({
      code: 'not-json',
      part: 'header',
      byte: 9,
      text: '{"typ":1,alg:"x"}',
      at: 9,
      expectation: 'name',
      found: 'a',
      start: 12,
      end: 14,
    })
  })

  test('bytes are counted, not characters, and no character is cut in two', () => {
    const [fault] = faultsOf(tokenOf(HS256, '{"name":"é😀💡💡💡💡💡",😀}'))
    expect(fault).toMatchObject({
      byte: 9 + 2 + 24 + 2,
      found: '😀',
      start: 37 + 49,
      end: 37 + 55,
    })
    expect(fault && tellFault(fault).text).toContain('(‘💡💡💡💡💡",😀’)')
  })

  test('a text that ends too early is marked at its last character', () => {
    const token = tokenOf(HS256, '{"sub":"a"')
    const end = token.lastIndexOf('.')
    expect(faultsOf(token)).toMatchObject([
      { code: 'not-json', found: null, at: 10, byte: 10, start: end - 2, end },
    ])
  })

  test('a text cut short by an illegal character is no fault of its own', () => {
    expect(codesOf(readToken(`${encode(HS256).slice(0, 20)}!.${PAYLOAD}.`))).toEqual([
      'illegal-character',
    ])
  })

  test.each([
    ['text', 'Payload', ['not-json']],
    ['an array', '[1,2,3]', ['not-an-object']],
    ['a string', '"just a string"', ['not-an-object']],
    ['a number', '42', ['not-an-object']],
    ['null', 'null', ['not-an-object']],
    ['a trailing comma', '{"sub":"a", /* note */ "x":1,}', ['not-json']],
    ['a byte order mark', '\ufeff{"sub":"bom"}', ['byte-order-mark']],
    ['a lone surrogate escape', '{"sub":"a\\ud800b"}', []],
    ['HTML', '{"sub":"<img src=x onerror=alert(1)>"}', []],
    ['a right-to-left override', '{"sub":"user\u202enimda"}', []],
    ['__proto__', '{"sub":"a","__proto__":{"admin":true}}', []],
  ])('a payload of %s', (_, payload, codes) => {
    expect(codesOfPayload(payload)).toEqual(codes)
    expect(readToken(tokenOf(HS256, payload)).payload?.decoded.text).toBe(payload)
  })

  test('a repeated name is one fault, at its second place, with its count', () => {
    const [fault, ...more] = faultsOf(tokenOf(HS256, '{"a":1,"\\u0061":2,"a":3}'))
    expect(more).toEqual([])
    expect(fault).toMatchObject({
      code: 'duplicate-name',
      name: 'a',
      count: 3,
      byte: 7,
      firstByte: 1,
    })
    // bytes 7 to 14 are characters 9 to 19 of the payload
    expect(fault).toMatchObject({ start: 37 + 9, end: 37 + 20 })
  })
})

describe('header', () => {
  test.each([
    ['no alg', '{"typ":"JWT"}', ['alg-missing']],
    ['alg a number', '{"alg":1}', ['alg-not-text']],
    ['an array', '["HS256"]', ['not-an-object']],
    ['b64 false, no crit', '{"alg":"HS256","b64":false}', ['b64-without-crit']],
    [
      'b64 false, crit without it',
      '{"alg":"HS256","b64":false,"crit":["exp"]}',
      ['b64-without-crit'],
    ],
    ['b64 false in crit', '{"alg":"HS256","b64":false,"crit":["b64"]}', []],
    ['b64 true', '{"alg":"HS256","b64":true}', []],
    ['alg twice', '{"alg":"none","alg":"HS256"}', ['duplicate-name']],
  ])('%s', (_, header, codes) => {
    expect(codesOf(readToken(tokenOf(header, '{}')))).toEqual(codes)
  })

  test('an alg that is no text is marked where it stands', () => {
    const [fault] = faultsOf(tokenOf('{"alg":null}', '{}'))
    expect(fault).toEqual({ code: 'alg-not-text', kind: 'null', start: 9, end: 15 })
  })

  test('b64 means nothing in an encrypted token', () => {
    expect(codesOf(readToken(`${encode('{"alg":"dir","b64":false}')}....`))).toEqual([])
  })
})
