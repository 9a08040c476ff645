import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mayBeDetached,
  plainForm,
  readAnyForm,
  signingInputOf,
} from '../../src/token/readAnyForm.ts'
import { algorithmOf, readToken } from '../../src/token/readToken.ts'
import { rewriteSegment } from '../../src/token/rewriteToken.ts'
import { tellFault } from '../../src/token/tellFault.ts'
import { weighFault } from '../../src/token/weighFault.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'

const encode = (text: string): string => Buffer.from(text).toString('base64url')
const HEADER = encode('{"alg":"HS256"}')
const PAYLOAD = encode('{"sub":"1"}')
const SIGNATURE = encode('0123456789abcdef0123456789abcdef')
const COMPACT = `${HEADER}.${PAYLOAD}.${SIGNATURE}`

const read = (text: string, choice = {}) => readAnyForm(text, { ...plainForm, ...choice })
const inputOf = (text: string, choice = {}): string =>
  new TextDecoder().decode(signingInputOf(read(text, choice))?.bytes)
const faultsOf = (text: string): string[] =>
  read(text).faults.map((fault) => `${weighFault(fault)}: ${tellFault(fault).title}`)

describe('a compact token', () => {
  test('reads as before, with the characters before its second dot as signing input', () => {
    expect(read(COMPACT)).toMatchObject({ form: 'jws', more: null, faults: [] })
    expect(inputOf(COMPACT)).toBe(`${HEADER}.${PAYLOAD}`)
  })

  test('reads as readToken does, whatever the text, unless it is of another form', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('e', 'y', 'J', '.', 'A', '=', ' ', '+') }),
        (text) => {
          const { byteAt: _, ...plain } = { byteAt: null, ...readToken(text) }
          expect(JSON.stringify(read(text))).toBe(JSON.stringify(plain))
        },
      ),
    )
  })
})

describe('a signed token in JSON form', () => {
  const flattened = JSON.stringify({ payload: PAYLOAD, protected: HEADER, signature: SIGNATURE })
  const other = encode('{"alg":"ES256","kid":"b"}')
  const general = JSON.stringify(
    {
      payload: PAYLOAD,
      signatures: [
        { protected: HEADER, header: { kid: 'a' }, signature: SIGNATURE },
        { protected: other, signature: 'AAAA' },
      ],
    },
    null,
    2,
  )

  test('has the parts of the compact one, each at its place in the text', () => {
    const reading = read(flattened)
    expect(reading.faults).toEqual([])
    expect(reading.more).toMatchObject({ serialization: 'flattened', count: 1 })
    expect(reading.segments.map(({ start, end }) => flattened.slice(start, end))).toEqual([
      HEADER,
      PAYLOAD,
      SIGNATURE,
    ])
    expect(inputOf(flattened)).toBe(`${HEADER}.${PAYLOAD}`)
  })

  test('is read by the signature chosen', () => {
    expect(algorithmOf(read(general))).toBe('HS256')
    expect(read(general).more).toMatchObject({ serialization: 'general', count: 2, chosen: 0 })
    expect(algorithmOf(read(general, { chosen: 1 }))).toBe('ES256')
    expect(read(general, { chosen: 7 }).more?.chosen).toBe(0)
  })

  test('takes header members from the unprotected header too', () => {
    const text = JSON.stringify({
      payload: PAYLOAD,
      header: { alg: 'HS256' },
      signature: SIGNATURE,
    })
    expect(algorithmOf(read(text))).toBe('HS256')
    expect(read(text).header).toBeNull()
    expect(inputOf(text)).toBe(`.${PAYLOAD}`)
    expect(read(text).faults).toEqual([])
  })

  test('is rewritten in place, the rest of the JSON byte for byte', () => {
    const reading = read(general)
    const payload = reading.payload ?? { start: 0, end: 0 }
    const changed = rewriteSegment(general, payload, writeUtf8('{"sub":"2"}'))
    expect(changed).toBe(general.replace(PAYLOAD, encode('{"sub":"2"}')))
  })

  test.each([
    [
      'both forms at once',
      {
        payload: PAYLOAD,
        protected: HEADER,
        signature: SIGNATURE,
        signatures: [{ protected: HEADER, signature: SIGNATURE }],
      },
      'fail: The token has both signature and signatures.',
    ],
    [
      'no signatures in the list',
      { payload: PAYLOAD, signatures: [] },
      'fail: signatures must be a list with at least one entry.',
    ],
    [
      'one name in two headers',
      { payload: PAYLOAD, protected: HEADER, header: { alg: 'none' }, signature: SIGNATURE },
      'fail: ‘alg’ stands in more than one header.',
    ],
    [
      'no header at all',
      { payload: PAYLOAD, signature: SIGNATURE },
      'fail: The token has no header.',
    ],
    [
      'crit where anyone can change it',
      { payload: PAYLOAD, protected: HEADER, header: { crit: ['exp'] }, signature: SIGNATURE },
      'fail: crit stands in the unprotected header.',
    ],
    [
      'b64 where anyone can change it',
      { payload: PAYLOAD, protected: HEADER, header: { b64: false }, signature: SIGNATURE },
      'fail: b64 stands in the unprotected header.',
    ],
    [
      'a header that is no object',
      { payload: PAYLOAD, protected: HEADER, header: 'kid', signature: SIGNATURE },
      'fail: header must be a JSON object.',
    ],
    [
      'a payload that is no text',
      { payload: { sub: 1 }, protected: HEADER, signature: SIGNATURE },
      'fail: payload must be base64url text in quotes.',
    ],
    [
      'b64 false without crit',
      { payload: '{}', protected: encode('{"alg":"HS256","b64":false}'), signature: SIGNATURE },
      'fail: The header sets b64 to false without listing it in crit.',
    ],
  ])('is faulted for %s', (_, token, fault) => {
    expect(faultsOf(JSON.stringify(token))).toContain(fault)
  })

  test('is warned of where a member stands twice', () => {
    const text = `{"payload":"","payload":"${PAYLOAD}","protected":"${HEADER}","signature":"${SIGNATURE}"}`
    expect(faultsOf(text)).toContain('warning: ‘payload’ stands twice in the JSON.')
  })

  test('names the place of a character that cannot be there', () => {
    const text = flattened.replace(PAYLOAD, 'eyJ!')
    const [fault] = read(text).faults
    expect(fault).toMatchObject({ code: 'illegal-character', start: text.indexOf('!') })
  })
})

describe('an encrypted token in JSON form', () => {
  const text = JSON.stringify({
    protected: encode('{"enc":"A128GCM"}'),
    unprotected: { jku: 'https://keys.example' },
    recipients: [
      { header: { alg: 'A128KW', kid: '1' }, encrypted_key: 'AAAA' },
      { header: { alg: 'dir' } },
    ],
    iv: 'AAAA',
    ciphertext: 'AAAA',
    tag: 'AAAA',
    aad: 'BBBB',
  })

  test('has five parts and the headers of the recipient chosen', () => {
    const reading = read(text)
    expect(reading).toMatchObject({ form: 'jwe', faults: [], payload: null })
    expect(reading.segments).toHaveLength(5)
    expect(reading.more).toMatchObject({ count: 2, aad: 'BBBB', serialization: 'general' })
    expect(algorithmOf(reading)).toBe('A128KW')
    expect(algorithmOf(read(text, { chosen: 1 }))).toBe('dir')
  })
})

describe('an unencoded payload', () => {
  const header = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')

  test('is the part itself, signed as it is', () => {
    const text = `${header}.{"sub":"1"}.${SIGNATURE}`
    const reading = read(text)
    expect(reading.faults).toEqual([])
    expect(reading.payload?.decoded.text).toBe('{"sub":"1"}')
    expect(inputOf(text)).toBe(`${header}.{"sub":"1"}`)
    const changed = rewriteSegment(text, reading.payload ?? { start: 0, end: 0 }, writeUtf8('{}'))
    expect(changed).toBe(`${header}.{}.${SIGNATURE}`)
  })

  test('is escaped again in JSON form', () => {
    const text = JSON.stringify({ payload: '{"a":"ä"}', protected: header, signature: SIGNATURE })
    const reading = read(text)
    expect(inputOf(text)).toBe(`${header}.{"a":"ä"}`)
    const changed = rewriteSegment(
      text,
      reading.payload ?? { start: 0, end: 0 },
      writeUtf8('{"a":1}'),
    )
    expect(JSON.parse(changed)).toMatchObject({ payload: '{"a":1}' })
  })

  test('that is no JSON is faulted where it stops being JSON', () => {
    const text = `${header}.{"sub":x}.${SIGNATURE}`
    expect(read(text).faults).toMatchObject([{ code: 'not-json', start: text.indexOf('x') }])
  })
})

describe('a payload that travels apart', () => {
  const given = { detached: writeUtf8('{"sub":"1"}') }

  test.each([
    ['compact', `${HEADER}..${SIGNATURE}`],
    ['JSON', JSON.stringify({ protected: HEADER, signature: SIGNATURE })],
  ])('stands in for the empty part of a %s token', (_, text) => {
    expect(mayBeDetached(read(text))).toBe(true)
    expect(inputOf(text, given)).toBe(`${HEADER}.${PAYLOAD}`)
    expect(read(text, given).payload?.decoded.text).toBe('{"sub":"1"}')
    expect(read(text, given).faults).toEqual([])
    expect(read(text, given).text).toBe(text)
  })

  test('is signed as it is where the header says b64 false, also where it is no text', () => {
    const header = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')
    const bytes = new Uint8Array([0xff, 0x00])
    const input = signingInputOf(read(`${header}..${SIGNATURE}`, { detached: bytes }))
    expect(input?.bytes).toEqual(new Uint8Array([...writeUtf8(`${header}.`), 0xff, 0x00]))
  })

  test('changes nothing where the token has a payload of its own', () => {
    expect(inputOf(COMPACT, given)).toBe(`${HEADER}.${PAYLOAD}`)
    expect(mayBeDetached(read(COMPACT))).toBe(false)
  })
})

describe('a selectively disclosable token', () => {
  const one = encode('["salt","name","Ada"]')

  test('is the issuer’s token, its disclosures and the holder’s proof, each at its place', () => {
    const text = `${COMPACT}~${one}~${one}~${COMPACT}`
    const { more, segments, faults } = read(text)
    expect(faults).toEqual([])
    expect(more?.disclosures?.map(({ start, end }) => text.slice(start, end))).toEqual([one, one])
    expect(more?.keyBinding?.text).toBe(COMPACT)
    expect(segments).toHaveLength(6)
    expect(inputOf(text)).toBe(`${HEADER}.${PAYLOAD}`)
  })

  test('may disclose nothing', () => {
    expect(read(`${COMPACT}~`).more).toMatchObject({ disclosures: [], keyBinding: null })
  })

  test('is warned of where the last ~ is missing', () => {
    expect(faultsOf(`${COMPACT}~${one}`)).toEqual(['warning: The last ~ is missing.'])
    expect(read(`${COMPACT}~${one}`).more?.disclosures).toHaveLength(1)
  })

  test('takes its disclosures from the unprotected header in JSON form', () => {
    const text = JSON.stringify({
      payload: PAYLOAD,
      protected: HEADER,
      header: { disclosures: [one], kb_jwt: COMPACT },
      signature: SIGNATURE,
    })
    expect(read(text).more?.disclosures?.map((segment) => segment.text)).toEqual([one])
    expect(read(text).more?.keyBinding?.text).toBe(COMPACT)
  })
})

test('no text makes the reading throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.string().map((text) => `{"signature":${text}`),
      ),
      fc.nat(3),
      (text, chosen) => {
        expect(() => read(text, { chosen })).not.toThrow()
      },
    ),
  )
})
