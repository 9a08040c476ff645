import { describe, expect, test } from 'vitest'
import type { Phrase } from '../../src/judgement/headline.ts'
import { encode, encryptedToken, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { judge, NOW, rungOf } from './judge.ts'

const who = { token_type: 'access', user_id: '1' }
const times = {
  'in time': { iat: NOW - 48, exp: NOW + 252 },
  expired: { iat: NOW - 500, exp: NOW - 200 },
  'not yet': { iat: NOW, nbf: NOW + 125, exp: NOW + 3600 },
  'no exp': { iat: NOW },
}
type Time = keyof typeof times

const signed = (time: Time, secret = strongSecret): string =>
  hmacToken('HS256', secret, JSON.stringify({ ...who, ...times[time] }))
const unsigned = (time: Time): string =>
  `${encode('{"alg":"none"}')}.${encode(JSON.stringify({ ...who, ...times[time] }))}.`

const V2 = 'Decoded, not verified. Add a key to check who made it.'
const V10 =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'
/** Behind the time sentence of a token that is late or early by minutes. */
const SKEW = ' Clocks can differ by as much; Leeway allows for it.'
const V13 = 'Not signed (alg: none). Anyone can write this token. A server must refuse it.'

const until = 'until 2026-01-01 00:04:12 UTC'
const expired = 'expired 2025-12-31 23:56:40 UTC'
const notBefore = 'not before 2026-01-01 00:02:05 UTC'
const never = 'never expires, there is no exp claim'
const passed = /^pass: HS256 over these \d+ characters$/
const noKey = /^not checked: no key yet$/
const noMatch = /^fail: read as text, this secret does not fit$/
const nothingSigned = /^fail: alg is none: nothing is signed$/

const matrix: [string, string, Time, string, RegExp, string][] = [
  [
    'verified',
    signed('in time'),
    'in time',
    'Access token for user 1, HS256. Signature valid: this key signed exactly these bytes (HS256). Expires in 4 minutes 12 seconds.',
    passed,
    `pass: ${until}`,
  ],
  [
    'verified',
    signed('expired'),
    'expired',
    `Access token for user 1, HS256. Signature valid, but expired 3 minutes 20 seconds ago (2025-12-31 23:56:40 UTC). A server should refuse it.${SKEW}`,
    passed,
    `fail: ${expired}`,
  ],
  [
    'verified',
    signed('not yet'),
    'not yet',
    `Access token for user 1, HS256. Signature valid, but not usable yet. It starts in 2 minutes 5 seconds (nbf 2026-01-01 00:02:05 UTC).${SKEW}`,
    passed,
    `fail: ${notBefore}`,
  ],
  [
    'verified',
    signed('no exp'),
    'no exp',
    'Access token for user 1, HS256. Signature valid. It never expires: there is no exp claim.',
    passed,
    `warning: ${never}`,
  ],
  [
    'mismatch',
    signed('in time', 'another key'),
    'in time',
    `Access token for user 1, HS256. ${V10} It claims to expire in 4 minutes 12 seconds, but unverified claims prove nothing.`,
    noMatch,
    `pass: It says: ${until}`,
  ],
  [
    'mismatch',
    signed('expired', 'another key'),
    'expired',
    `Access token for user 1, HS256. ${V10} It claims to have expired 3 minutes 20 seconds ago, but unverified claims prove nothing.`,
    noMatch,
    `fail: It says: ${expired}`,
  ],
  [
    'mismatch',
    signed('not yet', 'another key'),
    'not yet',
    `Access token for user 1, HS256. ${V10} It claims to start in 2 minutes 5 seconds, but unverified claims prove nothing.`,
    noMatch,
    `fail: It says: ${notBefore}`,
  ],
  [
    'mismatch',
    signed('no exp', 'another key'),
    'no exp',
    `Access token for user 1, HS256. ${V10} It never expires: there is no exp claim.`,
    noMatch,
    `warning: It says: ${never}`,
  ],
  [
    'none',
    unsigned('in time'),
    'in time',
    `Access token for user 1, none. ${V13} Expires in 4 minutes 12 seconds.`,
    nothingSigned,
    `pass: It says: ${until}`,
  ],
  [
    'none',
    unsigned('expired'),
    'expired',
    `Access token for user 1, none. ${V13} Expired 3 minutes 20 seconds ago (2025-12-31 23:56:40 UTC).`,
    nothingSigned,
    `fail: It says: ${expired}`,
  ],
  [
    'none',
    unsigned('not yet'),
    'not yet',
    `Access token for user 1, none. ${V13} Not usable for another 2 minutes 5 seconds (nbf 2026-01-01 00:02:05 UTC).`,
    nothingSigned,
    `fail: It says: ${notBefore}`,
  ],
  [
    'none',
    unsigned('no exp'),
    'no exp',
    `Access token for user 1, none. ${V13} It never expires: there is no exp claim.`,
    nothingSigned,
    `warning: It says: ${never}`,
  ],
  [
    'no key',
    signed('in time'),
    'in time',
    `Access token for user 1, HS256. ${V2} Expires in 4 minutes 12 seconds.`,
    noKey,
    `pass: It says: ${until}`,
  ],
  [
    'no key',
    signed('expired'),
    'expired',
    `Access token for user 1, HS256. ${V2} Expired 3 minutes 20 seconds ago (2025-12-31 23:56:40 UTC).${SKEW}`,
    noKey,
    `fail: It says: ${expired}`,
  ],
  [
    'no key',
    signed('not yet'),
    'not yet',
    `Access token for user 1, HS256. ${V2} Not usable for another 2 minutes 5 seconds (nbf 2026-01-01 00:02:05 UTC).${SKEW}`,
    noKey,
    `fail: It says: ${notBefore}`,
  ],
  [
    'no key',
    signed('no exp'),
    'no exp',
    `Access token for user 1, HS256. ${V2} It never expires: there is no exp claim.`,
    noKey,
    `warning: It says: ${never}`,
  ],
]

const stateOfTime = async (time: Time, key: string): Promise<Phrase['state'] | undefined> => {
  const { headline } = await judge(signed(time), { key })
  return headline.answers.flat().findLast(({ isLead }) => isLead)?.state
}

const toldOf = async (
  token: string,
  question: Parameters<typeof judge>[1] = { key: strongSecret },
): Promise<string> => (await judge(token, question)).told

describe('a signature and a time are two answers', () => {
  const rows = matrix.map(([signature, token, time, told, signatureRung, timeRung]) => ({
    name: `${signature}, ${time}`,
    key: signature === 'no key' ? '' : strongSecret,
    token,
    told,
    signatureRung,
    timeRung,
  }))
  test.each(rows)('$name', async ({ key, token, told, signatureRung, timeRung }) => {
    const judged = await judge(token, { key })
    expect(judged.told).toBe(told)
    expect(rungOf(judged, 'Signature')).toMatch(signatureRung)
    expect(rungOf(judged, 'Time')).toBe(timeRung)
  })

  test('the time looks good only beside a signature that passed, and looks bad in any case', async () => {
    expect(await stateOfTime('in time', strongSecret)).toBe('pass')
    expect(await stateOfTime('in time', '')).toBeNull()
    expect(await stateOfTime('in time', 'another key')).toBeNull()
    expect(await stateOfTime('no exp', strongSecret)).toBe('warning')
    expect(await stateOfTime('no exp', '')).toBeNull()
    expect(await stateOfTime('expired', strongSecret)).toBe('fail')
    expect(await stateOfTime('expired', '')).toBe('fail')
    expect(await stateOfTime('not yet', 'another key')).toBe('fail')
  })

  test('a good signature of an expired token stays good: its words are not coloured as failed', async () => {
    const { headline } = await judge(signed('expired'), { key: strongSecret })
    expect(headline.answers.flat().map(({ text, state }) => [text, state])[0]).toEqual([
      'Signature valid,',
      'pass',
    ])
  })
})

describe('the exact sentences of ux.md 3.5', () => {
  const sub = { sub: '42', iat: NOW - 60 }

  test('V1: nothing is pasted', async () => {
    expect(await toldOf('')).toBe('Paste a token to begin. Nothing you paste leaves this tab.')
  })

  test('V5: the two largest units in full words, years included', async () => {
    const token = hmacToken('HS256', strongSecret, JSON.stringify({ user_id: 1, exp: 1545224259 }))
    expect(await toldOf(token, { key: strongSecret, now: Date.UTC(2026, 10, 25) / 1000 })).toBe(
      'Token for user 1, HS256. Signature valid, but expired 7 years 11 months ago (2018-12-19 12:57:39 UTC). A server should refuse it.',
    )
  })

  test('V6: expired inside the leeway', async () => {
    const token = hmacToken('HS256', strongSecret, JSON.stringify({ ...sub, exp: NOW - 12 }))
    const judged = await judge(token, { key: strongSecret, leeway: 30 })
    expect(judged.told).toBe(
      'Token for 42, HS256. Signature valid. Expired 12 seconds ago, inside the 30 s leeway: some servers still accept it.',
    )
    expect(rungOf(judged, 'Time')).toBe(
      'warning: expired 2025-12-31 23:59:48 UTC, inside the 30 s leeway',
    )
  })

  test('V6 without a key says it of the time alone', async () => {
    const token = hmacToken('HS256', strongSecret, JSON.stringify({ ...sub, exp: NOW - 12 }))
    expect(await toldOf(token, { leeway: 30 })).toBe(
      `Token for 42, HS256. ${V2} Expired 12 seconds ago, inside the 30 s leeway: some servers still accept it.`,
    )
  })

  test('V9: a weak secret is said in the same breath as the good signature', async () => {
    const token = hmacToken('HS256', 'secret', JSON.stringify({ ...sub, exp: NOW + 252 }))
    const judged = await judge(token, { key: 'secret' })
    expect(judged.told).toBe(
      'Token for 42, HS256. Signature valid, but the secret is 6 bytes. HS256 needs at least 32; this one can be guessed. Expires in 4 minutes 12 seconds.',
    )
    expect(rungOf(judged, 'Signature')).toMatch(/^pass: /)
    expect(rungOf(judged, 'Key')).toBe('warning: 6 bytes; HS256 needs at least 32')
  })

  test('V9 and expired: neither answer swallows the other', async () => {
    const token = hmacToken('HS256', 'secret', JSON.stringify({ ...sub, exp: NOW - 200 }))
    expect(await toldOf(token, { key: 'secret' })).toBe(
      `Token for 42, HS256. Signature valid, but the secret is 6 bytes. HS256 needs at least 32; this one can be guessed. Expired 3 minutes 20 seconds ago (2025-12-31 23:56:40 UTC).${SKEW}`,
    )
  })

  test('V12: a near miss closes the mismatch', async () => {
    const secret = Buffer.from(strongSecret).toString('base64')
    const token = hmacToken('HS256', strongSecret, JSON.stringify({ ...sub, exp: NOW + 252 }))
    expect(await toldOf(token, { key: secret })).toBe(
      `Token for 42, HS256. ${V10} Close: it matches if the secret is read as base64. It claims to expire in 4 minutes 12 seconds, but unverified claims prove nothing.`,
    )
  })

  test('V14: alg none with a third part', async () => {
    expect(await toldOf(`${encode('{"alg":"none"}')}.${encode('{"sub":"42"}')}.abcd`)).toBe(
      'Token for 42, none. alg is none, yet there is a third part. The standard wants it empty: a server must refuse this token, and nobody vouches for its claims. It never expires: there is no exp claim.',
    )
  })

  test('V15: the signature is missing', async () => {
    const [header, payload] = hmacToken('HS256', 'x', '{"sub":"42"}').split('.')
    expect(await toldOf(`${header}.${payload}.`)).toContain(
      'Signature missing. The header promises HS256 but nothing follows the second dot.',
    )
  })

  test('V16: a signature of the wrong length', async () => {
    const token = hmacToken('HS256', strongSecret, '{"sub":"42"}')
    const cut = Buffer.from(token.split('.')[2] ?? '', 'base64url').subarray(0, 31)
    expect(await toldOf(`${token.split('.').slice(0, 2).join('.')}.${encode(cut)}`)).toContain(
      'Signature is 31 bytes; HS256 always makes 32. The end was probably cut off.',
    )
  })

  test('V18: an unknown algorithm with a near name', async () => {
    const token = `${encode('{"alg":"HS265"}')}.${encode('{"sub":"42"}')}.abcd`
    expect(await toldOf(token)).toContain('Unknown algorithm ‘HS265’. Did you mean HS256?')
  })

  test('V25: a signed message is no JWT, and has no time to speak of', async () => {
    expect(await toldOf(hmacToken('HS256', strongSecret, 'hello'))).toBe(
      'Signed message, HS256. Signature valid, but the payload isn’t JSON, so this is a signed message, not a JWT.',
    )
  })

  test('V26: an encrypted token says who could read it', async () => {
    const jwe = encryptedToken('{"alg":"RSA-OAEP","enc":"A256GCM"}', 256)
    expect(await toldOf(jwe, {})).toBe(
      'Encrypted token (JWE), RSA-OAEP. Encrypted token. Its claims are hidden; only the holder of the private key can read them.',
    )
  })

  test('milliseconds in exp are said, and nothing is concluded from them', async () => {
    const token = hmacToken('HS256', strongSecret, JSON.stringify({ ...sub, exp: NOW * 1000 }))
    expect(await toldOf(token)).toBe(
      'Token for 42, HS256. Signature valid. exp looks like milliseconds. 1767225600000 is the year 57971 in seconds. Divide by 1000: 2026-01-01 00:00:00 UTC.',
    )
  })
})

const whatOf = async (token: string): Promise<string> => (await judge(token)).headline.what

const withHeader = (header: string): string => `${encode(header)}.${encode('{"sub":"42"}')}.abcd`

describe('the beginning of the headline', () => {
  test('says what it is, for whom, and how it was signed', async () => {
    expect(await whatOf(signed('in time'))).toBe('Access token for user 1, HS256.')
  })

  test('says that nobody is named', async () => {
    expect(await whatOf(hmacToken('HS256', 'x', '{}'))).toBe('Token that names nobody, HS256.')
  })

  test('says that no algorithm is named', async () => {
    expect(await whatOf(withHeader('{"typ":"JWT"}'))).toBe('Token for 42, no algorithm named.')
  })

  test('says which of several signatures or recipients is meant', async () => {
    const signature = encode(new Uint8Array(32))
    const entry = { protected: encode('{"alg":"HS256"}'), signature }
    const form = { payload: encode('{"sub":"42"}'), signatures: [entry, entry] }
    expect(await whatOf(JSON.stringify(form))).toBe('Token for 42, HS256, signature 1 of 2.')
  })

  test('five parts without a header that can be read are not called an encrypted token', async () => {
    expect(await whatOf('aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8')).toBe(
      'Five parts, as an encrypted token (JWE) has them.',
    )
  })

  test('cuts an algorithm of any length and shows what is invisible in it', async () => {
    const what = await whatOf(withHeader(JSON.stringify({ alg: `\u202e${'A'.repeat(5000)}` })))
    expect(what.length).toBeLessThan(60)
    expect(what).toContain('U+202E')
  })

  test('a part of a token is told as far as it is there', async () => {
    const [header, payload] = signed('in time').split('.')
    expect(await whatOf(`${header}.${payload}`)).toBe('Access token for user 1, HS256.')
  })

  test('too many parts make a text of so many characters', async () => {
    expect(await whatOf('a.b.c.d')).toBe('Text of 7 characters.')
  })
})

const tickingOf = async (token: string, key = strongSecret): Promise<string[]> => {
  const { headline } = await judge(token, { key })
  return headline.answers.flat().flatMap(({ isTicking, text }) => (isTicking ? [text] : []))
}

describe('what ticks', () => {
  test('is the duration alone', async () => {
    expect(await tickingOf(signed('in time'))).toEqual(['4 minutes 12 seconds'])
    expect(await tickingOf(signed('expired'))).toEqual(['3 minutes 20 seconds'])
    expect(await tickingOf(signed('not yet'), '')).toEqual(['2 minutes 5 seconds'])
    expect(await tickingOf(signed('no exp'))).toEqual([])
  })

  test('leaves the rest of the headline as it was a second ago', async () => {
    for (const time of ['in time', 'expired', 'not yet', 'no exp'] as const)
      for (const key of ['', strongSecret, 'another key']) {
        // oxlint-disable no-await-in-loop -- one after another reads better where it fails
        const still = async (now: number): Promise<unknown> =>
          (await judge(signed(time), { key, now })).headline.answers.map((answer) =>
            answer.map((phrase) => ({ ...phrase, text: phrase.isTicking ? '…' : phrase.text })),
          )
        expect(await still(NOW + 1)).toEqual(await still(NOW))
        // oxlint-enable no-await-in-loop
      }
  })
})

describe('a broken token without a key', () => {
  test('answers with its gravest fault, not with the missing key', async () => {
    const [header, payload] = hmacToken('HS256', 'x', '{"sub":"42"}').split('.')
    const { told } = await judge(`${header}.${payload}.%%%`)
    expect(told).not.toContain('Add a key')
    expect(told).not.toContain('Signed message')
  })
})

describe('the word valid', () => {
  const hostile = [
    '',
    'hello',
    'a.b.c',
    'a.b.c.d',
    `${encode('{')}.${encode('{}')}.`,
    `${encode('{"alg":"none"}')}.${encode('{}')}.`,
    `${encode('{"alg":"nOnE"}')}.${encode('{}')}.abcd`,
    `${encode('{"alg":"HS256","crit":["b64"],"b64":false}')}.e30.${encode(new Uint8Array(32))}`,
    `${encode('{"alg":"HS265"}')}.e30.abcd`,
    `${encode('{"alg":"ES256"}')}.e30.${encode(new Uint8Array(64))}`,
    `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`,
    `${encode('{"alg":"HS256"}')}.${encode(new Uint8Array([0xc3, 0x28]))}.abcd`,
    `${encode('{"alg":"HS256"}')}==.${encode('[1]')}.ab+/`,
    hmacToken('HS256', 'secret', '{"exp":"soon","nbf":1e30,"iat":-1}'),
    hmacToken('HS256', '', '{"exp":1767225600000}'),
    hmacToken('HS384', strongSecret, '{"a":1,"a":2}'),
    hmacToken('HS512', strongSecret, 'hello'),
  ]
  const tokens = [...hostile, ...matrix.map(([, token]) => token)]
  const keys = [
    '',
    'secret',
    strongSecret,
    '{"kty":"oct"}',
    '{"keys":[]}',
    '-----BEGIN PUBLIC KEY-----',
    'ssh-rsa AAAA',
  ]

  test.each(keys)('never stands without what is valid, with the key %j', async (key) => {
    const judged = await Promise.all(
      tokens.map((token) => judge(token, { key, leeway: 300, clock: NOW })),
    )
    const sentences = judged.flatMap(({ told, rungs, findings }) =>
      [told].concat(
        rungs.map(({ reason }) => reason),
        findings.flatMap(({ title, text }) => [title, text]),
      ),
    )
    expect(sentences.filter((said) => /(?<!signature )\bvalid\b/i.test(said))).toEqual([])
    expect(sentences.filter((said) => /invalid|undefined|\[object|null|NaN/i.test(said))).toEqual(
      [],
    )
  })
})
