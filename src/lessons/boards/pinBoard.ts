/** What does a server accept that believes the header's alg, and what one that fixed its algorithm? RFC 8725 §2.1 and §3.1. */
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { encodeBase64url } from '../../token/base64url.ts'
import { readToken } from '../../token/readToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { verifySignature } from '../../verification/verifySignature.ts'
import { withMember } from '../claimText.ts'
import { HS256_HEADER, signPayload } from '../signPayload.ts'

export interface PinState {
  /** The claims as JSON text, as they were signed. */
  claims: string
  /** What the stranger did to the header and to the claims. */
  hasNone: boolean
  isAdmin: boolean
  /** The server takes HS256 and nothing else. */
  isPinned: boolean
  /** The stranger got in as an admin at least once. */
  hasGotIn: boolean
}

export interface PinSeen extends PinState {
  token: string
  header: string
  payload: string
  isAccepted: boolean
  /** What the server did, one or two sentences. */
  told: string
}

export const startPin = (claims: string): PinState => ({
  claims,
  hasNone: false,
  isAdmin: false,
  isPinned: false,
  hasGotIn: false,
})

/** What was changed, and whether that let the stranger in. */
export function turnPin(
  state: PinState,
  change: Partial<Pick<PinState, 'hasNone' | 'isAdmin' | 'isPinned'>>,
): PinState {
  const next = { ...state, ...change }
  const { isAccepted } = seePin(next)
  return { ...next, hasGotIn: next.hasGotIn || (next.isAdmin && isAccepted) }
}

export function seePin(state: PinState): PinSeen {
  const header = state.hasNone ? '{"alg":"none","typ":"JWT"}' : HS256_HEADER
  const payload = state.isAdmin ? withMember(state.claims, 'admin', true) : state.claims
  const [first, second] = [header, payload].map((text) => encodeBase64url(writeUtf8(text)))
  const signature = state.hasNone ? '' : (signPayload(state.claims).split('.')[2] ?? '')
  const token = `${first}.${second}.${signature}`
  return { ...state, token, header, payload, ...answer(token, state) }
}

function answer(
  token: string,
  { hasNone, isPinned }: PinState,
): Pick<PinSeen, 'isAccepted' | 'told'> {
  if (hasNone)
    return isPinned
      ? {
          isAccepted: false,
          told: 'The server takes HS256 only. The header says none, so it stops before it reads a claim.',
        }
      : {
          isAccepted: true,
          told: 'The header says none, so the server checks nothing and believes every claim.',
        }
  const verdict = verifySignature(
    { token, keyText: DEMO_SECRET, encoding: 'utf8' },
    readToken(token),
  )
  return 'kind' in verdict && verdict.kind === 'verified'
    ? { isAccepted: true, told: 'The signature matches these very characters.' }
    : {
        isAccepted: false,
        told: 'The signature was made for other claims, so it does not match.',
      }
}
