import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { readAnyForm } from '../../src/token/readAnyForm.ts'
import { signReading } from '../../src/verification/signReading.ts'
import {
  check,
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  pkcs8,
  privateJwk,
  publicJwk,
  spki,
  strongSecret,
} from './makeToken.ts'

const detachedNone = { chosen: 0, detached: null }

/** Neither signature nor key is there yet. */
const unsigned = (alg: string, header: object = {}): string =>
  `${encode(JSON.stringify({ alg, ...header }))}.${encode(claims)}.`

const sign = (token: string, key: string, encoding: SecretEncoding = 'utf8', chosen = 0) =>
  signReading(readAnyForm(token, { ...detachedNone, chosen }), readKey(key, encoding))

async function signed(token: string, key: string, chosen = 0): Promise<string> {
  const signing = await sign(token, key, 'utf8', chosen)
  if (signing.kind === 'refused') throw new Error(`${signing.lead} ${signing.rest}`)
  return signing.token
}

async function refusal(token: string, key: string, encoding?: SecretEncoding): Promise<string> {
  const signing = await sign(token, key, encoding)
  return signing.kind === 'refused' ? `${signing.lead} ${signing.rest}` : 'signed'
}

function isSignedFor(token: string, alg: string, key: KeyObject): boolean {
  const [header, payload, signature = ''] = token.split('.')
  const hash = /^(?:RS|PS|ES)/.test(alg) ? `sha${alg.slice(2, 5)}` : null
  const padding = alg.startsWith('PS')
    ? {
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : {}
  return verify(
    hash,
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363', ...padding },
    Buffer.from(signature, 'base64url'),
  )
}

const PAIRS = [
  ['RS256', keyPairs.rsa],
  ['RS384', keyPairs.rsa],
  ['RS512', keyPairs.rsa],
  ['PS256', keyPairs.rsa],
  ['PS384', keyPairs.rsa],
  ['PS512', keyPairs.rsa],
  ['ES256', keyPairs.p256],
  ['ES384', keyPairs.p384],
  ['ES512', keyPairs.p521],
  ['ES256K', keyPairs.secp256k1],
  ['Ed25519', keyPairs.ed25519],
  ['EdDSA', keyPairs.ed25519],
  ['EdDSA', keyPairs.ed448],
  ['Ed448', keyPairs.ed448],
] as const

describe('a token signed with the key in the box', () => {
  test.each(['HS256', 'HS384', 'HS512'])('%s is what node:crypto makes', async (alg) => {
    const token = hmacToken(alg, strongSecret)
    const bare = token.slice(0, token.lastIndexOf('.') + 1)
    expect(await signed(bare, strongSecret)).toBe(token)
  })

  test.each(PAIRS)('%s passes here and by node:crypto, from PEM and JWK', async (alg, pair) => {
    await Promise.all(
      [pkcs8(pair), JSON.stringify(privateJwk(pair))].map(async (key) => {
        const token = await signed(unsigned(alg), key)
        expect(token.startsWith(unsigned(alg))).toBe(true)
        expect((await check(token, spki(pair))).kind).toBe('verified')
        expect(isSignedFor(token, alg, createPublicKey(spki(pair)))).toBe(true)
      }),
    )
  })

  test('keeps header and payload byte for byte, however they are spelled', async () => {
    const head = encode('{ "alg" : "HS256",\r\n "typ":"JWT" }')
    const body = encode('{"n": 1.50, "n": 2, "é": "\\u00e9"}\r\n')
    const token = await signed(`${head}.${body}.AAAA`, strongSecret)
    expect(token).toBe(`${head}.${body}.${hmacOf('HS256', strongSecret, `${head}.${body}`)}`)
  })

  test('gets its third part where even the dot is missing', async () => {
    const bare = unsigned('HS256').slice(0, -1)
    expect(await signed(bare, strongSecret)).toBe(`${bare}.${hmacOf('HS256', strongSecret, bare)}`)
  })

  test('in JSON form gets the chosen signature anew, and nothing else changes', async () => {
    const [head = '', body = ''] = unsigned('HS256').split('.')
    const other = '{"protected":"e30","signature":"AAAA"}'
    const form = (signature: string): string =>
      `{ "payload":"${body}",\n "signatures":[${other}, {"protected":"${head}","signature":"${signature}"}] }`
    const mac = hmacOf('HS256', strongSecret, `${head}.${body}`)
    expect(await signed(form('old'), strongSecret, 1)).toBe(form(mac))
  })

  test('in flattened form may name its algorithm in the unprotected header', async () => {
    const form = `{"payload":"${encode(claims)}","header":{"alg":"HS256"},"signature":""}`
    const mac = hmacOf('HS256', strongSecret, `.${encode(claims)}`)
    expect(await signed(form, strongSecret)).toBe(form.replace('""', `"${mac}"`))
  })

  test('with b64 false is signed over the payload as it is (RFC 7797 section 4.1)', async () => {
    const head = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')
    const form = (signature: string): string =>
      `{"payload":"$.02","protected":"${head}","signature":"${signature}"}`
    const mac = hmacOf('HS256', strongSecret, `${head}.$.02`)
    expect(await signed(form(''), strongSecret)).toBe(form(mac))
  })

  test('with its payload apart is signed over that payload', async () => {
    const head = encode('{"alg":"HS256"}')
    const reading = readAnyForm(`${head}..AAAA`, {
      chosen: 0,
      detached: new Uint8Array(Buffer.from(claims)),
    })
    const mac = hmacOf('HS256', strongSecret, `${head}.${encode(claims)}`)
    expect(await signReading(reading, readKey(strongSecret, 'utf8'))).toEqual({
      kind: 'signed',
      token: `${head}..${mac}`,
    })
  })

  test('keeps the disclosures of an SD-JWT', async () => {
    const bare = unsigned('HS256').slice(0, -1)
    const token = await signed(`${bare}.AAAA~WyJhIl0~`, strongSecret)
    expect(token).toBe(`${bare}.${hmacOf('HS256', strongSecret, bare)}~WyJhIl0~`)
  })

  test('is signed with the key of a set that kid names', async () => {
    const keys = [
      { ...privateJwk(keyPairs.otherP256), kid: 'a' },
      { ...privateJwk(keyPairs.p256), kid: 'b' },
    ]
    const token = await signed(unsigned('ES256', { kid: 'b' }), JSON.stringify({ keys }))
    expect((await check(token, spki(keyPairs.p256))).kind).toBe('verified')
  })

  test('is signed with the one private key of a set', async () => {
    const keys = [publicJwk(keyPairs.otherP256), privateJwk(keyPairs.p256)]
    const token = await signed(unsigned('ES256'), JSON.stringify({ keys }))
    expect((await check(token, spki(keyPairs.p256))).kind).toBe('verified')
  })
})

const secretJwk = (more: object): string =>
  JSON.stringify({ kty: 'oct', k: encode(strongSecret), ...more })

describe('nothing is signed', () => {
  test.each([
    [
      'no token',
      '',
      strongSecret,
      'There is no token to sign. Paste one, or take one from Samples.',
    ],
    [
      'one part',
      'eyJhbGciOiJIUzI1NiJ9',
      strongSecret,
      'Can’t sign 1 part. Signing needs a header and a payload with one dot between them; the signature becomes the third part.',
    ],
    [
      'four parts',
      'e30.e30.e30.e30',
      strongSecret,
      'Can’t sign 4 parts. Signing needs a header and a payload with one dot between them; the signature becomes the third part.',
    ],
    [
      'an encrypted token',
      `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`,
      strongSecret,
      'This token is encrypted, not signed. Only a token of header, payload and signature can be signed.',
    ],
    [
      'a header that is no JSON',
      `${encode('{"alg":')}.e30.`,
      strongSecret,
      'Can’t read the header: it is not JSON. Mend it in the header pane, then sign.',
    ],
    [
      'a header that is a list',
      `${encode('["HS256"]')}.e30.`,
      strongSecret,
      'Can’t read the header: it is JSON, but no object. Mend it in the header pane, then sign.',
    ],
    [
      'no alg',
      'e30.e30.',
      strongSecret,
      'The header names no algorithm. Add one to it, for instance "alg":"HS256".',
    ],
    [
      'an alg that is a number',
      `${encode('{"alg":256}')}.e30.`,
      strongSecret,
      'The header’s alg is not text. Write it as text, for instance "alg":"HS256".',
    ],
    [
      'none',
      unsigned('none'),
      strongSecret,
      'Not signed: alg is none. Change alg in the header to sign. For a token without a signature, delete the third part by hand.',
    ],
    [
      'a misspelt algorithm',
      unsigned('HS265'),
      strongSecret,
      'Unknown algorithm ‘HS265’. Did you mean HS256? Change alg in the header.',
    ],
    [
      'an unknown algorithm',
      unsigned('constructor'),
      strongSecret,
      'Unknown algorithm ‘constructor’. No standard this page knows has that name; change alg in the header.',
    ],
    [
      'an algorithm for encryption',
      unsigned('dir'),
      strongSecret,
      'dir is for encryption, not for signatures. To sign, change alg in the header; to encrypt, add enc to it, for instance "enc":"A256GCM".',
    ],
    [
      'an extension this page does not process',
      unsigned('HS256', { crit: ['exp'], exp: 1 }),
      strongSecret,
      'The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
    ],
    [
      'a payload that is not there',
      `{"protected":"${encode('{"alg":"HS256"}')}","signature":""}`,
      strongSecret,
      'The payload is not in the token. Paste it under Detached payload, then sign.',
    ],
    [
      'a signature that is a number',
      `{"protected":"${encode('{"alg":"HS256"}')}","payload":"e30","signature":1}`,
      strongSecret,
      'The JSON form’s signature is not text. Write "signature":"" in its place, then sign.',
    ],
  ])('for %s', async (_, token, key, sentence) => {
    expect(await refusal(token, key)).toBe(sentence)
  })

  test.each([
    [
      'HS256',
      'A key is missing. HS256 signs with a shared secret of at least 32 bytes. Put it in the key box, or press Generate key.',
    ],
    [
      'RS512',
      'A key is missing. RS512 signs with an RSA private key of at least 2048 bits. Put it in the key box, or press Generate key.',
    ],
    [
      'ES256K',
      'A key is missing. ES256K signs with an EC private key on secp256k1. Put it in the key box, or press Generate key.',
    ],
    [
      'ML-DSA-44',
      'A key is missing. ML-DSA-44 signs with an ML-DSA private key. Put it in the key box, or press Generate key.',
    ],
  ])('for %s without a key', async (alg, sentence) => {
    expect(await refusal(unsigned(alg), '')).toBe(sentence)
  })

  test.each([
    [
      'a secret of 31 bytes',
      'HS256',
      'x'.repeat(31),
      'Not signed: the secret is 31 bytes. HS256 needs at least 32 (RFC 7518 section 3.2). Press Generate key for one that fits.',
    ],
    [
      'a secret of 63 bytes',
      'HS512',
      'x'.repeat(63),
      'Not signed: the secret is 63 bytes. HS512 needs at least 64 (RFC 7518 section 3.2). Press Generate key for one that fits.',
    ],
    [
      'an empty secret',
      'HS256',
      '{"kty":"oct","k":""}',
      'Not signed: the secret is empty (0 bytes). HS256 needs at least 32. Press Generate key for one that fits.',
    ],
    [
      'an RSA key of 1024 bits',
      'PS256',
      pkcs8(keyPairs.smallRsa),
      'Not signed: the RSA key is 1024 bits. PS256 needs at least 2048 (RFC 7518 section 3.3). Press Generate key for one that fits.',
    ],
    [
      'a public key',
      'RS256',
      spki(keyPairs.rsa),
      'This is the public key. It checks signatures; only the private key makes them. Put that one in the key box.',
    ],
    [
      'a set of public keys',
      'ES256',
      JSON.stringify({ keys: [publicJwk(keyPairs.p256)] }),
      'No private key of this set fits. Its public keys check signatures; only a private key makes them.',
    ],
    [
      'two private keys that fit',
      'ES256',
      JSON.stringify({ keys: [privateJwk(keyPairs.p256), privateJwk(keyPairs.otherP256)] }),
      'Which key of the set? 2 of its keys could sign this. Name one by kid in the header.',
    ],
    [
      'a key of another kind',
      'RS256',
      pkcs8(keyPairs.p256),
      'Wrong kind of key. RS256 needs an RSA private key; this is an EC private key (P-256).',
    ],
    [
      'a key on another curve',
      'ES384',
      pkcs8(keyPairs.p256),
      'Wrong kind of key. ES384 needs an EC private key on P-384; this is an EC private key (P-256).',
    ],
    [
      'a secret for a key pair',
      'EdDSA',
      strongSecret,
      'Wrong kind of key. EdDSA needs an Ed25519 private key; this is a shared secret.',
    ],
    [
      'a private key for a secret',
      'HS256',
      pkcs8(keyPairs.rsa),
      'Wrong kind of key. HS256 needs a shared secret; this is an RSA private key (2048 bits).',
    ],
    [
      'a public key for a secret',
      'HS256',
      spki(keyPairs.rsa),
      'Stop: HS256 with a public key. If a server does this, anyone can forge tokens. It is called algorithm confusion.',
    ],
    [
      'a key for encryption',
      'HS256',
      secretJwk({ use: 'enc' }),
      'This key is not for signatures. Its use says enc, not sig (RFC 7517 section 4.2). Use another key.',
    ],
    [
      'a key for another algorithm',
      'HS256',
      secretJwk({ alg: 'HS512' }),
      'This key is not for HS256. Its alg says HS512 (RFC 7517 section 4.4). Change alg in the header, or use another key.',
    ],
    [
      'a key that may only verify',
      'HS256',
      secretJwk({ key_ops: ['verify'] }),
      'This key is not for signing. Its key_ops do not include sign (RFC 7517 section 4.3). Use another key.',
    ],
    [
      'a key that is locked',
      'RS256',
      keyPairs.rsa.privateKey
        .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
        .toString(),
      'This is an encrypted private key. This page can’t read one; give it as PKCS #8 (BEGIN PRIVATE KEY) or as a JWK.',
    ],
    [
      'an SSH public key',
      'EdDSA',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGdXo2Vxnqc0pZ4Vv2pDnUqVYZ1nB7hUeQ0bGZ0GZ2pO me@here',
      'This is an SSH public key. EdDSA needs an Ed25519 private key.',
    ],
    [
      'an RSA key without its factors',
      'RS256',
      JSON.stringify({
        ...publicJwk(keyPairs.rsa),
        d: keyPairs.rsa.privateKey.export({ format: 'jwk' }).d,
      }),
      'Can’t sign with this key: the JWK has no p, q, dp, dq, qi, and browsers sign and decrypt only with all of them. Use the key as PKCS #8, or a JWK with every member.',
    ],
    [
      'a curve’s private key of zeros',
      'ES256K',
      JSON.stringify({ ...publicJwk(keyPairs.secp256k1), d: encode(new Uint8Array(32)) }),
      'Can’t use this key: this browser does not take it as an EC private key (secp256k1). Copy it again from where it came.',
    ],
  ])('with %s', async (_, alg, key, sentence) => {
    expect(await refusal(unsigned(alg), key)).toBe(sentence)
  })

  test('with a secret that is not what it is read as', async () => {
    expect(await refusal(unsigned('HS256'), 'no hex', 'hex')).toBe(
      'Can’t read this secret as hex: character 1 is not a hex digit (0–9 a–f).',
    )
  })

  test('where the browser lacks the algorithm', async () => {
    const [pub, priv] = [1312, 32].map((bytes) => encode(new Uint8Array(bytes)))
    const key = { kty: 'AKP', alg: 'ML-DSA-44', pub, priv }
    // Node 20 has none
    expect(await refusal(unsigned('ML-DSA-44'), JSON.stringify(key))).toBe(
      'This browser can’t sign with ML-DSA-44. Choose another algorithm in the header’s alg.',
    )
  })
})
