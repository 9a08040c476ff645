/** Which keys belong to the algorithm that a header names, and how long is its signature? RFC 7518 §3.1, RFC 8037. */
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { encodeBase64url } from '../../token/base64url.ts'
import { readToken } from '../../token/readToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { signPayload } from '../signPayload.ts'
import { lessonKey } from '../newKeys.ts'
import { oncePerState } from '../oncePerState.ts'

export const ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA', 'none'] as const

export type LessonAlgorithm = (typeof ALGORITHMS)[number]

/** What signs and what checks. */
export type LessonKeys =
  | { kind: 'shared'; secret: string }
  /** The private half stays where it was made and is not shown. */
  | { kind: 'pair'; publicPem: string }
  | { kind: 'none' }

export interface AlgorithmState {
  /** The claims as JSON text. */
  claims: string
  alg: LessonAlgorithm
  /** The algorithms that were looked at. */
  tried: readonly LessonAlgorithm[]
}

export interface AlgorithmSeen extends AlgorithmState {
  /** null where this browser cannot make such a key. */
  token: string | null
  keys: LessonKeys
  /** Of the third part, in bytes and in characters. */
  signatureBytes: number
  signatureLength: number
  /** Of the header, in bytes. */
  headerBytes: number
  /** Bytes of the signature for each algorithm that was looked at and can be made here. */
  lengths: ReadonlyMap<LessonAlgorithm, number>
}

export const startAlgorithm = (claims: string): AlgorithmState => ({
  claims,
  alg: 'HS256',
  tried: ['HS256'],
})

export const chooseAlgorithm = (state: AlgorithmState, alg: LessonAlgorithm): AlgorithmState => ({
  ...state,
  alg,
  tried: ALGORITHMS.filter((one) => one === alg || state.tried.includes(one)),
})

/** Never rejects. */
export const seeAlgorithm = oncePerState(async (state: AlgorithmState): Promise<AlgorithmSeen> => {
  const { token, keys } = await makeToken(state)
  const reading = readToken(token ?? '')
  return {
    ...state,
    token,
    keys,
    signatureBytes: reading.signature?.bytes.length ?? 0,
    signatureLength: reading.signature?.text.length ?? 0,
    headerBytes: reading.header?.bytes.length ?? 0,
    lengths: await lengthsOf(state),
  }
})

async function lengthsOf(state: AlgorithmState): Promise<Map<LessonAlgorithm, number>> {
  const lengths = new Map<LessonAlgorithm, number>()
  for (const alg of state.tried) {
    // oxlint-disable-next-line no-await-in-loop -- one key at a time, the slowest of them first made where it was chosen
    const { token } = await makeToken({ ...state, alg })
    if (token !== null) lengths.set(alg, readToken(token).signature?.bytes.length ?? 0)
  }
  return lengths
}

async function makeToken({
  alg,
  claims,
}: AlgorithmState): Promise<{ token: string | null; keys: LessonKeys }> {
  switch (alg) {
    case 'HS256':
      return { token: signPayload(claims), keys: { kind: 'shared', secret: DEMO_SECRET } }
    case 'none': {
      const parts = [headerOf(alg), claims].map((text) => encodeBase64url(writeUtf8(text)))
      return { token: `${parts.join('.')}.`, keys: { kind: 'none' } }
    }
    case 'RS256':
    case 'ES256':
    case 'EdDSA': {
      const key = await lessonKey(alg)
      const token = (await key?.signTexts(headerOf(alg), claims)) ?? null
      return { token, keys: { kind: 'pair', publicPem: key?.publicPem ?? '' } }
    }
    default:
      return alg satisfies never
  }
}

const headerOf = (alg: string): string => JSON.stringify({ alg, typ: 'JWT' })
