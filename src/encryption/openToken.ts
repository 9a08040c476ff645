/** Does the key in the box open this token, and what is inside? RFC 7516 §5.2. Loaded late. */
import { type CryptoKey, errors, flattenedDecrypt, type FlattenedJWE } from 'jose'
import type { SecretKey } from '../keys/keyKinds.ts'
import { importPrivateKey, importPublicKey, KeyImportError } from '../keys/importKey.ts'
import { readKey } from '../keys/readKey.ts'
import { readSecret, type SecretEncoding } from '../keys/secret.ts'
import { type Candidate, chooseCandidates, misfitToOpen } from './chooseOpeners.ts'
import { judgeSeal, type Seal } from './judgeSeal.ts'
import { clashesOf, describeOpener, weaknessesOf } from './openerConcerns.ts'
import type { EncryptedParts, Opening } from './opening.ts'
import { MOST_ROUNDS } from './readParameters.ts'
import { faulty, Stopped } from './stopped.ts'
import { checkKeySizes, hasWebCrypto, rewrap, SMALLEST_RSA } from './webCrypto.ts'

/** Bytes to which compressed content is unpacked at most. */
const MOST_INFLATED = 1_000_000
/** Keys of a set that are tried at most. */
const MOST_TRIES = 20

/**
 * Every reason not to open is a case of `Opening`. A secret that fits in another encoding only is reported, and
 * opens nothing. For PBES2 the text is the password, whatever `encoding` says. Never throws, never rejects.
 */
export async function openToken(
  parts: EncryptedParts,
  keyText: string,
  encoding: SecretEncoding,
): Promise<Opening> {
  try {
    const seal = judgeSeal(parts)
    return await openSeal(seal, keyText, seal.need.reader === 'password' ? 'utf8' : encoding)
  } catch (stop) {
    if (stop instanceof Stopped) return stop.opening
    throw stop
  }
}

async function openSeal(seal: Seal, keyText: string, encoding: SecretEncoding): Promise<Opening> {
  const { need } = seal
  const isAble = hasWebCrypto()
  if (isAble) {
    await checkKeySizes(seal)
    await checkEphemeralKey(seal)
  }
  const choice = chooseCandidates(need, readKey(keyText, encoding), seal.kid, misfitToOpen)
  if (choice.kind === 'nothing') return { kind: 'no-key', need }
  if (!isAble) return { kind: 'no-web-crypto', alg: need.alg }
  if (choice.kind === 'unusable')
    return withNearMiss(
      { kind: 'unusable-key', need, reason: choice.reason },
      seal,
      keyText,
      encoding,
    )
  const candidates = choice.candidates.slice(0, MOST_TRIES)
  const opening = await tryInTurn(seal, candidates)
  return candidates.length === 1 ? withNearMiss(opening, seal, keyText, encoding) : opening
}

/** Throws Stopped for a point that is not on its curve: deriving with one would give the private key away bit by bit. */
async function checkEphemeralKey({ epk, need }: Seal): Promise<void> {
  if (epk === null) return
  try {
    await importPublicKey(epk.key, need.alg)
  } catch (error) {
    const { curve } = epk
    if (error instanceof KeyImportError && error.reason === 'unsupported')
      throw new Stopped({ kind: 'unsupported-curve', alg: need.alg, curve })
    throw faulty({ code: 'epk-off-curve', curve })
  }
}

/** The first that opens, or that the content stayed packed behind; else what became of the only one, or of all. */
async function tryInTurn(seal: Seal, candidates: Candidate[]): Promise<Opening> {
  const last = await candidates.reduce<Promise<Opening | null>>(async (before, candidate) => {
    const opening = await before
    return opening !== null && isFinal(opening) ? opening : attempt(seal, candidate)
  }, Promise.resolve(null))
  if (last !== null && (candidates.length === 1 || isFinal(last))) return last
  return notAuthentic(seal, null, candidates.length)
}

const isFinal = ({ kind }: Pick<Opening, 'kind'>): boolean =>
  kind === 'opened' || kind === 'too-large' || kind === 'broken-zip'

async function attempt(seal: Seal, candidate: Candidate): Promise<Opening> {
  const { need, encryptedKeyLength: bytes } = seal
  const { key } = candidate
  if (key.kind === 'secret') return unlock(seal, candidate, seal.jwe, key.bytes)
  const { shape } = key
  const keyBits = shape.type === 'RSA' ? shape.bits : null
  const expected = keyBits === null ? null : Math.ceil(keyBits / 8)
  if (keyBits !== null && expected !== null && bytes !== expected)
    return { kind: 'other-modulus', bytes, keyBits, expected }
  let privateKey: CryptoKey
  try {
    privateKey = await importPrivateKey(key, need.alg)
  } catch {
    return { kind: 'unusable-key', need, reason: { code: 'refused', shape } }
  }
  if (keyBits === null || keyBits >= SMALLEST_RSA)
    return unlock(seal, candidate, seal.jwe, privateKey)
  try {
    const again = await rewrap(seal.jwe, privateKey, need.alg)
    return await unlock(seal, candidate, again.jwe, again.key)
  } catch {
    return notAuthentic(seal, candidate, 1)
  }
}

async function unlock(
  seal: Seal,
  candidate: Candidate,
  jwe: FlattenedJWE,
  key: CryptoKey | Uint8Array,
): Promise<Opening> {
  const alg = seal.algorithm.name
  const enc = seal.encryption.name
  try {
    const { plaintext } = await flattenedDecrypt(jwe, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
      maxPBES2Count: MOST_ROUNDS,
      maxDecompressedLength: MOST_INFLATED,
    })
    return {
      kind: 'opened',
      plaintext: new Uint8Array(plaintext),
      alg,
      enc,
      key: describeOpener(candidate.key, candidate.kid, seal),
      concerns: [...weaknessesOf(candidate.key, seal), ...clashesOf(candidate.key, seal)],
      isCompressed: seal.isCompressed,
    }
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) return notAuthentic(seal, candidate, 1)
    // all else that jose could find was looked for before, so what is left is the unpacking, which gives a cause for a broken stream
    if (seal.isCompressed && error instanceof errors.JWEInvalid)
      return error.cause === undefined
        ? { kind: 'too-large', limit: MOST_INFLATED }
        : { kind: 'broken-zip' }
    return { kind: 'refused', alg, enc }
  }
}

function notAuthentic(seal: Seal, candidate: Candidate | null, tried: number): Opening {
  return {
    kind: 'not-authentic',
    alg: seal.algorithm.name,
    enc: seal.encryption.name,
    key: candidate === null ? null : describeOpener(candidate.key, candidate.kid, seal),
    tried,
    nearMiss: null,
  }
}

const encodings: SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex']

/** For a shared key typed as text: would the same text, read otherwise, be a key of the right size that opens it? */
async function withNearMiss(
  opening: Opening,
  seal: Seal,
  keyText: string,
  encoding: SecretEncoding,
): Promise<Opening> {
  const { bits } = seal.need
  if (bits === null || !isTypedSecret(opening)) return opening
  const found = await Promise.all(
    encodings.map(async (other) => {
      const reading = other === encoding ? null : readSecret(keyText, other)
      if (reading?.kind !== 'bytes' || reading.bytes.length * 8 !== bits) return null
      const key: SecretKey = { kind: 'secret', bytes: reading.bytes, encoding: other, labels: null }
      const { kind } = await attempt(seal, { key, kid: null })
      return isFinal({ kind }) ? other : null
    }),
  )
  const nearMiss = found.find((other) => other !== null) ?? null
  if (opening.kind === 'not-authentic') return { ...opening, nearMiss }
  const { reason } = opening
  return reason.code === 'wrong-size' || reason.code === 'unreadable-secret'
    ? { ...opening, reason: { ...reason, nearMiss } }
    : opening
}

function isTypedSecret(
  opening: Opening,
): opening is Extract<Opening, { kind: 'not-authentic' | 'unusable-key' }> {
  if (opening.kind === 'not-authentic')
    return opening.key?.kind === 'secret' && opening.key.encoding !== null
  if (opening.kind !== 'unusable-key') return false
  const { reason } = opening
  return (
    (reason.code === 'wrong-size' || reason.code === 'unreadable-secret') &&
    reason.encoding !== null
  )
}
