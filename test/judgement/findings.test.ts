import { describe, expect, test } from 'vitest'
import {
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs8,
  spki,
  strongSecret,
} from '../verification/makeToken.ts'
import { judge, NOW, type Question, titlesOf } from './judge.ts'

/** Claims that give no reason for a finding, on a clock on which the token has expired. */
const quiet = {
  iss: 'https://login.example',
  aud: 'https://api.example',
  iat: NOW - 60,
  exp: NOW + 60,
}
const expiredSince = NOW + 3600

async function findingsFor(
  claims: object,
  header: object = {},
  question: Question = {},
): Promise<string[]> {
  const token = hmacToken('HS256', strongSecret, JSON.stringify(claims), header)
  return titlesOf(await judge(token, { key: strongSecret, clock: expiredSince, ...question }))
}

async function findingsOfText(text: string, question: Question = {}): Promise<string[]> {
  return titlesOf(await judge(text, { clock: expiredSince, ...question }))
}

const without = (name: keyof typeof quiet): object => ({ ...quiet, [name]: undefined })

test('a quiet token has none', async () => {
  expect(await findingsFor(quiet)).toEqual([])
})

test('an empty page has none', async () => {
  expect(await findingsOfText('')).toEqual([])
})

test('the gravest come first', async () => {
  const { findings } = await judge(
    `${encode('{"alg":"none","jku":"https://evil.example"}')}=.${encode('{}')}.`,
  )
  const ranks = findings.map(({ severity }) => ['Stop', 'Risk', 'Note'].indexOf(severity))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(new Set(ranks).size).toBe(3)
})

test('every finding says what, and what follows from it', async () => {
  const { findings } = await judge(
    `${encode('{"alg":"nOnE","jwk":{},"x5u":"x"}')}.${encode('{"token_type":"refresh","a":1,"a":2,"b":"\u202e"}')}.`,
  )
  expect(findings.length).toBeGreaterThan(6)
  for (const { title, text } of findings) {
    expect(title).toMatch(/\S/)
    expect(text).toMatch(/\.$/)
    expect(title + text).not.toContain('!')
  }
})

const stopsOf = async (text: string, key = ''): Promise<string[]> =>
  (await findingsOfText(text, { key })).filter((title) => title.startsWith('Stop'))

const withHeader = (header: object): string =>
  hmacToken('HS256', strongSecret, JSON.stringify(quiet), header)

describe('Stop: a server must refuse', () => {
  const payload = encode(JSON.stringify(quiet))
  const signed = hmacToken('HS256', strongSecret, JSON.stringify(quiet))
  const cutTo = (length: number): string =>
    `${signed.split('.').slice(0, 2).join('.')}.${encode(Buffer.from(signed.split('.')[2] ?? '', 'base64url').subarray(0, length))}`

  test('alg none in any spelling', async () => {
    expect(await stopsOf(`${encode('{"alg":"none"}')}.${payload}.`)).toEqual([
      'Stop: Not signed (alg: none).',
    ])
    expect(await stopsOf(`${encode('{"alg":"NonE"}')}.${payload}.`)).toEqual([
      'Stop: Not signed (alg: NonE).',
    ])
    expect(await stopsOf(`${encode('{"alg":"nonce"}')}.${payload}.abcd`)).toEqual([])
  })

  test('a missing signature', async () => {
    expect(await stopsOf(cutTo(0))).toEqual(['Stop: The third part is empty but alg is HS256.'])
    expect(await stopsOf(signed)).toEqual([])
  })

  test('a short signature', async () => {
    expect(await stopsOf(cutTo(31))).toEqual([
      'Stop: Signature is 31 bytes; HS256 always makes 32.',
    ])
    expect(await stopsOf(cutTo(32))).toEqual([])
  })

  test('an extension marked as critical that nobody here processes', async () => {
    expect(await stopsOf(withHeader({ crit: ['exp'], exp: 1 }))).toEqual([
      'Stop: The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
    ])
    expect(await stopsOf(withHeader({ exp: 1 }))).toEqual([])
  })

  test('a public key offered as the secret', async () => {
    expect(await stopsOf(signed, spki(keyPairs.rsa))).toEqual(['Stop: HS256 with a public key.'])
    expect(await stopsOf(signed, 'just a wrong secret')).toEqual([])
  })

  test.each([
    ['secret', { kty: 'oct', k: 'c2VjcmV0' }],
    ['private', { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', d: 'AA' }],
    ['private', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA', priv: 'AA' }],
  ])('a %s key in the header, where only a public one may stand', async (kind, jwk) => {
    expect(await stopsOf(withHeader({ jwk }))).toEqual([
      `Stop: The header holds a ${kind} key in clear (jwk).`,
    ])
  })

  test('b64 false without crit, once', async () => {
    expect(await stopsOf(withHeader({ b64: false }))).toEqual([
      'Stop: The header sets b64 to false without listing it in crit.',
    ])
  })

  test('a form that cannot be what it claims, and each such fault once', async () => {
    expect(await stopsOf('abc%.def')).toEqual([
      'Stop: Only 2 of 3 parts.',
      'Stop: Character 4 (‘%’) can’t be in a token.',
    ])
  })

  test('a mismatch alone is none: the key in the box may be the wrong one', async () => {
    expect(await findingsOfText(signed, { key: 'another key' })).toEqual([])
  })
})

describe('Risk: it may be refused or abused', () => {
  test('a weak secret that has signed', async () => {
    const weak = hmacToken('HS256', 'secret', JSON.stringify(quiet))
    expect(await findingsOfText(weak, { key: 'secret' })).toEqual([
      'Risk: The secret is 6 bytes.',
      'Risk: Everybody knows this secret.',
    ])
    const unknown = hmacToken('HS256', 'zgKq7w', JSON.stringify(quiet))
    expect(await findingsOfText(unknown, { key: 'zgKq7w' })).toEqual([
      'Risk: The secret is 6 bytes.',
    ])
    const justEnough = 'x'.repeat(32)
    const strong = hmacToken('HS256', justEnough, JSON.stringify(quiet))
    expect(await findingsOfText(strong, { key: justEnough })).toEqual([])
    const short = hmacToken('HS256', 'x'.repeat(31), JSON.stringify(quiet))
    expect(await findingsOfText(short, { key: 'x'.repeat(31) })).toHaveLength(1)
  })

  test('a fault of form that strict readers refuse', async () => {
    const token = hmacToken('HS256', strongSecret, '{"iss":"a","aud":"b","exp":1,"exp":2}')
    expect(await findingsOfText(token, { key: strongSecret })).toEqual([
      expect.stringMatching(/^Risk: ‘exp’ appears twice in the payload \(bytes \d+ and \d+\)\.$/),
    ])
  })

  test('no exp', async () => {
    expect(await findingsFor(without('exp'))).toEqual([
      'Risk: It never expires: there is no exp claim.',
    ])
  })

  test('no exp, also while the token is not usable yet', async () => {
    expect(await findingsFor({ ...without('exp'), nbf: NOW + 3600 })).toContain(
      'Risk: It never expires: there is no exp claim.',
    )
  })

  test('an exp in the second of iat, or before it', async () => {
    const later = { now: expiredSince }
    const told = ['Risk: exp is not after iat.']
    expect(await findingsFor({ ...quiet, iat: NOW + 60 }, {}, later)).toEqual(told)
    expect(await findingsFor({ ...quiet, iat: NOW + 61 }, {}, later)).toEqual(told)
    expect(await findingsFor({ ...quiet, iat: NOW + 59 }, {}, later)).toEqual([])
    expect(await findingsFor({ ...quiet, iat: String(NOW + 90) })).not.toContain(
      'Risk: exp is not after iat.',
    )
  })

  test.each([
    ['exp', NOW * 1000, 'Risk: exp looks like milliseconds.'],
    ['nbf', NOW * 1000, 'Risk: nbf looks like milliseconds.'],
    ['iat', String(NOW), 'Risk: iat is text, not a number.'],
    ['exp', null, 'Risk: exp is null, not a number.'],
    ['exp', 1e300, 'Risk: exp is too large for a date.'],
  ])('a date that cannot be meant: %s as %j', async (name, value, title) => {
    expect(await findingsFor({ ...quiet, [name]: value })).toEqual([title])
  })

  test('a date with a fraction can be meant', async () => {
    expect(await findingsFor({ ...quiet, iat: NOW - 60.5 })).toEqual([])
  })

  test('an nbf that leaves no second before exp', async () => {
    expect(await findingsFor({ ...quiet, nbf: NOW + 61 })).toEqual(['Risk: nbf is not before exp.'])
    expect(await findingsFor({ ...quiet, nbf: NOW + 60 })).toEqual(['Risk: nbf is not before exp.'])
    expect(await findingsFor({ ...quiet, nbf: NOW + 59 })).toEqual([
      'Note: It starts in only 59 seconds.',
    ])
  })

  test('a header that brings its own key', async () => {
    expect(await findingsFor(quiet, { jwk: { kty: 'oct' } })).toEqual([
      'Risk: The header brings its own key (jwk).',
    ])
    expect(await findingsFor(quiet, { x5c: [] })).toEqual([
      'Risk: The header brings its own key (x5c).',
    ])
    expect(await findingsFor(quiet, { kid: 'a1', x5t: 'x' })).toEqual([])
  })

  test('a header that names an address for its key', async () => {
    expect(await findingsFor(quiet, { jku: 'https://evil.example/jwks' })).toEqual([
      'Risk: The header names an address for the key (jku).',
    ])
    expect(await findingsFor(quiet, { x5u: '' })).toEqual([
      'Risk: The header names an address for the key (x5u).',
    ])
  })

  test('the same names in the payload are nothing special', async () => {
    expect(await findingsFor({ ...quiet, jwk: {}, jku: 'x' })).toEqual([])
  })

  test.each([
    ['\u202e', 'U+202E'],
    ['\u200b', 'U+200B'],
    ['\u2066', 'U+2066'],
    ['\u061c', 'U+061C'],
  ])('a mark that nobody sees, in either part: %j', async (mark, name) => {
    const [header, payload] = [
      `Risk: The header holds an invisible mark (${name}).`,
      `Risk: The payload holds an invisible mark (${name}).`,
    ]
    expect(await findingsFor({ ...quiet, name: `a${mark}b` })).toEqual([payload])
    expect(await findingsFor(quiet, { kid: mark })).toEqual([header])
  })

  test('letters of any script are no such mark', async () => {
    expect(await findingsFor({ ...quiet, name: 'نور 日本 é 👩🏽' })).toEqual([])
  })
})

describe('Note: worth knowing', () => {
  test('a refresh token', async () => {
    expect(await findingsFor({ ...quiet, token_type: 'refresh' })).toEqual([
      'Note: This is a refresh token.',
    ])
    expect(await findingsFor({ ...quiet, token_type: 'access' })).toEqual([])
  })

  test('no audience', async () => {
    expect(await findingsFor(without('aud'))).toEqual(['Note: No audience: there is no aud claim.'])
  })

  test('no issuer', async () => {
    expect(await findingsFor(without('iss'))).toEqual(['Note: No issuer: there is no iss claim.'])
  })

  test.each([
    '../../../../../../dev/null',
    '..\\..\\keys\\1.pem',
    '/etc/passwd',
    'keys/../1',
    'file:///dev/null',
  ])('a kid that looks like a path: %s', async (kid) => {
    expect(await findingsFor(quiet, { kid })).toEqual([
      `Note: The kid looks like a path: ‘${kid}’.`,
    ])
  })

  test.each([
    "zzz' UNION SELECT 'attacker_key'--",
    "1' or '1'='1",
    "x';drop table keys",
    '1 union all select 2',
  ])('a kid that looks like SQL: %s', async (kid) => {
    expect(await findingsFor(quiet, { kid })).toEqual([`Note: The kid looks like SQL: ‘${kid}’.`])
  })

  test.each([
    '2026-key',
    '/Zm9v+YmFy==',
    'did:example:123#key-1',
    'keys.example/v2..3/a',
    'http-signing-key',
    "O'Brien and union",
    'select-1',
  ])('an ordinary kid is none: %s', async (kid) => {
    expect(await findingsFor(quiet, { kid })).toEqual([])
  })

  test.each(['https://keys.example/v2..3/a', 'http://169.254.169.254/latest', 'ldap://x'])(
    'a kid that looks like an address: %s',
    async (kid) => {
      expect(await findingsFor(quiet, { kid })).toEqual([
        `Note: The kid looks like an address: ‘${kid}’.`,
      ])
    },
  )

  const ALIVE = 'Note: This token is still alive.'

  test('still alive, up to the second before exp', async () => {
    expect(await findingsFor(quiet, {}, { now: NOW + 59, clock: NOW + 59 })).toEqual([ALIVE])
    expect(await findingsFor(quiet, {}, { now: NOW + 60, clock: NOW + 60 })).toEqual([
      'Note: It expired only 0 seconds ago.',
    ])
  })

  test('alive by this computer’s clock, whatever instant the token is judged at', async () => {
    expect(await findingsFor(quiet, {}, { now: NOW, clock: NOW + 60 })).toEqual([])
    expect(await findingsFor(quiet, {}, { now: NOW + 9999, clock: NOW })).toEqual([ALIVE])
    const later = { ...quiet, nbf: NOW - 30 }
    expect(await findingsFor(later, {}, { now: NOW - 60, clock: NOW })).toEqual([
      'Note: It starts in only 30 seconds.',
      ALIVE,
    ])
  })

  test('alive, whether or not the key is known', async () => {
    const token = hmacToken('HS256', strongSecret, JSON.stringify(quiet))
    expect(await findingsOfText(token, { clock: NOW })).toEqual([ALIVE])
  })

  test('a token that every server must refuse is not called alive', async () => {
    const { exp } = quiet
    const claims = encode(JSON.stringify(quiet))
    const refused = [
      `${encode('{"alg":"none"}')}.${claims}.`,
      `${encode('{"alg":"HS256"}')}.${claims}.`,
      `${encode('{"alg":"HS256"}')}.${claims}.${encode(new Uint8Array(31))}`,
      `${encode('{"alg":"HS256","crit":["x"],"x":1}')}.${claims}.${encode(new Uint8Array(32))}`,
    ]
    const told = await Promise.all(
      refused.map((text) => findingsOfText(text, { now: NOW, clock: exp - 30 })),
    )
    expect(told.map((titles) => titles.includes(ALIVE))).toEqual([false, false, false, false])
  })
})

describe('titles are whole sentences', () => {
  const claims = JSON.stringify(quiet)
  test.each<[string, string, Parameters<typeof judge>[1]]>([
    [
      'Risk: The key is the one that the token itself brings.',
      hmacToken('HS256', strongSecret, claims),
      { key: strongSecret, isFromToken: true },
    ],
    [
      'Risk: That is a private key.',
      keyPairToken('RS256', keyPairs.rsa, claims),
      { key: pkcs8(keyPairs.rsa) },
    ],
    [
      'Risk: Unknown algorithm ‘RSA256’.',
      `${encode('{"alg":"RSA256"}')}.${encode(claims)}.AAAA`,
      {},
    ],
    [
      'Risk: The end was probably cut off.',
      `${encode('{"alg":"RS256"}')}.${encode(claims)}.${encode(new Uint8Array(254))}`,
      {},
    ],
  ])('%s', async (title, token, question) => {
    expect(titlesOf(await judge(token, question))).toContain(title)
  })
})

test.each([
  ['HS265', 'HS256'],
  ['hs256', 'HS256'],
  ['RSA256', 'RS256'],
])('the likely name of the misspelt algorithm %s is told', async (alg, meant) => {
  const token = `${encode(`{"alg":"${alg}"}`)}.${encode(JSON.stringify(quiet))}.AAAA`
  const { findings } = await judge(token)
  const found = findings.find(({ id }) => id === 'unknown-algorithm')
  expect(found?.text).toContain(`${meant} was probably meant`)
})
