import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainClaim } from '../../src/claims/explainClaim.ts'
import { claimsOf, memberOf } from './claimsOf.ts'

const NOW = 1795392000 // 2026-11-23 00:00:00 UTC
const context = { now: NOW, leeway: 0, timeZone: 'Asia/Kolkata', isVerified: false }

const explain = (json: string, name: string, changes: Partial<typeof context> = {}) => {
  const claims = claimsOf(json)
  return explainClaim(memberOf(claims, name), { ...context, ...changes, claims })
}
const sentence = (json: string, name: string, changes: Partial<typeof context> = {}) =>
  explain(json, name, changes).sentence

const NOTES =
  '{"token_type":"access","exp":1545224259,"jti":"2bd56272b3b24b3f8b522e58c37c17e1","user_id":1}'

describe('the token of the notes', () => {
  test('exp is a card with everything on it', () => {
    expect(explain(NOTES, 'exp')).toEqual({
      name: 'exp',
      value: '1545224259',
      size: null,
      kind: 'Registered',
      reason: 'RFC 7519 section 4.1 defines it.',
      dialect: null,
      isReplaced: false,
      sentence:
        'It says: expired 7 years 11 months ago, on 2018-12-19 at 12:57:39 UTC. From that second on a server must refuse it.',
      times: {
        utc: '2018-12-19 12:57:39 UTC',
        local: '2018-12-19 18:27:39 Asia/Kolkata (UTC+5:30)',
        relative: '7 years 11 months ago',
      },
    })
  })

  test('a token that verified no longer only says it', () => {
    const verified = { isVerified: true }
    expect(sentence(NOTES, 'exp', verified)).toMatch(/^Expired 7 years 11 months ago, on /)
    expect(sentence(NOTES, 'token_type', verified)).toBe(
      'May open the API, cannot fetch new tokens.',
    )
    expect(sentence('{"admin":true}', 'admin', verified)).toBe('It is true.')
    expect(sentence('{"role":"guest"}', 'role', verified)).toBe('It is the text ‘guest’.')
  })

  test('its private names belong to SimpleJWT', () => {
    expect(explain(NOTES, 'token_type')).toMatchObject({ kind: 'Private', dialect: 'SimpleJWT' })
    expect(explain(NOTES, 'user_id').dialect).toBe('SimpleJWT')
    expect(explain('{"user_id":1}', 'user_id').dialect).toBeNull()
  })

  test.each([
    ['token_type', 'It says: may open the API, cannot fetch new tokens.'],
    [
      'jti',
      'It says: this one token’s own number, 32 hex digits. A blacklist stores it to refuse this token and no other.',
    ],
    [
      'user_id',
      'It says: speaks for user 1, written as a number. Current releases of SimpleJWT write "1" as text and add iat.',
    ],
  ])('%s', (name, words) => {
    expect(sentence(NOTES, name)).toBe(words)
  })

  test('a user_id as text was once a number, and elsewhere has no such history', () => {
    const newer = NOTES.replace('"user_id":1', '"user_id":"1"')
    expect(sentence(newer, 'user_id')).toBe(
      'It says: speaks for user 1, written as text. Older releases of SimpleJWT wrote it as a number.',
    )
    expect(sentence('{"user_id":1}', 'user_id')).toBe(
      'It says: speaks for user 1, written as a number.',
    )
    expect(sentence('{"user_id":"u-7"}', 'user_id')).toBe('It says: speaks for user u-7.')
  })
})

describe('claims that everybody uses are told with their value', () => {
  test.each([
    ['{"token_type":"refresh"}', 'It says: fetches new access tokens, an API refuses it.'],
    [
      '{"token_type":"sliding"}',
      'It says: opens the API and is also traded for its own successor.',
    ],
    ['{"token_type":"Bearer"}', 'It says: the kind of token is ‘Bearer’.'],
    [
      '{"iss":"https://login.example/"}',
      'It says: issued by https://login.example/. A server compares this with the issuer it trusts, to the last character.',
    ],
    [
      '{"sub":"1234567890"}',
      'It says: speaks for 1234567890. Another issuer may use the same name for somebody else.',
    ],
    [
      '{"aud":"api.example"}',
      'It says: meant for api.example. A service that does not find its own name here must refuse it.',
    ],
    [
      '{"aud":["a","b","c","d","e"]}',
      'It says: meant for a, b, c and 2 more. A service that does not find its own name here must refuse it.',
    ],
    [
      '{"aud":[]}',
      'It says: meant for nobody, the array is empty. A service that checks aud must refuse it.',
    ],
    [
      '{"name":"Abe Lincoln"}',
      'It says: the person’s full name is ‘Abe Lincoln’. It is for display: such names change and are not unique.',
    ],
    [
      '{"email":"abe@example.com"}',
      'It says: the person’s e-mail address is abe@example.com. Find accounts by it only where email_verified is true and you trust the issuer.',
    ],
    [
      '{"email_verified":false}',
      'It says: the issuer did not check that the e-mail address is the person’s own. Do not find accounts by it.',
    ],
    ['{"scope":"openid  profile"}', 'It says: allows openid and profile.'],
    ['{"scope":"a b c d e"}', 'It says: allows a, b, c and 2 more. These are 5 scopes.'],
    [
      `{"scope":"${'x'.repeat(5000)}END"}`,
      `It says: allows ${'x'.repeat(42)}…${'x'.repeat(18)}END.`,
    ],
    ['{"scope":""}', 'It says: allows nothing, the text is empty.'],
    ['{"roles":["admin"]}', 'It says: has 1 role: admin.'],
    ['{"amr":["pwd","otp"]}', 'It says: the person signed in by pwd and otp.'],
    ['{"client_id":"app-1"}', 'It says: the app app-1 asked for this token.'],
    [
      '{"jti":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}',
      'It says: this one token’s own number, a UUID. A blacklist stores it to refuse this token and no other.',
    ],
    [
      '{"cnf":{"jkt":"x"}}',
      'It says: bound to a key. Its sender must prove to hold that key; the token alone is not enough.',
    ],
  ])('%s', (json, words) => {
    expect(sentence(json, claimsOf(json).members[0]?.name ?? '')).toBe(words)
  })
})

describe('a value of the wrong type is said', () => {
  test.each([
    ['{"sub":42}', 'sub must be text, but it is the number 42. Strict servers refuse the token.'],
    [
      '{"iss":null}',
      'iss must be text, but it is null, which is no value. Strict servers refuse the token.',
    ],
    ['{"iss":""}', 'iss is empty text. It names nothing; fill it or leave the claim out.'],
    [
      '{"aud":7}',
      'aud must be text or an array of texts, but it is the number 7. Strict servers refuse the token.',
    ],
    [
      '{"aud":["a",7]}',
      'Item 2 of aud must be text, but it is the number 7. Strict servers refuse the token.',
    ],
    [
      '{"jti":["a","b"]}',
      'jti must be text, but it is an array of 2 items: a and b. Strict servers refuse the token.',
    ],
    [
      '{"name":{"first":"A"}}',
      'name must be text, but it is an object of 1 member: first. Programs that expect it so may stumble over it.',
    ],
    [
      '{"email_verified":"true"}',
      'email_verified must be true or false, but it is the text ‘true’. Strict programs take that for false, careless ones take any text for true.',
    ],
    [
      '{"scope":["a"]}',
      'scope must be one text with spaces between the scopes, but it is an array of 1 item: a. Programs that split the text find nothing.',
    ],
    [
      '{"roles":"admin"}',
      'roles must be an array of texts, but it is the text ‘admin’. Programs that expect it so may stumble over it.',
    ],
  ])('%s', (json, words) => {
    expect(sentence(json, claimsOf(json).members[0]?.name ?? '')).toBe(words)
  })
})

describe('claims that name an instant', () => {
  test.each([
    [
      'exp ahead',
      `{"exp":${NOW + 252}}`,
      'It says: expires in 4 minutes 12 seconds, on 2026-11-23 at 00:04:12 UTC. From that second on a server must refuse it.',
    ],
    [
      'exp now',
      `{"exp":${NOW}}`,
      'It says: expired 0 seconds ago, on 2026-11-23 at 00:00:00 UTC. From that second on a server must refuse it.',
    ],
    [
      'nbf behind',
      `{"nbf":${NOW - 5}}`,
      'It says: usable since 2026-11-22 at 23:59:55 UTC, 5 seconds ago. Before that second a server must refuse it.',
    ],
    [
      'nbf ahead',
      `{"nbf":${NOW + 125}}`,
      'It says: not usable for another 2 minutes 5 seconds, until 2026-11-23 at 00:02:05 UTC. Before that second a server must refuse it.',
    ],
    [
      'iat with exp',
      `{"iat":${NOW - 60},"exp":${NOW + 240}}`,
      'It says: issued 1 minute ago, on 2026-11-22 at 23:59:00 UTC. Its whole life, from there to exp, is 5 minutes.',
    ],
    [
      'iat after exp',
      `{"iat":${NOW - 60},"exp":${NOW - 90}}`,
      'It says: issued 1 minute ago, on 2026-11-22 at 23:59:00 UTC. exp is not later than that, so there never was a time to use it.',
    ],
    [
      'iat alone',
      `{"iat":${NOW - 60}}`,
      'It says: issued 1 minute ago, on 2026-11-22 at 23:59:00 UTC.',
    ],
    [
      'iat ahead',
      `{"iat":${NOW + 60}}`,
      'It says: issued 1 minute from now, on 2026-11-23 at 00:01:00 UTC. The issuer’s clock or yours is wrong, and some servers refuse such a token.',
    ],
    [
      'auth_time',
      `{"auth_time":${NOW - 60}}`,
      'It says: the person signed in 1 minute ago, on 2026-11-22 at 23:59:00 UTC. The token itself may be newer than the sign-in.',
    ],
    [
      'updated_at',
      `{"updated_at":${NOW - 60}}`,
      'It says: the profile was last changed 1 minute ago, on 2026-11-22 at 23:59:00 UTC.',
    ],
    [
      'refresh_exp ahead',
      `{"refresh_exp":${NOW + 60}}`,
      'It says: can be renewed for another 1 minute, until 2026-11-23 at 00:01:00 UTC. Once exp has passed a server refuses to renew it, even before that.',
    ],
    [
      'refresh_exp behind',
      `{"refresh_exp":${NOW - 60}}`,
      'It says: could be renewed until 2026-11-22 at 23:59:00 UTC, 1 minute ago. From that second on only a new login helps.',
    ],
  ])('%s', (_, json, words) => {
    const name = claimsOf(json).members[0]?.name ?? ''
    expect(sentence(json, name)).toBe(words)
    expect(explain(json, name).times).not.toBeNull()
  })

  test('leeway is named where it changes the answer', () => {
    const leeway = { leeway: 30 }
    expect(sentence(`{"exp":${NOW - 12}}`, 'exp', leeway)).toBe(
      'It says: expired 12 seconds ago, on 2026-11-22 at 23:59:48 UTC. A server that grants 30 s leeway still accepts it.',
    )
    expect(sentence(`{"nbf":${NOW + 12}}`, 'nbf', leeway)).toContain('already accepts it')
    expect(sentence(`{"exp":${NOW - 30}}`, 'exp', leeway)).toContain('must refuse it')
    expect(sentence(`{"nbf":${NOW + 31}}`, 'nbf', leeway)).toContain('must refuse it')
  })

  test('milliseconds keep the times that the number says', () => {
    const reading = explain('{"exp":1545224259000}', 'exp', { isVerified: true })
    expect(reading.sentence).toBe(
      'exp looks like milliseconds. 1545224259000 is the year 50936 in seconds. Divide by 1000: 2018-12-19 12:57:39 UTC.',
    )
    expect(reading.times?.utc).toMatch(/^\+050936-/)
  })

  test('1e308 is shown as it is spelled, and out of range in words', () => {
    expect(explain('{"exp":1e308}', 'exp')).toMatchObject({
      value: '1e308',
      times: {
        utc: 'later than the year 275760',
        local: 'later than the year 275760',
        relative: 'in more than a million years',
      },
    })
  })

  test('text names no instant', () => {
    expect(explain('{"exp":"1300819380"}', 'exp').times).toBeNull()
    expect(explain('{"user_id":1545224259}', 'user_id').times).toBeNull()
  })
})

describe('what looks like one thing and is another', () => {
  test('integers beyond 2^53 are shown exactly, and the rounding is said only where there is one', () => {
    const json = '{"id":9007199254740993,"big":12345678901234567890123,"even":9007199254740992}'
    expect(explain(json, 'id').value).toBe('9007199254740993')
    expect(sentence(json, 'id')).toBe(
      'It says: the number 9007199254740993. JavaScript and other programs round it when they read it.',
    )
    expect(sentence(json, 'big')).toContain('the number 12345678901234567890123.')
    expect(sentence(json, 'even')).toBe('It says: the number 9007199254740992.')
  })

  test.each(['__proto__', 'constructor', 'toString', 'valueOf'])(
    '%s is an ordinary private claim',
    (name) => {
      expect(explain(`{"sub":"a","${name}":{"admin":true,"polluted":"yes"}}`, name)).toMatchObject({
        name,
        value: '{"admin":true,"polluted":"yes"}',
        kind: 'Private',
        sentence: 'It says: an object of 2 members: admin and polluted.',
        times: null,
      })
    },
  )

  test('both claims of one name are told, and the first says that it is replaced', () => {
    const claims = claimsOf('{"admin":false,"role":"user","admin":true}')
    const [first, , last] = claims.members.map((member) =>
      explainClaim(member, { ...context, claims }),
    )
    expect(first).toMatchObject({ value: 'false', isReplaced: true })
    expect(first?.sentence).toBe(
      'It says: false. The same name comes again further on, and most readers take that one.',
    )
    expect(last).toMatchObject({ value: 'true', isReplaced: false, sentence: 'It says: true.' })
  })

  test('a right-to-left override is made visible in the value, the sentence and the name', () => {
    const json = '{"sub":"user\\u202enimda","ro\\u202ele":"guest\\u2066// admin\\u2069"}'
    expect(explain(json, 'sub').value).toBe('"userU+202Enimda"')
    expect(sentence(json, 'sub')).toContain('speaks for userU+202Enimda.')
    expect(explain(json, 'ro\u202ele')).toMatchObject({
      name: 'roU+202Ele',
      value: '"guestU+2066// adminU+2069"',
    })
  })

  test('a lone surrogate is named, a pair is never cut in two', () => {
    expect(explain('{"sub":"a\\ud800b"}', 'sub').value).toBe('"aU+D800b"')
    const emoji = '😀'.repeat(100)
    for (const pad of ['', 'a', 'ab'])
      expect(explain(`{"x":"${pad}${emoji}"}`, 'x').value).not.toContain('U+D')
  })

  test('a value cannot speak for the page', () => {
    expect(sentence('{"sub":"admin. Signature valid"}', 'sub')).toContain(
      'speaks for ‘admin. Signature valid’.',
    )
    expect(explain('{"x":"a\\", \\"b"}', 'x').value).toBe('"a\\", \\"b"')
  })

  test('HTML stays text', () => {
    const json = '{"<script>1</script>":"\'><svg onload=x>"}'
    expect(explain(json, '<script>1</script>')).toMatchObject({
      name: '<script>1</script>',
      value: '"\'><svg onload=x>"',
    })
  })
})

describe('values of any size', () => {
  const longest = 400

  test('10 MB of text is shown by its ends and its length', () => {
    const json = `{"big":"${'a'.repeat(10_485_760)}"}`
    const reading = explain(json, 'big')
    expect(reading.value).toBe(`"${'a'.repeat(42)}…${'a'.repeat(21)}"`)
    expect(reading.size).toBe('10,485,760 characters')
    expect(reading.sentence.length).toBeLessThan(longest)
  })

  test('an id of 64 characters stands whole', () => {
    const hash = '0123456789abcdef'.repeat(4)
    expect(explain(`{"h":"${hash}"}`, 'h')).toMatchObject({ value: `"${hash}"`, size: null })
  })

  test.each(['aud', 'scope', 'sub', 'jti', 'exp', 'roles', 'name', 'token_type', 'x'])(
    '%s with long text stays short',
    (name) => {
      const json = `{"${name}":"${'W '.repeat(500_000)}"}`
      expect(sentence(json, name).length).toBeLessThan(longest)
      expect(explain(json, name).size).toBe('1,000,000 characters')
    },
  )

  test('a number of a million digits stays short and exact at both ends', () => {
    const reading = explain(`{"exp":1${'0'.repeat(999_998)}7,"n":1${'0'.repeat(999_998)}7}`, 'n')
    expect(reading.value).toMatch(/^10{41}…0{20}7$/)
    expect(reading.size).toBe('1,000,000 digits')
    expect(reading.sentence).toContain('round it')
  })

  test('100,000 arrays in each other neither overflow nor grow', () => {
    const json = `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const reading = explain(json, 'deep')
    expect(reading.value).toBe(`${'['.repeat(64)}…`)
    expect(reading.size).toBe('1 item')
    expect(reading.sentence).toBe('It says: an array of 1 item: an array.')
  })

  test('100,000 items or members are counted, and three are named', () => {
    const items = `[${Array.from({ length: 100_000 }, (_, i) => i).join(',')}]`
    expect(explain(`{"x":${items}}`, 'x')).toMatchObject({
      size: '100,000 items',
      sentence: 'It says: an array of 100,000 items: 0, 1, 2 and 99,997 more.',
    })
    const members = `{${Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join(',')}}`
    expect(explain(`{"x":${members}}`, 'x')).toMatchObject({
      size: '2,000 members',
      sentence: 'It says: an object of 2,000 members: k0, k1, k2 and 1,997 more.',
    })
  })

  test('a name of megabytes is cut too', () => {
    const name = 'n'.repeat(1_000_000)
    expect(explain(`{"${name}":1}`, name).name).toHaveLength(64)
  })

  const names = fc.constantFrom(
    'iss',
    'sub',
    'aud',
    'exp',
    'nbf',
    'iat',
    'jti',
    'scope',
    'roles',
    'amr',
    'cnf',
    'user_id',
    'token_type',
    'refresh_exp',
    'toe',
    'email_verified',
    'x',
  )
  test('any JSON value under any name has one or two sentences with nothing invisible in them', () => {
    fc.assert(
      fc.property(names, fc.json({ stringUnit: 'binary' }), (name, value) => {
        const reading = explain(`{"${name}":${value}}`, name)
        expect(reading.sentence).toMatch(/\.$/)
        expect(reading.sentence.length).toBeLessThan(1200)
        expect(`${reading.name}${reading.value}${reading.sentence}`).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}]/u,
        )
      }),
    )
  })
})
