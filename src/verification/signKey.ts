/** Which key of those in the box may make this signature, if any? RFC 7515 §5.1, RFC 7517 §4, RFC 7518 §3. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { tellMissingMembers } from '../keys/importKey.ts'
import type { AsymmetricKey, SecretKey } from '../keys/keyKinds.ts'
import type { KeyReading } from '../keys/readKey.ts'
import { chooseKey } from './chooseKey.ts'
import type { SigningRefusal } from './signRefusal.ts'
import { concernsAbout } from './usedKey.ts'

/** A key that may sign, whole and strong enough. */
export type SigningKey = SecretKey | (AsymmetricKey & { kind: 'private' })

/** `kid` is the header's. Of a set, only a key that stands alone is taken: nobody else can say which one is meant. */
export function chooseSigningKey(
  algorithm: SignatureAlgorithm,
  reading: KeyReading,
  kid: string | null,
): SigningKey | SigningRefusal {
  const choice = chooseKey(algorithm, reading, kid)
  if (choice.kind === 'nothing') return { code: 'no-key', algorithm }
  if (choice.kind === 'unusable') return { code: 'unusable-key', algorithm, reason: choice.reason }
  const isSet = reading.kind === 'jwk-set'
  const [key, ...others] = choice.candidates.flatMap((candidate) => signerIn(candidate.key))
  if (key === undefined) return { code: 'public-key', isSet }
  if (others.length > 0) return { code: 'several-keys', count: others.length + 1 }
  return objectionTo(algorithm, key) ?? key
}

function signerIn(key: SecretKey | AsymmetricKey): SigningKey[] {
  if (key.kind === 'secret') return [key]
  return key.kind === 'private' ? [{ ...key, kind: key.kind }] : []
}

/** What is warned about where a signature is checked is refused where one is made (decisions.md A4). */
function objectionTo(algorithm: SignatureAlgorithm, key: SigningKey): SigningRefusal | null {
  for (const concern of concernsAbout(algorithm, key, false)) {
    switch (concern.code) {
      case 'empty-secret':
      case 'short-secret':
      case 'small-rsa':
      case 'for-other-use':
      case 'for-other-algorithm':
        return { code: 'concern', algorithm, concern }
      case 'self-asserted':
      case 'public-secret':
      case 'not-for-verifying':
      case 'private-key':
        break
      default:
        concern satisfies never
    }
  }
  const operations = key.labels?.keyOps ?? null
  if (operations !== null && !operations.includes('sign')) return { code: 'not-for-signing' }
  const missing = key.kind === 'private' ? tellMissingMembers(key) : null
  return missing === null ? null : { code: 'members-missing', sentence: missing }
}
