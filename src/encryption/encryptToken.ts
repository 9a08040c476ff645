/** How does a token read that only the holder of this key can open? RFC 7516 §5.1, §7.1. Loaded late. */
import { CompactEncrypt, type CompactJWEHeaderParameters, type CryptoKey } from 'jose'
import { importPublicKey } from '../keys/importKey.ts'
import { readKey } from '../keys/readKey.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import { type JsonObject, memberNamed, readJson, stringMember } from '../token/jsonText.ts'
import { quoted } from '../token/visible.ts'
import { type Candidate, chooseCandidates, misfitOf } from './chooseOpeners.ts'
import { judgeHeader, needOf } from './judgeSeal.ts'
import { weaknessesOf } from './openerConcerns.ts'
import type { KeyNeed } from './opening.ts'
import type { AlgorithmPair } from './readAlgorithms.ts'
import { checkParties, readCount } from './readParameters.ts'
import { Stopped } from './stopped.ts'
import { tellConcern } from './tellOpenerKey.ts'
import { tellOpening } from './tellOpening.ts'
import { neededKey, tellUnusableOpener } from './tellUnusableOpener.ts'
import { checkKeySizes, hasWebCrypto } from './webCrypto.ts'

/** `lead` and `rest` as in a headline: the phrase that answers, and what follows after a space. */
export type Making =
  | { kind: 'made'; token: string }
  | { kind: 'refused'; lead: string; rest: string }

/** PBKDF2 rounds where the header has no p2c: as many as most readers accept, jose among them. */
const USUAL_ROUNDS = 10_000

/**
 * The compact serialization. `header` is JSON text with `alg` and `enc`; what the algorithm adds (`epk`, `p2s`,
 * `p2c`, `iv`, `tag`) is made anew each time, but for a `p2c` that stands there. Of a private key its public half
 * locks; of a set the key that `kid` names, or the only one that fits. Weak keys are refused (decisions.md A4).
 * Never throws, never rejects.
 */
export async function encryptToken(
  header: string,
  plaintext: Uint8Array,
  keyText: string,
  encoding: SecretEncoding,
): Promise<Making> {
  try {
    return await lock(readHeader(header), header, plaintext, keyText, encoding)
  } catch (stop) {
    if (stop instanceof Refused) return stop.making
    if (stop instanceof Stopped) return refused(tellOpening(stop.opening))
    return refused({ lead: 'Not made:', rest: 'this browser’s cryptography refused to encrypt.' })
  }
}

class Refused extends Error {
  readonly making: Making
  constructor(lead: string, rest: string) {
    super()
    this.making = refused({ lead, rest })
  }
}

const refused = ({ lead, rest }: { lead: string; rest: string }): Making => ({
  kind: 'refused',
  lead,
  rest,
})

async function lock(
  root: JsonObject,
  header: string,
  plaintext: Uint8Array,
  keyText: string,
  encoding: SecretEncoding,
): Promise<Making> {
  const pair = judgeHeader({ all: root, unprotected: [] })
  const { algorithm } = pair
  if (algorithm.management === 'agreement') checkParties(root)
  const rounds = algorithm.management === 'password' ? roundsOf(root) : null
  const need = needOf(pair, null)
  const reading = readKey(keyText, algorithm.reader === 'password' ? 'utf8' : encoding)
  const candidate = chooseLock(need, reading, stringMember(root, 'kid'))
  if (!hasWebCrypto()) throw new Stopped({ kind: 'no-web-crypto', alg: algorithm.name })
  await checkKeySizes(pair)
  checkStrength(candidate, { ...pair, rounds })
  const key = await lockingKey(candidate, need)
  const protectedHeader: CompactJWEHeaderParameters = JSON.parse(header)
  const encrypt = new CompactEncrypt(plaintext).setProtectedHeader(protectedHeader)
  if (rounds !== null) encrypt.setKeyManagementParameters({ p2c: rounds })
  return { kind: 'made', token: await encrypt.encrypt(key) }
}

function readHeader(header: string): JsonObject {
  const { root, duplicates } = readJson(header)
  if (root === null) throw new Refused('Can’t read the header:', 'it is not JSON.')
  if (root.kind !== 'object')
    throw new Refused('Can’t read the header:', 'it is JSON, but no object.')
  const [duplicate] = duplicates
  if (duplicate !== undefined)
    throw new Refused(
      `${quoted(duplicate.name)} stands twice in the header.`,
      'Readers differ in which one counts; keep one.',
    )
  return root
}

const roundsOf = (root: JsonObject): number =>
  memberNamed(root, 'p2c') === undefined ? USUAL_ROUNDS : readCount(root)

function chooseLock(
  need: KeyNeed,
  reading: ReturnType<typeof readKey>,
  kid: string | null,
): Candidate {
  const choice = chooseCandidates(need, reading, kid, misfitOf)
  if (choice.kind === 'nothing')
    throw new Refused('A key is missing.', `${need.alg} needs ${neededKey(need, 'public')}.`)
  if (choice.kind === 'unusable') {
    const { lead, rest } = tellUnusableOpener(choice.reason, need, 'public')
    throw new Refused(lead, rest)
  }
  const [candidate, ...others] = choice.candidates
  if (candidate === undefined || others.length > 0)
    throw new Refused(
      'Which key of the set?',
      `${choice.candidates.length} of its keys could be the one. Name it by kid in the header.`,
    )
  return candidate
}

function checkStrength({ key }: Candidate, facts: AlgorithmPair & { rounds: number | null }): void {
  const [weakness] = weaknessesOf(key, facts)
  if (weakness === undefined) return
  const { clause } = tellConcern(weakness, facts.algorithm.name)
  throw new Refused('Not made:', `${clause}. This page opens weak tokens, and makes none.`)
}

async function lockingKey({ key }: Candidate, need: KeyNeed): Promise<CryptoKey | Uint8Array> {
  if (key.kind === 'secret') return key.bytes
  try {
    return await importPublicKey(key, need.alg)
  } catch {
    const { lead, rest } = tellUnusableOpener({ code: 'refused', shape: key.shape }, need, 'public')
    throw new Refused(lead, rest)
  }
}
