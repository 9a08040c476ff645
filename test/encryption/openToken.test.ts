import { createCipheriv, createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { encryptToken } from '../../src/encryption/encryptToken.ts'
import type { EncryptedParts } from '../../src/encryption/opening.ts'
import { openToken } from '../../src/encryption/openToken.ts'
import { tellOpening } from '../../src/encryption/tellOpening.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { type JsonObject, readJson } from '../../src/token/jsonText.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { agreementKey, rsaKey } from './keys.ts'
import { partsOf } from './parts.ts'

const KEY = createHash('sha256').update('a shared key').digest()
const HEX = KEY.toString('hex')
const ZEROS = (bytes: number): string => encodeBase64url(new Uint8Array(bytes))

const rsa = rsaKey(2048)
const p256 = agreementKey('P-256')

/** `dir` with A256GCM under any header text, made without the code under test. */
function sealed(header: object | string, content: Uint8Array = writeUtf8('{}')): EncryptedParts {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  const protectedHeader = encodeBase64url(writeUtf8(text))
  const cipher = createCipheriv('aes-256-gcm', KEY, new Uint8Array(12))
  cipher.setAAD(writeUtf8(protectedHeader))
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()])
  return {
    ...partsOf(`${protectedHeader}..${ZEROS(12)}..`),
    ciphertext: encodeBase64url(ciphertext),
    tag: encodeBase64url(cipher.getAuthTag()),
  }
}

const objectOf = (value: object): JsonObject => {
  const { root } = readJson(JSON.stringify(value))
  if (root?.kind !== 'object') throw new Error('no object')
  return root
}

/** Parts of the right lengths that were never encrypted, for what is certain before any key is tried. */
function unsealed(header: object, change: Partial<EncryptedParts> = {}): EncryptedParts {
  return {
    ...partsOf(
      `${encodeBase64url(writeUtf8(JSON.stringify(header)))}..${ZEROS(12)}.AAAA.${ZEROS(16)}`,
    ),
    ...change,
  }
}

async function say(
  parts: EncryptedParts,
  keyText: string,
  encoding: SecretEncoding = 'utf8',
): Promise<string[]> {
  const { state, lead, rest, signature, key } = tellOpening(
    await openToken(parts, keyText, encoding),
  )
  return [
    `${state}: ${lead} ${rest}`,
    `${signature.state}: ${signature.reason}`,
    `${key.state}: ${key.reason}`,
  ]
}

async function made(
  header: object,
  keyText: string,
  encoding: SecretEncoding = 'utf8',
): Promise<EncryptedParts> {
  const making = await encryptToken(JSON.stringify(header), writeUtf8('{}'), keyText, encoding)
  if (making.kind !== 'made') throw new Error(`${making.lead} ${making.rest}`)
  return partsOf(making.token)
}

const jwk = (members: object): string => JSON.stringify(members)
const octJwk = (more: object = {}): string => jwk({ kty: 'oct', k: encodeBase64url(KEY), ...more })

const SHARED = 'Decryption with a shared key is not a signature: any holder could have made it.'
const NOT_TRIED = 'not checked: not tried'
const DIR = { alg: 'dir', enc: 'A256GCM' }
const OPENED = [
  `pass: Decrypted: this key opens it (dir, A256GCM). ${SHARED}`,
  'pass: decrypted, which is no signature: opens with this key (dir, A256GCM)',
  'pass: the shared key you gave, 32 bytes; any holder could have made it',
]

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('an opened token', () => {
  test('says of a shared key that any holder could have made it', async () => {
    expect(await say(sealed(DIR), HEX, 'hex')).toEqual(OPENED)
  })

  test('says of an RSA key that anyone with the public key can make one', async () => {
    const parts = await made({ alg: 'RSA-OAEP-256', enc: 'A128GCM' }, rsa.locks)
    const expected = [
      'pass: Decrypted: this key opens it (RSA-OAEP-256, A128GCM). Decryption is not a signature: anyone with the public key can make one.',
      'pass: decrypted, which is no signature: opens with this key (RSA-OAEP-256, A128GCM)',
      'pass: the RSA private key you gave, 2048 bits; anyone with the public key can make one',
    ]
    expect(await say(parts, rsa.opens)).toEqual(expected)
    expect(await say(parts, jwk(rsa.privateJwk))).toEqual(expected)
  })

  test('says of an EC key which curve it is on', async () => {
    const parts = await made({ alg: 'ECDH-ES', enc: 'A128GCM' }, p256.locks)
    const [, , key] = await say(parts, jwk(p256.privateJwk))
    expect(key).toBe(
      'pass: the EC P-256 private key you gave; anyone with the public key can make one',
    )
  })

  test('says of a password that anyone who knows it could have made it', async () => {
    const password = 'a password of many letters'
    const parts = await made({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' }, password)
    // how secrets are read is no matter to a password, RFC 7518 §4.8
    expect(await say(parts, password, 'hex')).toEqual([
      'pass: Decrypted: this password opens it (PBES2-HS256+A128KW, A128GCM). Decryption with a password is not a signature: anyone who knows it could have made it.',
      'pass: decrypted, which is no signature: opens with this password (PBES2-HS256+A128KW, A128GCM)',
      'pass: the password you gave, 26 bytes; anyone who knows it could have made it',
    ])
  })

  test('opens with padding and the standard alphabet in the parts, as the bytes are certain', async () => {
    const parts = sealed(DIR)
    const padded = `${parts.tag.replaceAll('-', '+').replaceAll('_', '/')}==`
    expect(await say({ ...parts, tag: padded }, HEX, 'hex')).toEqual(OPENED)
  })

  test('may be empty', async () => {
    expect(await openToken(sealed(DIR, new Uint8Array()), HEX, 'hex')).toMatchObject({
      kind: 'opened',
      plaintext: new Uint8Array(),
    })
  })
})

describe('a key that opens, with something to be said of it', () => {
  test.each([
    [
      { use: 'sig' },
      'the key says it is not for encryption (use: sig)',
      'its use says sig, not enc',
    ],
    [
      { alg: 'A256KW' },
      'the key says it is for A256KW, not for dir',
      'its alg says A256KW, not dir',
    ],
    [
      { key_ops: ['encrypt'] },
      'the key’s key_ops allow no decryption',
      'its key_ops allow no decryption',
    ],
  ])('%j', async (labels, clause, reason) => {
    expect(await say(sealed(DIR), octJwk(labels))).toEqual([
      `warning: Decrypted: this key opens it (dir, A256GCM), but ${clause}. ${SHARED}`,
      'pass: decrypted, which is no signature: opens with this key (dir, A256GCM)',
      `warning: ${reason}`,
    ])
  })

  test.each([{ use: 'enc' }, { alg: 'dir' }, { alg: 'A256GCM' }, { key_ops: ['decrypt'] }])(
    'not of %j',
    async (labels) => {
      expect(await say(sealed(DIR), octJwk(labels))).toEqual(OPENED)
    },
  )

  test('an RSA key under 2048 bits opens, with a warning, and is never used to make a token', async () => {
    const small = rsaKey(1024)
    const header = { alg: 'RSA-OAEP', enc: 'A128CBC-HS256' }
    const { CompactEncrypt, importSPKI } = await import('jose')
    const refusal = await new CompactEncrypt(writeUtf8('{}'))
      .setProtectedHeader(header)
      .encrypt(await importSPKI(small.locks, 'RSA-OAEP'))
      .catch((error: unknown) => String(error))
    expect(refusal).toContain('2048 bits or larger')
    const parts = await smallRsaToken(header, small.locks)
    expect(await say(parts, small.opens)).toEqual([
      'warning: Decrypted: this key opens it (RSA-OAEP, A128CBC-HS256), but the RSA key is 1024 bits; RSA-OAEP needs 2048 or more, and a key this small can be broken. Decryption is not a signature: anyone with the public key can make one.',
      'pass: decrypted, which is no signature: opens with this key (RSA-OAEP, A128CBC-HS256)',
      'warning: 1024 bits; RSA-OAEP needs at least 2048',
    ])
    expect((await say(parts, rsaKey(1024).opens))[0]).toMatch(/^fail: Authentication failed:/)
  })
})

/** As jose makes no token with so small a key, its encrypted key is made by WebCrypto. */
async function smallRsaToken(header: object, locks: string): Promise<EncryptedParts> {
  const contentKey = new Uint8Array(32).fill(7)
  const { importSPKI } = await import('jose')
  const publicKey = await importSPKI(locks, 'RSA-OAEP')
  const encryptedKey = await crypto.subtle.encrypt('RSA-OAEP', publicKey, contentKey)
  const protectedHeader = encodeBase64url(writeUtf8(JSON.stringify(header)))
  const iv = new Uint8Array(16)
  const cipher = createCipheriv('aes-128-cbc', contentKey.subarray(16), iv)
  const ciphertext = Buffer.concat([cipher.update('{}'), cipher.final()])
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(protectedHeader.length * 8))
  const { createHmac } = await import('node:crypto')
  const mac = createHmac('sha256', contentKey.subarray(0, 16))
  mac.update(protectedHeader).update(iv).update(ciphertext).update(length)
  return {
    ...partsOf(`${protectedHeader}....`),
    encryptedKey: encodeBase64url(new Uint8Array(encryptedKey)),
    iv: encodeBase64url(iv),
    ciphertext: encodeBase64url(ciphertext),
    tag: encodeBase64url(mac.digest().subarray(0, 16)),
  }
}

describe('a key that cannot open it', () => {
  const agreed = made({ alg: 'ECDH-ES', enc: 'A128GCM' }, p256.locks)
  const locked = made({ alg: 'RSA-OAEP', enc: 'A128GCM' }, rsa.locks)

  test('the public key only locks', async () => {
    const expected = [
      'fail: This is the public key. It locks; only the private key opens.',
      'not checked: this key cannot open RSA-OAEP',
      'fail: the public key locks, only the private key opens',
    ]
    expect(await say(await locked, rsa.locks)).toEqual(expected)
    expect(await say(await locked, jwk(rsa.publicJwk))).toEqual(expected)
  })

  test.each([
    [
      'a secret',
      'a secret',
      'Wrong kind of key. RSA-OAEP needs an RSA private key; this is a shared secret.',
    ],
    [
      'an EC key',
      p256.opens,
      'Wrong kind of key. RSA-OAEP needs an RSA private key; this is an EC private key (P-256).',
    ],
    [
      'a JWK without a kind',
      '{"kty":"XY"}',
      'Can’t read this key: no standard names the kind ‘XY’ (kty).',
    ],
  ])('%s for RSA-OAEP', async (_, keyText, sentence) => {
    expect((await say(await locked, keyText))[0]).toBe(`fail: ${sentence}`)
  })

  test('a key on another curve than the epk', async () => {
    expect((await say(await agreed, agreementKey('P-384').opens))[0]).toBe(
      'fail: Wrong kind of key. ECDH-ES needs an EC private key on P-256; this is an EC private key (P-384).',
    )
    expect((await say(await agreed, agreementKey('X25519').opens))[0]).toBe(
      'fail: Wrong kind of key. ECDH-ES needs an EC private key on P-256; this is an X25519 private key.',
    )
  })

  test('a key pair for a shared key', async () => {
    expect(await say(sealed(DIR), rsa.locks)).toEqual([
      'fail: Wrong kind of key. dir needs a shared key of exactly 32 bytes; this is an RSA key (2048 bits).',
      'not checked: this key cannot open dir',
      'fail: RSA given, a shared key of exactly 32 bytes needed',
    ])
  })

  test('a shared key of the wrong size', async () => {
    expect(await say(sealed(DIR), 'ab'.repeat(33), 'hex')).toEqual([
      'fail: Wrong key size. dir with A256GCM needs exactly 256 bits (32 bytes); read as hex, this key is 264 bits (33 bytes).',
      'not checked: this key cannot open dir',
      'fail: 264 bits (33 bytes) given, exactly 256 bits (32 bytes) needed',
    ])
    const wrapped = unsealed({ alg: 'A128KW', enc: 'A256GCM' }, { encryptedKey: ZEROS(40) })
    expect((await say(wrapped, octJwk()))[0]).toBe(
      'fail: Wrong key size. A128KW with A256GCM needs exactly 128 bits (16 bytes); this key is 256 bits (32 bytes).',
    )
  })

  test.each([
    [
      'utf8',
      HEX,
      'Wrong key size. dir with A256GCM needs exactly 256 bits (32 bytes); read as text, this key is 512 bits (64 bytes). Close: it opens if the key is read as hex.',
    ],
    [
      'base64',
      HEX,
      'Wrong key size. dir with A256GCM needs exactly 256 bits (32 bytes); read as base64, this key is 384 bits (48 bytes). Close: it opens if the key is read as hex.',
    ],
    [
      'hex',
      KEY.toString('base64'),
      'Can’t read this key as hex: character 1 is not a hex digit (0–9 a–f). Close: it opens if the key is read as base64.',
    ],
  ] as const)(
    'read as %s, where another reading opens it, says so',
    async (encoding, text, sentence) => {
      expect((await say(sealed(DIR), text, encoding))[0]).toBe(`fail: ${sentence}`)
    },
  )

  test('of the right size, where another reading opens it, says so', async () => {
    const dense = 'AbCdEfGh-_AbCdEfGhIjKlMnOpQrStUvWxYz01234_8'
    const other = await made(DIR, dense, 'base64url')
    expect(
      (await say(other, dense.replaceAll('-', '+').replaceAll('_', '/'), 'base64url'))[0],
    ).toMatch(/Close: it opens if the key is read as base64\.$/)
  })

  test('an RSA key of another size than the one it was locked for', async () => {
    expect(await say(await locked, rsaKey(3072).opens)).toEqual([
      'fail: The encrypted key is 256 bytes, but a 3072-bit key always makes 384. This is not the key it was locked with, or the token was cut.',
      'fail: the encrypted key is 256 bytes; this key makes 384',
      'not checked: does not open this token',
    ])
  })

  test('a wrong password', async () => {
    const parts = await made(
      { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' },
      'a password of many letters',
    )
    expect(await say(parts, 'a password of many letter')).toEqual([
      'fail: Authentication failed: either this is the wrong password, or the token was altered.',
      'fail: this password does not open it',
      'not checked: does not open this token',
    ])
  })

  test('a private JWK that the browser does not take', async () => {
    const { kty, n, e, d } = rsa.privateJwk
    expect((await say(await locked, jwk({ kty, n, e, d })))[0]).toBe(
      'fail: Can’t use this key: this browser does not take it as an RSA private key (2048 bits). Copy it again from where it came.',
    )
  })
})

const set = (...keys: object[]): string => jwk({ keys })

describe('a key set', () => {
  const right = { kty: 'oct', k: encodeBase64url(KEY), kid: 'right' }
  const wrong = { kty: 'oct', k: ZEROS(32), kid: 'wrong' }
  const short = { kty: 'oct', k: ZEROS(16), kid: 'short' }

  test('without a kid in the header, each fitting key is tried, and the one that opens is named', async () => {
    expect(await say(sealed(DIR), set(rsa.privateJwk, short, wrong, right))).toEqual([
      `pass: Decrypted: key ‘right’ of the set opens it (dir, A256GCM). ${SHARED}`,
      'pass: decrypted, which is no signature: opens with key ‘right’ of the set (dir, A256GCM)',
      'pass: key ‘right’ of the set you gave, 32 bytes; any holder could have made it',
    ])
  })

  test('of key pairs the private one is found', async () => {
    const parts = await made({ alg: 'RSA-OAEP', enc: 'A128GCM', kid: 'b' }, jwk(rsa.publicJwk))
    const keys = set({ ...rsaKey(2048).privateJwk, kid: 'a' }, { ...rsa.privateJwk, kid: 'b' })
    expect((await say(parts, keys))[2]).toBe(
      'pass: key ‘b’ of the set you gave, 2048 bits; anyone with the public key can make one',
    )
  })

  test('a kid in the header decides, even where another key would open', async () => {
    expect((await say(sealed({ ...DIR, kid: 'wrong' }), set(right, wrong)))[0]).toMatch(
      /^fail: Authentication failed/,
    )
    expect(await say(sealed({ ...DIR, kid: 'other' }), set(right, wrong))).toEqual([
      'fail: No key ‘other’ in this key set (it has: right, wrong).',
      'not checked: this key cannot open dir',
      'fail: no key ‘other’ in this set',
    ])
  })

  test('where none opens, says how many were tried', async () => {
    expect(await say(sealed(DIR), set(wrong, { ...wrong, k: ZEROS(31) + 'AQ' }, wrong))).toEqual([
      'fail: Authentication failed: none of the 2 keys tried is the one, or the token was altered.',
      'fail: none of 2 keys opens it',
      'not checked: does not open this token',
    ])
  })

  test('where none fits, says what is needed', async () => {
    expect((await say(sealed(DIR), set(short, rsa.privateJwk)))[0]).toBe(
      'fail: Wrong kind of key. dir needs a shared key of exactly 32 bytes; none of the 2 keys in this set is one.',
    )
  })
})

describe('what no key can mend', () => {
  const epk = p256.publicJwk
  const agreement = (change: object): EncryptedParts =>
    unsealed({ alg: 'ECDH-ES', enc: 'A128GCM', epk, ...change })
  const password = (change: object): EncryptedParts =>
    unsealed(
      { alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1000, p2s: ZEROS(16), ...change },
      { encryptedKey: ZEROS(24) },
    )
  const cases: [string, EncryptedParts, string, string][] = [
    [
      'a short tag',
      unsealed(DIR, { tag: ZEROS(15) }),
      'The authentication tag is 15 bytes, not 16. No key can open this token. Part of it was probably lost or added in copying.',
      'the authentication tag is 15 bytes, not 16',
    ],
    [
      'no tag',
      unsealed(DIR, { tag: '' }),
      'The authentication tag is empty. Without it no key can open this token. Part of it was probably lost or added in copying.',
      'the authentication tag is empty',
    ],
    [
      'a vector of another algorithm',
      unsealed(DIR, { iv: ZEROS(16) }),
      'The initialization vector is 16 bytes, not 12. No key can open this token. Part of it was probably lost or added in copying.',
      'the initialization vector is 16 bytes, not 12',
    ],
    [
      'an illegal character',
      unsealed(DIR, { ciphertext: 'AAA*' }),
      'Can’t read the ciphertext: it is not base64url from its character 4 on. Part of it was probably lost or added in copying.',
      'the ciphertext is not base64url',
    ],
    [
      'a cut block',
      unsealed({ alg: 'dir', enc: 'A128CBC-HS256' }, { iv: ZEROS(16), ciphertext: ZEROS(15) }),
      'The ciphertext is 15 bytes, but AES-CBC makes blocks of 16. Part of it was probably lost or added in copying.',
      'the ciphertext is 15 bytes, no multiple of 16',
    ],
    [
      'an encrypted key beside dir',
      unsealed(DIR, { encryptedKey: ZEROS(32) }),
      'The encrypted key is 32 bytes, but this algorithm carries none, so that part must be empty. A server must refuse this token.',
      'the encrypted key must be empty',
    ],
    [
      'an encrypted key beside ECDH-ES',
      { ...agreement({}), encryptedKey: 'AAAA' },
      'The encrypted key is 3 bytes, but this algorithm carries none, so that part must be empty. A server must refuse this token.',
      'the encrypted key must be empty',
    ],
    [
      'no encrypted key',
      unsealed({ alg: 'RSA-OAEP', enc: 'A128GCM' }),
      'The encrypted key is empty. Without it no key can open this token. Part of it was probably lost or added in copying.',
      'the encrypted key is empty',
    ],
    [
      'a wrapped key of the wrong length',
      unsealed({ alg: 'A128KW', enc: 'A128GCM' }, { encryptedKey: ZEROS(16) }),
      'The encrypted key is 16 bytes, not 24. No key can open this token. Part of it was probably lost or added in copying.',
      'the encrypted key is 16 bytes, not 24',
    ],
    [
      'an inner tag of the wrong length',
      unsealed(
        { alg: 'A128GCMKW', enc: 'A128GCM', iv: ZEROS(12), tag: ZEROS(8) },
        { encryptedKey: ZEROS(16) },
      ),
      'The header’s tag is 8 bytes, not 16. No key can open this token.',
      'the header’s tag is 8 bytes, not 16',
    ],
    [
      'no inner vector',
      unsealed({ alg: 'A128GCMKW', enc: 'A128GCM' }, { encryptedKey: ZEROS(16) }),
      'The header has no iv, the initialization vector of the encrypted key, and no key can open the token without it.',
      'the header has no iv',
    ],
    [
      'no epk',
      agreement({ epk: undefined }),
      'The header has no epk, the sender’s ephemeral public key, and no key can open the token without it.',
      'the header has no epk',
    ],
    [
      'an epk that is text',
      agreement({ epk: 'key' }),
      'The header’s epk can’t be read. It is the sender’s ephemeral public key, and must be a JSON object (a JWK).',
      'the header’s epk can’t be read',
    ],
    [
      'an epk without y',
      agreement({ epk: { ...epk, y: undefined } }),
      'Can’t read the ephemeral key (epk): the JWK has no y.',
      'epk can’t be read',
    ],
    [
      'an RSA epk',
      agreement({ epk: rsa.publicJwk }),
      'The ephemeral key (epk) is of the wrong kind. ECDH-ES needs an EC or X25519 public key there. A server must refuse this token.',
      'epk is of the wrong kind',
    ],
    [
      'a private epk',
      agreement({ epk: p256.privateJwk }),
      'The ephemeral key (epk) carries its private half. Whoever reads the header can open the token. A server must refuse this token.',
      'epk carries its private half',
    ],
    [
      'parties that are the same',
      agreement({ apu: 'QQ', apv: 'QQ' }),
      'The header’s apu and apv are the same. They name the two parties and must differ (RFC 7518 section 4.6.2). A server must refuse this token.',
      'apu and apv are the same',
    ],
    [
      'no salt',
      password({ p2s: undefined }),
      'The header has no p2s, the salt of the password, and no key can open the token without it.',
      'the header has no p2s',
    ],
    [
      'a short salt',
      password({ p2s: ZEROS(7) }),
      'The header’s salt (p2s) is 7 bytes; the standard wants at least 8. A server must refuse this token.',
      'p2s is 7 bytes; at least 8 are needed',
    ],
    [
      'a count of nothing',
      password({ p2c: 0 }),
      'The header’s p2c can’t be read. It is the number of PBKDF2 rounds, and must be a whole number above 0.',
      'the header’s p2c can’t be read',
    ],
    [
      'a critical extension',
      unsealed({ ...DIR, crit: ['exp'], exp: 1 }),
      'The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
      'crit names ‘exp’, not processed here',
    ],
    [
      'a name in two headers',
      unsealed(DIR, {
        recipientHeader: objectOf({ kid: 'a' }),
        unprotected: objectOf({ kid: 'a' }),
      }),
      '‘kid’ stands in two headers. The protected, the shared and the recipient’s header must not share a name (RFC 7516 section 7.2.1). A server must refuse this token.',
      '‘kid’ stands in two headers',
    ],
    [
      'unprotected compression',
      unsealed(DIR, { unprotected: objectOf({ zip: 'DEF' }) }),
      'zip stands outside the protected header. Anyone could have put it there (RFC 7516 section 4.1.3). A server must refuse this token.',
      'zip is not protected',
    ],
  ]

  test.each(cases)('%s', async (_, parts, sentence, reason) => {
    const expected = [`fail: ${sentence}`, `fail: ${reason}`, NOT_TRIED]
    expect(await say(parts, '')).toEqual(expected)
    expect(await say(parts, HEX, 'hex')).toEqual(expected)
  })
})

const packed = (bytes: number): EncryptedParts =>
  sealed({ ...DIR, zip: 'DEF' }, deflateRawSync(new Uint8Array(bytes)))

describe('what this page does not do', () => {
  const cases: [string, EncryptedParts, string, string][] = [
    [
      'RSA1_5',
      unsealed({ alg: 'RSA1_5', enc: 'A128GCM' }),
      'This page doesn’t do RSA1_5, and nobody should: whoever may ask a server often enough reads the content through its padding. RSA-OAEP-256 replaces it.',
      'RSA1_5 is broken, so nobody should use it',
    ],
    [
      'an unknown alg',
      unsealed({ alg: 'rsa-oaep', enc: 'A128GCM' }),
      'Unknown alg ‘rsa-oaep’. No standard this page knows has that name. Names are case-sensitive.',
      'no alg ‘rsa-oaep’ is known',
    ],
    [
      'an unknown enc',
      unsealed({ alg: 'dir', enc: 'A128CBC+HS256' }),
      'Unknown enc ‘A128CBC+HS256’. No standard this page knows has that name. Names are case-sensitive.',
      'no enc ‘A128CBC+HS256’ is known',
    ],
    [
      'an unknown zip',
      unsealed({ ...DIR, zip: 'GZIP' }),
      'Unknown zip ‘GZIP’. No standard this page knows has that name. Names are case-sensitive.',
      'no zip ‘GZIP’ is known',
    ],
    [
      'a signature algorithm',
      unsealed({ alg: 'HS256', enc: 'A128GCM' }),
      'HS256 is for signatures, not for encryption. A token of five parts is an encrypted one, so this name can do nothing for it.',
      'HS256 is for signatures',
    ],
    [
      'X448',
      unsealed({ alg: 'ECDH-ES', enc: 'A128GCM', epk: { kty: 'OKP', crv: 'X448', x: ZEROS(56) } }),
      'This browser can’t do ECDH-ES on X448. Decoding the header still works.',
      'this browser can’t do ECDH-ES on X448',
    ],
    [
      'no alg',
      unsealed({ enc: 'A128GCM' }),
      'The header names no algorithm. It must have an alg, for instance "alg":"RSA-OAEP-256".',
      'the header has no alg',
    ],
    [
      'no enc',
      unsealed({ alg: 'dir' }),
      'The header does not say how the content is encrypted. It must have an enc, for instance "enc":"A256GCM".',
      'the header has no enc',
    ],
    [
      'no header',
      unsealed({}, { protectedHeader: '' }),
      'There is no header. Without one nobody knows how the token is encrypted.',
      'there is no header',
    ],
    [
      'a header that is no JSON',
      unsealed({}, { protectedHeader: 'AAAA' }),
      'Can’t read the header: it is not JSON.',
      'the header is not JSON',
    ],
    [
      'a header that is a list',
      unsealed([]),
      'Can’t read the header: it is JSON, but no object.',
      'the header is no JSON object',
    ],
    [
      'a header with padding',
      unsealed({}, { protectedHeader: 'e30=' }),
      'Can’t open this token: its header is not plain base64url at character 4. The key would have to match that spelling too.',
      'the header is not plain base64url',
    ],
  ]

  test.each(cases)('%s', async (_, parts, sentence, reason) => {
    expect(await say(parts, HEX, 'hex')).toEqual([
      `not checked: ${sentence}`,
      `not checked: ${reason}`,
      NOT_TRIED,
    ])
  })

  test('content that zip does not describe', async () => {
    const broken = sealed({ ...DIR, zip: 'DEF' }, new Uint8Array(20).fill(255))
    expect((await say(broken, HEX, 'hex'))[0]).toBe(
      'not checked: Not opened: the key fits, but what it opens is not DEFLATE data, as zip says. The issuer must compress before encrypting (RFC 7516 section 4.1.3).',
    )
  })

  test('unpacking goes up to the limit, and not one byte beyond', async () => {
    expect((await openToken(packed(1_000_000), HEX, 'hex')).kind).toBe('opened')
    expect((await openToken(packed(1_000_001), HEX, 'hex')).kind).toBe('too-large')
  })
})

/** As Chromium does: it says so when the key is imported. */
function without192Bits(): void {
  const importKey = crypto.subtle.importKey.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(
    async (...given: Parameters<typeof importKey>) => {
      const [format, data, algorithm] = given
      const name = typeof algorithm === 'string' ? algorithm : algorithm.name
      if (
        format === 'raw' &&
        name.startsWith('AES') &&
        'byteLength' in data &&
        data.byteLength === 24
      )
        throw new DOMException('192-bit AES keys are not supported', 'OperationError')
      return importKey(...given)
    },
  )
}

describe('what the browser lacks', () => {
  test.each([
    ['dir', 'A192GCM', 'A192GCM'],
    ['dir', 'A192CBC-HS384', 'A192CBC-HS384'],
    ['A192KW', 'A128GCM', 'A192KW'],
    ['A192GCMKW', 'A256GCM', 'A192GCMKW'],
    ['ECDH-ES+A192KW', 'A128GCM', 'ECDH-ES+A192KW'],
    ['PBES2-HS384+A192KW', 'A128GCM', 'PBES2-HS384+A192KW'],
  ])('192-bit AES keys: %s with %s', async (alg, enc, named) => {
    const bits = { A192GCM: 24, 'A192CBC-HS384': 48 }[enc] ?? 24
    const keyText = alg.startsWith('ECDH') ? p256.opens : 'k'.repeat(bits)
    const parts = await made({ alg, enc }, keyText)
    expect((await openToken(parts, keyText, 'utf8')).kind).toBe('opened')
    without192Bits()
    const expected = [
      `not checked: This browser can’t use 192-bit AES keys, so it can’t do ${named}. Decoding the header still works.`,
      'not checked: this browser has no 192-bit AES keys',
      NOT_TRIED,
    ]
    expect(await say(parts, keyText)).toEqual(expected)
    expect(await say(parts, '')).toEqual(expected)
  })

  test('the curve of the epk', async () => {
    const parts = await made({ alg: 'ECDH-ES', enc: 'A128GCM' }, agreementKey('X25519').locks)
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(
      new DOMException('Unrecognized name.', 'NotSupportedError'),
    )
    expect((await say(parts, p256.opens))[0]).toBe(
      'not checked: This browser can’t do ECDH-ES on X25519. Decoding the header still works.',
    )
  })

  test('all of its cryptography, without HTTPS', async () => {
    const parts = sealed(DIR)
    vi.stubGlobal('crypto', {})
    expect(await say(parts, HEX, 'hex')).toEqual([
      'not checked: This page was opened without HTTPS, so the browser turns cryptography off. Use https:// or localhost.',
      'not checked: without HTTPS the browser has no cryptography',
      NOT_TRIED,
    ])
    expect((await say(parts, ''))[0]).toMatch(/^not checked: Encrypted token\./)
  })
})

describe('weak passwords', () => {
  test('few rounds and a short password open, with a warning', async () => {
    const { FlattenedEncrypt } = await import('jose')
    const seal = async (password: string, p2c: number): Promise<EncryptedParts> => {
      const jwe = await new FlattenedEncrypt(writeUtf8('{}'))
        .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A128GCM' })
        .setKeyManagementParameters({ p2c })
        .encrypt(writeUtf8(password))
      const { protected: header, encrypted_key: key, iv, ciphertext, tag } = jwe
      return partsOf([header, key, iv, ciphertext, tag].join('.'))
    }
    const long = 'a password as long as the key made of it'
    expect((await say(await seal('short', 1000), 'short'))[2]).toBe(
      'warning: 5 bytes; PBES2-HS512+A256KW wants at least 32',
    )
    expect((await say(await seal(long, 999), long))[0]).toBe(
      'warning: Decrypted: this password opens it (PBES2-HS512+A256KW, A128GCM), but p2c is 999; the standard wants at least 1,000 rounds, as fewer make guessing cheap. Decryption with a password is not a signature: anyone who knows it could have made it.',
    )
  })
})

describe('any text at all', () => {
  const names = [
    ...'dir A128KW A256GCMKW RSA-OAEP ECDH-ES ECDH-ES+A128KW'.split(' '),
    'PBES2-HS256+A128KW',
  ]
  const header = fc.record(
    {
      alg: fc.constantFrom(...names),
      enc: fc.constantFrom('A128GCM', 'A256CBC-HS512'),
      epk: fc.oneof(fc.constant(p256.publicJwk), fc.jsonValue()),
      p2c: fc.oneof(fc.constant(1), fc.jsonValue()),
      p2s: fc.oneof(fc.constant(ZEROS(8)), fc.jsonValue()),
      iv: fc.oneof(fc.constant(ZEROS(12)), fc.jsonValue()),
      zip: fc.constantFrom('DEF', 'X', null),
      kid: fc.string(),
    },
    { requiredKeys: ['alg', 'enc'] },
  )
  const part = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 80 }).map(encodeBase64url))
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom(HEX, octJwk(), rsa.opens, rsa.locks, p256.opens),
  )
  const encoding = fc.constantFrom('utf8', 'base64', 'base64url', 'hex')

  test('gets an answer in words, and nothing that was not sealed opens', async () => {
    await fc.assert(
      fc.asyncProperty(
        header,
        fc.tuple(part, part, part, part),
        key,
        encoding,
        async (members, [encryptedKey, iv, ciphertext, tag], keyText, how) => {
          const parts = unsealed(members, { encryptedKey, iv, ciphertext, tag })
          const [sentence, signature] = await say(parts, keyText, how)
          expect(sentence).toMatch(/^(?:fail|not checked): \S.*\.$/s)
          expect(signature).toMatch(/^(?:fail|not checked): \S/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
