/** Did this key make this token's signature? RFC 7515 §5.2; exp and its kin are never looked at. */
import { readToken, type TokenReading } from '../token/readToken.ts'
import { isHmac } from '../algorithms/algorithms.ts'
import { chooseKey } from './chooseKey.ts'
import { isMac } from './hmac.ts'
import { judgeToken, type OpenQuestion } from './judgeToken.ts'
import type { AsymmetricKey, SecretKey } from '../keys/keyKinds.ts'
import { findNearMiss, type NearMiss } from './nearMiss.ts'
import { readKey } from '../keys/readKey.ts'
import type { UnusableReason } from './unusableKey.ts'
import { concernsAbout, describeUse } from './usedKey.ts'
import type { Subject, Verdict } from './verdict.ts'

/** Bytes of signing input above which no second secret is tried, so that a keystroke stays cheap. */
const LONGEST_SEARCH = 256 * 1024

/**
 * Answers at once wherever no WebCrypto is needed (HS256/384/512, and all that is certain without a key),
 * else with a promise. The token's own characters are what is checked. Never throws, never rejects.
 * `reading` spares a second look at a token that was read already.
 */
export function verifySignature(
  subject: Subject,
  reading: TokenReading = readToken(subject.token),
): Verdict | Promise<Verdict> {
  const judgement = judgeToken(reading)
  if (judgement.kind === 'settled') return judgement.verdict
  const { question } = judgement
  const { algorithm } = question
  const choice = chooseKey(algorithm, readKey(subject.keyText, subject.encoding), question.kid)
  switch (choice.kind) {
    case 'nothing':
      return {
        kind: 'no-key',
        alg: algorithm.name,
        isEmptySecretFit: isShort(question) && isMadeWith(question, new Uint8Array()),
      }
    case 'unusable':
      return {
        kind: 'unusable-key',
        algorithm,
        reason: withNearMiss(choice.reason, question, subject),
      }
    case 'unchecked-curve':
      return {
        kind: 'unsupported-algorithm',
        alg: `${algorithm.name} on ${choice.curve}`,
        gap: 'browser',
      }
    case 'use': {
      const { key, kid } = choice
      return key.kind === 'secret'
        ? verifyMac(question, key, kid, subject)
        : verifyWithKeyPair(question, key, kid)
    }
    default:
      return choice satisfies never
  }
}

function verifyMac(
  question: OpenQuestion,
  key: SecretKey,
  kid: string | null,
  subject: Subject,
): Verdict {
  if (isMadeWith(question, key.bytes)) return verified(question, key, kid)
  const nearMiss = key.encoding === null ? null : searchNearMiss(question, subject)
  return mismatch(question, key, kid, nearMiss)
}

async function verifyWithKeyPair(
  question: OpenQuestion,
  key: AsymmetricKey,
  kid: string | null,
): Promise<Verdict> {
  const { algorithm, signature, signingInput } = question
  const alg = algorithm.name
  const { shape } = key
  const expected = lengthWith(question, key)
  if (expected !== null && signature.length !== expected)
    return {
      kind: 'wrong-length',
      alg,
      bytes: signature.length,
      expected: [expected],
      isDer: false,
      keyBits: shape.type === 'RSA' ? shape.bits : null,
    }
  const unusable = (reason: UnusableReason): Verdict => ({
    kind: 'unusable-key',
    algorithm,
    reason,
  })
  try {
    const { verifyAsymmetric } = await import('./verifyAsymmetric.ts')
    const answer = await verifyAsymmetric(algorithm, key, signingInput, signature)
    switch (answer) {
      case 'match':
        return verified(question, key, kid)
      case 'mismatch':
        return mismatch(question, key, kid, null)
      case 'no-web-crypto':
        return { kind: 'no-web-crypto', alg }
      case 'unsupported':
        return { kind: 'unsupported-algorithm', alg, gap: 'browser' }
      case 'refused':
        return unusable(
          shape.type === 'EC'
            ? { code: 'not-on-curve', curve: shape.curve }
            : { code: 'refused', shape },
        )
      default:
        return answer satisfies never
    }
  } catch {
    return { kind: 'unsupported-algorithm', alg, gap: 'not-loaded' }
  }
}

/** An RSA signature is as long as the modulus (RFC 8017 §8); a name with two curves gets its length from the key. */
function lengthWith({ algorithm }: OpenQuestion, { shape }: AsymmetricKey): number | null {
  if (shape.type === 'RSA') return Math.ceil(shape.bits / 8)
  return algorithm.signatureBytes[0] ?? null
}

function verified(
  { algorithm, characters, payload }: OpenQuestion,
  key: SecretKey | AsymmetricKey,
  kid: string | null,
): Verdict {
  return {
    kind: 'verified',
    alg: algorithm.name,
    characters,
    key: describeUse(key, kid),
    concerns: concernsAbout(algorithm, key),
    payload,
  }
}

/** Over an empty payload part a failed check says little: the payload may travel apart (RFC 7515 appendix F). */
function mismatch(
  { algorithm, payload, signature }: OpenQuestion,
  key: SecretKey | AsymmetricKey,
  kid: string | null,
  nearMiss: NearMiss | null,
): Verdict {
  if (payload === 'empty' && nearMiss === null)
    return { kind: 'unsupported-form', form: 'detached' }
  return {
    kind: 'mismatch',
    alg: algorithm.name,
    key: describeUse(key, kid),
    nearMiss,
    isAllZero: algorithm.family === 'ecdsa' && signature.every((byte) => byte === 0),
  }
}

function isMadeWith(
  { algorithm, signingInput, signature }: OpenQuestion,
  secret: Uint8Array,
): boolean {
  return isHmac(algorithm) && isMac(algorithm.hash, secret, signingInput, signature)
}

const isShort = ({ signingInput }: OpenQuestion): boolean => signingInput.length <= LONGEST_SEARCH

function searchNearMiss(question: OpenQuestion, { keyText, encoding }: Subject): NearMiss | null {
  if (!isShort(question)) return null
  return findNearMiss(keyText, encoding, (secret) => isMadeWith(question, secret))
}

function withNearMiss(
  reason: UnusableReason,
  question: OpenQuestion,
  subject: Subject,
): UnusableReason {
  return reason.code === 'unreadable-secret'
    ? { ...reason, nearMiss: searchNearMiss(question, subject) }
    : reason
}
