import { describe, expect, test } from 'vitest'
import { signHmacToken } from '../../src/verification/signToken.ts'
import { checkNow, claims, hmacToken, strongSecret } from './makeToken.ts'

const secret = new TextEncoder().encode(strongSecret)

describe('a token signed here', () => {
  test.each(['HS256', 'HS384', 'HS512'])('%s is what node:crypto makes', (alg) => {
    const header = `{"alg":"${alg}","typ":"JWT"}`
    expect(signHmacToken(header, claims, alg, secret)).toBe(hmacToken(alg, strongSecret))
  })

  test('carries both texts byte for byte', () => {
    const header = '{ "alg" : "HS256" }\r\n'
    const payload = '{"n": 1.50, "é": "\\u00e9"}'
    const token = signHmacToken(header, payload, 'HS256', secret)
    const parts = token.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(parts.slice(0, 2)).toEqual([header, payload])
    expect(checkNow(token, strongSecret).kind).toBe('verified')
  })

  test('is never made with a secret shorter than the standard allows', () => {
    expect(() => signHmacToken('{}', claims, 'HS256', secret.slice(0, 31))).toThrow(RangeError)
    expect(() => signHmacToken('{}', claims, 'HS512', secret.slice(0, 63))).toThrow(RangeError)
  })

  test.each(['none', 'RS256', 'dir', 'HS265'])('is never made for %s', (alg) => {
    expect(() => signHmacToken('{}', claims, alg, secret)).toThrow(RangeError)
  })
})
