/** What does the short note beside the key box say, before and after a key is there? ux.md 3.4. */
import { algorithmNamed, isNone } from '../algorithms/algorithms.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { tellOpener } from '../algorithms/encryptionAlgorithms.ts'
import { tellKeyFault } from '../keys/keyFault.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { tellNamedForm } from '../keys/namedForm.ts'
import { counted, shown } from '../token/quote.ts'
import type { KeyReading } from '../keys/readKey.ts'
import { nameEncoding, tellSecretFault } from '../keys/secret.ts'
import { neededKey } from './unusableKey.ts'

/** `alg` is the header's, or null where there is none. No capital, no full stop. */
export function tellKeyNote(alg: string | null, reading: KeyReading): string {
  if (alg !== null && isNone(alg)) return 'not needed'
  const algorithm = alg === null ? undefined : algorithmNamed(alg)
  if (algorithm?.family === 'encryption')
    return `${algorithm.name} needs ${tellOpener(algorithm.reader)}`
  switch (reading.kind) {
    case 'nothing':
      return algorithm === undefined ? 'a secret, a PEM, a JWK or a JWK Set' : tellWish(algorithm)
    case 'secret': {
      const size = counted(reading.bytes.length, 'byte')
      return algorithm?.family === 'hmac' && algorithm.minimumBits !== null
        ? `${size}; ${algorithm.name} wants at least ${algorithm.minimumBits / 8}`
        : size
    }
    case 'unreadable-secret':
      return `not ${nameEncoding(reading.encoding)}: ${tellSecretFault(reading.fault, reading.encoding)}`
    case 'public':
    case 'private':
      return `${tellKey(reading, algorithm)}${reading.form === 'certificate' ? ', from a certificate' : ''}`
    case 'named':
      return `${tellNamedForm(reading.form).name}, not read here`
    case 'jwk-set':
      return `key set, ${counted(reading.members.length, 'key')}`
    case 'malformed':
      return tellKeyFault(reading.fault)
    default:
      return reading satisfies never
  }
}

function tellWish(algorithm: SignatureAlgorithm): string {
  const { name, family, minimumBits } = algorithm
  if (family === 'hmac') return `${name} wants a secret of at least ${(minimumBits ?? 0) / 8} bytes`
  const size = minimumBits === null ? '' : ` of at least ${minimumBits} bits`
  return `${name} wants ${neededKey(algorithm).long}${size}`
}

function tellKey(
  { shape, kind }: AsymmetricKey,
  algorithm: SignatureAlgorithm | undefined,
): string {
  switch (shape.type) {
    case 'RSA': {
      const minimum = algorithm?.keyType === 'RSA' ? (algorithm.minimumBits ?? 0) : 0
      const wish =
        shape.bits < minimum ? `; ${algorithm?.name ?? 'RSA'} wants at least ${minimum}` : ''
      return `RSA ${kind} key, ${shape.bits} bits${wish}`
    }
    case 'EC':
      return `EC ${kind} key, ${shown(shape.curve)}`
    case 'OKP':
      return `${shown(shape.curve)} ${kind} key`
    case 'AKP':
      return `${shape.alg} ${kind} key`
    case 'other':
      return shape.name === null ? `${kind} key of unknown kind` : `${shape.name} ${kind} key`
    default:
      return shape satisfies never
  }
}
