/** How does a token read that is made from this header and payload with a shared secret? RFC 7515 §5.1, RFC 7518 §3.2. */
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { algorithmNamed, isHmac } from './algorithms.ts'
import { computeMac } from './hmac.ts'

/**
 * Both texts are signed as they stand; the header is trusted to name `alg` itself. `secret` in bytes.
 * Throws a RangeError for another algorithm than HS256/384/512 and for a secret shorter than RFC 7518 §3.2
 * allows: weak tokens are checked here, never made (decisions.md A4).
 */
export function signHmacToken(
  headerJson: string,
  payloadJson: string,
  alg: string,
  secret: Uint8Array,
): string {
  const algorithm = algorithmNamed(alg)
  if (algorithm === undefined || !isHmac(algorithm))
    throw new RangeError(`${alg} signs with no shared secret`)
  const minimum = (algorithm.minimumBits ?? 0) / 8
  if (secret.length < minimum)
    throw new RangeError(`${alg} needs a secret of at least ${minimum} bytes`)
  const input = `${encodeBase64url(writeUtf8(headerJson))}.${encodeBase64url(writeUtf8(payloadJson))}`
  return `${input}.${encodeBase64url(computeMac(algorithm.hash, secret, writeUtf8(input)))}`
}
