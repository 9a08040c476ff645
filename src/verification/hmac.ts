/** Which MAC does a secret make over these bytes, and is it the one given? RFC 2104, RFC 7518 §3.2. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { HashName } from '../algorithms/algorithm.ts'

/** By the names of RFC 7518 §3.2. */
export const HMAC_HASHES: ReadonlyMap<string, HashName> = new Map([
  ['HS256', 'SHA-256'],
  ['HS384', 'SHA-384'],
  ['HS512', 'SHA-512'],
])

const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 }

/** Any secret makes a MAC, an empty one too. */
export function computeMac(
  hash: HashName,
  secret: Uint8Array,
  input: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hmac(hashes[hash], secret, input))
}

export function isMac(
  hash: HashName,
  secret: Uint8Array,
  input: Uint8Array,
  mac: Uint8Array,
): boolean {
  return hasSameBytes(computeMac(hash, secret, input), mac)
}

/** Nobody times this page from outside, so the comparison may stop early. */
export function hasSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
