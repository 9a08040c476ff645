/** By which names can a link ask for an example token? */

export const SAMPLE_IDS = [
  'fresh-pair',
  'notes-example',
  'notes-access',
  'notes-refresh',
  'rs256',
  'es256',
  'eddsa',
  'none',
  'tampered',
  'expired',
  'not-yet',
  'no-exp',
  'milliseconds',
  'es256k',
  'ed448',
  'ml-dsa',
  'jwe',
  'nested',
  'sd-jwt',
  'big',
] as const
export type SampleId = (typeof SAMPLE_IDS)[number]
