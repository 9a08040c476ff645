import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { algorithmNamed } from '../../src/algorithms/algorithms.ts'
import type { EncryptionAlgorithm, SignatureAlgorithm } from '../../src/algorithms/algorithm.ts'
import type { RungTold } from '../../src/verification/told.ts'
import { tellNearMiss, tellTried } from '../../src/verification/nearMiss.ts'
import { secretVariants } from '../../src/verification/secretVariants.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { tellKeyNote } from '../../src/verification/tellKeyNote.ts'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { UnusableReason } from '../../src/verification/unusableKey.ts'
import type { KeyConcern, UsedKey } from '../../src/verification/usedKey.ts'
import type { Verdict } from '../../src/verification/verdict.ts'
import { check, hmacToken, keyPairs, keyPairToken, pkcs8, privateJwk } from './makeToken.ts'

function algorithm(name: string): SignatureAlgorithm {
  const found = algorithmNamed(name)
  if (found === undefined || found.family === 'encryption') throw new Error(name)
  return found
}

function encryptionNamed(name: string): EncryptionAlgorithm {
  const found = algorithmNamed(name)
  if (found?.family !== 'encryption') throw new Error(name)
  return found
}

const encryption = (name: string): Verdict => ({
  kind: 'encrypted',
  algorithm: encryptionNamed(name),
})

type KeyPairKey = Exclude<UsedKey, { kind: 'secret' }>
const alone = { member: null, certificate: null }
const member = { kid: 'a1b2', place: 2, size: 3 }
const secretKey: Extract<UsedKey, { kind: 'secret' }> = {
  kind: 'secret',
  bytes: 50,
  encoding: 'utf8',
  member: null,
}
const rsaKey: KeyPairKey = { kind: 'public', shape: { type: 'RSA', bits: 2048 }, ...alone }
const ecKey: KeyPairKey = { kind: 'public', shape: { type: 'EC', curve: 'P-256' }, ...alone }
const edKey: KeyPairKey = { kind: 'public', shape: { type: 'OKP', curve: 'Ed25519' }, ...alone }

const verified = (
  alg: string,
  key: UsedKey,
  concerns: KeyConcern[] = [],
): Extract<Verdict, { kind: 'verified' }> => ({
  kind: 'verified',
  alg,
  characters: 161,
  key,
  concerns,
  payload: 'object',
})

const unusable = (alg: string, reason: UnusableReason): Verdict => ({
  kind: 'unusable-key',
  algorithm: algorithm(alg),
  reason,
})

const mismatch = (key: UsedKey, tried = 1): Verdict => ({
  kind: 'mismatch',
  alg: 'HS256',
  key,
  tried,
  nearMiss: null,
  alsoTried: [],
  isAllZero: false,
})

const noVouching = 'not checked: no signature it could vouch for'

/** Verdict, headline, Signature rung, Key rung. */
const told: [Verdict, string, string, string][] = [
  [
    { kind: 'checking' },
    'Checking the signature…|',
    'not checked: checking…',
    'not checked: checking…',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'empty' } },
    'Paste a token to begin.|Nothing you paste leaves this tab.',
    'not checked: nothing pasted',
    'not checked: no token yet',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'parts', count: 2 } },
    'Only 2 of 3 parts.|There is no signature to check; the parts that are here are read.',
    'not checked: no signature part',
    'not checked: nothing to check it on',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'parts', count: 7 } },
    'More than 5 parts.|A signed token has 3 and an encrypted one 5, so there is nothing to check.',
    'not checked: no part can be told to be the signature',
    'not checked: nothing to check it on',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'header' } },
    'The header can’t be read.|It says how a token is signed or encrypted, so there is nothing to check.',
    'not checked: the header can’t be read',
    'not checked: nothing to check it on',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'alg-missing' } },
    'The header names no algorithm.|Without alg nobody can say how to check this token.',
    'not checked: the header names no algorithm',
    'not checked: nothing to check it on',
  ],
  [
    { kind: 'unreadable-token', reason: { code: 'alg-not-text' } },
    'The header’s alg is not text.|Nobody can say how to check this token.',
    'not checked: alg is not text',
    'not checked: nothing to check it on',
  ],
  [
    { kind: 'payload-apart', isEmpty: false },
    'The payload is not in the token.|If it travels apart (detached, RFC 7515 appendix F), paste it under Detached payload.',
    'not checked: the payload is not in the token',
    'not checked: not tried',
  ],
  [
    { kind: 'payload-apart', isEmpty: true },
    'The payload part is empty,|and this key did not sign an empty one. If it travels apart (detached, RFC 7515 appendix F), paste it under Detached payload.',
    'not checked: the payload is not in the token',
    'not checked: not tried',
  ],
  [
    encryption('RSA-OAEP-256'),
    'Encrypted token.|Its claims are hidden; only the holder of the private key can read them.',
    'not checked: encrypted, not signed',
    'not checked: needs the private RSA key',
  ],
  [
    encryption('ECDH-ES'),
    'Encrypted token.|Its claims are hidden; only the holder of the private key can read them.',
    'not checked: encrypted, not signed',
    'not checked: needs the private EC key',
  ],
  [
    encryption('A256KW'),
    'Encrypted token.|Its claims are hidden; only a holder of the shared key can read them.',
    'not checked: encrypted, not signed',
    'not checked: needs the shared key',
  ],
  [
    encryption('PBES2-HS256+A128KW'),
    'Encrypted token.|Its claims are hidden; only someone with the password can read them.',
    'not checked: encrypted, not signed',
    'not checked: needs the password',
  ],
  [
    { kind: 'encrypted', algorithm: null },
    'Encrypted token.|Its claims are hidden; only the holder of the private key can read them.',
    'not checked: encrypted, not signed',
    'not checked: needs the private key',
  ],
  [
    { kind: 'unsigned', spelling: 'none', hasThirdPart: false },
    'Not signed (alg: none).|Anyone can write this token. A server must refuse it.',
    'fail: alg is none: nothing is signed',
    'not checked: no key can vouch for it',
  ],
  [
    { kind: 'unsigned', spelling: 'nOnE', hasThirdPart: true },
    'alg is nOnE, yet there is a third part.|The standard wants it empty: a server must refuse this token, and nobody vouches for its claims. Spelling none in other letters is a known way past careless checks.',
    'fail: alg is nOnE: the third part must be empty',
    'not checked: no key can vouch for it',
  ],
  [
    { kind: 'refused-header', refusal: { code: 'not-understood', names: ['b64'] } },
    'The header marks ‘b64’ as critical|and this page doesn’t process it, so the rules say: refuse.',
    'fail: crit names ‘b64’, not processed here',
    noVouching,
  ],
  [
    { kind: 'refused-header', refusal: { code: 'standard-name', names: ['alg'] } },
    'The header marks ‘alg’ as critical,|but crit is for extensions only, so the rules say: refuse.',
    'fail: crit may name extensions only',
    noVouching,
  ],
  [
    { kind: 'refused-header', refusal: { code: 'crit-empty' } },
    'The header’s crit must not be empty,|so the rules say: refuse. It names an extension, or it is left out.',
    'fail: crit is an empty list',
    noVouching,
  ],
  [
    { kind: 'refused-header', refusal: { code: 'crit-not-list' } },
    'The header’s crit must be a list of names,|and this one is not, so the rules say: refuse.',
    'fail: crit is not a list of names',
    noVouching,
  ],
  [
    { kind: 'refused-header', refusal: { code: 'b64-without-crit' } },
    'The header sets b64 to false without listing it in crit,|so the rules say: refuse.',
    'fail: b64 is not listed in crit',
    noVouching,
  ],
  [
    { kind: 'signature-missing', alg: 'HS256' },
    'Signature missing.|The header promises HS256 but nothing follows the second dot.',
    'fail: nothing follows the second dot',
    noVouching,
  ],
  [
    { kind: 'unreadable-signature', alg: 'HS256', position: 170, character: '%' },
    'Signature can’t be read.|Character 170 (‘%’) can’t be in a token.',
    'fail: readable only up to character 170',
    noVouching,
  ],
  [
    { kind: 'unreadable-signature', alg: 'HS384', position: 226, character: null },
    'Signature can’t be read.|One character was lost or added in the third part, which ends at character 226.',
    'fail: one character was lost or added',
    noVouching,
  ],
  [
    { kind: 'unknown-algorithm', name: 'HS265', nearest: 'HS256' },
    'Unknown algorithm ‘HS265’.|Did you mean HS256?',
    'not checked: no algorithm ‘HS265’ is known',
    'not checked: not tried',
  ],
  [
    { kind: 'unknown-algorithm', name: 'XX999', nearest: null },
    'Unknown algorithm ‘XX999’.|No standard this page knows has that name. Decoding still works.',
    'not checked: no algorithm ‘XX999’ is known',
    'not checked: not tried',
  ],
  [
    {
      kind: 'encryption-algorithm',
      algorithm: encryptionNamed('dir'),
    },
    'dir is for encryption, not for signatures.|A token of three parts is a signed one, so there is nothing this name can check. Decoding still works.',
    'not checked: dir is for encryption',
    'not checked: not tried',
  ],
  [
    {
      kind: 'wrong-length',
      alg: 'HS256',
      bytes: 31,
      expected: [32],
      isDer: false,
      keyBits: null,
      nearMiss: null,
    },
    'Signature is 31 bytes; HS256 always makes 32.|The end was probably cut off.',
    'fail: 31 bytes; HS256 always makes 32',
    noVouching,
  ],
  [
    {
      kind: 'wrong-length',
      alg: 'EdDSA',
      bytes: 120,
      expected: [64, 114],
      isDer: false,
      keyBits: null,
      nearMiss: null,
    },
    'Signature is 120 bytes; EdDSA always makes 64 or 114.|Something was probably added at the end.',
    'fail: 120 bytes; EdDSA always makes 64 or 114',
    noVouching,
  ],
  [
    {
      kind: 'wrong-length',
      alg: 'ES256',
      bytes: 71,
      expected: [64],
      isDer: true,
      keyBits: null,
      nearMiss: null,
    },
    'Signature is 71 bytes; ES256 always makes 64.|It starts with 0x30 and looks DER-encoded; a token wants R and S as 64 raw bytes.',
    'fail: 71 bytes; ES256 always makes 64',
    noVouching,
  ],
  [
    {
      kind: 'wrong-length',
      alg: 'RS256',
      bytes: 255,
      expected: [256],
      isDer: false,
      keyBits: 2048,
      nearMiss: null,
    },
    'Signature is 255 bytes; RS256 with this 2048-bit key always makes 256.|It was cut off, or this is not the key that signed it.',
    'fail: 255 bytes; RS256 with this key makes 256',
    noVouching,
  ],
  [
    { kind: 'unsupported-algorithm', alg: 'ES256K', gap: 'browser' },
    'This browser can’t check ES256K.|Decoding still works.',
    'not checked: this browser can’t check ES256K',
    'not checked: not tried',
  ],
  [
    { kind: 'unsupported-algorithm', alg: 'RS256', gap: 'not-loaded' },
    'The part of this page that checks RS256 did not load.|Reload the page; decoding still works.',
    'not checked: a part of this page did not load',
    'not checked: not tried',
  ],
  [
    { kind: 'no-web-crypto', alg: 'RS256' },
    'This page was opened without HTTPS,|so the browser turns cryptography off. Use https:// or localhost.',
    'not checked: without HTTPS the browser has no cryptography',
    'not checked: not tried',
  ],
  [
    { kind: 'no-key', alg: 'HS256', isEmptySecretFit: false },
    'Decoded, not verified.|Add a key to check who made it.',
    'not checked: no key yet',
    'not checked: no key yet',
  ],
  [
    { kind: 'no-key', alg: 'HS256', isEmptySecretFit: true },
    'Decoded, not verified.|It was signed with an empty secret (0 bytes): anyone can forge it.',
    'not checked: no key yet; an empty secret fits',
    'not checked: no key yet',
  ],
  [
    unusable('RS256', { code: 'malformed', fault: { code: 'pem-no-end', line: 6 } }),
    'Can’t read this key:|the PEM has no END line (line 6).',
    'not checked: this key cannot check RS256',
    'fail: the PEM has no END line (line 6)',
  ],
  [
    unusable('HS256', {
      code: 'unreadable-secret',
      encoding: 'hex',
      fault: { code: 'impossible-length', length: 5 },
      nearMiss: { kind: 'secret', change: null, from: 'hex', fix: { encoding: 'utf8' } },
    }),
    'Can’t read this secret as hex:|5 digits leave one over; a byte takes two. Close: it matches if the secret is read as text.',
    'not checked: this key cannot check HS256',
    'fail: 5 digits leave one over; a byte takes two',
  ],
  [
    unusable('RS256', { code: 'not-read-yet', form: 'certificate-request' }),
    'This is a certificate request.|This page can’t read one. For the public key run: openssl req -in req.pem -pubkey -noout',
    'not checked: this key cannot check RS256',
    'fail: a certificate request, not read here',
  ],
  [
    unusable('ES256', { code: 'secret-for-key' }),
    'Wrong kind of key.|ES256 needs an EC public key on P-256; this is a shared secret.',
    'not checked: this key cannot check ES256',
    'fail: a secret given, EC P-256 needed',
  ],
  [
    unusable('RS256', {
      code: 'wrong-kind',
      shape: { type: 'EC', curve: 'P-256' },
      kind: 'public',
    }),
    'Wrong kind of key.|RS256 needs an RSA public key; this is an EC key (P-256).',
    'not checked: this key cannot check RS256',
    'fail: EC P-256 given, RSA needed',
  ],
  [
    unusable('ES256', {
      code: 'wrong-kind',
      shape: { type: 'EC', curve: 'P-384' },
      kind: 'public',
    }),
    'Wrong kind of key.|ES256 needs an EC public key on P-256; this is an EC key (P-384).',
    'not checked: this key cannot check ES256',
    'fail: EC P-384 given, EC P-256 needed',
  ],
  [
    unusable('HS256', {
      code: 'wrong-kind',
      shape: { type: 'other', name: null },
      kind: 'private',
    }),
    'Wrong kind of key.|HS256 needs a shared secret; this is a private key of unknown kind. Keep private keys out of web pages.',
    'not checked: this key cannot check HS256',
    'fail: an unknown kind given, a secret needed',
  ],
  [
    unusable('HS256', { code: 'public-as-secret' }),
    'Stop: HS256 with a public key.|If a server does this, anyone can forge tokens. It is called algorithm confusion.',
    'not checked: this key cannot check HS256',
    'fail: a public key is no secret, so it cannot be the HMAC key',
  ],
  [
    unusable('RS256', {
      code: 'kid-not-in-set',
      kid: 'a1b2',
      has: ['c3d4', 'e5f6'],
      size: 2,
      nearMiss: null,
    }),
    'No key ‘a1b2’ in this key set|(it has: c3d4, e5f6). Load the key set again: its keys may have been rotated, or it is another issuer’s.',
    'not checked: the set has no key of the name in the header (kid)',
    'fail: no key ‘a1b2’ in this set',
  ],
  [
    unusable('RS256', { code: 'kid-not-in-set', kid: 'a1b2', has: [], size: 3, nearMiss: null }),
    'No key ‘a1b2’ in this key set|(none of its 3 keys has a kid). Load the key set again: its keys may have been rotated, or it is another issuer’s.',
    'not checked: the set has no key of the name in the header (kid)',
    'fail: no key ‘a1b2’ in this set',
  ],
  [
    unusable('EdDSA', { code: 'none-in-set', size: 3 }),
    'Wrong kind of key.|EdDSA needs an Ed25519 public key; none of the 3 keys in this set is one.',
    'not checked: no key of this set can check EdDSA',
    'fail: no Ed25519 key in this set',
  ],
  [
    unusable('ES256', { code: 'not-on-curve', curve: 'P-256' }),
    'Can’t use this key:|its point is not on the curve P-256, so it is no P-256 key at all. Copy it again from where it came.',
    'not checked: this key cannot check ES256',
    'fail: its point is not on P-256',
  ],
  [
    unusable('RS256', { code: 'refused', shape: { type: 'RSA', bits: 2048 } }),
    'Can’t use this key:|this browser does not take it as an RSA key (2048 bits). Copy it again from where it came.',
    'not checked: this key cannot check RS256',
    'fail: this browser does not take it',
  ],
  [
    mismatch(secretKey),
    'Signature does not match.|Either the token was changed after signing, or this is not the key that signed it.',
    'fail: read as text, this secret does not fit',
    'not checked: has not signed these bytes',
  ],
  [
    mismatch({ ...secretKey, encoding: null }),
    'Signature does not match.|Either the token was changed after signing, or this is not the key that signed it.',
    'fail: this secret does not fit',
    'not checked: has not signed these bytes',
  ],
  [
    {
      kind: 'mismatch',
      alg: 'ES256',
      key: { ...ecKey, kind: 'private' },
      tried: 1,
      nearMiss: null,
      alsoTried: [],
      isAllZero: true,
    },
    'Signature does not match.|It is all zeros, a known forgery that broken libraries accept (CVE-2022-21449). That is a private key. We used only its public half. Keep private keys out of web pages.',
    'fail: this key did not sign these bytes',
    'not checked: has not signed these bytes',
  ],
  [
    {
      kind: 'mismatch',
      alg: 'HS256',
      key: secretKey,
      tried: 1,
      nearMiss: { kind: 'secret', change: null, from: 'utf8', fix: { encoding: 'base64' } },
      alsoTried: [],
      isAllZero: false,
    },
    'Signature does not match.|Either the token was changed after signing, or this is not the key that signed it. Close: it matches if the secret is read as base64.',
    'fail: read as text, this secret does not fit',
    'not checked: has not signed these bytes',
  ],
  [
    mismatch(secretKey, 3),
    'Signature does not match.|Either the token was changed after signing, or none of the 3 keys tried has signed it.',
    'fail: none of the 3 keys that fit is its secret',
    'not checked: has not signed these bytes',
  ],
  [
    mismatch(rsaKey, 2),
    'Signature does not match.|Either the token was changed after signing, or none of the 2 keys tried has signed it.',
    'fail: none of the 2 keys that fit signed these bytes',
    'not checked: has not signed these bytes',
  ],
  [
    verified('RS256', { ...rsaKey, member: { kid: null, place: 2, size: 3 } }),
    'Signature valid:|this key signed exactly these bytes (RS256).',
    'pass: RS256 over these 161 characters',
    'pass: key 2 of the 3 you gave, RSA, 2048 bits',
  ],
  [
    verified('RS256', rsaKey, [{ code: 'self-asserted' }]),
    'Signature valid,|but only with the key that the token itself brings. Anyone can make such a token; it proves nothing about the issuer.',
    'pass: RS256 over these 161 characters',
    'warning: self-asserted: the key came with the token',
  ],
  [
    verified('HS256', secretKey),
    'Signature valid:|this key signed exactly these bytes (HS256).',
    'pass: HS256 over these 161 characters',
    'pass: the secret you gave, 50 bytes',
  ],
  [
    verified('HS256', { ...secretKey, member }),
    'Signature valid:|this key signed exactly these bytes (HS256).',
    'pass: HS256 over these 161 characters',
    'pass: key ‘a1b2’ of the set you gave, 50 bytes',
  ],
  [
    verified('RS256', rsaKey),
    'Signature valid:|this key signed exactly these bytes (RS256).',
    'pass: RS256 over these 161 characters',
    'pass: the RSA public key you gave, 2048 bits',
  ],
  [
    verified('ES256', ecKey),
    'Signature valid:|this key signed exactly these bytes (ES256).',
    'pass: ES256 over these 161 characters',
    'pass: the EC public key you gave, P-256',
  ],
  [
    verified('EdDSA', edKey),
    'Signature valid:|this key signed exactly these bytes (EdDSA).',
    'pass: EdDSA over these 161 characters',
    'pass: the Ed25519 public key you gave',
  ],
  [
    verified('ES256', { ...ecKey, member }),
    'Signature valid:|this key signed exactly these bytes (ES256).',
    'pass: ES256 over these 161 characters',
    'pass: key ‘a1b2’ of the set you gave, EC P-256',
  ],
  [
    { ...verified('HS256', secretKey), payload: 'not-json' },
    'Signature valid,|but the payload isn’t JSON, so this is a signed message, not a JWT.',
    'pass: HS256 over these 161 characters',
    'pass: the secret you gave, 50 bytes',
  ],
  [
    verified('HS256', secretKey, [{ code: 'short-secret', bytes: 6, minimum: 32 }]),
    'Signature valid,|but the secret is 6 bytes. HS256 needs at least 32; this one can be guessed.',
    'pass: HS256 over these 161 characters',
    'warning: 6 bytes; HS256 needs at least 32',
  ],
  [
    verified('HS256', secretKey, [{ code: 'empty-secret', minimum: 32 }]),
    'Signature valid,|but the secret is empty (0 bytes). HS256 needs at least 32; anyone can sign with this one.',
    'pass: HS256 over these 161 characters',
    'warning: empty; HS256 needs at least 32 bytes',
  ],
  [
    verified('RS256', rsaKey, [
      { code: 'small-rsa', bits: 1024, minimum: 2048 },
      { code: 'private-key' },
    ]),
    'Signature valid,|but the RSA key is 1024 bits. RS256 needs 2048 bits or larger; a key this small can be broken. That is a private key. We used only its public half. Keep private keys out of web pages.',
    'pass: RS256 over these 161 characters',
    'warning: 1024 bits; RS256 needs at least 2048',
  ],
  [
    verified('RS256', rsaKey, [{ code: 'private-key' }]),
    'Signature valid:|this key signed exactly these bytes (RS256). That is a private key. We used only its public half. Keep private keys out of web pages.',
    'pass: RS256 over these 161 characters',
    'warning: a private key; only its public half was used',
  ],
  [
    verified('RS256', rsaKey, [{ code: 'for-other-use', use: 'enc' }]),
    'Signature valid,|but the key says it is not for signatures (use: enc). It is marked for encryption.',
    'pass: RS256 over these 161 characters',
    'warning: its use says enc, not sig',
  ],
  [
    verified('RS256', rsaKey, [{ code: 'for-other-algorithm', alg: 'RS512' }]),
    'Signature valid,|but the key says it is for RS512, not for RS256.',
    'pass: RS256 over these 161 characters',
    'warning: its alg says RS512, not RS256',
  ],
  [
    verified('RS256', rsaKey, [{ code: 'not-for-verifying' }]),
    'Signature valid,|but the key’s key_ops do not include verify.',
    'pass: RS256 over these 161 characters',
    'warning: its key_ops do not include verify',
  ],
]

const line = ({ state, reason }: RungTold): string => `${state}: ${reason}`

describe('every verdict has its sentence and its two rungs', () => {
  test.each(told)('%j', (verdict, headline, signature, key) => {
    const { lead, rest } = tellVerdict(verdict)
    expect(`${lead}|${rest}`).toBe(headline)
    expect(line(tellSignatureRung(verdict))).toBe(signature)
    expect(line(tellKeyRung(verdict))).toBe(key)
  })

  test('the headline’s state is the graver of the two rungs', () => {
    const gravity = ['pass', 'not checked', 'warning', 'fail']
    for (const [verdict] of told) {
      const states = [tellSignatureRung(verdict).state, tellKeyRung(verdict).state]
      const gravest = gravity.findLast((state) => states.some((each) => each === state))
      expect(tellVerdict(verdict).state).toBe(gravest)
    }
  })

  test('the word valid never stands alone', () => {
    for (const [, headline] of told)
      expect(headline.replaceAll('Signature valid', '')).not.toMatch(/\b(?:in)?valid\b/i)
  })
})

async function sentencesOf(token: string, text: string, encoding: 'utf8' | 'base64' | 'hex') {
  const verdict = await check(token, text, encoding)
  const sentences = [
    ...Object.values(tellVerdict(verdict)),
    ...Object.values(tellSignatureRung(verdict)),
    ...Object.values(tellKeyRung(verdict)),
    tellKeyNote('HS256', readKey(text, encoding)),
    tellKeyNote('RS256', readKey(text, encoding)),
  ]
  const misses = [...secretVariants(text, encoding)].map(({ miss }) => tellNearMiss(miss))
  const tried = verdict.kind === 'mismatch' ? tellTried(verdict.key, verdict.alsoTried) : null
  return [...sentences, ...misses.flatMap((words) => Object.values(words)), tried].join('\n')
}

describe('no sentence holds a secret', () => {
  const { rsa, p256 } = keyPairs
  const tokens = [
    hmacToken('HS256', 'another'),
    hmacToken('HS256', ''),
    keyPairToken('RS256', rsa),
    keyPairToken('ES256', p256),
  ]

  test('however it is written down', async () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9!#$%&*]{8,40}$/)
    const frames = [
      (s: string) => s,
      (s: string) => `"${s}"\n`,
      (s: string) => JSON.stringify({ kty: 'oct', k: s }),
      (s: string) => JSON.stringify({ kty: 'RSA', n: 'AQAB', e: 'AQAB', d: s }),
      (s: string) => `{"kty":"oct","k":${s}}`,
      (s: string) => `-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----`,
      (s: string) => `-----BEGIN PRIVATE KEY-----\n${s}`,
    ]
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom(...frames),
        fc.constantFrom(...tokens),
        fc.constantFrom('utf8', 'base64', 'hex'),
        async (text, frame, token, encoding) => {
          const said = await sentencesOf(token, frame(text), encoding)
          expect(said).not.toContain(text)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a private key’s numbers stay out too, whole or cut', async () => {
    const jwk = rsa.privateKey.export({ format: 'jwk' })
    const pem = pkcs8(p256)
    const inside = pem.split('\n')[1] ?? 'no line'
    const cuts = [pem, pem.slice(0, -10), pem.slice(0, 120), pem.slice(10)]
    const texts = [...cuts, JSON.stringify(privateJwk(rsa))]
    const pairs = tokens.flatMap((token) => texts.map((text) => sentencesOf(token, text, 'utf8')))
    for (const said of await Promise.all(pairs)) {
      expect(said).not.toContain(inside.slice(0, 12))
      expect(said).not.toContain(jwk.d)
    }
  })
})
