/** What is certain about an encrypted token before any key is looked at, and what does a key have to open? RFC 7516 §5.2. */
import type { FlattenedJWE } from 'jose'
import { refusalOf } from '../token/critical.ts'
import { type JsonNode, memberNamed, stringMember } from '../token/jsonText.ts'
import { joinHeaders, type JoinedHeader } from './joinHeaders.ts'
import type { EncryptedParts, KeyNeed } from './opening.ts'
import { type AlgorithmPair, readAlgorithms } from './readAlgorithms.ts'
import { type EphemeralKey, type Parameters, readParameters } from './readParameters.ts'
import { readSealedParts } from './readSealedParts.ts'
import { faulty, Stopped } from './stopped.ts'

/** All that a key is tried on. */
export interface Seal extends AlgorithmPair, Parameters {
  need: KeyNeed
  kid: string | null
  isCompressed: boolean
  /** In bytes. */
  encryptedKeyLength: number
  /** The token as jose takes it. */
  jwe: FlattenedJWE
}

/** Throws Stopped with the first reason for which no key can open the token here. */
export function judgeSeal(parts: EncryptedParts): Seal {
  const header = joinHeaders(parts)
  const { all } = header
  const { isCompressed, ...pair } = judgeHeader(header)
  const parameters = readParameters(all, pair.algorithm)
  const { encryptedKeyLength, ...texts } = readSealedParts(parts, pair)
  return {
    ...pair,
    ...parameters,
    need: needOf(pair, parameters.epk?.curve ?? null),
    kid: stringMember(all, 'kid'),
    isCompressed,
    encryptedKeyLength,
    jwe: {
      iv: texts.iv,
      ciphertext: texts.ciphertext,
      tag: texts.tag,
      ...(parts.protectedHeader !== '' && { protected: parts.protectedHeader }),
      ...(header.unprotected.length > 0 && { header: plainMembers(header, parameters.epk) }),
      ...(texts.encryptedKey !== undefined && { encrypted_key: texts.encryptedKey }),
      ...(texts.aad !== undefined && { aad: texts.aad }),
    },
  }
}

/** What every encrypted token’s header has to say, and must not. Throws Stopped. */
export function judgeHeader(header: JoinedHeader): AlgorithmPair & { isCompressed: boolean } {
  const { all } = header
  const refusal = memberNamed(all, 'crit') === undefined ? null : refusalOf(all, 'encrypted')
  if (refusal !== null) throw faulty({ code: 'refused-header', refusal })
  return { ...readAlgorithms(all), isCompressed: readZip(header) }
}

/** `curve` is null where any that ECDH-ES knows will do. */
export function needOf({ algorithm, encryption }: AlgorithmPair, curve: string | null): KeyNeed {
  const { name, reader, wrapBits } = algorithm
  const bits = reader === 'shared' ? (wrapBits ?? encryption.keyBits) : null
  return { alg: name, enc: encryption.name, reader, bits, curve }
}

/** True for DEF, the only one there is; it counts in the protected header alone (RFC 7516 §4.1.3). */
function readZip({ all, unprotected }: JoinedHeader): boolean {
  const zip = memberNamed(all, 'zip')
  if (zip === undefined) return false
  if (zip.value.kind !== 'string' || zip.value.value !== 'DEF')
    throw new Stopped({ kind: 'unknown-name', member: 'zip', name: spelled(zip.value) })
  if (unprotected.includes(zip)) throw faulty({ code: 'zip-unprotected' })
  return true
}

const spelled = (node: JsonNode): string => (node.kind === 'string' ? node.value : node.kind)

const TEXTS = new Set(['alg', 'enc', 'apu', 'apv', 'p2s', 'iv', 'tag'])

/** The unprotected members that decrypting looks at; they are authenticated by nothing, so the others may stay away. */
function plainMembers(
  { unprotected }: JoinedHeader,
  epk: EphemeralKey | null,
): Record<string, unknown> {
  return Object.fromEntries(
    unprotected.flatMap(({ name, value }): [string, unknown][] => {
      if (value.kind === 'string' && TEXTS.has(name)) return [[name, value.value]]
      if (value.kind === 'number' && name === 'p2c') return [[name, Number(value.spelling)]]
      return name === 'epk' && epk !== null ? [[name, epk.jwk]] : []
    }),
  )
}
