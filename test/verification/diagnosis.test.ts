import { subtle } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { MOST_TRIES } from '../../src/verification/diagnosis.ts'
import * as macs from '../../src/verification/hmac.ts'
import { type NearMiss, tellNearMiss } from '../../src/verification/nearMiss.ts'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Verdict } from '../../src/verification/verdict.ts'
import {
  check,
  checkNow,
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  keyPairToken,
  publicJwk,
  signatureOf,
  spki,
  strongSecret,
} from './makeToken.ts'

const { rsa, otherRsa, smallRsa, p256, otherP256, p521, ed25519, otherEd25519, secp256k1 } =
  keyPairs

function missIn(verdict: Verdict): NearMiss | null {
  expect(verdict.kind).not.toBe('verified')
  if (verdict.kind === 'mismatch' || verdict.kind === 'wrong-length') return verdict.nearMiss
  return verdict.kind === 'unusable-key' && verdict.reason.code === 'kid-not-in-set'
    ? verdict.reason.nearMiss
    : null
}

const hold = 'Close: it matches'
const V10 =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'

function headline(verdict: Verdict): string {
  const { state, lead, rest } = tellVerdict(verdict)
  expect(state).toBe('fail')
  return `${lead} ${rest}`
}

function toldOf(verdict: Verdict): { clause: string; note: string; action: string | null } {
  const miss = missIn(verdict)
  if (miss === null) throw new Error(`nothing close in ${verdict.kind}`)
  const told = tellNearMiss(miss)
  expect(headline(verdict)).toContain(told.clause)
  return told
}

/** `signed` is what the signature is over, `sent` is what the token shows before it. */
const macToken = (sent: string, signed: string, alg = 'HS256'): string =>
  `${sent}.${hmacOf(alg, strongSecret, signed)}`

const named = (key: object, kid: string): object => ({ ...key, kid })
const oct = (secret: string): object => ({ kty: 'oct', k: encode(secret) })
const joined = (head: string, payload: string): string => `${encode(head)}.${encode(payload)}`
const base64 = (text: string): string => Buffer.from(text).toString('base64')

function macsOf(token: string, key: string): number {
  const computed = vi.spyOn(macs, 'isMac')
  expect(missIn(checkNow(token, key))).toBeNull()
  const { length } = computed.mock.calls
  computed.mockRestore()
  return length
}

async function verifiesOf(token: string, key: string): Promise<number> {
  const verify = vi.spyOn(globalThis.crypto.subtle, 'verify')
  expect(missIn(await check(token, key))).toBeNull()
  return verify.mock.calls.length
}

const set = (...keys: object[]): string => JSON.stringify({ keys })

/** An RSA token that `made` has signed and that says `alg`. */
function labelled(alg: string, made: string): string {
  const input = `${encode(JSON.stringify({ alg }))}.${encode(claims)}`
  return `${input}.${encode(signatureOf(made, rsa.privateKey, input))}`
}

describe('another algorithm than the header says', () => {
  test.each([
    ['RS256', 'PS256'],
    ['PS256', 'RS256'],
    ['RS256', 'RS512'],
    ['RS384', 'PS512'],
  ])('%s in the header, made as %s', async (alg, made) => {
    const verdict = await check(labelled(alg, made), spki(rsa))
    expect(verdict.kind).toBe('mismatch')
    expect(headline(verdict)).toBe(`${V10} ${hold} as ${made}, though the header says ${alg}.`)
    expect(toldOf(verdict)).toMatchObject({
      note: `The header says ${alg}, but ${made} matches with this key. A server must go by the algorithm it expects and refuse this token.`,
      action: null,
    })
  })

  test.each([
    ['HS256', 'HS512', 64, 32],
    ['HS512', 'HS256', 32, 64],
    ['HS384', 'HS256', 32, 48],
  ])('%s in the header, made as %s: the length stays wrong', (alg, made, bytes, expected) => {
    const input = `${encode(JSON.stringify({ alg }))}.${encode(claims)}`
    const verdict = checkNow(macToken(input, input, made), strongSecret)
    expect(verdict.kind).toBe('wrong-length')
    expect(headline(verdict)).toBe(
      `Signature is ${bytes} bytes; ${alg} always makes ${expected}. ${hold} as ${made}, though the header says ${alg}.`,
    )
  })

  test('the hostile case ps-labelled-rs stays a mismatch', async () => {
    const { cases }: { cases: { id: string; token: string; keys: { jwk: object }[] }[] } =
      JSON.parse(readFileSync('test/vectors/hostile-inputs.json', 'utf8'))
    const hostile = cases.find(({ id }) => id === 'ps-labelled-rs')
    const verdict = await check(hostile?.token ?? '', JSON.stringify(hostile?.keys[0]?.jwk))
    expect(verdict.kind).toBe('mismatch')
    expect(headline(verdict)).toBe(`${V10} ${hold} as RS256, though the header says PS256.`)
    expect(tellSignatureRung(verdict).state).toBe('fail')
    expect(tellKeyRung(verdict).state).toBe('not checked')
  })

  test('with another key nothing is close', async () => {
    expect(missIn(await check(labelled('RS256', 'PS256'), spki(otherRsa)))).toBeNull()
  })
})

describe('another key of the set', () => {
  test('matches though the header names one that is there too', async () => {
    const token = keyPairToken('ES256', p256, claims, { kid: 'a' })
    const verdict = await check(
      token,
      set(named(publicJwk(otherP256), 'a'), named(publicJwk(p256), 'b')),
    )
    expect(verdict.kind).toBe('mismatch')
    expect(headline(verdict)).toBe(
      `${V10} ${hold} with key ‘b’ of the set, though the header names ‘a’.`,
    )
    expect(toldOf(verdict)).toMatchObject({
      note: 'Key ‘b’ of the set matches, though the header names ‘a’. Check that token and key set come from the same environment.',
      action: null,
    })
  })

  test('matches though the header names one that is not there', async () => {
    const token = keyPairToken('RS256', rsa, claims, { kid: 'a' })
    const verdict = await check(token, set(named(publicJwk(p256), 'c'), publicJwk(rsa)))
    expect(verdict.kind).toBe('unusable-key')
    expect(headline(verdict)).toBe(
      `No key ‘a’ in this key set (it has: c). ${hold} with key 2 of the set, though the header names ‘a’.`,
    )
  })

  test('is found among secrets at once', () => {
    const token = hmacToken('HS256', strongSecret, claims, { kid: 'a' })
    expect(
      headline(checkNow(token, set(named(oct('x'), 'a'), named(oct(strongSecret), 'b')))),
    ).toBe(`${V10} ${hold} with key ‘b’ of the set, though the header names ‘a’.`)
  })

  test('is never a public key taken as a secret', () => {
    const jwk = named(publicJwk(rsa), 'b')
    const token = hmacToken('HS256', JSON.stringify(jwk), claims, { kid: 'a' })
    expect(missIn(checkNow(token, set(named(oct('x'), 'a'), jwk)))).toBeNull()
  })
})

describe('a signature spelt otherwise', () => {
  test.each([
    ['ES256', p256, 64],
    ['ES512', p521, 132],
    ['ES256K', secp256k1, 64],
  ] as const)('%s in DER', async (alg, pair, expected) => {
    const input = `${encode(JSON.stringify({ alg }))}.${encode(claims)}`
    const der = signatureOf(alg, pair.privateKey, input, 'der')
    const verdict = await check(`${input}.${encode(der)}`, spki(pair))
    expect(verdict.kind).toBe('wrong-length')
    expect(headline(verdict)).toBe(
      `Signature is ${der.length} bytes; ${alg} always makes ${expected}. It starts with 0x30 and looks DER-encoded; a token wants R and S as ${expected} raw bytes. ${hold} if its DER encoding is turned into R and S side by side.`,
    )
    expect(toldOf(verdict)).toMatchObject({
      note: 'The signature is DER-encoded; turned into R and S side by side it matches. Its issuer must write it that way.',
      action: null,
    })
  })

  test('DER whose numbers are short finds its way too', async () => {
    const header = encode('{"alg":"ES256"}')
    for (let n = 0; n < 40; n++) {
      const input = `${header}.${encode(`{"n":${n}}`)}`
      const der = signatureOf('ES256', p256.privateKey, input, 'der')
      // oxlint-disable-next-line no-await-in-loop -- one after the other is fine here
      expect(missIn(await check(`${input}.${encode(der)}`, spki(p256)))).toEqual({ kind: 'der' })
    }
  })

  const input = `${encode('{"alg":"HS256"}')}.${encode(claims)}`
  const hex = Buffer.from(hmacOf('HS256', strongSecret, input), 'base64url').toString('hex')

  test('the hex text of the MAC', () => {
    const verdict = checkNow(`${input}.${hex}`, strongSecret)
    expect(headline(verdict)).toBe(
      `Signature is 48 bytes; HS256 always makes 32. ${hold} if the third part is read as hex.`,
    )
    expect(toldOf(verdict).note).toBe(
      'The third part is the hex text of the MAC. A token wants the MAC’s own bytes in base64url.',
    )
  })

  test('base64url of the hex text, in small letters and in capitals', () => {
    for (const text of [hex, hex.toUpperCase()]) {
      const verdict = checkNow(`${input}.${encode(text)}`, strongSecret)
      expect(headline(verdict)).toBe(
        `Signature is 64 bytes; HS256 always makes 32. ${hold} if the third part is read as base64url of hex text.`,
      )
      expect(toldOf(verdict).note).toBe(
        'The third part is base64url of the hex text of the MAC. A token wants the MAC’s own bytes in base64url.',
      )
    }
  })

  test('the hex text of an RSA signature', async () => {
    const [header, payload, signature = ''] = keyPairToken('RS256', rsa).split('.')
    const text = Buffer.from(signature, 'base64url').toString('hex')
    const verdict = await check(`${header}.${payload}.${encode(text)}`, spki(rsa))
    expect(headline(verdict)).toBe(
      `Signature is 512 bytes; RS256 with this 2048-bit key always makes 256. ${hold} if the third part is read as base64url of hex text.`,
    )
    expect(toldOf(verdict).note).toContain('the hex text of the signature.')
  })

  test('a cut signature is close to nothing', async () => {
    const token = keyPairToken('RS256', rsa)
    expect(missIn(await check(token.slice(0, -4), spki(rsa)))).toBeNull()
    expect(missIn(await check(token, spki(smallRsa)))).toBeNull()
    expect(missIn(checkNow(`${input}.AAAA`, strongSecret))).toBeNull()
  })
})

describe('signed over other bytes than the token carries', () => {
  const header = '{"alg":"HS256","typ":"JWT"}'
  const spacedHeader = '{"alg": "HS256", "typ": "JWT"}'
  const body = '{"sub":"1","roles":["a","b"],"n":1.0,"o":{}}'
  const spacedBody = '{"sub": "1", "roles": ["a", "b"], "n": 1.0, "o": {}}'
  const indentedBody =
    '{\n  "sub": "1",\n  "roles": [\n    "a",\n    "b"\n  ],\n  "n": 1.0,\n  "o": {}\n}'
  const sortedBody = '{"n":1.0,"o":{},"roles":["a","b"],"sub":"1"}'
  const odd = '{"a":"ÿ>>?","b":1}'
  const asSigned = 'The token must carry its parts exactly as they were signed.'
  const asStandard =
    'Its issuer must sign both parts in base64url without padding, with a dot between them.'

  const cases: [sent: string, signed: string, what: string, remedy: string][] = [
    [
      joined(header, spacedBody),
      joined(header, body),
      'the payload as JSON without spaces',
      asSigned,
    ],
    [
      joined(header, body),
      joined(header, spacedBody),
      'the payload as JSON with a space after each comma and colon, as Python writes it',
      asSigned,
    ],
    [
      joined(header, body),
      joined(header, indentedBody),
      'the payload as JSON indented by 2 spaces',
      asSigned,
    ],
    [
      joined(header, body),
      joined(header, sortedBody),
      'the payload as JSON without spaces and with its names sorted',
      asSigned,
    ],
    [
      joined(spacedHeader, body),
      joined(header, body),
      'the header as JSON without spaces',
      asSigned,
    ],
    [
      joined(spacedHeader, indentedBody),
      joined(header, body),
      'header and payload as JSON without spaces',
      asSigned,
    ],
    [
      joined(header, 'text\n'),
      joined(header, 'text'),
      'the payload without the line break at its end',
      asSigned,
    ],
    [
      joined(header, body),
      joined(header, `${body}\n`),
      'the payload with a line break at its end',
      asSigned,
    ],
    [
      joined(header, '{"sub":\r\n"1"}'),
      joined(header, '{"sub":\n"1"}'),
      'the payload with LF as its line breaks, not CR LF',
      asSigned,
    ],
    [
      joined(header, '{"sub":\n"1"}'),
      joined(header, '{"sub":\r\n"1"}'),
      'the payload with CR LF as its line breaks, not LF',
      asSigned,
    ],
    [
      `${encode(header)}.${base64(odd)}`,
      joined(header, odd),
      'its parts in base64url without padding',
      asSigned,
    ],
    [
      joined('{"alg":"HS256"}', body),
      `${base64('{"alg":"HS256"}')}.${base64(body).replaceAll('+', '-').replaceAll('/', '_')}`,
      'its parts in base64url with padding',
      asStandard,
    ],
    [
      joined(header, odd),
      `${base64(header)}.${base64(odd)}`.replaceAll('=', ''),
      'its parts in standard base64 without padding',
      asStandard,
    ],
    [
      joined(header, `${odd} `),
      `${base64(header)}.${base64(`${odd} `)}`,
      'its parts in standard base64 with padding',
      asStandard,
    ],
    [
      joined(header, body),
      `${encode(header)}.${body}`,
      'a payload that was not base64url-encoded',
      asStandard,
    ],
    [
      joined(header, body),
      `${header}.${body}`,
      'a header and a payload that were not base64url-encoded',
      asStandard,
    ],
    [joined(header, body), encode(body), 'the payload part alone, without the header', asStandard],
    [
      joined(header, body),
      body,
      'the payload alone, without the header and not base64url-encoded',
      asStandard,
    ],
  ]

  test.each(cases)('%s, signed as %s', (sent, signed, what, remedy) => {
    expect(sent).not.toBe(signed)
    const verdict = checkNow(macToken(sent, signed), strongSecret)
    expect(verdict.kind).toBe('mismatch')
    expect(toldOf(verdict)).toEqual({
      clause: `${hold} if it was signed over ${what}.`,
      note: `It was signed over other spelling: ${what}. ${remedy}`,
      action: null,
    })
  })

  test('is found with a key pair too', async () => {
    const header256 = '{"alg":"EdDSA"}'
    const signed = joined(header256, body)
    const signature = encode(signatureOf('EdDSA', ed25519.privateKey, signed))
    const verdict = await check(`${joined(header256, spacedBody)}.${signature}`, spki(ed25519))
    expect(headline(verdict)).toBe(
      `${V10} ${hold} if it was signed over the payload as JSON without spaces.`,
    )
  })

  test('numbers and escapes keep their spelling, and depth is no danger', () => {
    const exact = '{"n":1.50e2,"s":"\\u00e9\\/"}'
    const loose = '{ "n" : 1.50e2, "s" : "\\u00e9\\/" }'
    const token = macToken(joined(header, loose), joined(header, exact))
    expect(missIn(checkNow(token, strongSecret))).toMatchObject({ kind: 'signing-input' })
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(missIn(checkNow(macToken(joined(header, deep), 'x'), strongSecret))).toBeNull()
  })

  test('a changed value is close to nothing', () => {
    const token = macToken(joined(header, body), joined(header, body.replace('1', '2')))
    expect(missIn(checkNow(token, strongSecret))).toBeNull()
  })

  test('an empty payload stays one that may travel apart', () => {
    const token = macToken(`${encode(header)}.`, encode(header))
    expect(checkNow(token, strongSecret)).toEqual({ kind: 'payload-apart', isEmpty: true })
  })
})

describe(`at most ${MOST_TRIES} tries`, () => {
  let manyEc: object[]
  beforeAll(async () => {
    const pairs = Array.from({ length: 50 }, () =>
      subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']),
    )
    const made = await Promise.all(pairs)
    manyEc = await Promise.all(
      made.map(async ({ publicKey }) => subtle.exportKey('jwk', publicKey)),
    )
  })
  afterEach(() => vi.restoreAllMocks())

  test('of a secret, however many readings it has', () => {
    const token = hmacToken('HS256', strongSecret)
    for (const typed of ['deadbeef', ' "deadbeef\n" \n', String.raw` "deadbeef\n" `]) {
      const verdict = checkNow(token, typed)
      if (verdict.kind !== 'mismatch') throw new Error(verdict.kind)
      const calls = macsOf(token, typed)
      expect(calls).toBeGreaterThan(15)
      expect(calls).toBeLessThanOrEqual(MOST_TRIES + 1)
      expect(verdict.alsoTried.length).toBe(calls - 1)
    }
  })

  test('of the other 49 secrets of a set', () => {
    const keys = Array.from({ length: 50 }, (_, i) => named(oct(`secret ${i}`), `k${i}`))
    const token = hmacToken('HS256', strongSecret, claims, { kid: 'k0' })
    expect(macsOf(token, set(...keys))).toBe(MOST_TRIES + 1)
  })

  test('of an RSA key', async () => {
    const calls = await verifiesOf(keyPairToken('RS256', rsa), spki(otherRsa))
    expect(calls).toBeGreaterThan(15)
    expect(calls).toBeLessThanOrEqual(MOST_TRIES + 1)
  })

  test('of the other 49 keys of a set', async () => {
    const keys = manyEc.map((key, i) => ({ ...key, kid: `k${i}` }))
    const token = keyPairToken('ES256', p256, claims, { kid: 'k0' })
    expect(await verifiesOf(token, set(...keys))).toBe(MOST_TRIES + 1)
  })

  test('of a set of 50 keys that fit, each checked once as it stands before', async () => {
    const keys = manyEc.map(({ ...key }) => key)
    expect(await verifiesOf(keyPairToken('ES256', p256), set(...keys))).toBe(MOST_TRIES + 50)
  })

  test('and none once a key has matched', async () => {
    const verify = vi.spyOn(globalThis.crypto.subtle, 'verify')
    expect((await check(keyPairToken('EdDSA', ed25519), spki(ed25519))).kind).toBe('verified')
    expect(verify).toHaveBeenCalledOnce()
  })
})

describe('nothing is reported where nothing is close', () => {
  test('for a secret that has nothing to do with the token', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('utf8', 'base64', 'base64url', 'hex'),
        fc.constantFrom('HS256', 'HS384', 'HS512'),
        (secret, encoding, alg) => {
          const verdict = checkNow(hmacToken(alg, strongSecret), secret, encoding)
          expect(missIn(verdict)).toBeNull()
          expect(JSON.stringify(tellVerdict(verdict))).not.toContain('Close:')
        },
      ),
      { numRuns: 200 },
    )
  })

  test('for a key pair that has nothing to do with it', async () => {
    for (const [token, key] of [
      [keyPairToken('RS256', rsa), spki(otherRsa)],
      [keyPairToken('ES256', p256), spki(otherP256)],
      [keyPairToken('EdDSA', ed25519), spki(otherEd25519)],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is fine here
      expect(missIn(await check(token, key))).toBeNull()
  })
})
