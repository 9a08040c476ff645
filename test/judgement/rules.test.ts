import { describe, expect, test } from 'vitest'
import { type FindingId, rules } from '../../src/judgement/findings/rules.ts'
import { readIntake } from '../../src/intake/readIntake.ts'
import { readLink } from '../../src/token/link.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import {
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs8,
  publicJwk,
  spki,
  strongSecret,
} from '../verification/makeToken.ts'
import { judge, NOW, type Question } from './judge.ts'

const claims = { iss: 'a', aud: 'b', sub: 'c', iat: NOW - 60, exp: NOW + 60 }

/** A token and what it is judged with. */
type Case = string | [token: string, question: Question]

const text = (payload: string, header: object = {}): string =>
  hmacToken('HS256', strongSecret, payload, header)
const token = (more: object = {}, header: object = {}): string =>
  text(JSON.stringify({ ...claims, ...more }), header)
const withHeader = (header: object): string => token({}, header)
const sealed = (header: object): string =>
  `${encode(JSON.stringify({ alg: 'dir', enc: 'A128GCM', ...header }))}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`
const signedWith = (secret: string): Case => [
  hmacToken('HS256', secret, JSON.stringify(claims)),
  { key: secret },
]

const signedBy = (
  name: 'rsa' | 'smallRsa',
  keyText: (pair: (typeof keyPairs)['rsa']) => string,
  more: Question = {},
): Case => [
  keyPairToken('RS256', keyPairs[name], JSON.stringify(claims)),
  { key: keyText(keyPairs[name]), ...more },
]

const good = token()
const [header = '', payload = '', signature = ''] = good.split('.')
const at = (typ: string, more: object): string =>
  token({ client_id: 'x', jti: 'y', ...more }, { typ })

/** For each rule a token that it finds, and the nearest one that it lets pass. */
const cases: Record<FindingId, { found: Case; passed: Case }> = {
  'part-count': { found: `${header}.${payload}`, passed: `${header}.${payload}.` },
  'cut-out': {
    found: `${header}.${payload.slice(0, 9)}...${signature}`,
    passed: `${header}.${payload.slice(0, 9)}.${signature}`,
  },
  'empty-header': { found: `.${payload}.${signature}`, passed: good },
  'illegal-character': { found: `${good}%`, passed: good },
  'standard-alphabet': {
    found: `${header}.${encode('{"a":"?>?>"}').replace('_', '/')}.${signature}`,
    passed: `${header}.${encode('{"a":"?>?>"}')}.${signature}`,
  },
  padding: { found: `${good}=`, passed: good },
  'impossible-length': {
    found: `${header}.${payload}.${signature}aa`,
    passed: `${header}.${payload}.${signature}a`,
  },
  'unused-bits': {
    found: `${header}.${payload}.${'A'.repeat(42)}B`,
    passed: `${header}.${payload}.${'A'.repeat(42)}E`,
  },
  'not-utf8': {
    found: `${header}.${encode(new Uint8Array([0xc3, 0x28]))}.${signature}`,
    passed: `${header}.${encode(new Uint8Array([0xc3, 0xa8]))}.${signature}`,
  },
  'not-json': { found: text('{"a":1,}'), passed: text('{"a":1}') },
  'byte-order-mark': { found: text('\ufeff{"a":1}'), passed: text('{"a":"\ufeff"}') },
  'duplicate-name': { found: text('{"a":1,"a":1}'), passed: text('{"a":1,"A":1}') },
  'not-an-object': { found: text('[1]'), passed: text('{"a":[1]}') },
  'empty-payload': { found: `${header}..${signature}`, passed: text('{}') },
  'alg-missing': {
    found: `${encode('{}')}.${payload}.${signature}`,
    passed: `${encode('{"alg":"x"}')}.${payload}.${signature}`,
  },
  'alg-not-text': {
    found: `${encode('{"alg":1}')}.${payload}.${signature}`,
    passed: `${encode('{"alg":"1"}')}.${payload}.${signature}`,
  },
  'b64-without-crit': {
    found: withHeader({ b64: false }),
    passed: withHeader({ b64: true }),
  },
  'of-form': {
    found: JSON.stringify({ payload, signatures: [] }),
    passed: JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
  },
  unsigned: {
    found: `${encode('{"alg":"none"}')}.${payload}.`,
    passed: `${encode('{"alg":"nonce"}')}.${payload}.`,
  },
  'algorithm-confusion': {
    found: [good, { key: spki(keyPairs.rsa) }],
    passed: [good, { key: 'a secret' }],
  },
  'signature-missing': { found: `${header}.${payload}.`, passed: `${header}.${payload}.AA` },
  'signature-length': {
    found: `${header}.${payload}.${encode(new Uint8Array(31))}`,
    passed: `${header}.${payload}.${encode(new Uint8Array(32))}`,
  },
  'unknown-algorithm': {
    found: `${encode('{"alg":"hs256"}')}.${payload}.${signature}`,
    passed: `${encode('{"alg":"other"}')}.${payload}.${signature}`,
  },
  'critical-extension': {
    found: withHeader({ crit: ['x'], x: 1 }),
    passed: withHeader({ x: 1 }),
  },
  'weak-secret': { found: signedWith('q'.repeat(31)), passed: signedWith('q'.repeat(32)) },
  'public-secret': { found: signedWith('secret'), passed: signedWith('Secre7') },
  'small-rsa': { found: signedBy('smallRsa', spki), passed: signedBy('rsa', spki) },
  'self-asserted': {
    found: signedBy('rsa', spki, { isFromToken: true }),
    passed: signedBy('rsa', spki),
  },
  'private-key': { found: signedBy('rsa', pkcs8), passed: signedBy('rsa', spki) },
  'key-label': {
    found: signedBy('rsa', (pair) => JSON.stringify({ ...publicJwk(pair), use: 'enc' })),
    passed: signedBy('rsa', (pair) => JSON.stringify({ ...publicJwk(pair), use: 'sig' })),
  },
  'secret-in-header': {
    found: withHeader({ jwk: { kty: 'oct', k: 'AA' } }),
    passed: withHeader({ jwk: { kty: 'EC', x: 'AA', y: 'AA' } }),
  },
  'brought-key': { found: withHeader({ x5c: [] }), passed: withHeader({ x5t: 'AA' }) },
  'key-address': {
    found: withHeader({ jku: 'https://x.example' }),
    passed: token({ jku: 'https://x.example' }),
  },
  'kid-shape': { found: withHeader({ kid: '../1' }), passed: withHeader({ kid: '..1' }) },
  'old-padding': { found: sealed({ alg: 'RSA1_5' }), passed: sealed({ alg: 'RSA-OAEP' }) },
  compressed: { found: sealed({ zip: 'DEF' }), passed: withHeader({ zip: 'DEF' }) },
  'few-rounds': {
    found: sealed({ alg: 'PBES2-HS256+A128KW', p2c: 999 }),
    passed: sealed({ alg: 'PBES2-HS256+A128KW', p2c: 1000 }),
  },
  'no-exp': { found: token({ exp: undefined }), passed: token({ exp: NOW + 9 }) },
  'exp-before-iat': { found: token({ exp: NOW - 60 }), passed: token({ exp: NOW - 59 }) },
  'nbf-after-exp': { found: token({ nbf: NOW + 60 }), passed: token({ nbf: NOW + 59 }) },
  'clock-skew': { found: token({ exp: NOW - 300 }), passed: token({ exp: NOW - 301 }) },
  'iat-in-future': { found: token({ iat: NOW + 1 }), passed: token({ iat: NOW }) },
  'date-unit': {
    found: token({ exp: (NOW + 60) * 1000 }),
    passed: token({ exp: (NOW + 60) * 2 }),
  },
  'date-type': { found: token({ nbf: '1' }), passed: token({ nbf: 1 }) },
  'long-life': {
    found: token({ iat: NOW, exp: NOW + 3601 }),
    passed: token({ iat: NOW, exp: NOW + 3600 }),
  },
  'still-alive': {
    found: [good, { clock: NOW + 59 }],
    passed: [good, { clock: NOW + 60 }],
  },
  'no-aud': { found: token({ aud: undefined }), passed: token({ aud: [] }) },
  'no-iss': { found: token({ iss: undefined }), passed: good },
  'claim-type': { found: token({ sub: 1 }), passed: token({ sub: '1' }) },
  'refresh-token': {
    found: token({ token_type: 'refresh' }),
    passed: token({ token_type: 'access' }),
  },
  'id-token': { found: token({ nonce: 'x' }), passed: token({ once: 'x' }) },
  'access-profile': {
    found: at('at+jwt', { jti: undefined }),
    passed: at('at+jwt', {}),
  },
  'secret-in-claim': {
    found: token({ user: { 'pass-word': 'x' } }),
    passed: token({ user: { password_set: 'x' } }),
  },
  'personal-data': {
    found: token({ email: 'x@y.example' }),
    passed: token({ email: 'x@y.example', nonce: 'an ID token carries it on purpose' }),
  },
  'rounded-number': {
    found: text('{"id":9007199254740993}'),
    passed: text('{"id":9007199254740992}'),
  },
  'near-name': { found: token({ Exp: 1 }), passed: token({ experience: 1 }) },
  'hidden-mark': { found: token({ a: '\u202e' }), passed: token({ a: '\u00ad' }) },
  'too-large': { found: ofLength(8167), passed: ofLength(8166) },
  'double-encoding': { found: token({ name: 'JosÃ©' }), passed: token({ name: 'JosÃ' }) },
  'in-address': {
    found: pasted(`https://x.example/?access_token=${good}`),
    passed: pasted(`https://x.example/#access_token=${good}`),
  },
  'in-fragment': {
    found: pasted(`https://x.example/#access_token=${good}`),
    passed: pasted(`https://x.example/?access_token=${good}`),
  },
  'plain-http': {
    found: pasted(`curl http://api.example/me -H 'Authorization: Bearer ${good}'`),
    passed: pasted(`curl http://127.0.0.1:8000/me -H 'Authorization: Bearer ${good}'`),
  },
  'cookie-for-scripts': {
    found: pasted(`Set-Cookie: jwt=${good}; Secure; SameSite=Lax`),
    passed: pasted(`Set-Cookie: jwt=${good}; secure; httponly; SameSite=Lax`),
  },
  'cookie-in-clear': {
    found: pasted(`Set-Cookie: jwt=${good}; HttpOnly; SameSite=Lax`),
    // a browser sends cookies without their attributes, so nothing is known of those
    passed: pasted(`Cookie: jwt=${good}`),
  },
  'cookie-across-sites': {
    found: pasted(`Set-Cookie: jwt=${good}; HttpOnly; Secure; SameSite=None`),
    passed: pasted(`Set-Cookie: jwt=${good}; HttpOnly; Secure; SameSite=Strict`),
  },
  'cookie-life': {
    found: pasted(cookieUntil(NOW + 60 + 61)),
    passed: pasted(cookieUntil(NOW + 60 + 60)),
  },
  'wrong-place': {
    found: pasted(`Authorization: Bearer ${token({ token_type: 'refresh' })}`),
    passed: pasted(`Authorization: Bearer ${token({ token_type: 'access' })}`),
  },
}

/** A token as it comes out of a pasted text, with the way it came. */
function pasted(paste: string): [token: string, question: Question] {
  const { tokens, carried } = readIntake(paste)
  const [carriage] = carried
  return [tokens[0]?.text ?? '', carriage ? { carriage } : {}]
}

function cookieUntil(seconds: number): string {
  const expires = new Date(seconds * 1000).toUTCString()
  return `Set-Cookie: jwt=${good}; Expires=${expires}; HttpOnly; Secure; SameSite=Lax`
}

/** The shortest payload padding that makes the whole token that long. */
function ofLength(characters: number): string {
  for (let size = 5900; ; size++) {
    const long = token({ perms: 'x'.repeat(size) })
    if (long.length >= characters) return long.slice(0, characters)
  }
}

async function idsFor(one: Case): Promise<string[]> {
  const [tokenText, question] = typeof one === 'string' ? [one, {}] : one
  const { findings } = await judge(tokenText, { key: '', ...question })
  return findings.map(({ id }) => id)
}

describe('every rule finds its token, and not the nearest other one', () => {
  test.each(Object.entries(cases))('%s', async (id, { found, passed }) => {
    expect(await idsFor(found)).toContain(id)
    expect(await idsFor(passed)).not.toContain(id)
  })
})

const placeOf = async (tokenText: string, id: FindingId): Promise<string | null> => {
  const { findings } = await judge(tokenText, { key: '' })
  const place = findings.find((finding) => finding.id === id)?.place
  if (!place || typeof place === 'string') return place ?? null
  const span = readLink(readAnyForm(tokenText, plainForm), place)?.characters
  return span ? tokenText.slice(span.start, span.end) : null
}

describe('the place of a finding', () => {
  test('is the smallest run of characters that carries the claim', async () => {
    // bytes 24 to 41 of the payload are carried by its characters 31 to 55
    const notes =
      '{"token_type":"access","exp":"1545224259","jti":"2bd56272b3b2","user_id":1,"iss":"a","aud":"b"}'
    const found = await placeOf(text(notes), 'date-type')
    expect(found).toBe(encode(notes).slice(30, 55))
  })

  test('is in the header where a parameter is meant', async () => {
    const strange = withHeader({ kid: '../1' })
    const found = await placeOf(strange, 'kid-shape')
    expect(found).not.toBeNull()
    expect(strange.split('.')[0]).toContain(found)
  })

  test('is none where something is missing', async () => {
    expect(await placeOf(token({ exp: undefined }), 'no-exp')).toBeNull()
  })
})

/** What is found in a pasted text, where the token itself gives no reason. */
const toldOf = async (paste: string): Promise<string[]> => {
  const [tokenText, question] = pasted(paste)
  const { findings } = await judge(tokenText, { ...question, clock: NOW + 60 })
  return findings.map(({ severity, title }) => `${severity}: ${title}`)
}

describe('the way a token came', () => {
  test('is a risk in a query, a note behind #', async () => {
    expect(await toldOf(`https://x.example/cb?token=${good}`)).toEqual([
      'Risk: Query strings are logged by servers and proxies.',
    ])
    expect(await toldOf(`https://x.example/cb#token=${good}`)).toEqual([
      'Note: The token came in the part of an address behind #.',
    ])
  })

  test('is told once where address and command agree', async () => {
    expect(await toldOf(`curl 'http://api.example/me?token=${good}'`)).toEqual([
      'Risk: Query strings are logged by servers and proxies.',
      'Risk: The request goes to api.example over plain http: anyone on the way can read the token.',
    ])
  })

  test('counts the life of a cookie from iat, and lets Max-Age go before Expires', async () => {
    const cookie = `Set-Cookie: jwt=${good}; HttpOnly; Secure; SameSite=Lax`
    expect(await toldOf(`${cookie}; Max-Age=3600; Expires=Thu, 01 Jan 1970 00:00:00 GMT`)).toEqual([
      'Note: The cookie outlives its token by 58 minutes.',
    ])
    expect(await toldOf(`${cookie}; Max-Age=120`)).toEqual([])
    expect(await toldOf(`${cookie}; Max-Age=30`)).toEqual([
      'Note: The cookie ends 1 minute 30 seconds before its token.',
    ])
    expect(await toldOf(`${cookie}; Expires=soon`)).toEqual([])
  })
})

describe('a rule', () => {
  test.each(Object.entries(rules))(
    '%s rests on a paragraph, and says why and what to do',
    (_, rule) => {
      expect(rule.basis).toMatch(/^RFC \d{4} (?:section \d[\d.]*|appendix [A-Z])$/)
      expect(rule.name).toMatch(/^[A-Zb].*[^.]$/)
      for (const sentences of [rule.reason, rule.remedy]) {
        expect(sentences).toMatch(/^\S.*\.$/)
        expect(sentences).not.toMatch(/!|\bvalid\b|'/)
      }
    },
  )
})

const severityOf = async (more: object): Promise<string | undefined> => {
  const { findings } = await judge(token({ exp: NOW + 86_400, ...more }), { key: '' })
  return findings.find(({ id }) => id === 'long-life')?.severity
}

describe('what is no finding', () => {
  test('RS256, and a life of one hour', async () => {
    expect(await idsFor(signedBy('rsa', spki, { clock: NOW + 60 }))).toEqual([])
  })

  test('a long life of a refresh token', async () => {
    const refresh = token({ token_type: 'refresh', exp: NOW + 86_400 })
    expect(await idsFor(refresh)).not.toContain('long-life')
  })

  test('a long life is a note, and a risk only of what says it is an access token', async () => {
    expect(await severityOf({})).toBe('Note')
    expect(await severityOf({ token_type: 'access' })).toBe('Risk')
  })
})
