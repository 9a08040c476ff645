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

/** How the content encryption key reaches the reader. RFC 7518 §4.2–4.8. */
type KeyManagement =
  | 'rsa-pkcs1'
  | 'rsa-oaep'
  | 'key-wrap'
  | 'gcm-wrap'
  | 'direct'
  | 'agreement'
  | 'password'

type AesBits = 128 | 192 | 256

export interface EncryptionAlgorithm extends Named {
  family: 'encryption'
  management: KeyManagement
  /** Who can read the token. */
  reader: 'private-rsa' | 'private-ec' | 'shared' | 'password'
  /** Size of the AES key that wraps the content encryption key; null where none does. */
  wrapBits: AesBits | null
  /** Of OAEP or PBKDF2; null where there is none. */
  hash: HashName | 'SHA-1' | null
}

/** An `enc`. RFC 7518 §5.1. */
export interface ContentEncryption extends Named {
  /** Size of the content encryption key; for CBC half of it is the MAC’s. */
  keyBits: number
  aesBits: AesBits
  ivBytes: number
  tagBytes: number
  /** The ciphertext is a multiple of this. */
  blockBytes: number
}

export type Algorithm = SignatureAlgorithm | EncryptionAlgorithm
export type HmacAlgorithm = SignatureAlgorithm & { family: 'hmac'; hash: HashName }
