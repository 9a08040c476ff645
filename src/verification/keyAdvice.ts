/** What is to be done about a key that cannot do this job, or about something else in the key box? E11, E13 of ux.md 7.2. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { KeyReading } from '../keys/readKey.ts'
import { nameKey } from '../keys/keyKinds.ts'
import { neededKey } from './unusableKey.ts'
import type { Verdict } from './verdict.ts'

const TOKEN = /^\s*(?:Bearer\s+)?e[\w-]+\.e?[\w-]*\.[\w-]*\s*$/
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i

/** One to three sentences; null where the headline says it all, and for a key that fits. `text` is what the key box holds. */
export function adviseOnKey(text: string, reading: KeyReading, verdict: Verdict): string | null {
  if (verdict.kind === 'verified') return null
  if (reading.kind === 'secret' || reading.kind === 'unreadable-secret') {
    if (TOKEN.test(text))
      return 'That is a token, not a key. Paste here what the token is checked with: the shared secret, or the public key of its issuer.'
    if (ADDRESS.test(text))
      return 'That is an address, and this page fetches nothing. Open it yourself and paste the keys that it answers.'
  }
  if (verdict.kind !== 'unusable-key') return null
  const { algorithm, reason } = verdict
  switch (reason.code) {
    case 'secret-for-key':
      return tellWrongKind(algorithm, 'a shared secret')
    case 'wrong-kind':
      return tellWrongKind(algorithm, nameKey(reason.shape, reason.kind))
    case 'malformed':
      return reason.fault.code === 'pem-no-end' ? tellNoEnd(text) : null
    default:
      return null
  }
}

/** E11. */
export function tellWrongKind(algorithm: SignatureAlgorithm, given: string): string {
  const { name, keyType, curve } = algorithm
  const which = curve === null ? '' : ` and crv: ${curve}`
  return `Wrong kind of key for ${name}. It needs ${neededKey(algorithm).long}; you gave ${given}. Ask the issuer for the key with kty: ${keyType}${which}.`
}

/** E13. Lines count from 1. */
export function tellNoEnd(text: string): string {
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  const begin = lines.findIndex((line) => line.includes('-----BEGIN '))
  const label = /-----(BEGIN [A-Z0-9 ]{0,40})-----/.exec(lines[begin] ?? '')?.[1] ?? 'BEGIN'
  return `PEM block has no END line. It starts on line ${begin + 1} with ${label} and stops on line ${lines.length}. Copy the whole block, both marker lines included.`
}
