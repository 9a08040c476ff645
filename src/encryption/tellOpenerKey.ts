/** How are the key that opened a token, what is odd about it and what it proves put into words? RFC 7516 §11, RFC 7518 §8. */
import { nameShape } from '../keys/keyKinds.ts'
import { grouped } from '../token/grouped.ts'
import { counted, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { OpenerConcern, OpenerKey } from './opening.ts'

/** `the shared key you gave, 32 bytes`. */
export function tellOpenerKey(key: OpenerKey): string {
  const size =
    key.kind !== 'private'
      ? counted(key.bytes, 'byte')
      : key.shape.type === 'RSA'
        ? `${key.shape.bits} bits`
        : null
  const end = size === null ? '' : `, ${size}`
  if (key.kid !== null) return `key ${quoted(key.kid)} of the set you gave${end}`
  switch (key.kind) {
    case 'secret':
      return `the shared key you gave${end}`
    case 'password':
      return `the password you gave${end}`
    case 'private':
      return `the ${nameShape(key.shape)} private key you gave${end}`
    default:
      return key satisfies never
  }
}

/** Opening says who can read, never who wrote. */
export function tellMaker(key: OpenerKey): { sentence: string; reason: string } {
  switch (key.kind) {
    case 'secret':
      return {
        sentence: 'Decryption with a shared key is not a signature: any holder could have made it.',
        reason: 'any holder could have made it',
      }
    case 'password':
      return {
        sentence:
          'Decryption with a password is not a signature: anyone who knows it could have made it.',
        reason: 'anyone who knows it could have made it',
      }
    case 'private':
      return {
        sentence: 'Decryption is not a signature: anyone with the public key can make one.',
        reason: 'anyone with the public key can make one',
      }
    default:
      return key satisfies never
  }
}

/** `clause` follows "this key opens it …, but"; `reason` is for the rung. Neither ends in a full stop. */
export function tellConcern(
  concern: OpenerConcern,
  alg: string,
): { clause: string; reason: string } {
  switch (concern.code) {
    case 'small-rsa':
      return {
        clause: `the RSA key is ${concern.bits} bits; ${alg} needs ${concern.minimum} or more, and a key this small can be broken`,
        reason: `${concern.bits} bits; ${alg} needs at least ${concern.minimum}`,
      }
    case 'short-password': {
      const size = counted(concern.bytes, 'byte')
      return {
        clause: `the password is ${size}; ${alg} wants at least ${concern.minimum}, as shorter ones can be guessed`,
        reason: `${size}; ${alg} wants at least ${concern.minimum}`,
      }
    }
    case 'few-rounds': {
      const rounds = `p2c is ${concern.rounds}; the standard wants at least ${grouped(concern.minimum)}`
      return { clause: `${rounds} rounds, as fewer make guessing cheap`, reason: rounds }
    }
    case 'for-other-use':
      return {
        clause: `the key says it is not for encryption (use: ${shown(concern.use)})`,
        reason: `its use says ${shown(concern.use)}, not enc`,
      }
    case 'for-other-algorithm':
      return {
        clause: `the key says it is for ${shown(concern.alg)}, not for ${alg}`,
        reason: `its alg says ${shown(concern.alg)}, not ${alg}`,
      }
    case 'not-for-opening':
      return {
        clause: 'the key’s key_ops allow no decryption',
        reason: 'its key_ops allow no decryption',
      }
    default:
      return concern satisfies never
  }
}
