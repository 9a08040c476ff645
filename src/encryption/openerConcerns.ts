/** What is there to know about a key that opened a token, and about how it was used? RFC 7517 §4, RFC 7518 §4.3, §4.8.1.2, §8.8. */
import type { SecretKey, AsymmetricKey } from '../keys/keyKinds.ts'
import type { OpenerConcern, OpenerKey } from './opening.ts'
import type { AlgorithmPair } from './readAlgorithms.ts'
import type { Parameters } from './readParameters.ts'
import { SMALLEST_RSA } from './webCrypto.ts'

/** RFC 7518 §4.8.1.2. */
const FEWEST_ROUNDS = 1000

export function describeOpener(
  key: SecretKey | AsymmetricKey,
  kid: string | null,
  { algorithm }: AlgorithmPair,
): OpenerKey {
  if (key.kind !== 'secret') return { kind: 'private', shape: key.shape, kid }
  const bytes = key.bytes.length
  return algorithm.reader === 'password'
    ? { kind: 'password', bytes, kid }
    : { kind: 'secret', bytes, encoding: key.encoding, kid }
}

/** What makes the token weak, the gravest first; only making such tokens is refused. */
export function weaknessesOf(
  key: SecretKey | AsymmetricKey,
  { algorithm, rounds }: AlgorithmPair & Pick<Parameters, 'rounds'>,
): OpenerConcern[] {
  const concerns: OpenerConcern[] = []
  if (key.kind !== 'secret' && key.shape.type === 'RSA' && key.shape.bits < SMALLEST_RSA)
    concerns.push({ code: 'small-rsa', bits: key.shape.bits, minimum: SMALLEST_RSA })
  if (key.kind === 'secret' && algorithm.reader === 'password') {
    // as long as the key that is made from it, RFC 7518 §8.8
    const minimum = (algorithm.wrapBits ?? 0) / 8
    const bytes = key.bytes.length
    if (bytes < minimum) concerns.push({ code: 'short-password', bytes, minimum })
  }
  if (rounds !== null && rounds < FEWEST_ROUNDS)
    concerns.push({ code: 'few-rounds', rounds, minimum: FEWEST_ROUNDS })
  return concerns
}

/** Where the labels of a JWK say that the key is for other work. */
export function clashesOf(
  { labels }: SecretKey | AsymmetricKey,
  { algorithm, encryption }: AlgorithmPair,
): OpenerConcern[] {
  if (labels === null) return []
  const concerns: OpenerConcern[] = []
  const { use, alg, keyOps } = labels
  if (use !== null && use !== 'enc') concerns.push({ code: 'for-other-use', use })
  const isForContent = algorithm.management === 'direct' && alg === encryption.name
  if (alg !== null && alg !== algorithm.name && !isForContent)
    concerns.push({ code: 'for-other-algorithm', alg })
  if (keyOps !== null && !keyOps.some((operation) => OPENING.has(operation)))
    concerns.push({ code: 'not-for-opening' })
  return concerns
}

/** RFC 7517 §4.3: which of them an algorithm needs differs from library to library. */
const OPENING = new Set(['decrypt', 'unwrapKey', 'deriveKey', 'deriveBits'])
