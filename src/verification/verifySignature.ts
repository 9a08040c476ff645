/** Did this key make this token's signature? RFC 7515 §5.2; exp and its kin are never looked at. */
import type { TokenReading } from '../token/readToken.ts'
import { isHmac } from '../algorithms/algorithms.ts'
import { chooseKey } from './chooseKey.ts'
import { isMac } from './hmac.ts'
import { judgeToken, type OpenQuestion } from './judgeToken.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { findNearMiss, type NearMiss } from './nearMiss.ts'
import { readKey } from '../keys/readKey.ts'
import type { UnusableReason } from './unusableKey.ts'
import { type Candidate, concernsAbout, describeUse } from './usedKey.ts'
import { readSubject } from './readSubject.ts'
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
  reading: TokenReading = readSubject(subject),
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
    case 'try':
      return algorithm.keyType === 'oct'
        ? verifyMac(question, choice.candidates, subject)
        : verifyWithKeyPairs(question, choice.candidates, subject)
    default:
      return choice satisfies never
  }
}

function verifyMac(
  question: OpenQuestion,
  candidates: readonly [Candidate, ...Candidate[]],
  subject: Subject,
): Verdict {
  const match = candidates.find(
    ({ key }) => key.kind === 'secret' && isMadeWith(question, key.bytes),
  )
  if (match) return verified(question, match, subject)
  const [{ key }] = candidates
  const isTyped = key.kind === 'secret' && key.encoding !== null
  return mismatch(question, candidates, isTyped ? searchNearMiss(question, subject) : null)
}

/** One after the other until one has signed it; what no key could check is told only where none was checked. */
async function verifyWithKeyPairs(
  question: OpenQuestion,
  candidates: readonly [Candidate, ...Candidate[]],
  subject: Subject,
): Promise<Verdict> {
  const failures: Verdict[] = []
  const tried: Candidate[] = []
  for (const candidate of candidates) {
    if (candidate.key.kind === 'secret') continue
    // oxlint-disable-next-line no-await-in-loop -- the first match ends the search
    const answer = await tryKey(question, candidate.key)
    if (answer === 'match') return verified(question, candidate, subject)
    if (answer === 'mismatch') tried.push(candidate)
    else failures.push(answer)
  }
  const [first, ...others] = tried
  if (first) return mismatch(question, [first, ...others], null)
  return failures[0] ?? mismatch(question, candidates, null)
}

/** A verdict where this key could not even be tried. */
async function tryKey(
  question: OpenQuestion,
  key: AsymmetricKey,
): Promise<'match' | 'mismatch' | Verdict> {
  const { algorithm, signature, signingInput } = question
  const alg = algorithm.name
  const { shape } = key
  const expected = lengthWith(algorithm, key)
  if (expected !== null && signature.length !== expected)
    return {
      kind: 'wrong-length',
      alg,
      bytes: signature.length,
      expected: [expected],
      isDer: false,
      keyBits: shape.type === 'RSA' ? shape.bits : null,
    }
  try {
    const { verifyAsymmetric } = await import('./verifyAsymmetric.ts')
    const answer = await verifyAsymmetric(algorithm, key, signingInput, signature)
    switch (answer) {
      case 'match':
      case 'mismatch':
        return answer
      case 'no-web-crypto':
        return { kind: 'no-web-crypto', alg }
      case 'unsupported':
        return { kind: 'unsupported-algorithm', alg, gap: 'browser' }
      case 'refused': {
        const reason: UnusableReason =
          shape.type === 'EC'
            ? { code: 'not-on-curve', curve: shape.curve }
            : { code: 'refused', shape }
        return { kind: 'unusable-key', algorithm, reason }
      }
      default:
        return answer satisfies never
    }
  } catch {
    return { kind: 'unsupported-algorithm', alg, gap: 'not-loaded' }
  }
}

/** An RSA signature is as long as the modulus (RFC 8017 §8); a name with two curves gets its length from the key. */
function lengthWith(
  { signatureBytes, otherCurve }: SignatureAlgorithm,
  { shape }: AsymmetricKey,
): number | null {
  if (shape.type === 'RSA') return Math.ceil(shape.bits / 8)
  const isOther = shape.type === 'OKP' && shape.curve === otherCurve
  return signatureBytes[isOther ? 1 : 0] ?? null
}

function verified(
  { algorithm, characters, payload }: OpenQuestion,
  candidate: Candidate,
  { isFromToken = false }: Subject,
): Verdict {
  return {
    kind: 'verified',
    alg: algorithm.name,
    characters,
    key: describeUse(candidate),
    concerns: concernsAbout(algorithm, candidate.key, isFromToken),
    payload,
  }
}

/** Over an empty payload part a failed check says little: the payload may travel apart (RFC 7515 appendix F). */
function mismatch(
  { algorithm, payload, signature }: OpenQuestion,
  candidates: readonly [Candidate, ...Candidate[]],
  nearMiss: NearMiss | null,
): Verdict {
  if (payload === 'empty' && nearMiss === null) return { kind: 'payload-apart', isEmpty: true }
  return {
    kind: 'mismatch',
    alg: algorithm.name,
    key: describeUse(candidates[0]),
    tried: candidates.length,
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
