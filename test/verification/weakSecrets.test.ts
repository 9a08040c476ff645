import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import {
  macToSearch,
  searchSecrets,
  type SearchOutcome,
} from '../../src/verification/weakSecrets.ts'
import idp from '../vectors/idp-samples.json' with { type: 'json' }
import { encode, hmacToken, keyPairs, keyPairToken, strongSecret } from './makeToken.ts'

const bytes = readFileSync('src/workers/jwt.secrets.list')
const list = bytes.toString('utf8')

function searchIn(text: string, token: string, typed: string | null = null) {
  const mac = macToSearch(readAnyForm(token, plainForm))
  if (!mac) throw new Error('nothing to search for')
  const search = searchSecrets(text, mac, typed)
  const steps: number[] = []
  for (;;) {
    const next = search.next()
    if (next.done) return { ...next.value, steps }
    steps.push(next.value)
  }
}

const search = (token: string, typed: string | null = null): SearchOutcome =>
  searchIn(list, token, typed)

describe('the list of known secrets', () => {
  test('is the published one, byte for byte, with its licence beside it', () => {
    expect(bytes).toHaveLength(1_231_757)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'd9aaae732134c7603189e7f4745ab806efaa12863c9da1c6523fe7d1424306c0',
    )
    const licence = readFileSync('src/workers/LICENSE', 'utf8')
    expect(licence).toMatch(/^MIT License\s+Copyright \(c\) 2020 Wallarm/)
    // the published file carries it too
    expect(readFileSync('src/workers/weakSecrets.ts', 'utf8')).toContain(licence.trim())
  })
})

describe('the search for a known secret', () => {
  test.each(['HS256', 'HS384', 'HS512'])('finds the secret of an %s token with its line', (alg) => {
    expect(search(hmacToken(alg, 'secret')).found).toEqual({ secret: 'secret', line: 40 })
  })

  test('finds the secret of a token that an identity provider published', () => {
    const token = idp.cases.find(({ id }) => id === 'auth0-api-hs256')?.token ?? ''
    expect(search(token).found).toEqual({ secret: 'keyboardcat', line: 2461 })
  })

  test('finds an empty secret', () => {
    expect(search(hmacToken('HS256', '')).found).toEqual({ secret: '', line: 1 })
  })

  test('tries every line, the last one too, and says how many there were', () => {
    const last = list.trimEnd().split('\r\n').at(-1) ?? ''
    expect(search(hmacToken('HS256', strongSecret))).toMatchObject({
      found: null,
      typed: null,
      lines: 103_979,
    })
    expect(searchIn('a\r\nb', hmacToken('HS256', 'b')).found).toEqual({ secret: 'b', line: 2 })
    expect(search(hmacToken('HS256', last)).found?.secret).toBe(last)
  })

  test('takes secrets as UTF-8 text, with spaces, and without the line end', () => {
    const few = 'first\n schlüssel \r\nthird\n'
    expect(searchIn(few, hmacToken('HS256', ' schlüssel ')).found).toEqual({
      secret: ' schlüssel ',
      line: 2,
    })
    expect(searchIn(few, hmacToken('HS256', ' schlüssel \r')).found).toBeNull()
    expect(searchIn(few, hmacToken('HS256', '')).lines).toBe(3)
  })

  test('looks for the typed secret as well, whether or not it made the signature', () => {
    const typed = { secret: 'secret', line: 40 }
    expect(search(hmacToken('HS256', strongSecret), 'secret')).toMatchObject({ found: null, typed })
    expect(search(hmacToken('HS256', 'keyboardcat'), 'secret')).toMatchObject({
      found: { secret: 'keyboardcat', line: 2461 },
      typed,
    })
    expect(search(hmacToken('HS256', 'secret'), strongSecret).typed).toBeNull()
  })

  test('reports how far it is, more often for a long token', () => {
    const many = 'x\n'.repeat(10_000)
    const short = searchIn(many, hmacToken('HS256', strongSecret)).steps
    const long = searchIn(
      many.slice(0, 200),
      hmacToken('HS256', strongSecret, JSON.stringify({ a: 'a'.repeat(50_000) })),
    ).steps
    expect(short).toEqual(short.toSorted((a, b) => a - b))
    expect(short.length).toBeGreaterThan(1)
    expect(long[0]).toBeLessThan(short[0] ?? 0)
  })
})

describe('a token', () => {
  test.each([
    ['of a key pair', keyPairToken('ES256', keyPairs.p256)],
    ['without a signature', `${encode('{"alg":"none"}')}.${encode('{}')}.`],
    ['with half a MAC', hmacToken('HS256', 'secret').slice(0, -20)],
    ['of another algorithm', hmacToken('HS256', 'secret', '{}', { alg: 'HS512' })],
    ['that is none', 'secret'],
  ])('%s gives no MAC to search for', (_, token) => {
    expect(macToSearch(readAnyForm(token, plainForm))).toBeNull()
  })

  test('gives its own characters to search over', () => {
    const token = hmacToken('HS256', 'secret')
    const mac = macToSearch(readAnyForm(token, plainForm))
    expect(Buffer.from(mac?.input ?? []).toString()).toBe(token.slice(0, token.lastIndexOf('.')))
    expect(mac?.hash).toBe('SHA-256')
  })
})
