/** Which example tokens does the page offer, and what does each of them show? */
import type { SampleId } from './sampleIds.ts'

export interface SampleEntry {
  id: SampleId
  label: string
  /** What it shows, in a few words. */
  note: string
  startsGroup?: boolean
}

export const SAMPLES: readonly SampleEntry[] = [
  { id: 'fresh-pair', label: 'Fresh pair', note: 'signed here and now, 5 minutes and 24 hours' },
  { id: 'notes-example', label: 'Notes example', note: 'John Doe; the secret is “secret”' },
  { id: 'notes-access', label: 'Notes access', note: 'real, of 2018, key unknown' },
  { id: 'notes-refresh', label: 'Notes refresh', note: 'its partner, for one day' },
  { id: 'rs256', label: 'RS256', note: 'checked with a public key', startsGroup: true },
  { id: 'es256', label: 'ES256', note: '64 bytes on the curve P-256' },
  { id: 'eddsa', label: 'EdDSA', note: 'Ed25519, nothing to configure' },
  { id: 'none', label: 'alg none', note: 'no signature at all', startsGroup: true },
  { id: 'tampered', label: 'Tampered', note: 'one character changed after signing' },
  { id: 'expired', label: 'Expired', note: 'good signature, too late' },
  { id: 'not-yet', label: 'Not yet usable', note: 'nbf lies ahead' },
  { id: 'no-exp', label: 'No exp', note: 'never expires' },
  { id: 'milliseconds', label: 'exp in milliseconds', note: 'a date far beyond what was meant' },
  { id: 'es256k', label: 'ES256K', note: 'the curve of Bitcoin', startsGroup: true },
  { id: 'ed448', label: 'Ed448', note: 'the larger Edwards curve' },
  { id: 'ml-dsa', label: 'ML-DSA-44', note: 'made to outlast quantum computers' },
  { id: 'jwe', label: 'Encrypted', note: 'five parts, opened with a shared key' },
  { id: 'nested', label: 'Nested', note: 'a signed token inside an encrypted one' },
  { id: 'sd-jwt', label: 'Selective disclosure', note: 'two of three hidden claims shown' },
  { id: 'big', label: 'Too big', note: 'more than a server takes in a header' },
]

/** What a sample puts into the page: its tokens, and the key that belongs to them. */
export interface Sample {
  tokens: { texts: readonly string[]; names: readonly (string | null)[] }
  /** What is said of it over the token. */
  sentence: string
  /** A secret as text, or a public key as PEM; null where nobody knows it. */
  key: string | null
}

export interface Moment {
  /** Seconds since 1970. */
  now: number
  /** 32 hex digits, a new one at each call. */
  makeId: () => string
}
