/** Which changes of a token does a signature survive? None of its bytes, and few of its text. RFC 7515 §5.2, RFC 4648 §3.5. */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { weighFault } from '../../src/token/weighFault.ts'
import type { Subject } from '../../src/verification/verdict.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'
import {
  check,
  checkNow,
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  keyPairToken,
  signatureOf,
  spki,
  strongSecret,
} from './makeToken.ts'

type Parts = readonly [header: Buffer, payload: Buffer, signature: Buffer]

function bytesOf(token: string): Parts {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [
    Buffer.from(header, 'base64url'),
    Buffer.from(payload, 'base64url'),
    Buffer.from(signature, 'base64url'),
  ]
}

const bitsIn = (parts: Parts): number => 8 * Buffer.concat(parts).length

/** `bit` counts through all three parts. */
function withFlippedBit([header, payload, signature]: Parts, bit: number): Parts {
  const all = Buffer.concat([header, payload, signature])
  const at = bit >> 3
  all.writeUInt8(all.readUInt8(at) ^ (1 << (bit & 7)), at)
  const end = header.length + payload.length
  return [all.subarray(0, header.length), all.subarray(header.length, end), all.subarray(end)]
}

/** A header with another bit may say anything; payload and signature can only fail to match. */
const refusals = ([header]: Parts, bit: number): unknown =>
  bit < 8 * header.length ? expect.not.stringMatching(/^(?:verified|checking)$/) : 'mismatch'

const compact = (parts: Parts): string => parts.map(encode).join('.')

describe('a single changed bit of header, payload or signature never verifies', () => {
  const payloads = fc.oneof(
    fc.object().map((value) => JSON.stringify(value)),
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
  )

  test.each(['HS256', 'HS384', 'HS512'])('%s, whatever it carries', (alg) => {
    const secrets = fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme-ascii' })
    fc.assert(
      fc.property(payloads, secrets, fc.nat(), (payload, secret, seed) => {
        const token = hmacToken(alg, secret, payload)
        expect(checkNow(token, secret).kind).toBe('verified')
        const parts = bytesOf(token)
        const bit = seed % bitsIn(parts)
        const changed = compact(withFlippedBit(parts, bit))
        expect(checkNow(changed, secret).kind).toEqual(refusals(parts, bit))
      }),
      { numRuns: 500 },
    )
  })

  test('HS256, each bit in turn', () => {
    const parts = bytesOf(hmacToken('HS256', strongSecret))
    for (let bit = 0; bit < bitsIn(parts); bit++)
      expect(checkNow(compact(withFlippedBit(parts, bit)), strongSecret).kind).toEqual(
        refusals(parts, bit),
      )
  })

  const { rsa, p256, p384, p521, secp256k1, ed25519, ed448 } = keyPairs

  test.each([
    ['RS256', rsa],
    ['RS384', rsa],
    ['RS512', rsa],
    ['PS256', rsa],
    ['PS384', rsa],
    ['PS512', rsa],
    ['ES256', p256],
    ['ES384', p384],
    ['ES512', p521],
    ['ES256K', secp256k1],
    ['EdDSA', ed25519],
    ['Ed25519', ed25519],
    ['EdDSA', ed448],
    ['Ed448', ed448],
  ] as const)('%s', async (alg, pair) => {
    const token = keyPairToken(alg, pair)
    const key = spki(pair)
    expect((await check(token, key)).kind).toBe('verified')
    const parts = bytesOf(token)
    await fc.assert(
      fc.asyncProperty(fc.nat(bitsIn(parts) - 1), async (bit) => {
        const { kind } = await check(compact(withFlippedBit(parts, bit)), key)
        expect(kind).toEqual(refusals(parts, bit))
      }),
      { numRuns: 120 },
    )
  })
})

interface Carrier {
  name: string
  header?: object
  payload?: string
  /** What the signature covers of the payload; base64url unless it is said otherwise. */
  cover?: (payload: string) => string
  write: (
    header: string,
    payload: string,
    signature: string,
  ) => Omit<Subject, 'keyText' | 'encoding'>
}

const disclosure = encode('["c2FsdA","given_name","John"]')
const sdClaims = JSON.stringify({
  _sd: [createHash('sha256').update(disclosure).digest('base64url')],
  _sd_alg: 'sha-256',
  sub: '1234567890',
})
const another = { protected: encode('{"alg":"HS512"}'), signature: encode(Buffer.alloc(64, 1)) }

const carriers: Carrier[] = [
  {
    name: 'the flattened JSON form',
    write: (header, payload, signature) => ({
      token: JSON.stringify({ payload, protected: header, header: { kid: 'a' }, signature }),
    }),
  },
  {
    name: 'the first signature of the general JSON form',
    write: (header, payload, signature) => ({
      token: JSON.stringify({ payload, signatures: [{ protected: header, signature }, another] }),
    }),
  },
  {
    name: 'the second signature of the general JSON form',
    write: (header, payload, signature) => ({
      token: JSON.stringify({ payload, signatures: [another, { protected: header, signature }] }),
      chosen: 1,
    }),
  },
  {
    name: 'a detached payload',
    write: (header, payload, signature) => ({
      token: `${header}..${signature}`,
      detached: { text: payload, encoding: 'base64url' },
    }),
  },
  {
    name: 'a detached payload that was signed unencoded',
    header: { b64: false, crit: ['b64'] },
    cover: (payload) => payload,
    write: (header, payload, signature) => ({
      token: `${header}..${signature}`,
      detached: { text: payload, encoding: 'base64url' },
    }),
  },
  {
    name: 'an SD-JWT',
    payload: sdClaims,
    write: (header, payload, signature) => ({
      token: `${header}.${payload}.${signature}~${disclosure}~`,
    }),
  },
]

describe.each(carriers)('in $name', ({ header = {}, payload = claims, cover = encode, write }) => {
  const { p256 } = keyPairs
  const signers: [alg: string, keyText: string, sign: (input: string) => Buffer, runs: number][] = [
    [
      'HS256',
      strongSecret,
      (input) => Buffer.from(hmacOf('HS256', strongSecret, input), 'base64url'),
      400,
    ],
    [
      'ES256',
      spki(p256),
      (input) => Buffer.from(signatureOf('ES256', p256.privateKey, input)),
      120,
    ],
  ]

  test.each(signers)(
    'a single changed bit never verifies: %s',
    async (alg, keyText, sign, runs) => {
      const first = Buffer.from(JSON.stringify({ alg, ...header }))
      const signature = sign(`${encode(first)}.${cover(payload)}`)
      const parts: Parts = [first, Buffer.from(payload), signature]
      const kindOf = async ([one, two, three]: Parts): Promise<string> => {
        const subject = write(encode(one), encode(two), encode(three))
        return (await verifySignature({ ...subject, keyText, encoding: 'utf8' })).kind
      }
      expect(await kindOf(parts)).toBe('verified')
      await fc.assert(
        fc.asyncProperty(fc.nat(bitsIn(parts) - 1), async (bit) => {
          expect(await kindOf(withFlippedBit(parts, bit))).toEqual(refusals(parts, bit))
        }),
        { numRuns: runs },
      )
    },
  )
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** What the Form rung is told of a token in compact form. */
const faultsOf = (text: string): string[] =>
  readToken(text).faults.map((fault) => `${fault.code}: ${weighFault(fault)}`)

describe('the last character of a signature may be spelt otherwise where it carries unused bits', () => {
  const { rsa, p256, ed25519 } = keyPairs
  const hmacs = (['HS256', 'HS384', 'HS512'] as const).map(
    (alg) => [alg, hmacToken(alg, strongSecret), strongSecret] as const,
  )

  test.each([
    ...hmacs,
    ['RS256', keyPairToken('RS256', rsa), spki(rsa)],
    ['ES256', keyPairToken('ES256', p256), spki(p256)],
    ['Ed25519', keyPairToken('Ed25519', ed25519), spki(ed25519)],
  ] as const)('%s', async (_, token, key) => {
    const [, , signature] = bytesOf(token)
    const spare = (6 - ((8 * signature.length) % 6)) % 6
    const group = Math.floor(ALPHABET.indexOf(token.slice(-1)) / 2 ** spare)
    const answers = await Promise.all(
      Array.from(ALPHABET, async (character, value) => {
        const text = token.slice(0, -1) + character
        const { kind } = await check(text, key)
        const isSame = Math.floor(value / 2 ** spare) === group
        expect(kind).toBe(isSame ? 'verified' : 'mismatch')
        expect(faultsOf(text)).toEqual(value % 2 ** spare === 0 ? [] : ['unused-bits: warning'])
        return isSame
      }),
    )
    expect(answers.filter(Boolean)).toHaveLength(2 ** spare)
  })
})

const isVerified = (text: string): boolean => checkNow(text, strongSecret).kind === 'verified'

/** What a token in the flattened form says, whichever way it is written. */
function said(text: string): unknown {
  const parsed: { payload?: unknown; protected?: unknown; signature?: unknown } = JSON.parse(text)
  const bytes = Buffer.from(String(parsed.signature), 'base64url')
  return [parsed.protected, parsed.payload, bytes]
}

describe('one changed character', () => {
  const token = hmacToken('HS256', strongSecret)
  const end = token.length
  const others = '.=!~+/ {"\\é\n\u200b'
  const characters = fc.constantFrom(...Array.from(ALPHABET + others))
  const places = fc.oneof(fc.nat(end - 1), fc.constant(end - 1))

  test('in place of another never verifies, but for other spellings of the same signature, which Form tells', () => {
    const signatureAt = token.lastIndexOf('.') + 1
    fc.assert(
      fc.property(places, characters, (at, character) => {
        const text = token.slice(0, at) + character + token.slice(at + 1)
        if (text === token || !isVerified(text)) return
        expect(at).toBeGreaterThanOrEqual(signatureAt)
        const standard = token[at] === '-' ? '+' : '/'
        if (character === standard) expect(faultsOf(text)).toEqual(['standard-alphabet: warning'])
        else {
          expect(at).toBe(end - 1)
          expect(faultsOf(text)).toEqual(['unused-bits: warning'])
        }
        expect(bytesOf(text)).toEqual(bytesOf(token))
      }),
      { numRuns: 3000 },
    )
  })

  test('more never verifies, but for padding, which Form tells, and the ~ of an SD-JWT', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(end), fc.constant(end)), characters, (at, character) => {
        const text = token.slice(0, at) + character + token.slice(at)
        const isAllowed = at === end && (character === '=' || character === '~')
        expect(isVerified(text)).toBe(isAllowed)
        if (text === `${token}=`) expect(faultsOf(text)).toEqual(['padding: warning'])
      }),
      { numRuns: 2000 },
    )
  })

  test('less never verifies', () => {
    for (let at = 0; at < end; at++)
      expect(isVerified(token.slice(0, at) + token.slice(at + 1))).toBe(false)
  })

  test('of the JSON form verifies only where it says the same bytes', () => {
    const [header = '', payload = '', signature = ''] = token.split('.')
    const json = JSON.stringify({ payload, protected: header, signature })
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.nat(1), characters, (at, removed, character) => {
        const text = json.slice(0, at) + character + json.slice(at + removed)
        if (isVerified(text)) expect(said(text)).toEqual(said(json))
      }),
      { numRuns: 3000 },
    )
  })
})
