import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { tellKeyRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Verdict } from '../../src/verification/verdict.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'
import {
  check,
  checkNow,
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs8,
  privateJwk,
  publicJwk,
  spki,
  strongSecret,
} from './makeToken.ts'

const { rsa, p256, ed25519 } = keyPairs

const sentence = (verdict: Verdict): string => {
  const { lead, rest } = tellVerdict(verdict)
  return `${lead} ${rest}`.trimEnd()
}

const sayNow = (token: string, keyText: string): string => sentence(checkNow(token, keyText))

describe.each(['HS256', 'HS384', 'HS512'])('%s', (alg) => {
  test('the right secret verifies at once, in each encoding', () => {
    const token = hmacToken(alg, strongSecret)
    const raw = Buffer.from(strongSecret)
    const boxes = [
      [strongSecret, 'utf8'],
      [raw.toString('base64'), 'base64'],
      [raw.toString('base64url'), 'base64url'],
      [raw.toString('hex'), 'hex'],
    ] as const
    for (const [text, encoding] of boxes)
      expect(checkNow(token, text, encoding)).toEqual({
        kind: 'verified',
        alg,
        characters: token.lastIndexOf('.'),
        key: { kind: 'secret', bytes: raw.length, encoding, member: null },
        concerns: [],
        payload: 'object',
      })
  })

  test('an oct JWK verifies, with the encoding set to anything', () => {
    const jwk = JSON.stringify({ kty: 'oct', k: encode(strongSecret) })
    expect(checkNow(hmacToken(alg, strongSecret), jwk, 'hex').kind).toBe('verified')
  })

  test('another secret does not', () => {
    const verdict = checkNow(hmacToken(alg, strongSecret), `${strongSecret}x`)
    expect(verdict).toMatchObject({ kind: 'mismatch', nearMiss: null, isAllZero: false })
  })
})

test('a character after a whole signature is not passed over', () => {
  const token = hmacToken('HS384', strongSecret)
  expect(sayNow(`${token}A`, strongSecret)).toBe(
    `Signature can’t be read. One character was lost or added in the third part, which ends at character ${token.length + 1}.`,
  )
  expect(sayNow(`${token}!`, strongSecret)).toBe(
    `Signature can’t be read. Character ${token.length + 1} (‘!’) can’t be in a token.`,
  )
})

const sign = (input: string): string => `${input}.${hmacOf('HS256', strongSecret, input)}`

describe('what is checked is the token’s own text', () => {
  const header = encode('{"alg":"HS256"}')

  test('with padding', () => {
    const token = sign(`${header}.${Buffer.from('{"a":1,"b":2}').toString('base64')}`)
    expect(token).toContain('=')
    expect(checkNow(token, strongSecret).kind).toBe('verified')
    expect(checkNow(token.replace('=', ''), strongSecret).kind).toBe('mismatch')
  })

  test('in the standard alphabet', () => {
    const token = sign(`${header}.${Buffer.from('{"x":"ûï¾ÿ"}', 'latin1').toString('base64')}`)
    expect(token).toMatch(/[+/]/)
    expect(checkNow(token, strongSecret).kind).toBe('verified')
    const other = token.replaceAll('+', '-').replaceAll('/', '_')
    expect(checkNow(other, strongSecret).kind).toBe('mismatch')
  })

  test('with characters that no token should hold', () => {
    expect(checkNow(sign(`${header}.a b`), strongSecret).kind).toBe('verified')
  })

  test('a signature in standard base64 is read', () => {
    const input = `${header}.${encode(claims)}`
    const mac = Buffer.from(hmacOf('HS256', strongSecret, input), 'base64url').toString('base64')
    expect(checkNow(`${input}.${mac}`, strongSecret).kind).toBe('verified')
  })
})

describe('weak secrets are checked and warned about in the same sentence', () => {
  test.each([
    ['secret', 'the secret is 6 bytes. HS256 needs at least 32; this one can be guessed.'],
    ['s', 'the secret is 1 byte. HS256 needs at least 32; this one can be guessed.'],
    [
      '0123456789abcdef01234567',
      'the secret is 24 bytes. HS256 needs at least 32; a server may refuse this one.',
    ],
  ])('%s', (secret, clause) => {
    expect(sayNow(hmacToken('HS256', secret), secret)).toBe(`Signature valid, but ${clause}`)
  })

  test('an empty secret, given as a JWK', () => {
    expect(sayNow(hmacToken('HS256', ''), '{"kty":"oct","k":""}')).toBe(
      'Signature valid, but the secret is empty (0 bytes). HS256 needs at least 32; anyone can sign with this one.',
    )
  })

  test('an empty key box is no key, yet a token signed with nothing is called out', () => {
    expect(sayNow(hmacToken('HS256', ''), '')).toBe(
      'Decoded, not verified. It was signed with an empty secret (0 bytes): anyone can forge it.',
    )
    expect(sayNow(hmacToken('HS256', 'secret'), '')).toBe(
      'Decoded, not verified. Add a key to check who made it.',
    )
  })
})

describe('alg none', () => {
  const body = encode(claims)
  const withAlg = (alg: string, rest = ''): string =>
    `${encode(JSON.stringify({ alg }))}.${body}.${rest}`

  test('is not signed, whatever the key', () => {
    for (const key of ['', strongSecret, spki(rsa)])
      expect(sayNow(withAlg('none'), key)).toBe(
        'Not signed (alg: none). Anyone can write this token. A server must refuse it.',
      )
  })

  test.each(['None', 'NONE', 'nOnE'])('spelt %s is shown so and known for what it is', (alg) => {
    expect(sayNow(withAlg(alg), '')).toBe(
      `Not signed (alg: ${alg}). Anyone can write this token. A server must refuse it. Spelling none in other letters is a known way past careless checks.`,
    )
  })

  test('with a third part', () => {
    const token = `${encode('{"alg":"none"}')}.${body}`
    expect(sayNow(`${token}.${hmacOf('HS256', strongSecret, token)}`, strongSecret)).toBe(
      'alg is none, yet there is a third part. The standard wants it empty: a server must refuse this token, and nobody vouches for its claims.',
    )
  })
})

describe('certain without a key', () => {
  const token = hmacToken('HS256', strongSecret)
  const cut = token.slice(0, token.lastIndexOf('.') + 1)

  test('a missing signature', () => {
    expect(sayNow(cut, '')).toBe(
      'Signature missing. The header promises HS256 but nothing follows the second dot.',
    )
  })

  test.each([
    [31, 'Signature is 31 bytes; HS256 always makes 32. The end was probably cut off.'],
    [1, 'Signature is 1 byte; HS256 always makes 32. The end was probably cut off.'],
    [33, 'Signature is 33 bytes; HS256 always makes 32. Something was probably added at the end.'],
  ])('%i bytes of signature', (length, said) => {
    expect(sayNow(cut + encode(new Uint8Array(length)), '')).toBe(said)
  })

  test.each([
    [
      ['exp'],
      'The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
    ],
    [
      ['exp', 'b64', 'exp'],
      'The header marks ‘exp’ as critical and this page doesn’t process it, so the rules say: refuse.',
    ],
    [
      ['a', 'b', 'c', 'd', 'e', 'f'],
      'The header marks ‘a’, ‘b’, ‘c’, ‘d’ and 2 more as critical and this page doesn’t process them, so the rules say: refuse.',
    ],
    [
      ['alg'],
      'The header marks ‘alg’ as critical, but crit is for extensions only, so the rules say: refuse.',
    ],
    [
      [],
      'The header’s crit must not be empty, so the rules say: refuse. It names an extension, or it is left out.',
    ],
    [
      'b64',
      'The header’s crit must be a list of names, and this one is not, so the rules say: refuse.',
    ],
    [
      [7],
      'The header’s crit must be a list of names, and this one is not, so the rules say: refuse.',
    ],
  ])('crit %j', (crit, said) => {
    const refused = hmacToken('HS256', strongSecret, claims, { crit, b64: true })
    expect(sayNow(refused, strongSecret)).toBe(said)
    expect(sayNow(refused, '')).toBe(said)
  })

  test('crit names what the header does not hold', () => {
    const refused = hmacToken('HS256', strongSecret, claims, { crit: ['b64'] })
    expect(sayNow(refused, strongSecret)).toBe(
      'The header marks ‘b64’ as critical, but does not hold it, so the rules say: refuse.',
    )
  })

  test('b64 false outside crit', () => {
    const refused = hmacToken('HS256', strongSecret, claims, { b64: false })
    expect(sayNow(refused, strongSecret)).toBe(
      'The header sets b64 to false without listing it in crit, so the rules say: refuse.',
    )
    expect(
      checkNow(hmacToken('HS256', strongSecret, claims, { b64: true }), strongSecret).kind,
    ).toBe('verified')
  })
})

const named = (alg: unknown, signature = new Uint8Array(64)): string =>
  `${encode(JSON.stringify({ alg }))}.${encode(claims)}.${encode(signature)}`

describe('algorithms', () => {
  test.each([
    ['HS265', 64, 'Unknown algorithm ‘HS265’. Did you mean HS256?'],
    [
      'XX999',
      64,
      'Unknown algorithm ‘XX999’. No standard this page knows has that name. Decoding still works.',
    ],
    [
      '',
      64,
      'Unknown algorithm ‘’. No standard this page knows has that name. Decoding still works.',
    ],
    [
      '__proto__',
      64,
      'Unknown algorithm ‘__proto__’. No standard this page knows has that name. Decoding still works.',
    ],
    [
      'H\u202eS',
      64,
      'Unknown algorithm ‘HU+202ES’. No standard this page knows has that name. Decoding still works.',
    ],
    [
      'RSA-OAEP',
      64,
      'RSA-OAEP is for encryption, not for signatures. A token of three parts is a signed one, so there is nothing this name can check. Decoding still works.',
    ],
    [
      'ML-DSA-44',
      64,
      'Signature is 64 bytes; ML-DSA-44 always makes 2420. The end was probably cut off.',
    ],
  ])('%s with %i bytes', (alg, length, said) => {
    for (const key of ['', strongSecret, spki(rsa)])
      expect(sayNow(named(alg, new Uint8Array(length)), key)).toBe(said)
  })

  test.each([
    ['ES256K', 64, 'an EC public key on secp256k1'],
    ['Ed448', 114, 'an Ed448 public key'],
    ['ML-DSA-44', 2420, 'an ML-DSA public key'],
    ['ML-DSA-65', 3309, 'an ML-DSA public key'],
    ['ML-DSA-87', 4627, 'an ML-DSA public key'],
  ])('%s with %i bytes waits for %s', (alg, length, needed) => {
    const token = named(alg, new Uint8Array(length))
    expect(sayNow(token, '')).toBe('Decoded, not verified. Add a key to check who made it.')
    expect(sayNow(token, strongSecret)).toBe(
      `Wrong kind of key. ${alg} needs ${needed}; this is a shared secret.`,
    )
    expect(sayNow(token, spki(rsa))).toBe(
      `Wrong kind of key. ${alg} needs ${needed}; this is an RSA key (2048 bits).`,
    )
  })

  test.each([
    [
      undefined,
      'The header names no algorithm. Without alg nobody can say how to check this token.',
    ],
    [7, 'The header’s alg is not text. Nobody can say how to check this token.'],
  ])('alg %j', (alg, said) => {
    expect(sayNow(named(alg), strongSecret)).toBe(said)
  })
})

describe('texts that are no whole token', () => {
  const [header = '', payload = ''] = hmacToken('HS256', strongSecret).split('.')
  test.each([
    ['', 'Paste a token to begin. Nothing you paste leaves this tab.'],
    [
      'hello',
      'Only 1 of 3 parts. There is no signature to check; the parts that are here are read.',
    ],
    [
      `${header}.${payload}`,
      'Only 2 of 3 parts. There is no signature to check; the parts that are here are read.',
    ],
    [
      `${header}.a.b.c`,
      '4 parts. A signed token has 3 and an encrypted one 5, so there is nothing to check.',
    ],
    [
      '.'.repeat(100),
      'More than 5 parts. A signed token has 3 and an encrypted one 5, so there is nothing to check.',
    ],
    [
      '..',
      'The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    ],
    [
      'aGVsbG8.aGVsbG8.aGVsbG8',
      'The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    ],
    [
      'aGVsbG8.a.b.c.d',
      'The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    ],
    [
      `${encode('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a.b.c.d`,
      'Encrypted token. Its claims are hidden; only the holder of the private key can read them.',
    ],
    [
      `${encode('{"alg":"dir","enc":"A256GCM"}')}..b.c.d`,
      'Encrypted token. Its claims are hidden; only a holder of the shared key can read them.',
    ],
    [
      '{"payload":"e30","protected":"e30","signature":"AA"}',
      'The header names no algorithm. Without alg nobody can say how to check this token.',
    ],
    [
      '{"payload":"e30","signature":"AA"}',
      'The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    ],
    [
      ' {"ciphertext":"AA"}',
      'The header can’t be read. It says how a token is signed or encrypted, so there is nothing to check.',
    ],
    [
      `{"protected":"${encode('{"alg":"dir","enc":"A256GCM"}')}","iv":"AA","ciphertext":"AA","tag":"AA"}`,
      'Encrypted token. Its claims are hidden; only a holder of the shared key can read them.',
    ],
  ])('%j', (token, said) => {
    expect(sayNow(token, strongSecret)).toBe(said)
  })
})

describe('payloads that are no claims', () => {
  test.each([
    ['Payload', 'the payload isn’t JSON'],
    ['[1,2,3]', 'the payload is JSON without being an object'],
    ['', 'the payload is empty (0 bytes)'],
  ])('%j is a signed message', (payload, what) => {
    expect(sayNow(hmacToken('HS256', strongSecret, payload), strongSecret)).toBe(
      `Signature valid, but ${what}, so this is a signed message, not a JWT.`,
    )
  })

  test('an empty part that does not match may be detached content', () => {
    const [header, , signature] = hmacToken('HS256', strongSecret).split('.')
    expect(checkNow(`${header}..${signature}`, strongSecret)).toEqual({
      kind: 'payload-apart',
      isEmpty: true,
    })
  })

  test('detached content is checked once it is given, as text or as base64', () => {
    const [header, payload = '', signature] = hmacToken('HS256', strongSecret).split('.')
    const token = `${header}..${signature}`
    const subject = { token, keyText: strongSecret, encoding: 'utf8' } as const
    for (const detached of [
      { text: claims, encoding: 'utf8' },
      { text: payload, encoding: 'base64url' },
    ] as const)
      expect(verifySignature({ ...subject, detached })).toMatchObject({ kind: 'verified' })
    const other = { text: `${claims} `, encoding: 'utf8' } as const
    expect(verifySignature({ ...subject, detached: other })).toMatchObject({ kind: 'mismatch' })
  })
})

describe('keys that cannot do an HMAC’s job', () => {
  const stop =
    'Stop: HS256 with a public key. If a server does this, anyone can forge tokens. It is called algorithm confusion.'
  const pem = spki(rsa)
  const forged = hmacToken('HS256', pem)

  test('a public key is never used as a secret, even where it would match', () => {
    expect(sayNow(forged, pem)).toBe(stop)
    expect(sayNow(forged, pem.trimEnd())).toBe(stop)
    for (const key of [
      JSON.stringify(publicJwk(p256)),
      JSON.stringify({ keys: [publicJwk(rsa)] }),
      rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      pem.split('\n').slice(1, -2).join(''),
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
    ])
      expect(sayNow(hmacToken('HS256', key), key)).toBe(stop)
  })

  test('a private key is not one either', () => {
    for (const key of [pkcs8(p256), JSON.stringify(privateJwk(p256))])
      expect(sayNow(hmacToken('HS256', key), key)).toBe(
        'Wrong kind of key. HS256 needs a shared secret; this is an EC private key (P-256). Keep private keys out of web pages.',
      )
  })

  test('a secret that cannot be read says where, and whether it would match', () => {
    const token = hmacToken('HS256', 'not-base64-but-a-secret-all-the-same')
    expect(sentence(checkNow(token, 'not-base64-but-a-secret-all-the-same', 'base64'))).toBe(
      'Can’t read this secret as base64: character 4 belongs to base64url; read it as base64url. Close: it matches if the secret is read as text.',
    )
    expect(sentence(checkNow(token, 'nothing like it', 'hex'))).toBe(
      'Can’t read this secret as hex: character 1 is not a hex digit (0–9 a–f).',
    )
  })
})

const oct = (kid: string | undefined, secret: string): object => ({
  kty: 'oct',
  kid,
  k: encode(secret),
})

const set = (...keys: object[]): string => JSON.stringify({ keys })

describe('a key set', () => {
  test('gives the key that the header names', () => {
    const token = hmacToken('HS256', strongSecret, claims, { kid: 'b' })
    expect(checkNow(token, set(oct('a', 'other'), oct('b', strongSecret)))).toMatchObject({
      kind: 'verified',
      key: { member: { kid: 'b', place: 2, size: 2 } },
    })
  })

  test('without that key says which it has', () => {
    const token = hmacToken('HS256', strongSecret, claims, { kid: 'a1b2' })
    expect(sayNow(token, set(oct('c3d4', 'x'), oct('e5f6', 'y')))).toBe(
      'No key ‘a1b2’ in this key set (it has: c3d4, e5f6). Load the key set again: its keys may have been rotated, or it is another issuer’s.',
    )
    expect(sayNow(token, set(oct(undefined, 'x')))).toBe(
      'No key ‘a1b2’ in this key set (none of its one key has a kid). Load the key set again: its keys may have been rotated, or it is another issuer’s.',
    )
    const many = Array.from({ length: 9 }, (_, i) => oct(`k${i}`, 'x'))
    expect(sayNow(token, set(...many))).toBe(
      'No key ‘a1b2’ in this key set (it has: k0, k1, k2, k3, k4, k5 and 3 more). Load the key set again: its keys may have been rotated, or it is another issuer’s.',
    )
  })

  test('without a kid in the header is tried key by key', () => {
    const token = hmacToken('HS256', strongSecret)
    const rung = (keys: string): string => tellKeyRung(checkNow(token, keys)).reason
    expect(rung(set(publicJwk(rsa), oct(undefined, strongSecret)))).toBe(
      'key 2 of the 2 you gave, 75 bytes',
    )
    expect(rung(set(oct('a', 'x'), oct('b', strongSecret), oct('c', 'y')))).toBe(
      'key ‘b’ of the set you gave, 75 bytes',
    )
    expect(sayNow(token, set(oct('a', 'x'), publicJwk(rsa), oct('b', 'y')))).toBe(
      'Signature does not match. Either the token was changed after signing, or none of the 2 keys tried has signed it.',
    )
    expect(sayNow(token, set(publicJwk(rsa), publicJwk(p256)))).toBe(
      'Wrong kind of key. HS256 needs a shared secret; none of the 2 keys in this set is one.',
    )
  })

  test('is asked for no other key than the one that the header names', () => {
    const token = hmacToken('HS256', strongSecret, claims, { kid: 'a' })
    expect(checkNow(token, set(oct('a', 'x'), oct('b', strongSecret)))).toMatchObject({
      kind: 'mismatch',
      tried: 1,
    })
  })
})

const labelledJwk = (labels: object): string =>
  JSON.stringify({ kty: 'oct', k: encode(strongSecret), ...labels })

test('what a JWK says of its purpose is honoured as a warning', () => {
  const token = hmacToken('HS256', strongSecret)
  expect(sayNow(token, labelledJwk({ use: 'enc' }))).toBe(
    'Signature valid, but the key says it is not for signatures (use: enc). It is marked for encryption.',
  )
  expect(sayNow(token, labelledJwk({ alg: 'HS512' }))).toBe(
    'Signature valid, but the key says it is for HS512, not for HS256.',
  )
  expect(sayNow(token, labelledJwk({ key_ops: ['encrypt'] }))).toBe(
    'Signature valid, but the key’s key_ops do not include verify.',
  )
  expect(
    checkNow(token, labelledJwk({ use: 'sig', alg: 'HS256', key_ops: ['verify'] })),
  ).toMatchObject({
    concerns: [],
  })
})

test('a token that was read already is not read again', () => {
  const reading = readToken(hmacToken('HS256', strongSecret))
  const verdict = verifySignature(
    { token: 'unused', keyText: strongSecret, encoding: 'utf8' },
    reading,
  )
  expect(verdict).toMatchObject({ kind: 'verified' })
})

test('exp is never looked at', () => {
  for (const payload of ['{"exp":0}', '{"exp":"never"}', '{"nbf":99999999999}'])
    expect(sayNow(hmacToken('HS256', strongSecret, payload), strongSecret)).toBe(
      'Signature valid: this key signed exactly these bytes (HS256).',
    )
})

const spliced = (seeds: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.nat(300), fc.nat(5), fc.string({ maxLength: 5 }))
    .map(([seed, at, length, text]) => seed.slice(0, at) + text + seed.slice(at + length))

test('no pair of texts makes it throw or reject', async () => {
  const tokens = [
    hmacToken('HS256', strongSecret),
    keyPairToken('RS256', rsa),
    keyPairToken('ES256', p256),
    keyPairToken('EdDSA', ed25519),
  ]
  const keys = [strongSecret, spki(rsa), pkcs8(p256), JSON.stringify(publicJwk(ed25519))]
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(spliced(tokens), fc.string()),
      fc.oneof(spliced(keys), fc.string()),
      fc.constantFrom('utf8', 'base64', 'base64url', 'hex'),
      async (token, key, encoding) => {
        expect(sentence(await check(token, key, encoding))).not.toMatch(/undefined|NaN|Error|null/)
      },
    ),
    { numRuns: 400 },
  )
})

test('what the first screen loads reaches no jose: only a dynamic import does', () => {
  const folder = join('src', 'verification')
  const reached = new Set<string>()
  const follow = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    const source = readFileSync(join(folder, file), 'utf8')
    for (const [, from = ''] of source.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)) {
      if (from.startsWith('./')) follow(from.slice(2))
      else reached.add(from)
    }
  }
  for (const entry of [
    'verifySignature.ts',
    'tellVerdict.ts',
    'tellRungs.ts',
    'tellKeyNote.ts',
    'signToken.ts',
  ])
    follow(entry)
  expect(reached).toContain('@noble/hashes/hmac.js')
  expect(reached).not.toContain('jose')
  expect(reached).not.toContain('verifyAsymmetric.ts')
  const touching = readdirSync(folder).filter((file) =>
    /\bsubtle\b/.test(readFileSync(join(folder, file), 'utf8')),
  )
  expect(touching).toEqual(['signAsymmetric.ts', 'verifyAsymmetric.ts'])
})
