/** What became of checking a signature? Nothing here is about time. RFC 7515 §5.2; told by tellVerdict.ts and tellRungs.ts. */
import type { EncryptionAlgorithm, SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { HeaderRefusal } from '../token/critical.ts'
import type { NearMiss } from './nearMiss.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { TokenGap } from './tokenGap.ts'
import type { UnusableReason } from './unusableKey.ts'
import type { KeyConcern, UsedKey } from './usedKey.ts'

/** What a verdict is about. */
export interface Subject {
  /** The token, cleaned of what does not belong to it; its characters are checked as they stand. */
  token: string
  keyText: string
  encoding: SecretEncoding
  /** True where the key came out of the token's own header. */
  isFromToken?: boolean
  /** Which signature or recipient of a JSON form, from 0; absent for the first. */
  chosen?: number
  /** The payload that travels apart, as typed. */
  detached?: { text: string; encoding: SecretEncoding }
}

/** `position` counts characters of the token from 1; lengths are in bytes unless they say characters. */
export type Verdict =
  | { kind: 'checking' }
  | { kind: 'unreadable-token'; reason: TokenGap }
  /** There is no payload to check the signature on; it may travel apart (RFC 7515 appendix F). `isEmpty`: this key has not signed an empty one. */
  | { kind: 'payload-apart'; isEmpty: boolean }
  | { kind: 'encrypted'; algorithm: EncryptionAlgorithm | null }
  | { kind: 'unsigned'; spelling: string; hasThirdPart: boolean }
  | { kind: 'refused-header'; refusal: HeaderRefusal }
  | { kind: 'signature-missing'; alg: string }
  | { kind: 'unreadable-signature'; alg: string; position: number; character: string | null }
  | { kind: 'unknown-algorithm'; name: string; nearest: string | null }
  | { kind: 'encryption-algorithm'; algorithm: EncryptionAlgorithm }
  | {
      kind: 'wrong-length'
      alg: string
      bytes: number
      expected: readonly number[]
      isDer: boolean
      /** Set where the key decides the length: the size of its modulus. */
      keyBits: number | null
      nearMiss: NearMiss | null
    }
  | { kind: 'unsupported-algorithm'; alg: string; gap: 'browser' | 'not-loaded' }
  | { kind: 'no-web-crypto'; alg: string }
  | { kind: 'no-key'; alg: string; isEmptySecretFit: boolean }
  | { kind: 'unusable-key'; algorithm: SignatureAlgorithm; reason: UnusableReason }
  | {
      kind: 'mismatch'
      alg: string
      key: UsedKey
      /** How many keys of a set were tried; 1 for a key that stands alone. */
      tried: number
      nearMiss: NearMiss | null
      /** What was tried in vain besides the keys. */
      alsoTried: readonly NearMiss[]
      /** True for an ECDSA signature of zeros alone. */
      isAllZero: boolean
    }
  | {
      kind: 'verified'
      alg: string
      /** Length of the signing input. */
      characters: number
      key: UsedKey
      concerns: KeyConcern[]
      payload: 'object' | 'json' | 'not-json' | 'empty'
    }

export type WrongLength = Extract<Verdict, { kind: 'wrong-length' }>

export type CheckState = 'pass' | 'fail' | 'warning' | 'not checked'
