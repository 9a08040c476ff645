/** Which keys does a token bring along in its own header? RFC 7515 §4.1.3, §4.1.6. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { objectIn, type TokenReading } from '../token/readToken.ts'

export interface BroughtKey {
  name: 'jwk' | 'x5c'
  /** As it would stand in the key box: a JWK, or certificates in PEM. */
  text: string
}

/** Whoever wrote the token chose them, so they prove nothing about the issuer. Never throws. */
export function broughtKeysOf({ header, more, text }: TokenReading): BroughtKey[] {
  const isProtected = objectIn(header)
  return [
    ...(isProtected && header ? broughtBy(isProtected, header.decoded.text) : []),
    ...(more?.unprotected ? broughtBy(more.unprotected, text) : []),
  ]
}

function broughtBy(header: JsonObject, text: string): BroughtKey[] {
  const keys: BroughtKey[] = []
  const jwk = memberNamed(header, 'jwk')?.value
  if (jwk?.kind === 'object') keys.push({ name: 'jwk', text: text.slice(jwk.start, jwk.end) })
  const chain = memberNamed(header, 'x5c')?.value
  if (chain?.kind === 'array' && chain.items.length > 0) {
    const pems = chain.items.flatMap((item) => (item.kind === 'string' ? [pemOf(item.value)] : []))
    keys.push({ name: 'x5c', text: pems.join('\n') })
  }
  return keys
}

const pemOf = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`
