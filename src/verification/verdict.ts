/** What became of checking a signature? Nothing here is about time. RFC 7515 §5.2; told by tellVerdict.ts and tellRungs.ts. */
import type { EncryptionAlgorithm, SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { HeaderRefusal } from '../token/critical.ts'
import type { NearMiss } from './nearMiss.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { TokenGap, UnsupportedForm } from './tokenGap.ts'
import type { UnusableReason } from './unusableKey.ts'
import type { KeyConcern, UsedKey } from './usedKey.ts'

/** What a verdict is about. */
export interface Subject {
  /** The token, cleaned of what does not belong to it; its characters are checked as they stand. */
  token: string
  keyText: string
  encoding: SecretEncoding
}

/** `position` counts characters of the token from 1; lengths are in bytes unless they say characters. */
export type Verdict =
  | { kind: 'checking' }
  | { kind: 'unreadable-token'; reason: TokenGap }
  | { kind: 'unsupported-form'; form: UnsupportedForm }
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
    }
  | { kind: 'unsupported-algorithm'; alg: string; gap: 'browser' | 'page' | 'not-loaded' }
  | { kind: 'no-web-crypto'; alg: string }
  | { kind: 'no-key'; alg: string; isEmptySecretFit: boolean }
  | { kind: 'unusable-key'; algorithm: SignatureAlgorithm; reason: UnusableReason }
  | {
      kind: 'mismatch'
      alg: string
      key: UsedKey
      nearMiss: NearMiss | null
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

export type CheckState = 'pass' | 'fail' | 'warning' | 'not checked'
