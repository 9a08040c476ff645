import { describe, expect, test, vi } from 'vitest'
import { encryptToken, type Making } from '../../src/encryption/encryptToken.ts'
import { openToken } from '../../src/encryption/openToken.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { readBase64url } from '../../src/token/base64url.ts'
import { readUtf8, writeUtf8 } from '../../src/token/utf8.ts'
import { agreementKey, rsaKey } from './keys.ts'
import { partsOf } from './parts.ts'

const rsa = rsaKey(2048)
const PASSWORD = 'a password of many letters'
const HEX = '0f'.repeat(32)

const make = (
  header: object | string,
  keyText: string,
  encoding: SecretEncoding = 'utf8',
): Promise<Making> =>
  encryptToken(
    typeof header === 'string' ? header : JSON.stringify(header),
    writeUtf8('{}'),
    keyText,
    encoding,
  )

async function tokenOf(making: Promise<Making>): Promise<string> {
  const done = await making
  if (done.kind !== 'made') throw new Error(`${done.lead} ${done.rest}`)
  return done.token
}

async function refusalOf(making: Promise<Making>): Promise<string> {
  const done = await making
  return done.kind === 'made' ? done.token : `${done.lead} ${done.rest}`
}

const headerOf = (token: string): Record<string, unknown> =>
  JSON.parse(readUtf8(readBase64url(token.split('.')[0] ?? '').bytes).text)

describe('a token made here', () => {
  test('keeps the header’s own members and never repeats a random value', async () => {
    const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', typ: 'JWT', cty: 'JWT', kid: 'a' }
    const tokens = await Promise.all(
      [make(header, rsa.locks), make(header, rsa.locks)].map(tokenOf),
    )
    for (const token of tokens) expect(headerOf(token)).toEqual(header)
    const [first = [], second = []] = tokens.map((token) => token.split('.'))
    expect(first).toHaveLength(5)
    for (const part of [1, 2, 3, 4]) expect(first[part]).not.toBe(second[part])
  })

  test('has 10,000 rounds and 16 bytes of new salt, whatever salt the header had', async () => {
    const header = { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAAAAAAAAA' }
    const made = headerOf(await tokenOf(make(header, PASSWORD)))
    expect(made.p2c).toBe(10_000)
    expect(made.p2s).toMatch(/^[\w-]{22}$/)
    const chosen = headerOf(await tokenOf(make({ ...header, p2c: 4096 }, PASSWORD)))
    expect(chosen.p2c).toBe(4096)
  })

  test('has an ephemeral key on the curve of the recipient, public half alone', async () => {
    const { locks } = agreementKey('P-384')
    const { epk } = headerOf(await tokenOf(make({ alg: 'ECDH-ES', enc: 'A128GCM' }, locks)))
    expect(epk).toEqual({
      kty: 'EC',
      crv: 'P-384',
      x: expect.stringMatching(/^[\w-]{64}$/),
      y: expect.stringMatching(/^[\w-]{64}$/),
    })
  })

  test.each([
    ['RSA PEM', rsa, 'RSA-OAEP'],
    ['EC PEM', agreementKey('P-256'), 'ECDH-ES'],
    ['X25519 PEM', agreementKey('X25519'), 'ECDH-ES+A128KW'],
  ])('is locked with the public half where a private key was given: %s', async (_, key, alg) => {
    const tokens = await Promise.all(
      [key.opens, JSON.stringify(key.privateJwk)]
        .map((keyText) => make({ alg, enc: 'A128GCM' }, keyText))
        .map(tokenOf),
    )
    const openings = await Promise.all(
      tokens.map((token) => openToken(partsOf(token), key.opens, 'utf8')),
    )
    expect(openings.map(({ kind }) => kind)).toEqual(['opened', 'opened'])
    for (const token of tokens) expect(JSON.stringify(headerOf(token))).not.toContain('"d"')
  })

  test('takes the key that kid names out of a set', async () => {
    const set = JSON.stringify({
      keys: [
        { ...rsaKey(2048).publicJwk, kid: 'a' },
        { ...rsa.publicJwk, kid: 'b' },
      ],
    })
    const header = { alg: 'RSA-OAEP', enc: 'A128GCM' }
    const token = await tokenOf(make({ ...header, kid: 'b' }, set))
    expect((await openToken(partsOf(token), rsa.opens, 'utf8')).kind).toBe('opened')
    expect(await refusalOf(make(header, set))).toBe(
      'Which key of the set? 2 of its keys could be the one. Name it by kid in the header.',
    )
  })
})

describe('no token is made', () => {
  const DIR = { alg: 'dir', enc: 'A256GCM' }
  const PBES2 = { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' }

  test.each<[string, Promise<Making>, string]>([
    [
      'with a small RSA key',
      make({ alg: 'RSA-OAEP', enc: 'A128GCM' }, rsaKey(1024).locks),
      'Not made: the RSA key is 1024 bits; RSA-OAEP needs 2048 or more, and a key this small can be broken. This page opens weak tokens, and makes none.',
    ],
    [
      'with a short password',
      make(PBES2, 'secret'),
      'Not made: the password is 6 bytes; PBES2-HS256+A128KW wants at least 16, as shorter ones can be guessed. This page opens weak tokens, and makes none.',
    ],
    [
      'with few rounds',
      make({ ...PBES2, p2c: 999 }, PASSWORD),
      'Not made: p2c is 999; the standard wants at least 1,000 rounds, as fewer make guessing cheap. This page opens weak tokens, and makes none.',
    ],
    [
      'with too many rounds',
      make({ ...PBES2, p2c: 1_000_001 }, PASSWORD),
      'Refused at once: p2c 1000001 is over the limit of 1,000,000 rounds. A count that high only keeps its reader busy; nothing was computed.',
    ],
    [
      'with a shared key of another size',
      make(DIR, HEX),
      'Wrong key size. dir with A256GCM needs exactly 256 bits (32 bytes); read as text, this key is 512 bits (64 bytes).',
    ],
    [
      'with a key of another kind',
      make({ alg: 'RSA-OAEP', enc: 'A128GCM' }, agreementKey('P-256').locks),
      'Wrong kind of key. RSA-OAEP needs an RSA public key; this is an EC key (P-256).',
    ],
    [
      'on a curve for signatures',
      make({ alg: 'ECDH-ES', enc: 'A128GCM' }, agreementKey('secp256k1').locks),
      'Wrong kind of key. ECDH-ES needs an EC or X25519 public key; this is an EC key (secp256k1).',
    ],
    [
      'without a key',
      make({ alg: 'ECDH-ES', enc: 'A128GCM' }, ''),
      'A key is missing. ECDH-ES needs an EC or X25519 public key.',
    ],
    [
      'with RSA1_5',
      make({ alg: 'RSA1_5', enc: 'A128GCM' }, rsa.locks),
      'This page doesn’t do RSA1_5, and nobody should: whoever may ask a server often enough reads the content through its padding. RSA-OAEP-256 replaces it.',
    ],
    [
      'with a critical extension',
      make({ ...DIR, crit: ['exp'] }, HEX, 'hex'),
      'The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
    ],
    [
      'with parties that are the same',
      make({ alg: 'ECDH-ES', enc: 'A128GCM', apu: 'QQ', apv: 'QQ' }, agreementKey('P-256').locks),
      'The header’s apu and apv are the same. They name the two parties and must differ (RFC 7518 section 4.6.2). A server must refuse this token.',
    ],
    ['without JSON', make('{', HEX, 'hex'), 'Can’t read the header: it is not JSON.'],
    ['with a list', make('[]', HEX, 'hex'), 'Can’t read the header: it is JSON, but no object.'],
    [
      'with a name that stands twice',
      make('{"alg":"dir","enc":"A256GCM","enc":"A128GCM"}', HEX, 'hex'),
      '‘enc’ stands twice in the header. Readers differ in which one counts; keep one.',
    ],
  ])('%s', async (_, making, sentence) => {
    expect(await refusalOf(making)).toBe(sentence)
  })

  test('without HTTPS', async () => {
    vi.stubGlobal('crypto', {})
    expect(await refusalOf(make(DIR, HEX, 'hex'))).toBe(
      'This page was opened without HTTPS, so the browser turns cryptography off. Use https:// or localhost.',
    )
    vi.unstubAllGlobals()
  })
})
