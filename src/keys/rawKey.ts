/** Which bytes are the key itself, for a library that takes no wrapping? RFC 5480 §2.2, RFC 5915 §3, RFC 8410 §4, §7. */
import { readBase64url } from '../token/base64url.ts'
import { contentOf, OCTET_STRING, readElement } from './derElement.ts'
import type { AsymmetricKey } from './keyKinds.ts'
import { readPkcs8, readSec1, readSpki } from './keyStructures.ts'
import { publicBytes, publicJwk } from './publicJwk.ts'

/**
 * EC: the point as SEC 1 writes it, uncompressed unless the key itself is compressed. OKP and AKP: the public key’s
 * bytes. null for RSA, and for a private key that does not hold its public part.
 */
export function rawPublicKey(key: AsymmetricKey): Uint8Array<ArrayBuffer> | null {
  if (key.shape.type === 'RSA') return null
  if (key.material?.form === 'spki') return readSpki(key.material.der)?.key ?? null
  const jwk = publicJwk(key)
  return jwk && publicBytes(jwk)
}

/** EC: the secret number, big-endian. OKP: the secret bytes. null for every other key and for a public one. */
export function rawPrivateKey({ shape, material }: AsymmetricKey): Uint8Array<ArrayBuffer> | null {
  if (shape.type !== 'EC' && shape.type !== 'OKP') return null
  if (material?.form === 'jwk') {
    const d = material.jwk['d']
    return d === undefined ? null : readBase64url(d).bytes
  }
  const key = material?.form === 'pkcs8' ? readPkcs8(material.der)?.key : undefined
  if (key === undefined) return null
  if (shape.type === 'EC') return readSec1(key)?.d ?? null
  const inner = readElement(key, 0, key.length)
  return inner?.tag === OCTET_STRING ? contentOf(key, inner) : null
}
