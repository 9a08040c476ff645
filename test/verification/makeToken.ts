/** How do the tests come by tokens and keys that this project's own code has not made? */
import {
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  constants,
  sign,
  type SignKeyObjectInput,
} from 'node:crypto'
import type { Subject, Verdict } from '../../src/verification/verdict.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'

export const claims = '{"sub":"1234567890","name":"John Doe","iat":1516239022}'

export const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url')

export const strongSecret =
  'a-secret-of-more-than-64-bytes-for-every-hmac-size-that-there-is-0123456789'

export function hmacToken(
  alg: string,
  secret: string | Uint8Array,
  payload: string | Uint8Array = claims,
  header: object = {},
): string {
  const input = `${encode(JSON.stringify({ alg, typ: 'JWT', ...header }))}.${encode(payload)}`
  return `${input}.${hmacOf(alg, secret, input)}`
}

/** Parts of the lengths that AES in GCM mode makes, with nothing real inside; `keyBytes` is the encrypted key's. */
export function encryptedToken(header: string, keyBytes: number): string {
  const parts = [keyBytes, 12, 40, 16].map((length) => encode(new Uint8Array(length)))
  return [encode(header), ...parts].join('.')
}

export function hmacOf(alg: string, secret: string | Uint8Array, input: string): string {
  return createHmac(`sha${alg.slice(2)}`, secret)
    .update(input)
    .digest('base64url')
}

export const keyPairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  otherRsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  smallRsa: generateKeyPairSync('rsa', { modulusLength: 1024 }),
  tinyRsa: generateKeyPairSync('rsa', { modulusLength: 512 }),
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  otherP256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  otherP384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  otherP521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  otherSecp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  ed25519: generateKeyPairSync('ed25519'),
  otherEd25519: generateKeyPairSync('ed25519'),
  ed448: generateKeyPairSync('ed448'),
  otherEd448: generateKeyPairSync('ed448'),
}

export const spki = ({ publicKey }: { publicKey: KeyObject }): string =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString()

export const pkcs8 = ({ privateKey }: { privateKey: KeyObject }): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** The forms of one kind of key alone. */
export const pkcs1 = ({ publicKey }: { publicKey: KeyObject }): string =>
  publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()

export const traditional = ({ privateKey }: { privateKey: KeyObject }): string =>
  privateKey
    .export({ type: privateKey.asymmetricKeyType === 'ec' ? 'sec1' : 'pkcs1', format: 'pem' })
    .toString()

export const publicJwk = ({ publicKey }: { publicKey: KeyObject }): object =>
  publicKey.export({ format: 'jwk' })

export const privateJwk = ({ privateKey }: { privateKey: KeyObject }): object =>
  privateKey.export({ format: 'jwk' })

export function keyPairToken(
  alg: string,
  { privateKey }: { privateKey: KeyObject },
  payload = claims,
  header: object = {},
): string {
  const input = `${encode(JSON.stringify({ alg, ...header }))}.${encode(payload)}`
  return `${input}.${encode(signatureOf(alg, privateKey, input))}`
}

export function signatureOf(
  alg: string,
  key: KeyObject,
  input: string,
  dsaEncoding: SignKeyObjectInput['dsaEncoding'] = 'ieee-p1363',
): Uint8Array {
  const hash = /^(?:RS|PS|ES)/.test(alg) ? `sha${alg.slice(2, 5)}` : null
  const options: SignKeyObjectInput = { key, dsaEncoding }
  if (alg.startsWith('PS')) {
    options.padding = constants.RSA_PKCS1_PSS_PADDING
    options.saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  }
  return sign(hash, Buffer.from(input), options)
}

export function check(
  token: string,
  keyText: string,
  encoding: Subject['encoding'] = 'utf8',
): Verdict | Promise<Verdict> {
  return verifySignature({ token, keyText, encoding })
}

/** The verdict of a check that must answer at once. */
export function checkNow(
  token: string,
  keyText: string,
  encoding: Subject['encoding'] = 'utf8',
): Verdict {
  const verdict = check(token, keyText, encoding)
  if (verdict instanceof Promise) throw new Error('the verdict was not there at once')
  return verdict
}
