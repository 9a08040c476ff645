/** Which example stands for each case of what this page tells? The compiler asks for one where a case is added. */
import type { EncryptionAlgorithm, SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { KeyFault } from '../keys/keyFault.ts'
import type { SecretFault } from '../keys/secret.ts'
import type { HeaderRefusal } from '../token/critical.ts'
import type { TokenFault } from '../token/fault.ts'
import type { UnusableReason } from '../verification/unusableKey.ts'
import type { UsedKey } from '../verification/usedKey.ts'
import type { Verdict } from '../verification/verdict.ts'

export type ByCode<Union extends { code: string }> = {
  [Code in Union['code']]: Extract<Union, { code: Code }>
}
export type ByKind<Union extends { kind: string }> = {
  [Kind in Union['kind']]: Extract<Union, { kind: Kind }>
}

export const HS256: SignatureAlgorithm = {
  name: 'HS256',
  inWords: 'HMAC, SHA-256, one shared secret',
  section: 'RFC 7518 section 3.2',
  family: 'hmac',
  hash: 'SHA-256',
  keyType: 'oct',
  curve: null,
  otherCurve: null,
  minimumBits: 256,
  signatureBytes: [32],
}

export const RS256: SignatureAlgorithm = {
  name: 'RS256',
  inWords: 'RSASSA-PKCS1-v1_5, SHA-256, private and public key',
  section: 'RFC 7518 section 3.3',
  family: 'rsa-pkcs1',
  hash: 'SHA-256',
  keyType: 'RSA',
  curve: null,
  otherCurve: null,
  minimumBits: 2048,
  signatureBytes: [],
}

export const alg = 'HS256'
const at = { start: 40, end: 41 }
const part = 'payload'

export const FAULTS: ByCode<TokenFault> = {
  'part-count': { ...at, code: 'part-count', count: 2, length: 161 },
  'cut-out': { start: 60, end: 63, code: 'cut-out' },
  'empty-header': { ...at, code: 'empty-header' },
  'illegal-character': { ...at, code: 'illegal-character', part, character: '%' },
  'standard-alphabet': { ...at, code: 'standard-alphabet', part, character: '+' },
  padding: { ...at, code: 'padding', part, count: 1 },
  'impossible-length': { ...at, code: 'impossible-length', part, length: 125 },
  'unused-bits': { ...at, code: 'unused-bits', part, bits: 2 },
  'not-utf8': { ...at, code: 'not-utf8', part, byte: 63, found: new Uint8Array([0xc3, 0x28]) },
  'not-json': {
    ...at,
    code: 'not-json',
    part: 'header',
    byte: 9,
    text: '{"typ":1,alg:"HS256"}',
    at: 9,
    expectation: 'name',
    found: 'a',
  },
  'byte-order-mark': { ...at, code: 'byte-order-mark', part },
  'duplicate-name': {
    ...at,
    code: 'duplicate-name',
    part,
    name: 'exp',
    count: 2,
    byte: 92,
    firstByte: 23,
  },
  'not-an-object': { ...at, code: 'not-an-object', part, kind: 'array' },
  'empty-payload': { ...at, code: 'empty-payload' },
  'alg-missing': { ...at, code: 'alg-missing' },
  'alg-not-text': { ...at, code: 'alg-not-text', kind: 'number' },
  'b64-without-crit': { ...at, code: 'b64-without-crit' },
  'of-form': {
    ...at,
    code: 'of-form',
    weight: 'fail',
    short: 'signatures is empty',
    title: 'The JSON form has a rule of its own for this member.',
    text: 'The message names the member and says what it must be.',
  },
}

const secret: UsedKey = { kind: 'secret', bytes: 12, encoding: 'utf8', member: null }
const encryption: EncryptionAlgorithm = {
  name: 'RSA-OAEP',
  inWords: '',
  section: '',
  family: 'encryption',
  management: 'rsa-oaep',
  reader: 'private-rsa',
  wrapBits: null,
  hash: 'SHA-1',
}

export const VERDICTS: ByKind<Verdict> = {
  checking: { kind: 'checking' },
  'unreadable-token': { kind: 'unreadable-token', reason: { code: 'header' } },
  'payload-apart': { kind: 'payload-apart', isEmpty: false },
  encrypted: { kind: 'encrypted', algorithm: encryption },
  unsigned: { kind: 'unsigned', spelling: 'none', hasThirdPart: false },
  'refused-header': {
    kind: 'refused-header',
    refusal: { code: 'not-understood', names: ['x'] },
  },
  'signature-missing': { kind: 'signature-missing', alg },
  'unreadable-signature': { kind: 'unreadable-signature', alg, position: 205, character: '%' },
  'unknown-algorithm': { kind: 'unknown-algorithm', name: 'HS265', nearest: alg },
  'encryption-algorithm': { kind: 'encryption-algorithm', algorithm: encryption },
  'wrong-length': {
    kind: 'wrong-length',
    alg,
    bytes: 31,
    expected: [32],
    isDer: false,
    keyBits: null,
    nearMiss: null,
  },
  'unsupported-algorithm': { kind: 'unsupported-algorithm', alg: 'ES256K', gap: 'browser' },
  'no-web-crypto': { kind: 'no-web-crypto', alg: 'RS256' },
  'no-key': { kind: 'no-key', alg, isEmptySecretFit: false },
  'unusable-key': {
    kind: 'unusable-key',
    algorithm: HS256,
    reason: { code: 'public-as-secret' },
  },
  mismatch: {
    kind: 'mismatch',
    alg,
    key: secret,
    tried: 1,
    nearMiss: null,
    alsoTried: [],
    isAllZero: false,
  },
  verified: {
    kind: 'verified',
    alg,
    characters: 161,
    key: secret,
    concerns: [],
    payload: 'object',
  },
}

export const REFUSALS: ByCode<HeaderRefusal> = {
  'not-understood': { code: 'not-understood', names: ['x'] },
  'standard-name': { code: 'standard-name', names: ['alg'] },
  'crit-empty': { code: 'crit-empty' },
  'crit-not-list': { code: 'crit-not-list' },
  'b64-without-crit': { code: 'b64-without-crit' },
  'not-present': { code: 'not-present', names: ['b64'] },
}

const shape = { type: 'EC', curve: 'P-256' } as const

export const UNUSABLE: ByCode<UnusableReason> = {
  malformed: { code: 'malformed', fault: { code: 'pem-no-end', line: 6 } },
  'unreadable-secret': {
    code: 'unreadable-secret',
    encoding: 'hex',
    fault: { code: 'illegal-character', position: 3 },
    nearMiss: null,
  },
  'not-read-yet': { code: 'not-read-yet', form: 'pgp' },
  'secret-for-key': { code: 'secret-for-key' },
  'wrong-kind': { code: 'wrong-kind', shape, kind: 'public' },
  'public-as-secret': { code: 'public-as-secret' },
  'kid-not-in-set': {
    code: 'kid-not-in-set',
    kid: 'a1b2',
    has: ['c3d4', 'e5f6'],
    size: 2,
    nearMiss: null,
  },
  'none-in-set': { code: 'none-in-set', size: 2 },
  'not-on-curve': { code: 'not-on-curve', curve: 'P-256' },
  refused: { code: 'refused', shape },
}

export const KEY_FAULTS: ByCode<KeyFault> = {
  'pem-no-end': { code: 'pem-no-end', line: 6 },
  'pem-no-begin': { code: 'pem-no-begin', line: 6 },
  'pem-broken-begin': { code: 'pem-broken-begin', line: 1 },
  'pem-other-end': {
    code: 'pem-other-end',
    line: 6,
    begin: 'PUBLIC KEY',
    end: 'RSA PUBLIC KEY',
  },
  'pem-illegal-character': { code: 'pem-illegal-character', line: 3 },
  'pem-empty': { code: 'pem-empty', line: 2 },
  'pem-odd-length': { code: 'pem-odd-length', line: 6 },
  'pem-unknown-label': { code: 'pem-unknown-label', label: 'SECRET' },
  'der-short': { code: 'der-short', found: 200, expected: 294 },
  'der-other': { code: 'der-other', label: 'public key' },
  'sec1-no-curve': { code: 'sec1-no-curve' },
  'not-json': { code: 'not-json', line: 2, position: 5 },
  'jwk-not-object': { code: 'jwk-not-object' },
  'jwk-unknown-kty': { code: 'jwk-unknown-kty', kty: 'DSA' },
  'jwk-member-missing': { code: 'jwk-member-missing', member: 'n' },
  'jwk-member-unreadable': { code: 'jwk-member-unreadable', member: 'x' },
  'jwk-member-length': {
    code: 'jwk-member-length',
    member: 'x',
    bytes: 31,
    expected: 32,
    curve: 'P-256',
  },
  'set-not-list': { code: 'set-not-list' },
  'set-empty': { code: 'set-empty' },
}

export const SECRET_FAULTS: ByCode<SecretFault> = {
  'illegal-character': { code: 'illegal-character', position: 3 },
  'other-alphabet': { code: 'other-alphabet', position: 3, belongsTo: 'base64url' },
  'impossible-length': { code: 'impossible-length', length: 9 },
}
