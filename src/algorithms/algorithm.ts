/** What is there to know about an `alg`, of signatures and of encryption? RFC 7518 §3.1, §4.1. */

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

type SignatureFamily = 'hmac' | 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'eddsa' | 'ml-dsa'

interface Named {
  name: string
  /** A few words for people. */
  inWords: string
  /** Where the algorithm is defined. */
  section: string
}

export interface SignatureAlgorithm extends Named {
  family: SignatureFamily
  /** null where the algorithm brings its own. */
  hash: HashName | null
  keyType: 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP'
  curve: string | null
  /** A curve that the name allows as well. */
  otherCurve: string | null
  /** The shortest key the standard allows, in bits; null where every key of the kind is long enough. */
  minimumBits: number | null
  /** Lengths a signature can have, in bytes, on the curve and on the other one; empty where the key decides (RSA: its modulus). */
  signatureBytes: readonly number[]
}

export interface EncryptionAlgorithm extends Named {
  family: 'encryption'
  /** Who can read the token. */
  reader: 'private-rsa' | 'private-ec' | 'shared' | 'password'
}

export type Algorithm = SignatureAlgorithm | EncryptionAlgorithm
export type HmacAlgorithm = SignatureAlgorithm & { family: 'hmac'; hash: HashName }
