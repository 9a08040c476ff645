/** Why is a token not signed here, and what would help? RFC 7515 §5.1, RFC 7518 §3, decisions.md A4. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { type HeaderRefusal, tellRefusal } from '../token/critical.ts'
import { counted, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import { neededKey, tellUnusable, type UnusableReason } from './unusableKey.ts'
import type { KeyConcern } from './usedKey.ts'

/** What speaks against signing with a key that fits. */
type Objection = Extract<
  KeyConcern,
  {
    code: 'empty-secret' | 'short-secret' | 'small-rsa' | 'for-other-use' | 'for-other-algorithm'
  }
>

export type SigningRefusal =
  | { code: 'no-token' }
  | { code: 'parts'; count: number }
  | { code: 'encrypted' }
  | { code: 'header-unreadable'; isJson: boolean }
  | { code: 'alg-missing' }
  | { code: 'alg-not-text' }
  | { code: 'none'; spelling: string }
  | { code: 'unknown-algorithm'; name: string; nearest: string | null }
  | { code: 'encryption-algorithm'; name: string }
  | { code: 'refused-header'; refusal: HeaderRefusal }
  | { code: 'payload-apart' }
  | { code: 'signature-not-text' }
  | { code: 'no-key'; algorithm: SignatureAlgorithm }
  | { code: 'unusable-key'; algorithm: SignatureAlgorithm; reason: UnusableReason }
  | { code: 'public-key'; isSet: boolean }
  | { code: 'several-keys'; count: number }
  | { code: 'concern'; algorithm: SignatureAlgorithm; concern: Objection }
  | { code: 'not-for-signing' }
  /** `sentence` names the members. */
  | { code: 'members-missing'; sentence: string }
  | { code: 'unsupported'; alg: string }
  | { code: 'no-web-crypto' }

/** The phrase that answers, and what follows after a space. */
export interface RefusalTold {
  lead: string
  rest: string
}

const told = (lead: string, rest: string): RefusalTold => ({ lead, rest })

export function tellSigningRefusal(refusal: SigningRefusal): RefusalTold {
  switch (refusal.code) {
    case 'no-token':
      return told('There is no token to sign.', 'Paste one, or take one from Samples.')
    case 'parts':
      return told(
        `Can’t sign ${counted(refusal.count, 'part')}.`,
        'Signing needs a header and a payload with one dot between them; the signature becomes the third part.',
      )
    case 'encrypted':
      return told(
        'This token is encrypted, not signed.',
        'Only a token of header, payload and signature can be signed.',
      )
    case 'header-unreadable':
      return told(
        'Can’t read the header:',
        `${refusal.isJson ? 'it is JSON, but no object' : 'it is not JSON'}. Mend it in the header pane, then sign.`,
      )
    case 'alg-missing':
      return told('The header names no algorithm.', 'Add one to it, for instance "alg":"HS256".')
    case 'alg-not-text':
      return told('The header’s alg is not text.', 'Write it as text, for instance "alg":"HS256".')
    case 'none':
      return told(
        `Not signed: alg is ${shown(refusal.spelling)}.`,
        'Change alg in the header to sign. For a token without a signature, delete the third part by hand.',
      )
    case 'unknown-algorithm':
      return told(
        `Unknown algorithm ${quoted(refusal.name)}.`,
        refusal.nearest === null
          ? 'No standard this page knows has that name; change alg in the header.'
          : `Did you mean ${refusal.nearest}? Change alg in the header.`,
      )
    case 'encryption-algorithm':
      return told(
        `${refusal.name} is for encryption, not for signatures.`,
        'To sign, change alg in the header; to encrypt, add enc to it, for instance "enc":"A256GCM".',
      )
    case 'refused-header':
      return tellRefusal(refusal.refusal)
    case 'payload-apart':
      return told('The payload is not in the token.', 'Paste it under Detached payload, then sign.')
    case 'signature-not-text':
      return told(
        'The JSON form’s signature is not text.',
        'Write "signature":"" in its place, then sign.',
      )
    case 'no-key':
      return told(
        'A key is missing.',
        `${refusal.algorithm.name} signs with ${wish(refusal.algorithm)}. Put it in the key box, or press Generate key.`,
      )
    case 'unusable-key':
      return tellUnusable(refusal.reason, refusal.algorithm, 'private')
    case 'public-key':
      return refusal.isSet
        ? told(
            'No private key of this set fits.',
            'Its public keys check signatures; only a private key makes them.',
          )
        : told(
            'This is the public key.',
            'It checks signatures; only the private key makes them. Put that one in the key box.',
          )
    case 'several-keys':
      return told(
        'Which key of the set?',
        `${refusal.count} of its keys could sign this. Name one by kid in the header.`,
      )
    case 'concern':
      return tellObjection(refusal.concern, refusal.algorithm.name)
    case 'not-for-signing':
      return told(
        'This key is not for signing.',
        'Its key_ops do not include sign (RFC 7517 section 4.3). Use another key.',
      )
    case 'members-missing':
      return told('Can’t sign with this key:', lowered(refusal.sentence))
    case 'unsupported':
      return told(
        `This browser can’t sign with ${refusal.alg}.`,
        'Choose another algorithm in the header’s alg.',
      )
    case 'no-web-crypto':
      return told(
        'This page was opened without HTTPS,',
        'so the browser turns cryptography off. Use https:// or localhost.',
      )
    default:
      return refusal satisfies never
  }
}

/** The key that signs, in a sentence. */
function wish(algorithm: SignatureAlgorithm): string {
  const { long } = neededKey(algorithm, 'private')
  const { minimumBits, family } = algorithm
  if (minimumBits === null) return long
  return `${long} of at least ${family === 'hmac' ? `${minimumBits / 8} bytes` : `${minimumBits} bits`}`
}

function tellObjection(concern: Objection, alg: string): RefusalTold {
  switch (concern.code) {
    case 'empty-secret':
      return told(
        'Not signed: the secret is empty (0 bytes).',
        `${alg} needs at least ${concern.minimum}. Press Generate key for one that fits.`,
      )
    case 'short-secret':
      return told(
        `Not signed: the secret is ${counted(concern.bytes, 'byte')}.`,
        `${alg} needs at least ${concern.minimum} (RFC 7518 section 3.2). Press Generate key for one that fits.`,
      )
    case 'small-rsa':
      return told(
        `Not signed: the RSA key is ${concern.bits} bits.`,
        `${alg} needs at least ${concern.minimum} (RFC 7518 section 3.3). Press Generate key for one that fits.`,
      )
    case 'for-other-use':
      return told(
        'This key is not for signatures.',
        `Its use says ${shown(concern.use)}, not sig (RFC 7517 section 4.2). Use another key.`,
      )
    case 'for-other-algorithm':
      return told(
        `This key is not for ${alg}.`,
        `Its alg says ${shown(concern.alg)} (RFC 7517 section 4.4). Change alg in the header, or use another key.`,
      )
    default:
      return concern satisfies never
  }
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
