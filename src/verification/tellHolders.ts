/** Who holds the key that makes a signature, and who the one that checks it? RFC 7515 §10.2, RFC 7518 §3.1. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'

export function tellHolders(family: SignatureAlgorithm['family']): string {
  switch (family) {
    case 'hmac':
      return 'Made and checked with the same secret. Whoever can check such a token can also make one.'
    case 'rsa-pkcs1':
    case 'rsa-pss':
    case 'ecdsa':
    case 'eddsa':
    case 'ml-dsa':
      return 'Made with a private key only the issuer has; checked with a public key anyone may have.'
    default:
      return family satisfies never
  }
}
