/** Which algorithm has this name? RFC 7515 §4.1.1. */
import type { Algorithm, HmacAlgorithm } from './algorithm.ts'
import { encryptionAlgorithms } from './encryptionAlgorithms.ts'
import { signatureAlgorithms } from './signatureAlgorithms.ts'

// a Map, because a header may well name `constructor` or `__proto__`
const byName = new Map<string, Algorithm>(
  [...signatureAlgorithms, ...encryptionAlgorithms].map((algorithm) => [algorithm.name, algorithm]),
)

/** The algorithm of that exact name (names are case-sensitive, RFC 7515 §4.1.1), or undefined. */
export function algorithmNamed(name: string): Algorithm | undefined {
  return byName.get(name)
}

/** True for `none` in any mix of letters and with blanks around it: lax readers took such spellings for it. */
export function isNone(name: string): boolean {
  return name.length < 16 && name.trim().toLowerCase() === 'none'
}

export function isHmac(algorithm: Algorithm): algorithm is HmacAlgorithm {
  return algorithm.family === 'hmac'
}
