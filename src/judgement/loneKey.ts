/** What is said of a key whose token is still to come? Loaded late. */
import { nameKey } from '../keys/keyKinds.ts'
import { readKey } from '../keys/readKey.ts'
import { counted } from '../token/quote.ts'
import type { Subject } from '../verification/verdict.ts'
import type { Assessment } from './assessment.ts'

/** "The key box holds an RSA key (2048 bits)."; null for a secret, and for what cannot be read. */
export function tellLoneKey(text: string, encoding: Subject['encoding']): string | null {
  const key = readKey(text, encoding)
  switch (key.kind) {
    case 'public':
    case 'private':
      return `The key box holds ${nameKey(key.shape, key.kind)}.`
    case 'jwk-set':
      return `The key box holds a set of ${counted(key.members.length, 'key')}.`
    default:
      return null
  }
}

/** Of a key that came beside an example. The example is not judged by it, unless it is the key that signed it. */
export function assessLoneKey(
  assessment: Assessment,
  text: string,
  encoding: Subject['encoding'],
): Assessment {
  const lead = assessment.verdict.kind === 'verified' ? null : tellLoneKey(text, encoding)
  if (lead === null) return assessment
  const waiting = { state: 'not checked', reason: 'the key waits for its own token' } as const
  const rest = 'Paste the token that belongs to it: the one below is still the example.'
  return {
    verdict: { kind: 'checking' },
    told: { state: 'not checked', lead, rest },
    signature: waiting,
    key: waiting,
    isOfKeyAlone: true,
  }
}
