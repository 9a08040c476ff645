/** How does this token read once the key in the box has signed it, with not one other character changed? RFC 7515 §5.1. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed, isHmac, isNone } from '../algorithms/algorithms.ts'
import { nearestAlgorithm } from '../algorithms/nearestAlgorithm.ts'
import type { KeyReading } from '../keys/readKey.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { refusalOf } from '../token/critical.ts'
import { memberNamed, stringMember } from '../token/jsonText.ts'
import { signingInputOf } from '../token/readAnyForm.ts'
import { algorithmOf, objectIn, type TokenReading } from '../token/readToken.ts'
import { rewriteSegment } from '../token/rewriteToken.ts'
import { computeMac } from './hmac.ts'
import { signAsymmetric } from './signAsymmetric.ts'
import { chooseSigningKey, type SigningKey } from './signKey.ts'
import { type RefusalTold, type SigningRefusal, tellSigningRefusal } from './signRefusal.ts'

export type Signing = { kind: 'signed'; token: string } | ({ kind: 'refused' } & RefusalTold)

/**
 * Signs header and payload as they stand, with the algorithm that the header names: only the signature is written
 * anew, in its place in the compact form, before the disclosures of an SD-JWT, and in the chosen signature of a
 * JSON form. Weak keys are refused (decisions.md A4), and so is every key that is not meant for this. Never rejects.
 */
export async function signReading(reading: TokenReading, keys: KeyReading): Promise<Signing> {
  const made = await makeSignature(reading, keys)
  return made instanceof Uint8Array
    ? { kind: 'signed', token: withSignature(reading, made) }
    : { kind: 'refused', ...tellSigningRefusal(made) }
}

async function makeSignature(
  reading: TokenReading,
  keys: KeyReading,
): Promise<Uint8Array | SigningRefusal> {
  const algorithm = judgeForm(reading) ?? judgeHeader(reading)
  if ('code' in algorithm) return algorithm
  const input = signingInputOf(reading)
  if (input === null) return { code: 'payload-apart' }
  const key = chooseSigningKey(algorithm, keys, stringMember(reading.joseHeader, 'kid'))
  return 'code' in key ? key : sign(algorithm, key, input.bytes)
}

/** null where there is a place for a signature. */
function judgeForm({ form, segments, signature, more }: TokenReading): SigningRefusal | null {
  switch (form) {
    case 'empty':
      return { code: 'no-token' }
    case 'jwe':
      return { code: 'encrypted' }
    case 'unknown':
      return { code: 'parts', count: segments.length }
    case 'fragment':
      return segments.length === 2 ? null : { code: 'parts', count: segments.length }
    case 'jws':
      return more !== null && signature === null ? { code: 'signature-not-text' } : null
    default:
      return form satisfies never
  }
}

function judgeHeader(reading: TokenReading): SignatureAlgorithm | SigningRefusal {
  const { header, joseHeader } = reading
  if (joseHeader === null)
    return { code: 'header-unreadable', isJson: (header?.json.root ?? null) !== null }
  const name = algorithmOf(reading)
  if (name === null)
    return { code: memberNamed(joseHeader, 'alg') === undefined ? 'alg-missing' : 'alg-not-text' }
  if (isNone(name)) return { code: 'none', spelling: name }
  const algorithm = algorithmNamed(name)
  if (algorithm === undefined)
    return { code: 'unknown-algorithm', name, nearest: nearestAlgorithm(name) }
  if (algorithm.family === 'encryption') return { code: 'encryption-algorithm', name }
  const refusal = refusalOf(objectIn(header), 'signed')
  return refusal === null ? algorithm : { code: 'refused-header', refusal }
}

async function sign(
  algorithm: SignatureAlgorithm,
  key: SigningKey,
  input: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | SigningRefusal> {
  if (key.kind === 'secret')
    return isHmac(algorithm)
      ? computeMac(algorithm.hash, key.bytes, input)
      : { code: 'unusable-key', algorithm, reason: { code: 'secret-for-key' } }
  const made = await signAsymmetric(algorithm, key, input)
  switch (made) {
    case 'unsupported':
      return { code: 'unsupported', alg: algorithm.name }
    case 'no-web-crypto':
      return { code: 'no-web-crypto' }
    case 'not-private':
      return { code: 'public-key', isSet: false }
    case 'refused':
      return { code: 'unusable-key', algorithm, reason: { code: 'refused', shape: key.shape } }
    default:
      return made
  }
}

/** Where even the second dot is missing, it comes with the signature. */
function withSignature({ text, signature }: TokenReading, bytes: Uint8Array): string {
  return signature === null
    ? `${text}.${encodeBase64url(bytes)}`
    : rewriteSegment(text, signature, bytes)
}
