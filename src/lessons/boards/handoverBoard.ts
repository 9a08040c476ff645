/** What can a partner do with the key that lets it check tokens: only check, or make them too? RFC 7515 §10.6. */
import { readKey } from '../../keys/readKey.ts'
import { assess } from '../../judgement/assess.ts'
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { readToken } from '../../token/readToken.ts'
import { rewriteSegment } from '../../token/rewriteToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { signReading } from '../../verification/signReading.ts'
import { withMember } from '../claimText.ts'
import { lessonKey } from '../newKeys.ts'
import { signPayload } from '../signPayload.ts'
import { oncePerState } from '../oncePerState.ts'

export const HANDOVER_ALGORITHMS = ['HS256', 'RS256'] as const

export type HandoverAlgorithm = (typeof HANDOVER_ALGORITHMS)[number]

export interface HandoverState {
  /** The claims as JSON text. */
  claims: string
  alg: HandoverAlgorithm
  /** The partner holds what is needed to check. */
  isHanded: boolean
  /** The partner tried to make a token of its own. */
  hasForged: boolean
}

export interface HandoverSeen extends HandoverState {
  /** null where this browser cannot make such a key. */
  token: string | null
  /** The key as the partner gets it: a secret, or a public key as PEM. */
  key: string
  /** What the partner's check of your token finds, a sentence; null without a key. */
  check: { isMatch: boolean; told: string } | null
  /** What came of the partner's own token; null where none was tried. */
  forgery: { isMade: boolean; told: string } | null
}

/** Never rejects. */
export const seeHandover = oncePerState(async (state: HandoverState): Promise<HandoverSeen> => {
  const { token, key } = await makeToken(state)
  if (token === null || !state.isHanded) return { ...state, token, key, check: null, forgery: null }
  const { told, verdict } = await assess({ token, keyText: key, encoding: 'utf8' })
  return {
    ...state,
    token,
    key,
    check: { isMatch: verdict.kind === 'verified', told: `${told.lead} ${told.rest}` },
    forgery: state.hasForged ? await forge(token, key) : null,
  }
})

async function makeToken({
  alg,
  claims,
}: HandoverState): Promise<{ token: string | null; key: string }> {
  if (alg === 'HS256') return { token: signPayload(claims), key: DEMO_SECRET }
  const made = await lessonKey(alg)
  const token = await made?.signTexts(JSON.stringify({ alg, typ: 'JWT' }), claims)
  return { token: token ?? null, key: made?.publicPem ?? '' }
}

const CANNOT_SIGN = 'The public key checks signatures, and only the private key makes them.'

/** The partner adds a claim and signs with what it has. */
async function forge(token: string, key: string): Promise<{ isMade: boolean; told: string }> {
  const { payload } = readToken(token)
  const claims = withMember(payload?.decoded.text ?? '{}', 'admin', true)
  const wished = payload ? rewriteSegment(token, payload, writeUtf8(claims)) : token
  const signing = await signReading(readToken(wished), readKey(key, 'utf8'))
  if (signing.kind === 'refused') return { isMade: false, told: CANNOT_SIGN }
  const { told, verdict } = await assess({ token: signing.token, keyText: key, encoding: 'utf8' })
  return { isMade: verdict.kind === 'verified', told: told.lead }
}
