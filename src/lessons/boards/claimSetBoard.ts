/** What does SimpleJWT answer to a token with these claims, and which does it insist on? RFC 7519 §4.1; behaviour.md 2. */
import { scenarioWith } from '../../simulation/preset.ts'
import { responseText } from '../../simulation/transcript.ts'
import { LAB_SECRET, openMemory, openWire, statusOf, tellWhy } from '../../simulation/wire.ts'
import { PROTECTED } from '../../simplejwt/exchange.ts'
import { signPayload } from '../signPayload.ts'

/** In the order in which they stand in the token; the instants are unix seconds. */
export const OFFERED = {
  iss: 'https://login.example',
  aud: 'https://api.example',
  exp: 1_700_000_300,
  token_type: 'access',
  jti: '5f0c9d1e7a3b4826b1c4d2e8f6a09375',
  user_id: '1',
} as const

export type OfferedName = keyof typeof OFFERED

export const OFFERED_NAMES: readonly OfferedName[] = [
  'iss',
  'aud',
  'exp',
  'token_type',
  'jti',
  'user_id',
]

/** 2023-11-14 22:13:20 UTC, when the request arrives: unix seconds, five minutes before exp. */
const NOW = 1_700_000_000

export interface ClaimSetState {
  chosen: readonly OfferedName[]
}

export interface ClaimSetSeen extends ClaimSetState {
  /** As JSON text. */
  claims: string
  token: string
  /** What SimpleJWT's newest release answers to GET /hello/ with this token. */
  status: number
  response: string
  why: string
}

export function seeClaimSet(state: ClaimSetState): ClaimSetSeen {
  const chosen = OFFERED_NAMES.filter((name) => state.chosen.includes(name))
  const claims = JSON.stringify(Object.fromEntries(chosen.map((name) => [name, OFFERED[name]])))
  const token = signPayload(claims, LAB_SECRET)
  const headers = { Accept: 'application/json', Authorization: `Bearer ${token}` }
  const request = { method: 'GET', path: PROTECTED, headers }
  const exchange = openWire(scenarioWith({})).answer(request, openMemory(), NOW * 1000)
  return {
    ...state,
    claims,
    token,
    status: statusOf(exchange),
    response: responseText(exchange),
    why: tellWhy(exchange),
  }
}

/** Taken in where it was out, left out where it was in. */
export const switchClaim = (state: ClaimSetState, name: OfferedName): ClaimSetState => ({
  chosen: OFFERED_NAMES.filter((one) => state.chosen.includes(one) !== (one === name)),
})
