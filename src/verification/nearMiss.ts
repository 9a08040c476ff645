/** What small difference keeps a signature from matching, and how is it said? ux.md 3.4, V12, E10. */
import { listed, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import { nameEncoding } from '../keys/secret.ts'
import { grouped } from '../token/grouped.ts'
import { type InputSpelling, tellInputSpelling } from './inputVariants.ts'
import { nameSecretMiss, type SecretMiss, tellSecretMiss } from './secretVariants.ts'
import { type SignatureMiss, tellSignatureMiss } from './signatureVariants.ts'
import type { SetMember, UsedKey } from './usedKey.ts'

/** What would match. It is reported and changes nothing: the verdict stays what it is. */
export type NearMiss =
  | SecretMiss
  /** `named` is the header's algorithm, `alg` the one that matches. */
  | { kind: 'algorithm'; alg: string; named: string }
  /** `kid` is the header's, `member` the key of the set that matches. */
  | { kind: 'other-key'; member: SetMember; kid: string }
  | SignatureMiss
  | { kind: 'signing-input'; spelling: InputSpelling }

/**
 * `clause` closes the headline (V12), `note` stands beside the key box. `action` names what its button does to the
 * key box; null where no change of the key box helps.
 */
export function tellNearMiss(miss: NearMiss): {
  clause: string
  note: string
  action: string | null
} {
  switch (miss.kind) {
    case 'secret':
      return tellSecretMiss(miss)
    case 'algorithm':
      return {
        clause: `Close: it matches as ${miss.alg}, though the header says ${miss.named}.`,
        note: `The header says ${miss.named}, but ${miss.alg} matches with this key. A server must go by the algorithm it expects and refuse this token.`,
        action: null,
      }
    case 'other-key': {
      const { kid, place } = miss.member
      const key = kid === null ? `key ${place}` : `key ${quoted(kid)}`
      const named = `though the header names ${quoted(miss.kid)}`
      return {
        clause: `Close: it matches with ${key} of the set, ${named}.`,
        note: `K${key.slice(1)} of the set matches, ${named}. Check that token and key set come from the same environment.`,
        action: null,
      }
    }
    case 'der':
    case 'signature-spelling':
      return { ...tellSignatureMiss(miss), action: null }
    case 'signing-input': {
      const { what, remedy } = tellInputSpelling(miss.spelling)
      return {
        clause: `Close: it matches if it was signed over ${what}.`,
        note: `It was signed over other spelling: ${what}. ${remedy}`,
        action: null,
      }
    }
    default:
      return miss satisfies never
  }
}

/** E10: what was tried in vain with a secret that was typed; null for any other key. */
export function tellTried(key: UsedKey, tried: readonly NearMiss[]): string | null {
  if (key.kind !== 'secret' || key.encoding === null) return null
  const ways = new Set(tried.map(nameWay).filter((way) => way !== null))
  const list = ways.size === 0 ? '' : ` We also tried ${listed([...ways])}: no match.`
  const size = `${grouped(key.bytes)} ${key.bytes === 1 ? 'byte' : 'bytes'}`
  return `Signature does not match this secret, read as ${nameEncoding(key.encoding)} (${size}).${list} Check that token and secret come from the same environment.`
}

function nameWay(miss: NearMiss): string | null {
  switch (miss.kind) {
    case 'secret':
      return nameSecretMiss(miss)
    case 'algorithm':
      return shown(miss.alg)
    case 'other-key':
      return 'the other keys of the set'
    case 'der':
    case 'signature-spelling':
      return 'other spellings of the signature'
    case 'signing-input':
      return 'other spellings of header and payload'
    default:
      return miss satisfies never
  }
}
