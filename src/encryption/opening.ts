/** What became of opening an encrypted token? RFC 7516 §5.2; told by tellOpening.ts. */
import type { EncryptionAlgorithm } from '../algorithms/algorithm.ts'
import type { KeyFault } from '../keys/keyFault.ts'
import type { AsymmetricKey, KeyShape } from '../keys/keyKinds.ts'
import type { NamedForm } from '../keys/namedForm.ts'
import type { SecretEncoding, SecretFault } from '../keys/secret.ts'
import type { HeaderRefusal } from '../token/critical.ts'
import type { JsonObject } from '../token/jsonText.ts'

/** What an encrypted token consists of, whichever serialization it came in. RFC 7516 §7. */
export interface EncryptedParts {
  /** Base64url text as it stands; '' where there is none (JSON form). */
  protectedHeader: string
  /** The shared unprotected header of the JSON form. */
  unprotected: JsonObject | null
  /** This recipient's own header in the JSON form. */
  recipientHeader: JsonObject | null
  /** These four are base64url texts. */
  encryptedKey: string
  iv: string
  ciphertext: string
  tag: string
  /** Base64url text; null where there is none. */
  aad: string | null
}

export type SealedPart =
  | 'encrypted key'
  | 'initialization vector'
  | 'ciphertext'
  | 'authentication tag'
  | 'additional data'

/** Why no header says how the token is encrypted. `position` counts characters of the header part from 1. */
export type HeaderGap =
  | { code: 'none' }
  | { code: 'not-base64url'; position: number }
  | { code: 'not-json' }
  | { code: 'not-object' }
  | { code: 'alg-missing' }
  | { code: 'enc-missing' }

export type HeaderMember = 'epk' | 'apu' | 'apv' | 'p2s' | 'p2c' | 'iv' | 'tag'

/** What no key can mend. `position` counts characters of the part from 1; lengths are in bytes. */
export type SealFault =
  | { code: 'refused-header'; refusal: HeaderRefusal }
  | { code: 'header-clash'; name: string }
  | { code: 'part-unreadable'; part: SealedPart; position: number }
  | { code: 'part-missing'; part: SealedPart }
  | { code: 'part-length'; part: SealedPart; bytes: number; expected: number }
  | { code: 'not-in-blocks'; bytes: number; block: number }
  | { code: 'encrypted-key-unexpected'; bytes: number }
  | { code: 'member-missing'; member: HeaderMember }
  | { code: 'member-unreadable'; member: HeaderMember }
  | { code: 'member-length'; member: HeaderMember; bytes: number; expected: number }
  | { code: 'salt-short'; bytes: number; minimum: number }
  | { code: 'epk-malformed'; fault: KeyFault }
  | { code: 'epk-kind' }
  | { code: 'epk-private' }
  | { code: 'epk-off-curve'; curve: string }
  | { code: 'same-parties' }
  | { code: 'zip-unprotected' }

/** What a key has to be. `bits` is set for a shared key, `curve` for one that has to fit an epk. */
export interface KeyNeed {
  alg: string
  enc: string
  reader: EncryptionAlgorithm['reader']
  bits: number | null
  curve: string | null
}

/** `nearMiss` is the encoding in which the same text is a key that opens the token. */
export type UnusableOpener =
  | { code: 'malformed'; fault: KeyFault }
  | {
      code: 'unreadable-secret'
      encoding: SecretEncoding
      fault: SecretFault
      nearMiss: SecretEncoding | null
    }
  | { code: 'not-read-yet'; form: NamedForm }
  | { code: 'secret-for-key' }
  | { code: 'wrong-kind'; shape: KeyShape; kind: AsymmetricKey['kind'] }
  | { code: 'public-key'; shape: KeyShape }
  | {
      code: 'wrong-size'
      bits: number
      encoding: SecretEncoding | null
      nearMiss: SecretEncoding | null
    }
  | { code: 'kid-not-in-set'; kid: string; has: string[]; size: number }
  | { code: 'none-in-set'; size: number }
  | { code: 'refused'; shape: KeyShape }

/** Facts only: no byte of the key. `kid` is set where a key set was given and this key chosen from it. */
export type OpenerKey =
  | { kind: 'secret'; bytes: number; encoding: SecretEncoding | null; kid: string | null }
  | { kind: 'password'; bytes: number; kid: string | null }
  | { kind: 'private'; shape: KeyShape; kid: string | null }

export type OpenerConcern =
  | { code: 'small-rsa'; bits: number; minimum: number }
  | { code: 'short-password'; bytes: number; minimum: number }
  | { code: 'few-rounds'; rounds: number; minimum: number }
  | { code: 'for-other-use'; use: string }
  | { code: 'for-other-algorithm'; alg: string }
  | { code: 'not-for-opening' }

export type Opening =
  | {
      kind: 'opened'
      plaintext: Uint8Array<ArrayBuffer>
      alg: string
      enc: string
      key: OpenerKey
      /** The gravest first. */
      concerns: OpenerConcern[]
      isCompressed: boolean
    }
  | { kind: 'unreadable-header'; gap: HeaderGap }
  | { kind: 'faulty'; fault: SealFault }
  | { kind: 'never'; alg: string }
  | { kind: 'signature-algorithm'; alg: string }
  | { kind: 'unknown-name'; member: 'alg' | 'enc' | 'zip'; name: string }
  /** `rounds` as the header spells it. */
  | { kind: 'too-many-rounds'; rounds: string; limit: number }
  /** `name` is the algorithm that would need it. */
  | { kind: 'no-192-bits'; name: string }
  | { kind: 'unsupported-curve'; alg: string; curve: string }
  | { kind: 'no-web-crypto'; alg: string }
  | { kind: 'no-key'; need: KeyNeed }
  | { kind: 'unusable-key'; need: KeyNeed; reason: UnusableOpener }
  /** The encrypted key is as long as another RSA modulus. Lengths in bytes. */
  | { kind: 'other-modulus'; bytes: number; keyBits: number; expected: number }
  | {
      kind: 'not-authentic'
      alg: string
      enc: string
      /** null where several keys of a set were tried. */
      key: OpenerKey | null
      tried: number
      nearMiss: SecretEncoding | null
    }
  /** The tag fits, and the content stays packed. `limit` in bytes. */
  | { kind: 'too-large'; limit: number }
  | { kind: 'broken-zip' }
  /** Refused without a reason that could be told. */
  | { kind: 'refused'; alg: string; enc: string }
