/** Does every kind of key, newly made, verify its own tokens in every form it can be written in, and nothing else? */
import { type KeyObject, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Subject } from '../../src/verification/verdict.ts'
import { certificateOf, derOf } from '../keys/openssl.ts'
import {
  check,
  claims,
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs1,
  pkcs8,
  privateJwk,
  publicJwk,
  spki,
  traditional,
} from './makeToken.ts'

interface Said {
  headline: string
  signature: [state: string, reason: string]
  key: [state: string, reason: string]
}

async function sayOf(
  token: string,
  keyText: string,
  encoding: Subject['encoding'] = 'utf8',
): Promise<Said> {
  const verdict = await check(token, keyText, encoding)
  const { lead, rest } = tellVerdict(verdict)
  const signature = tellSignatureRung(verdict)
  const key = tellKeyRung(verdict)
  return {
    headline: `${lead} ${rest}`,
    signature: [signature.state, signature.reason],
    key: [key.state, key.reason],
  }
}

const MISMATCH =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'
const PRIVATE =
  ' That is a private key. We used only its public half. Keep private keys out of web pages.'

const covering = (alg: string, token: string): Said['signature'] => [
  'pass',
  `${alg} over these ${token.lastIndexOf('.')} characters`,
]

/** Another payload under the same signature. */
function tampered(token: string): string {
  const [header, , signature] = token.split('.')
  return `${header}.${encode(claims.replace('John', 'Jane'))}.${signature}`
}

const setOf = (...keys: object[]): string => JSON.stringify({ keys })

interface Pair {
  publicKey: KeyObject
  privateKey: KeyObject
}

const certificates = new Map<Pair, string>()

function certificate(pair: Pair): string {
  const made = certificates.get(pair) ?? certificateOf(pkcs8(pair))
  certificates.set(pair, made)
  return made
}

const bare = (pem: string): string => derOf(pem).toString('base64')
const jwk = (pair: Pair): string => JSON.stringify(publicJwk(pair))
const secretJwk = { kty: 'oct', k: encode('another kind of key') }

interface Form {
  form: string
  write: (pair: Pair) => string
  /** How the Key rung names it in the end, where it is not the key that stands alone. */
  asMember?: string
  isPrivate?: boolean
}

const everyKind: Form[] = [
  { form: 'a PUBLIC KEY', write: spki },
  {
    form: 'a PUBLIC KEY with \\n in place of its line breaks',
    write: (pair) => spki(pair).replaceAll('\n', '\\n'),
  },
  { form: 'a public key in base64 alone', write: (pair) => bare(spki(pair)) },
  { form: 'a CERTIFICATE', write: certificate },
  { form: 'a certificate in base64 alone', write: (pair) => bare(certificate(pair)) },
  { form: 'a PRIVATE KEY', write: pkcs8, isPrivate: true },
  { form: 'a private key in base64 alone', write: (pair) => bare(pkcs8(pair)), isPrivate: true },
  { form: 'a public JWK', write: jwk },
  { form: 'a private JWK', write: (pair) => JSON.stringify(privateJwk(pair)), isPrivate: true },
  {
    form: 'a JWK Set that names it',
    write: (pair) => setOf({ kid: 'other', ...secretJwk }, { kid: 'this', ...publicJwk(pair) }),
    asMember: 'key ‘this’ of the set you gave',
  },
  {
    form: 'a JWK Set without names',
    write: (pair) => setOf(secretJwk, publicJwk(pair)),
    asMember: 'key 2 of the 2 you gave',
  },
]

const rsaForms: Form[] = [
  { form: 'an RSA PUBLIC KEY', write: pkcs1 },
  { form: 'an RSA PRIVATE KEY', write: traditional, isPrivate: true },
]

const ecForms: Form[] = [{ form: 'an EC PRIVATE KEY', write: traditional, isPrivate: true }]

interface KeyPairCase {
  alg: string
  pair: Pair
  other: Pair
  forms: Form[]
  /** On the Key rung: of a key that stands alone, and of one in a set. */
  alone: string
  inSet: string
}

const { rsa, otherRsa, p256, otherP256, p384, otherP384, p521, otherP521 } = keyPairs
const { secp256k1, otherSecp256k1, ed25519, otherEd25519, ed448, otherEd448 } = keyPairs

const ofRsa = (alg: string): KeyPairCase => ({
  alg,
  pair: rsa,
  other: otherRsa,
  forms: [...everyKind, ...rsaForms],
  alone: 'the RSA public key you gave, 2048 bits',
  inSet: 'RSA, 2048 bits',
})

const ofEc = (alg: string, curve: string, pair: Pair, other: Pair): KeyPairCase => ({
  alg,
  pair,
  other,
  forms: [...everyKind, ...ecForms],
  alone: `the EC public key you gave, ${curve}`,
  inSet: `EC ${curve}`,
})

const ofEdwards = (alg: string, curve: string, pair: Pair, other: Pair): KeyPairCase => ({
  alg,
  pair,
  other,
  forms: everyKind,
  alone: `the ${curve} public key you gave`,
  inSet: curve,
})

const cases: KeyPairCase[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(ofRsa),
  ofEc('ES256', 'P-256', p256, otherP256),
  ofEc('ES384', 'P-384', p384, otherP384),
  ofEc('ES512', 'P-521', p521, otherP521),
  ofEc('ES256K', 'secp256k1', secp256k1, otherSecp256k1),
  ofEdwards('EdDSA', 'Ed25519', ed25519, otherEd25519),
  ofEdwards('EdDSA', 'Ed448', ed448, otherEd448),
  ofEdwards('Ed25519', 'Ed25519', ed25519, otherEd25519),
  ofEdwards('Ed448', 'Ed448', ed448, otherEd448),
]

describe.each(cases)('$alg, $inSet', ({ alg, pair, other, forms, alone, inSet }) => {
  const plain = keyPairToken(alg, pair)
  const named = keyPairToken(alg, pair, claims, { kid: 'this' })

  test.each(forms)('$form verifies its own token alone', async (form) => {
    const { write, asMember, isPrivate = false } = form
    const token = asMember?.includes('‘this’') ? named : plain
    const warning = isPrivate ? PRIVATE : ''
    expect(await sayOf(token, write(pair))).toEqual({
      headline: `Signature valid: this key signed exactly these bytes (${alg}).${warning}`,
      signature: covering(alg, token),
      key: isPrivate
        ? ['warning', 'a private key; only its public half was used']
        : ['pass', asMember === undefined ? alone : `${asMember}, ${inSet}`],
    })
    const failed = {
      headline: `${MISMATCH}${warning}`,
      signature: ['fail', 'this key did not sign these bytes'],
      key: ['not checked', 'has not signed these bytes'],
    }
    expect(await sayOf(token, write(other))).toEqual(failed)
    expect(await sayOf(tampered(token), write(pair))).toEqual(failed)
  })

  test('a JWK Set of several such keys is tried through to the right one', async () => {
    const set = setOf(publicJwk(other), publicJwk(pair))
    expect((await sayOf(plain, set)).key).toEqual(['pass', `key 2 of the 2 you gave, ${inSet}`])
    expect(await sayOf(tampered(plain), set)).toMatchObject({
      headline:
        'Signature does not match. Either the token was changed after signing, or none of the 2 keys tried has signed it.',
      signature: ['fail', 'none of the 2 keys that fit signed these bytes'],
    })
  })
})

interface Secret {
  form: string
  /** What the token is signed with, made anew. */
  bytes: () => Buffer
  write: (secret: Buffer) => string
  encoding: Subject['encoding']
  asMember?: string
}

const raw = (): Buffer => randomBytes(70)
const octJwk = (secret: Buffer): object => ({ kty: 'oct', k: encode(secret) })

const secrets: Secret[] = [
  {
    form: 'text',
    bytes: () => Buffer.from(`pass phrase, é: ${randomBytes(32).toString('hex')}`),
    write: (secret) => secret.toString('utf8'),
    encoding: 'utf8',
  },
  ...(['base64', 'base64url', 'hex'] as const).map((encoding) => ({
    form: encoding,
    bytes: raw,
    write: (secret: Buffer) => secret.toString(encoding),
    encoding,
  })),
  {
    form: 'a JWK',
    bytes: raw,
    write: (secret) => JSON.stringify(octJwk(secret)),
    encoding: 'utf8',
  },
  {
    form: 'a JWK Set that names it',
    bytes: raw,
    write: (secret) =>
      setOf({ kid: 'other', ...publicJwk(rsa) }, { kid: 'this', ...octJwk(secret) }),
    encoding: 'utf8',
    asMember: 'key ‘this’ of the set you gave',
  },
  {
    form: 'a JWK Set without names',
    bytes: raw,
    write: (secret) => setOf(publicJwk(rsa), octJwk(secret)),
    encoding: 'utf8',
    asMember: 'key 2 of the 2 you gave',
  },
]

describe.each(['HS256', 'HS384', 'HS512'])('%s', (alg) => {
  test.each(secrets)(
    'a secret as $form verifies its own token alone',
    async ({ bytes, write, encoding, asMember }) => {
      const secret = bytes()
      const header = asMember?.includes('‘this’') ? { kid: 'this' } : {}
      const token = hmacToken(alg, secret, claims, header)
      const size = `${secret.length} bytes`
      expect(await sayOf(token, write(secret), encoding)).toEqual({
        headline: `Signature valid: this key signed exactly these bytes (${alg}).`,
        signature: covering(alg, token),
        key: ['pass', asMember ? `${asMember}, ${size}` : `the secret you gave, ${size}`],
      })
      const failed = { headline: MISMATCH, key: ['not checked', 'has not signed these bytes'] }
      expect(await sayOf(token, write(bytes()), encoding)).toMatchObject(failed)
      expect(await sayOf(tampered(token), write(secret), encoding)).toMatchObject(failed)
    },
  )
})

interface LatticeSigner {
  jwk: { kty: string; alg: string; pub: string; priv: string }
  sign: (input: string) => Promise<Uint8Array>
}

/** Sizes in bytes (FIPS 204 table 2), and the last byte of the object identifier (RFC 9881 section 2). */
const lattices = [
  { alg: 'ML-DSA-44', open: 1312, signature: 2420, id: 17 },
  { alg: 'ML-DSA-65', open: 1952, signature: 3309, id: 18 },
  { alg: 'ML-DSA-87', open: 2592, signature: 4627, id: 19 },
]

/** null where this WebCrypto has no ML-DSA, as that of Node 20. */
async function makeLatticeSigner(alg: string): Promise<LatticeSigner | null> {
  try {
    const pair = await crypto.subtle.generateKey({ name: alg }, true, ['sign', 'verify'])
    if (!('privateKey' in pair)) return null
    const exported: object = await crypto.subtle.exportKey('jwk', pair.privateKey)
    return {
      jwk: { kty: 'AKP', alg, pub: '', priv: '', ...exported },
      sign: async (input) =>
        new Uint8Array(
          await crypto.subtle.sign({ name: alg }, pair.privateKey, Buffer.from(input)),
        ),
    }
  } catch {
    return null
  }
}

/** The start of an element of 256 to 65,535 bytes. */
const sized = (tag: number, length: number): Buffer =>
  Buffer.from([tag, 0x82, length >> 8, length & 255])

function latticeSpki(pub: string, id: number): string {
  const key = Buffer.from(pub, 'base64url')
  const algorithm = Buffer.from(`300b06096086480165030403${id.toString(16)}`, 'hex')
  const bits = Buffer.concat([sized(0x03, key.length + 1), Buffer.from([0]), key])
  const der = Buffer.concat([sized(0x30, algorithm.length + bits.length), algorithm, bits])
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`
}

describe.each(lattices)('$alg', ({ alg, open, signature, id }) => {
  const forms: [string, (jwk: LatticeSigner['jwk']) => string, isPrivate: boolean][] = [
    ['a PUBLIC KEY', ({ pub }) => latticeSpki(pub, id), false],
    ['a public key in base64 alone', ({ pub }) => bare(latticeSpki(pub, id)), false],
    ['a public JWK', ({ kty, pub }) => JSON.stringify({ kty, alg, pub }), false],
    ['a private JWK', (key) => JSON.stringify(key), true],
    ['a JWK Set', ({ kty, pub }) => setOf(secretJwk, { kty, alg, pub }), false],
  ]

  test.each(forms)('%s verifies its own token, or the gap is told', async (_, write, isPrivate) => {
    const input = `${encode(JSON.stringify({ alg }))}.${encode(claims)}`
    const signer = await makeLatticeSigner(alg)
    const other = await makeLatticeSigner(alg)
    if (signer === null || other === null) {
      const key = { kty: 'AKP', alg, pub: encode(randomBytes(open)), priv: encode(randomBytes(32)) }
      const token = `${input}.${encode(randomBytes(signature))}`
      expect(await sayOf(token, write(key))).toEqual({
        headline: `This browser can’t check ${alg}. Decoding still works.`,
        signature: ['not checked', `this browser can’t check ${alg}`],
        key: ['not checked', 'not tried'],
      })
      return
    }
    const token = `${input}.${encode(await signer.sign(input))}`
    const warning = isPrivate ? PRIVATE : ''
    expect((await sayOf(token, write(signer.jwk))).headline).toBe(
      `Signature valid: this key signed exactly these bytes (${alg}).${warning}`,
    )
    expect((await sayOf(token, write(other.jwk))).headline).toBe(`${MISMATCH}${warning}`)
    expect((await sayOf(tampered(token), write(signer.jwk))).headline).toBe(`${MISMATCH}${warning}`)
  })
})
