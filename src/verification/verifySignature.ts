/** Did this key make this token's signature? RFC 7515 §5.2; exp and its kin are never looked at. */
import type { TokenReading } from '../token/readToken.ts'
import { isHmac } from '../algorithms/algorithms.ts'
import { chooseKey, otherCandidates } from './chooseKey.ts'
import { type Diagnosis, diagnose, LONGEST_SEARCH, type Suspect } from './diagnosis.ts'
import { isMac } from './hmac.ts'
import { judgeToken, type OpenQuestion } from './judgeToken.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { type KeyReading, readKey } from '../keys/readKey.ts'
import { signatureLengthWith } from './signatureLength.ts'
import type { UnusableReason } from './unusableKey.ts'
import { type Candidate, concernsAbout, describeUse } from './usedKey.ts'
import { readSubject } from './readSubject.ts'
import type { Subject, Verdict } from './verdict.ts'

/**
 * Answers at once wherever no WebCrypto is needed (HS256/384/512, and all that is certain without a key),
 * else with a promise. The token's own characters are what is checked; what else was tried after a mismatch is
 * reported and makes nothing verified. Never throws, never rejects.
 * `reading` spares a second look at a token that was read already.
 */
export function verifySignature(
  subject: Subject,
  reading: TokenReading = readSubject(subject),
): Verdict | Promise<Verdict> {
  const judgement = judgeToken(reading)
  if (judgement.kind === 'settled') return judgement.verdict
  const { question, misfit } = judgement
  const { algorithm, kid } = question
  const key = readKey(subject.keyText, subject.encoding)
  const choice = chooseKey(algorithm, key, kid)
  const suspect: Suspect = {
    question,
    reading,
    candidates: choice.kind === 'try' ? choice.candidates : [],
    others: otherCandidates(algorithm, key, kid),
    typed:
      isTypedSecret(key) && algorithm.keyType === 'oct'
        ? { text: subject.keyText, encoding: subject.encoding }
        : null,
  }
  if (misfit !== null) return after(diagnose(suspect), ({ nearMiss }) => ({ ...misfit, nearMiss }))
  switch (choice.kind) {
    case 'nothing':
      return {
        kind: 'no-key',
        alg: algorithm.name,
        isEmptySecretFit:
          question.signingInput.length <= LONGEST_SEARCH && isMadeWith(question, new Uint8Array()),
      }
    case 'unusable': {
      const { reason } = choice
      if (reason.code !== 'unreadable-secret' && reason.code !== 'kid-not-in-set')
        return { kind: 'unusable-key', algorithm, reason }
      return after(diagnose(suspect), ({ nearMiss }) => ({
        kind: 'unusable-key',
        algorithm,
        reason: { ...reason, nearMiss },
      }))
    }
    case 'try':
      return algorithm.keyType === 'oct'
        ? verifyMac(suspect, choice.candidates, subject)
        : verifyWithKeyPairs(suspect, choice.candidates, subject)
    default:
      return choice satisfies never
  }
}

const isTypedSecret = (key: KeyReading): boolean =>
  key.kind === 'unreadable-secret' || (key.kind === 'secret' && key.encoding !== null)

const after = (
  diagnosis: Diagnosis | Promise<Diagnosis>,
  conclude: (diagnosis: Diagnosis) => Verdict,
): Verdict | Promise<Verdict> =>
  diagnosis instanceof Promise ? diagnosis.then(conclude) : conclude(diagnosis)

function verifyMac(
  suspect: Suspect,
  candidates: readonly [Candidate, ...Candidate[]],
  subject: Subject,
): Verdict | Promise<Verdict> {
  const { question } = suspect
  const match = candidates.find(
    ({ key }) => key.kind === 'secret' && isMadeWith(question, key.bytes),
  )
  if (match) return verified(question, match, subject)
  return after(diagnose(suspect), (diagnosis) => mismatch(question, candidates, diagnosis))
}

/** One after the other until one has signed it; what no key could check is told only where none was checked. */
async function verifyWithKeyPairs(
  suspect: Suspect,
  candidates: readonly [Candidate, ...Candidate[]],
  subject: Subject,
): Promise<Verdict> {
  const { question } = suspect
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
  const [failure] = failures
  if (first) return mismatch(question, [first, ...others], await diagnose(suspect))
  if (failure?.kind === 'wrong-length')
    return { ...failure, nearMiss: (await diagnose(suspect)).nearMiss }
  return failure ?? mismatch(question, candidates, { nearMiss: null, tried: [] })
}

/** A verdict where this key could not even be tried. */
async function tryKey(
  question: OpenQuestion,
  key: AsymmetricKey,
): Promise<'match' | 'mismatch' | Verdict> {
  const { algorithm, signature, signingInput } = question
  const alg = algorithm.name
  const { shape } = key
  const expected = signatureLengthWith(algorithm, key)
  if (expected !== null && signature.length !== expected)
    return {
      kind: 'wrong-length',
      alg,
      bytes: signature.length,
      expected: [expected],
      isDer: false,
      keyBits: shape.type === 'RSA' ? shape.bits : null,
      nearMiss: null,
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
  { nearMiss, tried }: Diagnosis,
): Verdict {
  if (payload === 'empty' && nearMiss === null) return { kind: 'payload-apart', isEmpty: true }
  return {
    kind: 'mismatch',
    alg: algorithm.name,
    key: describeUse(candidates[0]),
    tried: candidates.length,
    nearMiss,
    alsoTried: nearMiss === null ? tried : [],
    isAllZero: algorithm.family === 'ecdsa' && signature.every((byte) => byte === 0),
  }
}

function isMadeWith(
  { algorithm, signingInput, signature }: OpenQuestion,
  secret: Uint8Array,
): boolean {
  return isHmac(algorithm) && isMac(algorithm.hash, secret, signingInput, signature)
}
