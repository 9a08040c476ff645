/** How is a public key written as a JWK, and a JWK as SubjectPublicKeyInfo? RFC 7518 §6, RFC 8037 §2, RFC 5480 §2. */
import { encodeBase64url, readBase64url } from '../token/base64url.ts'
import { SEQUENCE, withoutLeadingZeros } from './derElement.ts'
import type { AsymmetricKey } from './keyKinds.ts'
import { readPkcs8, readRsaPrivate, readRsaPublic, readSec1, readSpki } from './keyStructures.ts'
import { curveNamed, EC, edwardsNamed, latticeNamed, objectIdOf, RSA } from './objectIds.ts'
import { writeAlgorithm, writeElement, writeInteger, writeSpki } from './writeDer.ts'

/** The members that make a public key, by its `kty`. RFC 7518 §6.2.1, §6.3.1; RFC 8037 §2. */
const PUBLIC_MEMBERS: Record<string, string[]> = {
  RSA: ['kty', 'n', 'e'],
  EC: ['kty', 'crv', 'x', 'y'],
  OKP: ['kty', 'crv', 'x'],
  AKP: ['kty', 'alg', 'pub'],
}

/** What the bytes tell of the public half, without computing; null for a private key that holds no public part. */
export function publicJwk({ material }: AsymmetricKey): Record<string, string> | null {
  if (material === null) return null
  if (material.form === 'jwk') return publicHalf(material.jwk)
  return material.form === 'spki' ? jwkOfSpki(material.der) : jwkOfPkcs8(material.der)
}

/** The members that make the public key, `kty` first, and no other; null for another kind or where one is missing. */
export function publicHalf(jwk: JsonWebKey): Record<string, string> | null {
  const { kty } = jwk
  if (kty === undefined || !Object.hasOwn(PUBLIC_MEMBERS, kty)) return null
  const names = PUBLIC_MEMBERS[kty] ?? []
  const members = new Map(Object.entries(jwk))
  const half = names.flatMap((name) => {
    const value: unknown = members.get(name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return half.length === names.length ? Object.fromEntries(half) : null
}

function jwkOfPkcs8(der: Uint8Array): Record<string, string> | null {
  const parts = readPkcs8(der)
  if (parts === null) return null
  if (parts.oid === RSA) {
    const rsa = readRsaPrivate(parts.key)
    return rsa && { kty: 'RSA', n: encodeNumber(rsa.n), e: encodeNumber(rsa.e) }
  }
  const inner = parts.oid === EC ? readSec1(parts.key) : null
  const curve = parts.parameter ?? inner?.curve ?? null
  if (curve === null || !inner?.point) return null
  return jwkOfPoint(curveNamed(curve), inner.point)
}

/** The members that make the key, `kty` first. null for a key of no JOSE kind and for a compressed point. Never throws. */
export function jwkOfSpki(der: Uint8Array): Record<string, string> | null {
  const parts = readSpki(der)
  if (parts === null) return null
  const { oid, parameter, key } = parts
  if (oid === RSA) {
    const rsa = readRsaPublic(key)
    return rsa && { kty: 'RSA', n: encodeNumber(rsa.n), e: encodeNumber(rsa.e) }
  }
  if (oid === EC) return jwkOfPoint(parameter === null ? null : curveNamed(parameter), key)
  const crv = edwardsNamed(oid)
  if (crv !== null) return { kty: 'OKP', crv, x: encodeBase64url(key) }
  const alg = latticeNamed(oid)
  return alg === null ? null : { kty: 'AKP', alg, pub: encodeBase64url(key) }
}

/** `point` uncompressed: 0x04, then both coordinates at full length. RFC 5480 §2.2. */
export function jwkOfPoint(crv: string | null, point: Uint8Array): Record<string, string> | null {
  if (crv === null || point[0] !== 4 || point.length % 2 === 0) return null
  const half = (point.length + 1) / 2
  const x = encodeBase64url(point.subarray(1, half))
  return { kty: 'EC', crv, x, y: encodeBase64url(point.subarray(half)) }
}

/** The key’s own bytes: an uncompressed point (EC), or the public key as it is (OKP, AKP). null for RSA. */
export function publicBytes({
  kty,
  x,
  y,
  pub,
}: Record<string, string>): Uint8Array<ArrayBuffer> | null {
  if (kty === 'AKP') return pub === undefined ? null : readBase64url(pub).bytes
  if (x === undefined) return null
  if (kty === 'OKP') return readBase64url(x).bytes
  if (kty !== 'EC' || y === undefined) return null
  return Uint8Array.of(4, ...readBase64url(x).bytes, ...readBase64url(y).bytes)
}

/** null for a JWK that lacks a member or whose curve is not known here. Private members are not looked at. */
export function spkiOfJwk(jwk: Record<string, string>): Uint8Array<ArrayBuffer> | null {
  const { kty, n, e } = jwk
  if (kty === 'RSA') {
    if (n === undefined || e === undefined) return null
    const numbers = [n, e].map((text) =>
      writeInteger(withoutLeadingZeros(readBase64url(text).bytes)),
    )
    return writeSpki(writeAlgorithm(RSA, null), writeElement(SEQUENCE, ...numbers))
  }
  const name = jwk['crv'] ?? jwk['alg']
  const oid = name === undefined ? null : objectIdOf(name)
  const key = publicBytes(jwk)
  if (oid === null || key === null) return null
  return writeSpki(kty === 'EC' ? writeAlgorithm(EC, oid) : writeAlgorithm(oid, null), key)
}

/** As RFC 7518 §6.3.1.1 wants it: no zeros in front. */
export const encodeNumber = (bytes: Uint8Array): string =>
  encodeBase64url(withoutLeadingZeros(bytes))
