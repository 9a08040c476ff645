/** Which small difference would make this signature match? ux.md 3.4: a few likely ones are tried, never brute force. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { isHmac } from '../algorithms/algorithms.ts'
import { signatureAlgorithms } from '../algorithms/signatureAlgorithms.ts'
import type { AsymmetricKey, SecretKey } from '../keys/keyKinds.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { TokenReading } from '../token/readToken.ts'
import { isMac } from './hmac.ts'
import { isOnLibraryCurve } from './libraryCurves.ts'
import { inputVariants } from './inputVariants.ts'
import type { OpenQuestion } from './judgeToken.ts'
import type { NearMiss } from './nearMiss.ts'
import { secretVariants } from './secretVariants.ts'
import { signatureLengthWith } from './signatureLength.ts'
import { signatureVariants } from './signatureVariants.ts'
import type { Candidate, SetMember } from './usedKey.ts'

/** How often a signature is computed or checked in one search. */
export const MOST_TRIES = 40

/** The same for a curve that no browser has: its checks run in this very thread, and take many times longer. */
const MOST_SLOW_TRIES = 6

/** Bytes of signing input above which nothing more is tried, so that a keystroke stays cheap. */
export const LONGEST_SEARCH = 64 * 1024

/** A signature that did not match. */
export interface Suspect {
  question: OpenQuestion
  reading: TokenReading
  /** The keys that were tried; none where the key in the box could not be. */
  candidates: readonly Candidate[]
  /** The keys of the set that the header does not name. */
  others: readonly { key: Candidate['key']; member: SetMember }[]
  /** The secret as it was typed; null for any other key. */
  typed: { text: string; encoding: SecretEncoding } | null
}

export interface Diagnosis {
  nearMiss: NearMiss | null
  /** All that was tried, in order; the last is `nearMiss` where there is one. */
  tried: NearMiss[]
}

interface Attempt {
  miss: NearMiss
  algorithm: SignatureAlgorithm
  key: SecretKey | AsymmetricKey
  signingInput: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

/** Stops at the first that matches. At once for HMAC or where nothing can be tried, else a promise that never rejects. */
export function diagnose(suspect: Suspect): Diagnosis | Promise<Diagnosis> {
  const attempts = attemptsOn(suspect)
  if (isHmac(suspect.question.algorithm)) return tryMacs(attempts)
  const all = [...attempts]
  return all.length === 0 ? { nearMiss: null, tried: [] } : tryKeyPairs(all)
}

function tryMacs(attempts: Iterable<Attempt>): Diagnosis {
  const tried: NearMiss[] = []
  for (const { miss, algorithm, key, signingInput, signature } of attempts) {
    if (key.kind !== 'secret' || !isHmac(algorithm)) continue
    tried.push(miss)
    if (isMac(algorithm.hash, key.bytes, signingInput, signature)) return { nearMiss: miss, tried }
  }
  return { nearMiss: null, tried }
}

async function tryKeyPairs(attempts: readonly Attempt[]): Promise<Diagnosis> {
  const tried: NearMiss[] = []
  try {
    const { verifyAsymmetric } = await import('./verifyAsymmetric.ts')
    for (const { miss, algorithm, key, signingInput, signature } of attempts) {
      if (key.kind === 'secret') continue
      tried.push(miss)
      // oxlint-disable-next-line no-await-in-loop -- the first match ends the search
      const answer = await verifyAsymmetric(algorithm, key, signingInput, signature)
      if (answer === 'match') return { nearMiss: miss, tried }
    }
  } catch {
    // without that part of the page nothing can be tried
  }
  return { nearMiss: null, tried }
}

/** The likeliest first, at most 40 (6 on slow curves); none whose signature has a length that its key and algorithm cannot make. */
function* attemptsOn(suspect: Suspect): Generator<Attempt> {
  if (suspect.question.signingInput.length > LONGEST_SEARCH) return
  let count = 0
  for (const attempt of everyAttempt(suspect)) {
    const { algorithm, key, signature, signingInput } = attempt
    const length = signatureLengthWith(algorithm, key)
    if (length !== null && length !== signature.length) continue
    if (signingInput.length > LONGEST_SEARCH) continue
    yield attempt
    count++
    const isSlow = key.kind !== 'secret' && isOnLibraryCurve(key)
    if (count === (isSlow ? MOST_SLOW_TRIES : MOST_TRIES)) return
  }
}

function* everyAttempt(suspect: Suspect): Generator<Attempt> {
  const { question, reading, candidates, others, typed } = suspect
  const { algorithm, signingInput, signature } = question
  const asked = { algorithm, signingInput, signature }
  if (typed !== null)
    for (const { miss, bytes } of secretVariants(typed.text, typed.encoding)) {
      const key: SecretKey = { kind: 'secret', bytes, encoding: null, labels: null }
      yield { ...asked, miss, key }
    }
  for (const other of neighboursOf(algorithm)) {
    const miss: NearMiss = { kind: 'algorithm', alg: other.name, named: algorithm.name }
    for (const { key } of candidates) yield { ...asked, miss, key, algorithm: other }
  }
  for (const { key, member } of others)
    yield { ...asked, miss: { kind: 'other-key', member, kid: question.kid ?? '' }, key }
  if (candidates.length === 0) return
  if (reading.signature !== null)
    for (const { miss, bytes } of signatureVariants(reading.signature, algorithm))
      for (const { key } of candidates) yield { ...asked, miss, key, signature: bytes }
  const { header, payload, more } = reading
  if (payload === null || more?.isUnencoded === true) return
  for (const { spelling, bytes } of inputVariants(header, payload)) {
    const miss: NearMiss = { kind: 'signing-input', spelling }
    for (const { key } of candidates) yield { ...asked, miss, key, signingInput: bytes }
  }
}

/** The algorithms that take the same key, those of the same size first: the other sizes of HMAC, sizes and paddings of RSA. */
function neighboursOf({ name, keyType }: SignatureAlgorithm): SignatureAlgorithm[] {
  if (keyType !== 'oct' && keyType !== 'RSA') return []
  return signatureAlgorithms
    .filter((other) => other.keyType === keyType && other.name !== name)
    .toSorted(
      (a, b) => Number(sizeOf(b) === sizeOf({ name })) - Number(sizeOf(a) === sizeOf({ name })),
    )
}

const sizeOf = ({ name }: { name: string }): string => name.slice(2)
