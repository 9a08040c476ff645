/** How many base64url characters has the last part of a token under this algorithm? RFC 7518 §3, §5, RFC 8032, FIPS 204. */
import type { HeaderPeek } from './joseHeader.ts'

const charactersOf = (bytes: number): number => Math.ceil((bytes * 4) / 3)
const RSA = [64, 128, 256, 384, 512, 1024].map(charactersOf)

const SIGNATURES: Record<string, readonly number[]> = {
  none: [0],
  hs256: [charactersOf(32)],
  hs384: [charactersOf(48)],
  hs512: [charactersOf(64)],
  rs256: RSA,
  rs384: RSA,
  rs512: RSA,
  ps256: RSA,
  ps384: RSA,
  ps512: RSA,
  es256: [charactersOf(64)],
  es256k: [charactersOf(64)],
  es384: [charactersOf(96)],
  es512: [charactersOf(132)],
  eddsa: [charactersOf(64), charactersOf(114)],
  ed25519: [charactersOf(64)],
  ed448: [charactersOf(114)],
  'ml-dsa-44': [charactersOf(2420)],
  'ml-dsa-65': [charactersOf(3309)],
  'ml-dsa-87': [charactersOf(4627)],
}

const TAGS: Record<string, readonly number[]> = {
  a128gcm: [charactersOf(16)],
  a192gcm: [charactersOf(16)],
  a256gcm: [charactersOf(16)],
  'a128cbc-hs256': [charactersOf(16)],
  'a192cbc-hs384': [charactersOf(24)],
  'a256cbc-hs512': [charactersOf(32)],
}

/** Every length that is possible, shortest first; none where nothing is known. Padding is not counted. */
export function lastPartLengths(header: HeaderPeek | null): readonly number[] {
  if (header === null) return []
  const table = header.enc === null ? SIGNATURES : TAGS
  const name = (header.enc ?? header.alg ?? '').toLowerCase()
  return Object.hasOwn(table, name) ? (table[name] ?? []) : []
}
