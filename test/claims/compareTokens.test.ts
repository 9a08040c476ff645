import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ComparisonRow, compareTokens } from '../../src/claims/compareTokens.ts'
import { readToken } from '../../src/token/readToken.ts'
import {
  NOTES_ACCESS,
  NOTES_CURL,
  NOTES_HTTPIE,
  NOTES_POSTED,
  NOTES_REFRESH,
} from '../intake/tokens.ts'
import { encode, HS256, tokenOf } from '../token/tokens.ts'

const compare = (a: string, b: string): ReturnType<typeof compareTokens> =>
  compareTokens(readToken(a), readToken(b))

const told = (a: string, b: string): string[] =>
  compare(a, b).summary.map(({ certainty, words }) =>
    certainty === 'inferred' ? `Inferred: ${words}` : words,
  )

const claims = (a: string, b: string): ReturnType<typeof compareTokens> =>
  compare(tokenOf(HS256, a), tokenOf(HS256, b))

/** The rows of the payload. */
const rowsOf = (a: string, b: string): ComparisonRow[] =>
  claims(a, b).rows.filter(({ part }) => part === 'payload')

/** "relation: words" of the only claim. */
const onlyOne = (a: string, b: string): string => {
  const [row, ...others] = rowsOf(a, b)
  expect(others).toEqual([])
  return `${row?.relation}: ${row?.words}`
}

const summaryOf = (a: string, b: string): string[] => told(tokenOf(HS256, a), tokenOf(HS256, b))

/** The line on the signatures stands last. */
const last = (a: string, b: string): string | undefined => told(a, b).at(-1)

const deep = (inside: string): string => `${'['.repeat(1e5)}${inside}${']'.repeat(1e5)}`

const inferences = (a: string, b: string): string[] =>
  told(a, b).filter((line) => line.startsWith('Inferred') || line.startsWith('They say'))

const token = (type: string, claimsText: string): string =>
  tokenOf(HS256, `{"token_type":"${type}","user_id":1,${claimsText}}`)

const CONDITION = 'Inferred: If their lifetimes are SimpleJWT’s defaults'

const apart = (first: string, second: string): string =>
  `${CONDITION}, the first was issued at ${first} and the second at ${second}, so most likely by different logins`

describe('rows', () => {
  test('stand in reading order: header first, then the claims of the first token, then those of the second alone', () => {
    const { rows } = compare(
      tokenOf('{"typ":"JWT","alg":"HS256"}', '{"sub":"1","exp":9,"a":true}'),
      tokenOf('{"alg":"HS256","kid":"k"}', '{"z":0,"exp":9,"sub":"1"}'),
    )
    expect(rows.map(({ part, name, relation }) => `${part} ${name} ${relation}`)).toEqual([
      'header typ only-left',
      'header alg same',
      'header kid only-right',
      'payload sub same',
      'payload exp same',
      'payload a only-left',
      'payload z only-right',
    ])
  })

  test('show values as each token writes them', () => {
    const [row] = rowsOf('{"id":1.0}', '{"id":"1"}')
    expect(row?.left?.text).toBe('1.0')
    expect(row?.right?.text).toBe('"1"')
    expect(rowsOf('{"id":1}', '{}')[0]?.right).toBeNull()
  })

  test('show the date beside the number of a time claim', () => {
    const [exp] = rowsOf('{"exp":1545224259}', '{"exp":"soon"}')
    expect(exp?.left).toEqual({
      text: '1545224259',
      size: null,
      instant: '2018-12-19 12:57:39 UTC',
    })
    expect(exp?.right?.instant).toBeNull()
    expect(rowsOf('{"id":1545224259}', '{}')[0]?.left?.instant).toBeNull()
  })

  test('show nothing invisible', () => {
    const [row] = rowsOf('{"a\\u202e":"x\\u200b"}', '{}')
    expect(row?.name).toBe('aU+202E')
    expect(row?.left?.text).toBe('"xU+200B"')
  })
})

describe('a difference in words', () => {
  test.each([
    ['exp', 1545224259, 1545310359, 'The second expires 23 hours 55 minutes later.'],
    ['iat', 1000, 1252, 'The second was issued 4 minutes 12 seconds later.'],
    ['iat', 1252, 1000, 'The second was issued 4 minutes 12 seconds earlier.'],
    ['nbf', 0, 60, 'The second becomes usable 1 minute later.'],
    ['auth_time', 60, 0, 'Its sign-in was 1 minute earlier.'],
    ['refresh_exp', 0, 86_400, 'Renewing it ends 1 day later.'],
    ['iat', 1.25, 1.5, 'The second was issued less than a second later.'],
  ])('%s %d and %d', (name, a, b, words) => {
    expect(onlyOne(`{"${name}":${a}}`, `{"${name}":${b}}`)).toBe(`changed: ${words}`)
  })

  test.each([
    ['text', '{"x":"a"}', '{"x":"b"}', 'Other text.'],
    ['an issuer', '{"iss":"a"}', '{"iss":"b"}', 'Other issuer.'],
    ['a number', '{"user_id":1}', '{"user_id":2}', 'Other number.'],
    [
      'a number as text',
      '{"user_id":1}',
      '{"user_id":"1"}',
      'The same digits, as text instead of a number.',
    ],
    ['true and false', '{"admin":true}', '{"admin":false}', 'False instead of true.'],
    ['null', '{"x":"a"}', '{"x":null}', 'Null instead of text.'],
    [
      'a date that is text',
      '{"exp":9}',
      '{"exp":"9"}',
      'The same digits, as text instead of a number.',
    ],
    ['milliseconds', '{"exp":1545224259}', '{"exp":1545224259000}', 'Other number.'],
    ['roles', '{"roles":["a","b"]}', '{"roles":["b","c","d"]}', 'Added: c and d. Removed: a.'],
    [
      'the order of roles',
      '{"roles":["a","b"]}',
      '{"roles":["b","a"]}',
      'Same members in another order.',
    ],
    ['a repeat', '{"roles":["a"]}', '{"roles":["a","a"]}', 'Added: a.'],
    [
      'scopes',
      '{"scope":"openid email"}',
      '{"scope":"profile openid"}',
      'Added: profile. Removed: email.',
    ],
    ['scopes and their array', '{"scope":"a b"}', '{"scope":["b"]}', 'Removed: a.'],
    ['one audience', '{"aud":"a"}', '{"aud":"b"}', 'Other audience.'],
    [
      'one audience and an array of it',
      '{"aud":"a"}',
      '{"aud":["a"]}',
      'Same members, as an array instead of text.',
    ],
    ['one audience more', '{"aud":"a"}', '{"aud":["a","b"]}', 'Added: b.'],
    [
      'members of an object',
      '{"x":{"a":1,"b":2}}',
      '{"x":{"b":3,"c":{}}}',
      'Added: c. Removed: a. Changed: b.',
    ],
    ['text and an array of it', '{"x":"a"}', '{"x":["a"]}', 'An array instead of text.'],
    ['the order of a repeated name', '{"x":{"a":1,"a":2}}', '{"x":{"a":2,"a":1}}', 'Changed: a.'],
  ])('%s', (_, a, b, words) => {
    expect(onlyOne(a, b)).toBe(`changed: ${words}`)
  })

  test('long texts that look alike once cut say up to where they are', () => {
    const start = 'x'.repeat(70)
    const end = 'y'.repeat(70)
    expect(onlyOne(`{"t":"${start}1${end}"}`, `{"t":"${start}2${end}"}`)).toBe(
      'changed: Other text. The first 70 characters are the same.',
    )
  })

  test('a claim of one token alone; without exp a token never expires', () => {
    expect(rowsOf('{"exp":9,"a":1}', '{"b":1}').map(({ words }) => words)).toEqual([
      'Only in the first: the second never expires.',
      'Only in the first.',
      'Only in the second.',
    ])
  })

  test('values from a token cannot pass for words of the page', () => {
    expect(onlyOne('{"roles":[]}', '{"roles":["a. Removed: b"]}')).toBe(
      'changed: Added: ‘a. Removed: b’.',
    )
  })
})

describe('the same value', () => {
  test.each([
    ['1', '1.0'],
    ['100', '1e2'],
    ['0', '-0.0'],
    ['0.5', '5e-1'],
    ['12345678901234567890', '12345678901234567890.0'],
    ['"a"', '"\\u0061"'],
    ['{"a":1,"b":[2,3]}', '{ "b" : [2, 3.0], "a" : 1 }'],
  ])('%s and %s is written differently', (a, b) => {
    expect(onlyOne(`{"x":${a}}`, `{"x":${b}}`)).toBe('respelled: Same value, written differently.')
  })

  test.each([
    ['9007199254740992', '9007199254740993'],
    ['12345678901234567890', '12345678901234567891'],
    ['0.1', '0.10000000000000000001'],
    ['1e400', '1e401'],
    ['-1', '1'],
    ['1e9999999999999999', '1e9999999999999998'],
  ])('%s and %s are two numbers, though programs may round them to one', (a, b) => {
    expect(onlyOne(`{"x":${a}}`, `{"x":${b}}`)).toBe('changed: Other number.')
  })

  test('the order of an array counts', () => {
    expect(onlyOne('{"x":[1,2]}', '{"x":[2,1]}')).toBe('changed: Same members in another order.')
  })

  test('is found for any JSON with its members turned round', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([k, v]) => [k, turned(v)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [a, b] = [value, turned(value)].map((one) => JSON.stringify({ x: one }))
        expect(['same', 'respelled']).toContain(rowsOf(a ?? '', b ?? '')[0]?.relation)
      }),
    )
  })
})

describe('names that stand twice', () => {
  test('meet from the last one backwards, and say which one counts', () => {
    const rows = rowsOf('{"sub":"x","sub":"a"}', '{"sub":"a"}')
    expect(rows.map(({ relation, words }) => `${relation}: ${words}`)).toEqual([
      'only-left: Only in the first. The same name comes again further on, and most readers take that one.',
      'same: Same.',
    ])
  })

  test('are counted in the second token too', () => {
    const rows = rowsOf('{"sub":"a"}', '{"sub":"x","sub":"b"}')
    expect(rows.map(({ relation }) => relation)).toEqual(['changed', 'only-right'])
  })

  test('are named once in the summary', () => {
    expect(summaryOf('{"a":1,"a":2,"a":3,"b":1}', '{"a":4,"b":2}')[0]).toBe(
      'Same header. 4 of 4 claims differ: a and b.',
    )
  })

  test('names that every object has are names like others', () => {
    const rows = rowsOf('{"__proto__":1,"constructor":2}', '{"constructor":2,"toString":3}')
    expect(rows.map(({ name, relation }) => `${name} ${relation}`)).toEqual([
      '__proto__ only-left',
      'constructor same',
      'toString only-right',
    ])
  })
})

describe('the summary', () => {
  test('names the claims that differ, and whose tokens these are', () => {
    expect(
      summaryOf('{"sub":"1","jti":"a","n":1}', '{"sub":"1","jti":"b","n":1.0}').slice(0, 2),
    ).toEqual([
      'Same header. 1 of 3 claims differs: jti. Only written differently: n.',
      'Same sub, other jti: two tokens of the same user.',
    ])
  })

  test('of a token and itself is one sentence', () => {
    expect(told(NOTES_ACCESS, NOTES_ACCESS)).toEqual([
      'Both are the same token, character for character.',
    ])
  })

  test.each([
    ['', '', 'Paste two tokens to see how they differ.'],
    [NOTES_ACCESS, '', 'Paste the second token to see how the two differ.'],
    ['', NOTES_ACCESS, 'Paste the first token to see how the two differ.'],
  ])('asks for what is missing', (a, b, words) => {
    expect(compare(a, b)).toEqual({ summary: [{ certainty: 'read', words }], rows: [] })
  })

  test('tells headers that differ', () => {
    const payload = '{"sub":"1"}'
    expect(
      told(
        tokenOf('{"alg":"HS256","kid":"a"}', payload),
        tokenOf('{"alg":"RS256","kid":"b"}', payload),
      )[0],
    ).toBe('The headers differ in alg and kid. Same claims.')
  })

  test.each([
    ['{"sub":"1"}', '{"sub":"2"}', 'Other sub: tokens of two users.'],
    ['{"sub":"1"}', '{"sub":"1"}', null],
    [
      '{"user_id":1,"jti":"a"}',
      '{"user_id":"1","jti":"b"}',
      'Same user_id, other jti: two tokens of the same user.',
    ],
    [
      '{"sub":"1","iss":"a"}',
      '{"sub":"1","iss":"b"}',
      'Same sub, other iss: at another issuer the same name may be somebody else.',
    ],
    [
      '{"sub":"1","jti":"a","x":1}',
      '{"sub":"1","jti":"a"}',
      'Same sub, same jti: both say they are one and the same token.',
    ],
    ['{"sub":"1","x":1}', '{"sub":"1"}', 'Same sub: two tokens of the same user.'],
  ])('of the users of %s and %s', (a, b, words) => {
    const found = summaryOf(a, b).filter((line) =>
      /\b(?:sub|user_id)\b.*[Uu]ser|^Same (?:sub|user_id)/.test(line),
    )
    expect(found).toEqual(words === null ? [] : [words])
  })

  test('has the lifetimes of both', () => {
    expect(summaryOf('{"iat":0,"exp":300}', '{"iat":60,"exp":86460}')).toContain(
      'From iat to exp the first lives 5 minutes, the second 1 day.',
    )
    expect(summaryOf('{"iat":0,"exp":300}', '{"iat":60,"exp":360}')).toContain(
      'Both live 5 minutes, from iat to exp.',
    )
    expect(summaryOf('{"iat":0,"exp":300}', '{"exp":360}')).toContain(
      'From iat to exp the first lives 5 minutes, the second a time it does not say.',
    )
  })

  test('writes claims in another order or layout as the same claims', () => {
    expect(summaryOf('{"a":1,"b":2}', '{"b":2, "a":1}')[0]).toBe(
      'Same header. Same claims, written differently.',
    )
  })

  test('never says that a signature is good', () => {
    expect(summaryOf('{"sub":"1"}', '{"sub":"2"}').join(' ')).not.toMatch(/valid/i)
  })
})

describe('signatures', () => {
  const payload = encode('{"sub":"1"}')
  const jws = (alg: string, signature: string): string =>
    `${encode(`{"alg":"${alg}"}`)}.${payload}.${signature}`

  test.each([
    [
      'HS256',
      'Same signing input, other signature: HS256 signs the same way each time, so another key was used or a signature was changed.',
    ],
    [
      'EdDSA',
      'Same signing input, other signature: EdDSA signs the same way each time, so another key was used or a signature was changed.',
    ],
    [
      'ES256',
      'Same signing input, other signature: ES256 may sign differently each time, so one key may have made both.',
    ],
    ['XY1', 'Same signing input, other signature.'],
  ])('%s twice over the same bytes', (alg, words) => {
    expect(last(jws(alg, 'AAAA'), jws(alg, 'BBBB'))).toBe(words)
  })

  test('one signature over two texts', () => {
    expect(summaryOf('{"a":1}', '{"a":2}').at(-1)).toBe(
      'Same signature over another signing input: with one key it can match at most one of the two.',
    )
  })

  test('the same bytes in another spelling', () => {
    expect(last(jws('HS256', 'AA'), jws('HS256', 'AB'))).toBe(
      'Same signing input and same signature bytes, written differently.',
    )
  })

  test('none, and one alone', () => {
    expect(last(jws('none', ''), jws('none', '').slice(0, -1))).toBe('Neither is signed.')
    expect(last(jws('HS256', 'AAAA'), jws('HS256', ''))).toBe('Only the first carries a signature.')
    expect(last(`${encode('{"alg":"HS256"}')}.${payload}`, jws('HS256', 'AAAA'))).toBe(
      'Only the second carries a signature.',
    )
  })
})

describe('tokens that cannot be read whole', () => {
  const jwe = `${encode('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`

  test('of an encrypted one the header alone is compared', () => {
    const { rows, summary } = compare(jwe, tokenOf(HS256, '{"sub":"1"}'))
    expect(summary[0]?.words).toBe(
      'The headers differ in alg, enc and typ. The payload of the first is encrypted.',
    )
    expect(rows.at(-1)).toMatchObject({
      part: 'payload',
      relation: 'only-right',
      words: 'The payload of the first cannot be read.',
    })
    expect(told(jwe, `${jwe}A`)).toEqual([
      'Same header. The payloads of both are encrypted, so only the headers are compared.',
    ])
  })

  test('a payload that is no JSON object has no claims', () => {
    expect(told(tokenOf(HS256, 'hello'), tokenOf(HS256, '[1]'))[0]).toBe(
      'Same header. The payloads of both are not JSON objects.',
    )
    expect(told(tokenOf(HS256, '{}'), tokenOf(HS256, 'hello'))[0]).toBe(
      'Same header. The payload of the second is not a JSON object.',
    )
  })

  test('text that is no token', () => {
    expect(told('hello', NOTES_ACCESS)[0]).toBe(
      'The header of the first cannot be read. The payload of the first is missing.',
    )
  })

  test('two parts compare as far as they go', () => {
    const { rows } = compare(
      `${encode(HS256)}.${encode('{"sub":"1"}')}`,
      tokenOf(HS256, '{"sub":"2"}'),
    )
    expect(rows.at(-1)).toMatchObject({ name: 'sub', relation: 'changed' })
  })

  test('any texts are compared without a throw, and are the same as themselves', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compare(a, b).summary.length).toBeGreaterThan(0)
        expect(
          compare(a, a).rows.every(
            ({ relation }) => relation === 'same' || relation.startsWith('only'),
          ),
        ).toBe(true)
      }),
    )
  })

  test('values nested a hundred thousand deep', () => {
    expect(rowsOf(`{"x":${deep('1')}}`, `{"x":${deep('1.0')}}`)[0]?.relation).toBe('respelled')
    expect(rowsOf(`{"x":${deep('1')}}`, `{"x":${deep('2')}}`)[0]?.relation).toBe('changed')
  })
})

describe('the same login', () => {
  test.each([
    [NOTES_ACCESS, NOTES_REFRESH],
    [NOTES_REFRESH, NOTES_ACCESS],
  ])('is inferred for the pair of the notes, whichever comes first', (a, b) => {
    expect(inferences(a, b)).toEqual([
      `${CONDITION}, both were issued at 2018-12-19 12:52:39 UTC, so most likely by the same login.`,
    ])
  })

  test('the pair of the notes is told whole', () => {
    expect(told(NOTES_ACCESS, NOTES_REFRESH)).toEqual([
      'Same header. 3 of 4 claims differ: token_type, exp and jti.',
      'Same user_id, other jti: two tokens of the same user.',
      `${CONDITION}, both were issued at 2018-12-19 12:52:39 UTC, so most likely by the same login.`,
      'Other signing input, other signature.',
    ])
  })

  test('is not that of the other tokens of the notes', () => {
    const [at125140, at121702] = ['2018-12-19 12:51:40 UTC', '2018-12-19 12:17:02 UTC']
    expect(inferences(NOTES_HTTPIE, NOTES_REFRESH)).toEqual([
      `${apart(at125140, '2018-12-19 12:52:39 UTC')}.`,
    ])
    expect(inferences(NOTES_REFRESH, NOTES_POSTED)).toEqual([
      `${apart('2018-12-19 12:52:39 UTC', at121702)}.`,
    ])
    expect(inferences(NOTES_HTTPIE, NOTES_POSTED)).toEqual([
      `${apart(at125140, at121702)}, unless a refresh token fetched the later access token.`,
    ])
    expect(inferences(NOTES_CURL, NOTES_ACCESS)).toEqual([
      `${apart('2018-12-03 09:08:51 UTC', '2018-12-19 12:52:39 UTC')}, unless a refresh token fetched the later access token.`,
    ])
  })

  test('with iat in both: the second is what they say, the login is inferred', () => {
    expect(
      inferences(
        token('access', '"iat":1767225600,"exp":1767225900'),
        token('refresh', '"iat":1767225600,"exp":1767312000'),
      ),
    ).toEqual([
      'They say: issued in the same second, 2026-01-01 00:00:00 UTC.',
      'Inferred: They most likely come from the same login.',
    ])
  })

  test.each([
    ['another iat', token('access', '"iat":1'), token('refresh', '"iat":2')],
    ['iat in one alone', token('access', '"iat":1,"exp":301'), token('refresh', '"exp":86401')],
    [
      'an iat that is no date',
      token('access', '"iat":"x","exp":301'),
      token('refresh', '"exp":86401'),
    ],
    [
      'two access tokens of one second',
      token('access', '"iat":1,"x":1'),
      token('access', '"iat":1'),
    ],
    [
      'another user',
      token('access', '"exp":301'),
      tokenOf(HS256, '{"token_type":"refresh","user_id":2,"exp":86401}'),
    ],
    [
      'tokens that are not SimpleJWT’s',
      tokenOf(HS256, '{"typ":"Bearer","exp":301}'),
      tokenOf(HS256, '{"typ":"Refresh","exp":9}'),
    ],
    ['tokens of no kind', tokenOf(HS256, '{"exp":301}'), tokenOf(HS256, '{"exp":86401}')],
    ['no exp', token('access', '"x":1'), token('refresh', '"x":1')],
  ])('is not spoken of with %s', (_, a, b) => {
    expect(inferences(a, b)).toEqual([])
  })
})
