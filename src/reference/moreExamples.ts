/** Which example stands for each warning about a key, each refusal to sign and each way of not opening a token? */
import type { KeyNeed, Opening } from '../encryption/opening.ts'
import type { SigningRefusal } from '../verification/signRefusal.ts'
import type { KeyConcern } from '../verification/usedKey.ts'
import { alg, type ByCode, type ByKind, HS256 } from './examples.ts'

const enc = 'A256GCM'

export const CONCERNS: ByCode<KeyConcern> = {
  'self-asserted': { code: 'self-asserted' },
  'empty-secret': { code: 'empty-secret', minimum: 32 },
  'short-secret': { code: 'short-secret', bytes: 6, minimum: 32 },
  'public-secret': { code: 'public-secret' },
  'small-rsa': { code: 'small-rsa', bits: 1024, minimum: 2048 },
  'for-other-use': { code: 'for-other-use', use: 'enc' },
  'for-other-algorithm': { code: 'for-other-algorithm', alg: 'HS512' },
  'not-for-verifying': { code: 'not-for-verifying' },
  'private-key': { code: 'private-key' },
}

export const SIGNING_REFUSALS: ByCode<SigningRefusal> = {
  'no-token': { code: 'no-token' },
  parts: { code: 'parts', count: 1 },
  encrypted: { code: 'encrypted' },
  'header-unreadable': { code: 'header-unreadable', isJson: false },
  'alg-missing': { code: 'alg-missing' },
  'alg-not-text': { code: 'alg-not-text' },
  none: { code: 'none', spelling: 'none' },
  'unknown-algorithm': { code: 'unknown-algorithm', name: 'HS265', nearest: alg },
  'encryption-algorithm': { code: 'encryption-algorithm', name: 'RSA-OAEP' },
  'refused-header': {
    code: 'refused-header',
    refusal: { code: 'not-understood', names: ['x'] },
  },
  'payload-apart': { code: 'payload-apart' },
  'signature-not-text': { code: 'signature-not-text' },
  'no-key': { code: 'no-key', algorithm: HS256 },
  'unusable-key': {
    code: 'unusable-key',
    algorithm: HS256,
    reason: { code: 'public-as-secret' },
  },
  'public-key': { code: 'public-key', isSet: false },
  'several-keys': { code: 'several-keys', count: 2 },
  concern: {
    code: 'concern',
    algorithm: HS256,
    concern: { code: 'short-secret', bytes: 6, minimum: 32 },
  },
  'not-for-signing': { code: 'not-for-signing' },
  'members-missing': { code: 'members-missing', sentence: 'The JWK lacks p and q.' },
  unsupported: { code: 'unsupported', alg: 'ES256K' },
  'no-web-crypto': { code: 'no-web-crypto' },
}

const need: KeyNeed = { alg: 'dir', enc, reader: 'shared', bits: 256, curve: null }
const key = { kind: 'secret', bytes: 32, encoding: 'hex', kid: null } as const

export const OPENINGS: ByKind<Opening> = {
  opened: {
    kind: 'opened',
    plaintext: new Uint8Array(),
    alg: 'dir',
    enc,
    key,
    concerns: [],
    isCompressed: false,
  },
  'unreadable-header': { kind: 'unreadable-header', gap: { code: 'enc-missing' } },
  faulty: { kind: 'faulty', fault: { code: 'part-missing', part: 'ciphertext' } },
  never: { kind: 'never', alg: 'RSA1_5' },
  'signature-algorithm': { kind: 'signature-algorithm', alg },
  'unknown-name': { kind: 'unknown-name', member: 'enc', name: 'A256' },
  'too-many-rounds': { kind: 'too-many-rounds', rounds: '2000000000', limit: 1_000_000 },
  'no-192-bits': { kind: 'no-192-bits', name: 'A192GCM' },
  'unsupported-curve': { kind: 'unsupported-curve', alg: 'ECDH-ES', curve: 'X448' },
  'no-web-crypto': { kind: 'no-web-crypto', alg: 'dir' },
  'no-key': { kind: 'no-key', need },
  'unusable-key': {
    kind: 'unusable-key',
    need,
    reason: { code: 'wrong-size', bits: 128, encoding: 'hex', nearMiss: null },
  },
  'other-modulus': { kind: 'other-modulus', bytes: 256, keyBits: 4096, expected: 512 },
  'not-authentic': { kind: 'not-authentic', alg: 'dir', enc, key, tried: 1, nearMiss: null },
  'too-large': { kind: 'too-large', limit: 10_000_000 },
  'broken-zip': { kind: 'broken-zip' },
  refused: { kind: 'refused', alg: 'dir', enc },
}
