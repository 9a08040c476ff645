import { describe, expect, test } from 'vitest'
import type { FaultCode } from '../../src/token/fault.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { readToken } from '../../src/token/readToken.ts'
import { encode, encryptedToken, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { judge, NOW, rungOf } from './judge.ts'

const HEADER = encode('{"alg":"HS256"}')
const PAYLOAD = encode('{"sub":"42"}')
const SIGNATURE = encode(new Uint8Array(32))
const bytes = (...values: number[]): string => encodeBase64url(new Uint8Array(values))

const token = hmacToken('HS256', strongSecret, JSON.stringify({ sub: '42', exp: NOW + 60 }))

describe('the ladder', () => {
  test('has five rungs in the same order, whatever was pasted', async () => {
    for (const text of ['', token, 'hello', 'a.b.c.d', `${HEADER}.${PAYLOAD}.`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another reads better where it fails
      const { rungs } = await judge(text)
      expect(rungs.map(({ name }) => name)).toEqual(['Form', 'Signature', 'Key', 'Time', 'Policy'])
    }
  })

  test('checks nothing where nothing was pasted', async () => {
    const judged = await judge('')
    expect(judged.rungs.map(({ state }) => state)).toEqual(Array(5).fill('not checked'))
    expect(rungOf(judged, 'Form')).toBe('not checked: nothing pasted')
    expect(rungOf(judged, 'Time')).toBe('not checked: nothing pasted')
    expect(rungOf(judged, 'Key')).toBe('not checked: no token yet')
  })

  test('passes on four rungs for a good token, and nothing is expected yet', async () => {
    const judged = await judge(token, { key: strongSecret })
    expect(judged.rungs.map(({ state }) => state)).toEqual([
      'pass',
      'pass',
      'pass',
      'pass',
      'not checked',
    ])
    expect(rungOf(judged, 'Policy')).toBe('not checked: nothing expected yet')
    expect(rungOf(judged, 'Key')).toBe(`pass: the secret you gave, ${strongSecret.length} bytes`)
  })

  test('without a key, what was not checked has not failed', async () => {
    const judged = await judge(token)
    expect(rungOf(judged, 'Signature')).toBe('not checked: no key yet')
    expect(rungOf(judged, 'Key')).toBe('not checked: no key yet')
    expect(rungOf(judged, 'Time')).toBe('pass: It says: until 2026-01-01 00:01:00 UTC')
  })

  test('after a mismatch nothing vouches for the key', async () => {
    const judged = await judge(token, { key: 'something else' })
    expect(rungOf(judged, 'Key')).toBe('not checked: has not signed these bytes')
  })

  test('a bad form says nothing of the time, and a bad time nothing of the form', async () => {
    const late = `${HEADER}.${encode('{"exp":1}')}=.${SIGNATURE}`
    const judged = await judge(late)
    expect(rungOf(judged, 'Form')).toMatch(/^warning: /)
    expect(rungOf(judged, 'Time')).toBe('fail: It says: expired 1970-01-01 00:00:01 UTC')
  })

  test('an encrypted token hides its exp', async () => {
    const judged = await judge(encryptedToken('{"alg":"dir","enc":"A128GCM"}', 0))
    expect(rungOf(judged, 'Form')).toBe('pass: five parts; the header is a JSON object')
    expect(rungOf(judged, 'Signature')).toBe('not checked: no key yet')
    expect(rungOf(judged, 'Time')).toBe('not checked: exp is hidden')
  })

  test('claims that cannot be read have no time', async () => {
    const judged = await judge(hmacToken('HS256', strongSecret, 'hello'))
    expect(rungOf(judged, 'Time')).toBe('not checked: the claims cannot be read')
  })

  test('is just usable in the second of nbf and refused in the second of exp', async () => {
    const edges = hmacToken('HS256', strongSecret, JSON.stringify({ nbf: NOW, exp: NOW + 60 }))
    const timeAt = async (now: number, leeway = 0): Promise<string> =>
      rungOf(await judge(edges, { key: strongSecret, now, leeway }), 'Time').split(':')[0] ?? ''
    expect(await timeAt(NOW - 1)).toBe('fail')
    expect(await timeAt(NOW)).toBe('pass')
    expect(await timeAt(NOW + 59)).toBe('pass')
    expect(await timeAt(NOW + 60)).toBe('fail')
    expect(await timeAt(NOW + 60, 10)).toBe('warning')
    expect(await timeAt(NOW + 69, 10)).toBe('warning')
    expect(await timeAt(NOW + 70, 10)).toBe('fail')
    expect(await timeAt(NOW - 10, 10)).toBe('warning')
    expect(await timeAt(NOW - 11, 10)).toBe('fail')
  })
})

/** A token with that one fault, and what the Form rung says. */
const forms: Record<Exclude<FaultCode, 'of-form'>, [string, string][]> = {
  'part-count': [
    ['abcd', 'fail: only 1 of 3 parts'],
    [`${HEADER}.${PAYLOAD}`, 'fail: only 2 of 3 parts'],
    [`${HEADER}.${PAYLOAD}.${SIGNATURE}.abcd`, 'fail: 4 parts, neither 3 nor 5'],
    ['a.b.c.d.e.f', 'fail: more than 5 parts'],
  ],
  'cut-out': [
    [
      `${HEADER}.abcd...${SIGNATURE}`,
      `fail: a piece is missing after character ${HEADER.length + 5}`,
    ],
  ],
  'empty-header': [[`.${PAYLOAD}.${SIGNATURE}`, 'fail: the header is empty']],
  'illegal-character': [
    [
      `${HEADER}.${PAYLOAD}%.${SIGNATURE}`,
      `fail: character ${HEADER.length + PAYLOAD.length + 2} can’t be in a token`,
    ],
  ],
  'standard-alphabet': [
    [`${HEADER}.${PAYLOAD}.${'+/'.repeat(21)}A`, 'warning: the signature is base64, not base64url'],
  ],
  padding: [[`${HEADER}.${PAYLOAD}.${SIGNATURE}=`, 'warning: the signature ends in padding']],
  'impossible-length': [
    [`${HEADER}.${PAYLOAD}.${SIGNATURE}AA`, 'fail: the signature’s length can’t be right'],
  ],
  'unused-bits': [
    [
      `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}B`,
      'warning: unused bits are set at the end of the signature',
    ],
  ],
  'not-utf8': [
    [`${HEADER}.${bytes(0xc3, 0x28)}.${SIGNATURE}`, 'warning: the payload isn’t UTF-8 text'],
    [`${bytes(0xc3, 0x28)}.${PAYLOAD}.${SIGNATURE}`, 'fail: the header isn’t UTF-8 text'],
  ],
  'not-json': [
    [
      `${HEADER}.${encode('hello')}.${SIGNATURE}`,
      'warning: the payload isn’t JSON: a signed message, not a JWT',
    ],
    [`${encode('{alg}')}.${PAYLOAD}.${SIGNATURE}`, 'fail: the header isn’t JSON'],
  ],
  'byte-order-mark': [
    [
      `${HEADER}.${encode('\ufeff{"sub":"42"}')}.${SIGNATURE}`,
      'warning: the payload starts with a byte order mark',
    ],
  ],
  'duplicate-name': [
    [
      `${HEADER}.${encode('{"a":1,"a":2}')}.${SIGNATURE}`,
      'warning: a name appears twice in the payload',
    ],
  ],
  'not-an-object': [
    [
      `${HEADER}.${encode('[1]')}.${SIGNATURE}`,
      'warning: the payload is no JSON object: a signed message, not a JWT',
    ],
    [`${encode('[1]')}.${PAYLOAD}.${SIGNATURE}`, 'fail: the header is no JSON object'],
  ],
  'empty-payload': [[`${HEADER}..${SIGNATURE}`, 'warning: the payload is empty']],
  'alg-missing': [
    [`${encode('{"typ":"JWT"}')}.${PAYLOAD}.${SIGNATURE}`, 'fail: the header names no algorithm'],
  ],
  'alg-not-text': [
    [`${encode('{"alg":256}')}.${PAYLOAD}.${SIGNATURE}`, 'fail: the header’s alg is not text'],
  ],
  'b64-without-crit': [
    [
      `${encode('{"alg":"HS256","b64":false}')}.${PAYLOAD}.${SIGNATURE}`,
      'fail: b64 is false without being listed in crit',
    ],
  ],
}

const cases = Object.entries(forms).flatMap(([code, list]) =>
  list.map(([text, told]) => [code, told, text] as const),
)

describe('the Form rung', () => {
  test.each(cases)('%s: %s', async (code, told, text) => {
    expect(readToken(text).faults.map((fault) => fault.code)).toContain(code)
    expect(rungOf(await judge(text), 'Form')).toBe(told)
  })

  test('passes for three parts that read cleanly', async () => {
    expect(rungOf(await judge(`${HEADER}.${PAYLOAD}.${SIGNATURE}`), 'Form')).toBe(
      'pass: three parts, two JSON objects',
    )
  })

  test('tells a fault that forbids the token before one that does not, wherever they stand', async () => {
    const judged = await judge(`${HEADER}=.${encode('{"a":1,"a":2}')}.%`)
    expect(rungOf(judged, 'Form')).toMatch(/^fail: character \d+ can’t be in a token$/)
  })
})
