/** Which new key does the job of this algorithm? Loaded late. RFC 7518 §3, §4; RFC 8037, 8812, 9864, 9964. */
import type { Algorithm } from '../algorithms/algorithm.ts'
import { contentEncryptionNamed } from '../algorithms/encryptionAlgorithms.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { BIT_STRING, CONTEXT_1, OCTET_STRING, SEQUENCE } from './derElement.ts'
import { EC, objectIdOf } from './objectIds.ts'
import type { SecretEncoding } from './secret.ts'
import { writeAlgorithm, writeElement, writeInteger, writePem, writePkcs8 } from './writeDer.ts'

/** A text for the key box; `inWords` is the subject of a sentence about it. */
interface GeneratedKey {
  kind: 'generated'
  text: string
  encoding: SecretEncoding
  inWords: string
}

/** `lead` and `rest` as in a headline: the phrase that answers, and what follows after a space. */
export type Generating = GeneratedKey | { kind: 'refused'; lead: string; rest: string }

type Pair =
  | { name: 'Ed25519' | `ML-DSA-${string}` }
  | { name: 'ECDSA' | 'ECDH'; namedCurve: string }
  | {
      name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'RSA-OAEP'
      hash: string
      modulusLength: number
      publicExponent: Uint8Array<ArrayBuffer>
    }

type Recipe =
  | { kind: 'random'; bytes: number; noun: 'secret' | 'shared key' | 'password' }
  | { kind: 'pair'; pair: Pair; usages: KeyUsage[]; inWords: string }
  | { kind: 'library'; curve: 'secp256k1' | 'Ed448'; inWords: string }

/** False where no key can be made: for an algorithm that nobody should use, and for `dir` without a known `enc`. */
export function isGeneratable(algorithm: Algorithm, enc: string | null): boolean {
  return recipeFor(algorithm, enc) !== null
}

/**
 * Secrets and shared keys of exactly the size that the algorithm (or `enc`) asks for, as base64url; passwords as
 * text; private keys as PKCS #8 in PEM, ML-DSA as a JWK. RSA keys have 2048 bits. Never rejects.
 */
export async function generateKey(algorithm: Algorithm, enc: string | null): Promise<Generating> {
  const { name } = algorithm
  const recipe = recipeFor(algorithm, enc)
  if (recipe === null)
    return refused(
      `This page makes no key for ${name}.`,
      'Choose another algorithm in the header’s alg.',
    )
  if (recipe.kind === 'random') return randomKey(recipe)
  const { inWords } = recipe
  try {
    const text = recipe.kind === 'pair' ? await pairText(recipe) : await libraryText(recipe.curve)
    return { kind: 'generated', text, encoding: 'utf8', inWords }
  } catch {
    const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
    return subtle === undefined
      ? refused(
          'This page was opened without HTTPS,',
          'so the browser turns cryptography off. Use https:// or localhost.',
        )
      : refused(
          `This browser can’t make a key for ${name}.`,
          'Choose another algorithm in the header’s alg.',
        )
  }
}

const refused = (lead: string, rest: string): Generating => ({ kind: 'refused', lead, rest })

const RSA_BITS = 2048

const rsa = (name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'RSA-OAEP', hash: string): Recipe => ({
  kind: 'pair',
  pair: { name, hash, modulusLength: RSA_BITS, publicExponent: Uint8Array.of(1, 0, 1) },
  usages: name === 'RSA-OAEP' ? ['encrypt', 'decrypt'] : ['sign', 'verify'],
  inWords: `An RSA private key of ${RSA_BITS} bits`,
})

const ec = (name: 'ECDSA' | 'ECDH', namedCurve: string): Recipe => ({
  kind: 'pair',
  pair: { name, namedCurve },
  usages: name === 'ECDH' ? ['deriveBits'] : ['sign', 'verify'],
  inWords: `An EC private key on ${namedCurve}`,
})

const random = (bits: number, noun: 'secret' | 'shared key' | 'password'): Recipe => ({
  kind: 'random',
  bytes: bits / 8,
  noun,
})

function recipeFor(algorithm: Algorithm, enc: string | null): Recipe | null {
  const hash = algorithm.hash ?? ''
  if (algorithm.family !== 'encryption') {
    const { name, curve } = algorithm
    switch (algorithm.family) {
      case 'hmac':
        return random(algorithm.minimumBits ?? 0, 'secret')
      case 'rsa-pkcs1':
        return rsa('RSASSA-PKCS1-v1_5', hash)
      case 'rsa-pss':
        return rsa('RSA-PSS', hash)
      case 'ecdsa':
        return curve === 'secp256k1'
          ? { kind: 'library', curve, inWords: `An EC private key on ${curve}` }
          : ec('ECDSA', curve ?? '')
      case 'eddsa':
        return curve === 'Ed448'
          ? { kind: 'library', curve, inWords: 'An Ed448 private key' }
          : signing({ name: 'Ed25519' })
      case 'ml-dsa':
        return signing({ name: `ML-DSA-${name.slice(7)}` })
      default:
        return algorithm satisfies never
    }
  }
  const wrapBits = algorithm.wrapBits ?? 0
  switch (algorithm.management) {
    case 'rsa-pkcs1':
      return null
    case 'rsa-oaep':
      return rsa('RSA-OAEP', hash)
    case 'key-wrap':
    case 'gcm-wrap':
      return random(wrapBits, 'shared key')
    case 'direct': {
      const content = enc === null ? undefined : contentEncryptionNamed(enc)
      return content === undefined ? null : random(content.keyBits, 'shared key')
    }
    case 'agreement':
      return ec('ECDH', 'P-256')
    case 'password':
      return random(wrapBits, 'password')
    default:
      return algorithm.management satisfies never
  }
}

const signing = (pair: Extract<Pair, { name: 'Ed25519' | `ML-DSA-${string}` }>): Recipe => ({
  kind: 'pair',
  pair,
  usages: ['sign', 'verify'],
  inWords: `An ${pair.name} private key`,
})

/** A password is text that carries as many random bytes as the key made from it. */
function randomKey({ bytes, noun }: Extract<Recipe, { kind: 'random' }>): GeneratedKey {
  const text = encodeBase64url(crypto.getRandomValues(new Uint8Array(bytes)))
  return noun === 'password'
    ? {
        kind: 'generated',
        text,
        encoding: 'utf8',
        inWords: `A password of ${text.length} characters`,
      }
    : { kind: 'generated', text, encoding: 'base64url', inWords: `A ${noun} of ${bytes} bytes` }
}

async function pairText({ pair, usages }: Extract<Recipe, { kind: 'pair' }>): Promise<string> {
  const made = await crypto.subtle.generateKey(pair, true, usages)
  if (!('privateKey' in made)) throw new TypeError('not a key pair')
  if (!pair.name.startsWith('ML-DSA-'))
    return pemOf(new Uint8Array(await crypto.subtle.exportKey('pkcs8', made.privateKey)))
  const jwk = new Map<string, unknown>(
    Object.entries(await crypto.subtle.exportKey('jwk', made.privateKey)),
  )
  const members = ['kty', 'alg', 'pub', 'priv'].map((name) => [name, jwk.get(name)] as const)
  return JSON.stringify(Object.fromEntries(members), null, 2)
}

/** Curves that no browser has. RFC 5915 §3, RFC 8410 §7. */
async function libraryText(curve: 'secp256k1' | 'Ed448'): Promise<string> {
  const oid = objectIdOf(curve) ?? ''
  if (curve === 'Ed448') {
    const { ed448 } = await import('@noble/curves/ed448.js')
    const secret = ed448.utils.randomSecretKey()
    return pemOf(writePkcs8(writeAlgorithm(oid, null), writeElement(OCTET_STRING, secret)))
  }
  const { secp256k1 } = await import('@noble/curves/secp256k1.js')
  const secret = secp256k1.utils.randomSecretKey()
  const point = writeElement(BIT_STRING, Uint8Array.of(0), secp256k1.getPublicKey(secret, false))
  const key = writeElement(
    SEQUENCE,
    writeInteger(Uint8Array.of(1)),
    writeElement(OCTET_STRING, secret),
    writeElement(CONTEXT_1, point),
  )
  return pemOf(writePkcs8(writeAlgorithm(EC, oid), key))
}

const pemOf = (pkcs8: Uint8Array): string => writePem(pkcs8, 'PRIVATE KEY')
