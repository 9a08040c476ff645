import { generateKeyPair, CompactSign, exportSPKI } from 'jose'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Verdict } from '../../src/verification/verdict.ts'
import {
  check,
  checkNow,
  claims,
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs8,
  privateJwk,
  publicJwk,
  signatureOf,
  spki,
  strongSecret,
} from './makeToken.ts'

const { rsa, otherRsa, smallRsa, tinyRsa, p256, otherP256, p384, otherP384 } = keyPairs
const { p521, otherP521, ed25519, otherEd25519, ed448, secp256k1 } = keyPairs

const sentence = (verdict: Verdict): string => {
  const { lead, rest } = tellVerdict(verdict)
  return `${lead} ${rest}`.trimEnd()
}

const say = async (token: string, keyText: string): Promise<string> =>
  sentence(await check(token, keyText))

const box = (label: string): string => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----`

const algorithms = [
  ['RS256', rsa, otherRsa],
  ['RS384', rsa, otherRsa],
  ['RS512', rsa, otherRsa],
  ['PS256', rsa, otherRsa],
  ['PS384', rsa, otherRsa],
  ['PS512', rsa, otherRsa],
  ['ES256', p256, otherP256],
  ['ES384', p384, otherP384],
  ['ES512', p521, otherP521],
  ['EdDSA', ed25519, otherEd25519],
  ['Ed25519', ed25519, otherEd25519],
] as const

const mismatch =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'
const privateKeyWarning =
  'That is a private key. We used only its public half. Keep private keys out of web pages.'

describe.each(algorithms)('%s', (alg, pair, other) => {
  const token = keyPairToken(alg, pair)

  test('the right public key verifies, as PEM and as JWK', async () => {
    const keys = [spki(pair), JSON.stringify(publicJwk(pair))]
    for (const verdict of await Promise.all(keys.map(async (key) => check(token, key))))
      expect(verdict).toMatchObject({
        kind: 'verified',
        alg,
        characters: token.lastIndexOf('.'),
        key: { kind: 'public' },
        concerns: [],
      })
  })

  test('of a private key only the public half is used, and that is said', async () => {
    const keys = [pkcs8(pair), JSON.stringify(privateJwk(pair))]
    for (const said of await Promise.all(keys.map((key) => say(token, key))))
      expect(said).toBe(
        `Signature valid: this key signed exactly these bytes (${alg}). ${privateKeyWarning}`,
      )
  })

  test('another key does not verify', async () => {
    expect(await say(token, spki(other))).toBe(mismatch)
    expect(await say(token, pkcs8(other))).toBe(`${mismatch} ${privateKeyWarning}`)
  })

  test('a token made by jose verifies', async () => {
    const made = await generateKeyPair(alg, { extractable: true })
    const signed = await new CompactSign(new TextEncoder().encode(claims))
      .setProtectedHeader({ alg })
      .sign(made.privateKey)
    expect((await check(signed, await exportSPKI(made.publicKey))).kind).toBe('verified')
  })
})

test('an RS256 signature under PS256 is a mismatch, whatever else would match', async () => {
  const input = `${encode('{"alg":"PS256"}')}.${encode(claims)}`
  const token = `${input}.${encode(signatureOf('RS256', rsa.privateKey, input))}`
  expect((await check(token, spki(rsa))).kind).toBe('mismatch')
  expect(await say(token, spki(rsa))).toBe(
    `${mismatch} Close: it matches as RS256, though the header says PS256.`,
  )
})

describe('small RSA keys are checked and warned about', () => {
  test.each([
    ['RS256', smallRsa, 1024],
    ['PS256', smallRsa, 1024],
    ['RS256', tinyRsa, 512],
  ] as const)('%s with %o', async (alg, pair, bits) => {
    const said = `Signature valid, but the RSA key is ${bits} bits. ${alg} needs 2048 bits or larger; a key this small can be broken.`
    expect(await say(keyPairToken(alg, pair), JSON.stringify(publicJwk(pair)))).toBe(said)
    expect(await say(keyPairToken(alg, pair), pkcs8(pair))).toBe(`${said} ${privateKeyWarning}`)
    expect(await say(keyPairToken(alg, pair, '{}'), spki(pair))).toBe(said)
  })
})

test('EdDSA is the name of two curves, and the key says which', async () => {
  const token = keyPairToken('EdDSA', ed448)
  expect(await check(token, spki(ed448))).toMatchObject({
    kind: 'verified',
    alg: 'EdDSA',
    key: { shape: { type: 'OKP', curve: 'Ed448' } },
  })
  expect(await say(keyPairToken('EdDSA', ed25519), spki(ed448))).toBe(
    'Signature is 64 bytes; EdDSA always makes 114. The end was probably cut off.',
  )
  expect(sentence(checkNow(token, ''))).toBe(
    'Decoded, not verified. Add a key to check who made it.',
  )
})

test('padding in a signed token is part of what was signed', async () => {
  const input = `${encode('{"alg":"ES256"}')}.${Buffer.from('{"a":1}').toString('base64')}`
  expect(input).toContain('=')
  const token = `${input}.${encode(signatureOf('ES256', p256.privateKey, input))}`
  expect((await check(token, spki(p256))).kind).toBe('verified')
})

describe('the wrong kind of key is said at once', () => {
  test.each([
    ['RS256', rsa, spki(p256), 'RS256 needs an RSA public key; this is an EC key (P-256).'],
    ['PS512', rsa, spki(ed25519), 'PS512 needs an RSA public key; this is an Ed25519 key.'],
    [
      'ES256',
      p256,
      spki(p384),
      'ES256 needs an EC public key on P-256; this is an EC key (P-384).',
    ],
    [
      'ES256',
      p256,
      spki(secp256k1),
      'ES256 needs an EC public key on P-256; this is an EC key (secp256k1).',
    ],
    [
      'ES256',
      p256,
      spki(rsa),
      'ES256 needs an EC public key on P-256; this is an RSA key (2048 bits).',
    ],
    ['EdDSA', ed25519, spki(p256), 'EdDSA needs an Ed25519 public key; this is an EC key (P-256).'],
    ['Ed25519', ed25519, spki(ed448), 'Ed25519 needs an Ed25519 public key; this is an Ed448 key.'],
    ['RS256', rsa, strongSecret, 'RS256 needs an RSA public key; this is a shared secret.'],
    [
      'RS256',
      rsa,
      '{"kty":"oct","k":"AA"}',
      'RS256 needs an RSA public key; this is a shared secret.',
    ],
    [
      'RS256',
      rsa,
      `{"kty":"AKP","alg":"ML-DSA-44","pub":"${'A'.repeat(1750)}"}`,
      'RS256 needs an RSA public key; this is an ML-DSA-44 key.',
    ],
    [
      'RS256',
      rsa,
      pkcs8(p256),
      'RS256 needs an RSA public key; this is an EC private key (P-256). Keep private keys out of web pages.',
    ],
  ] as const)('%s', (alg, pair, key, rest) => {
    expect(sentence(checkNow(keyPairToken(alg, pair), key))).toBe(`Wrong kind of key. ${rest}`)
  })

  test('the encoding of a secret does not matter to it', () => {
    expect(sentence(checkNow(keyPairToken('RS256', rsa), 'xyz', 'hex'))).toBe(
      'Wrong kind of key. RS256 needs an RSA public key; this is a shared secret.',
    )
  })

  test('forms that wait for a later build are named, with the way out', () => {
    const token = keyPairToken('RS256', rsa)
    expect(sentence(checkNow(token, box('CERTIFICATE REQUEST')))).toBe(
      'This is a certificate request. This page can’t read one. For the public key run: openssl req -in req.pem -pubkey -noout',
    )
    expect(sentence(checkNow(token, box('ENCRYPTED PRIVATE KEY')))).toBe(
      'This is an encrypted private key. This page can’t read one. Keep private keys out of web pages. For the public key run: openssl pkey -in key.pem -pubout',
    )
    expect(sentence(checkNow(token, box('PGP PUBLIC KEY BLOCK')))).toBe(
      'This is a PGP block. This page can’t read one.',
    )
  })
})

describe('signatures that cannot be', () => {
  test('ECDSA in DER form is named, without a key and with another', async () => {
    const input = `${encode('{"alg":"ES256"}')}.${encode(claims)}`
    const der = signatureOf('ES256', p256.privateKey, input, 'der')
    const said = `Signature is ${der.length} bytes; ES256 always makes 64. It starts with 0x30 and looks DER-encoded; a token wants R and S as 64 raw bytes.`
    expect(sentence(checkNow(`${input}.${encode(der)}`, ''))).toBe(said)
    expect(await say(`${input}.${encode(der)}`, spki(otherP256))).toBe(said)
  })

  test('ES512 in DER form has a long length', () => {
    const input = `${encode('{"alg":"ES512"}')}.${encode(claims)}`
    const der = signatureOf('ES512', p521.privateKey, input, 'der')
    expect(checkNow(`${input}.${encode(der)}`, '')).toMatchObject({
      kind: 'wrong-length',
      isDer: true,
    })
  })

  test('zeros alone are the known forgery', async () => {
    const token = `${encode('{"alg":"ES256"}')}.${encode(claims)}.${encode(new Uint8Array(64))}`
    expect(await say(token, spki(p256))).toBe(
      'Signature does not match. It is all zeros, a known forgery that broken libraries accept (CVE-2022-21449).',
    )
  })

  test('an RSA signature has the length of its key', async () => {
    const token = keyPairToken('RS256', rsa)
    expect(await say(token, spki(smallRsa))).toBe(
      'Signature is 256 bytes; RS256 with this 1024-bit key always makes 128. It was cut off, or this is not the key that signed it.',
    )
    expect(await say(token.slice(0, -4), spki(rsa))).toBe(
      'Signature is 253 bytes; RS256 with this 2048-bit key always makes 256. It was cut off, or this is not the key that signed it.',
    )
  })

  test('Ed25519 makes 64 bytes, even where the name allows 114', async () => {
    expect(await say(keyPairToken('EdDSA', ed448), spki(ed25519))).toBe(
      'Signature is 114 bytes; EdDSA always makes 64. Something was probably added at the end.',
    )
  })
})

describe('keys that read well and are none', () => {
  test('a point that is not on its curve', async () => {
    const { x } = p256.publicKey.export({ format: 'jwk' })
    const jwk = JSON.stringify({ kty: 'EC', crv: 'P-256', x, y: x })
    expect(await say(keyPairToken('ES256', p256), jwk)).toBe(
      'Can’t use this key: its point is not on the curve P-256, so it is no P-256 key at all. Copy it again from where it came.',
    )
    const pem = spki(p256).split('\n')
    const der = Buffer.from((pem[1] ?? '') + (pem[2] ?? ''), 'base64')
    der.writeUInt8(der.readUInt8(90) ^ 1, 90)
    const broken = `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----`
    expect(await check(keyPairToken('ES256', p256), broken)).toMatchObject({
      kind: 'unusable-key',
      reason: { code: 'not-on-curve', curve: 'P-256' },
    })
  })

  test('a point that is not on a curve which no browser has', async () => {
    const { x } = secp256k1.publicKey.export({ format: 'jwk' })
    const jwk = JSON.stringify({ kty: 'EC', crv: 'secp256k1', x, y: x })
    expect(await say(keyPairToken('ES256K', secp256k1), jwk)).toBe(
      'Can’t use this key: its point is not on the curve secp256k1, so it is no secp256k1 key at all. Copy it again from where it came.',
    )
    const beyond = JSON.stringify({ kty: 'OKP', crv: 'Ed448', x: encode(Buffer.alloc(57, 255)) })
    expect(await say(keyPairToken('Ed448', ed448), beyond)).toBe(
      'Can’t use this key: this browser does not take it as an Ed448 key. Copy it again from where it came.',
    )
  })

  test('a private key whose inside is garbled', async () => {
    const pem = pkcs8(ed25519).split('\n')
    const der = Buffer.from(pem[1] ?? '', 'base64')
    der.writeUInt8(0x05, 14)
    const broken = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----`
    expect(await say(keyPairToken('EdDSA', ed25519), broken)).toBe(
      'Can’t use this key: this browser does not take it as an Ed25519 key. Copy it again from where it came.',
    )
  })
})

test('a key set gives the key that the header names', async () => {
  const keys = [
    { ...publicJwk(otherP256), kid: 'old' },
    { ...publicJwk(p256), kid: 'new' },
  ]
  const token = keyPairToken('ES256', p256, claims, { kid: 'new' })
  expect(await check(token, JSON.stringify({ keys }))).toMatchObject({
    kind: 'verified',
    key: { member: { kid: 'new', place: 2, size: 2 }, shape: { type: 'EC', curve: 'P-256' } },
  })
})

test('EdDSA and Ed25519 are one thing to a JWK’s alg', async () => {
  const jwk = (alg: string): string => JSON.stringify({ ...publicJwk(ed25519), alg })
  const token = keyPairToken('EdDSA', ed25519)
  expect(await check(token, jwk('Ed25519'))).toMatchObject({ concerns: [] })
  expect(await say(token, jwk('ES256'))).toBe(
    'Signature valid, but the key says it is for ES256, not for EdDSA.',
  )
  expect(await say(token, JSON.stringify({ ...privateJwk(ed25519), key_ops: ['sign'] }))).toBe(
    `Signature valid: this key signed exactly these bytes (EdDSA). ${privateKeyWarning}`,
  )
})

describe('where the browser has no WebCrypto', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('key pairs cannot be checked, and why is said; HMAC goes on', async () => {
    vi.stubGlobal('crypto', {})
    expect(await say(keyPairToken('RS256', rsa), spki(rsa))).toBe(
      'This page was opened without HTTPS, so the browser turns cryptography off. Use https:// or localhost.',
    )
    expect(checkNow(hmacToken('HS256', strongSecret), strongSecret).kind).toBe('verified')
  })

  test('an algorithm it lacks is not a mismatch', async () => {
    const subtle = {
      importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')),
    }
    vi.stubGlobal('crypto', { subtle })
    expect(await say(keyPairToken('EdDSA', ed25519), spki(ed25519))).toBe(
      'This browser can’t check EdDSA. Decoding still works.',
    )
  })
})

test('a part of the page that does not load is no mismatch either', async () => {
  vi.resetModules()
  vi.doMock('../../src/verification/verifyAsymmetric.ts', () => {
    throw new Error('offline')
  })
  const { verifySignature } = await import('../../src/verification/verifySignature.ts')
  const token = keyPairToken('ES256', p256)
  const verdict = await verifySignature({ token, keyText: spki(p256), encoding: 'utf8' })
  vi.doUnmock('../../src/verification/verifyAsymmetric.ts')
  expect(sentence(verdict)).toBe(
    'The part of this page that checks ES256 did not load. Reload the page; decoding still works.',
  )
})
