/** How does a token read that is made from this header and payload with a shared secret? RFC 7515 §5.1, RFC 7518 §3.2. */
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { computeMac, HMAC_HASHES } from './hmac.ts'

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
  const hash = HMAC_HASHES.get(alg)
  if (hash === undefined) throw new RangeError(`${alg} signs with no shared secret`)
  const input = `${encodeBase64url(writeUtf8(headerJson))}.${encodeBase64url(writeUtf8(payloadJson))}`
  const mac = computeMac(hash, secret, writeUtf8(input))
  // a secret has to be as long as the MAC, RFC 7518 §3.2
  if (secret.length < mac.length)
    throw new RangeError(`${alg} needs a secret of at least ${mac.length} bytes`)
  return `${input}.${encodeBase64url(mac)}`
}
