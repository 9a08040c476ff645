/** Which key does a partner get, what can the partner check with it, and what could the partner forge? RFC 8725 §3.1. */
import { readKey } from '../../keys/readKey.ts'
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { encodeBase64url } from '../../token/base64url.ts'
import { readToken } from '../../token/readToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { signReading } from '../../verification/signReading.ts'
import { verifySignature } from '../../verification/verifySignature.ts'

/** The page's own pair, public on purpose like the demo secret: it signs lesson copies and nothing else. */
const PUBLIC_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'ngOqNTQ4M0mZPQc8BUfpii-S3trFr-fLzUZn5e682Y8',
  y: 'Jn1LvRVFPQCJk-OuXh8wEp7HabU3xFVxC0kzT4Tcvjc',
}
const PRIVATE_KEY = { ...PUBLIC_KEY, d: 's13Fpychjlmrs-OOabXVasR3FFjloyziDYrQnCV5qW4' }

/** What you sign with. */
export type Pact = 'HS256' | 'ES256'

export const LOANS = {
  nothing: 'Nothing',
  secret: 'The secret',
  private: 'The private key',
  public: 'The public key',
} as const

export type Loan = keyof typeof LOANS

export const loansFor = (pact: Pact): readonly Loan[] =>
  pact === 'HS256' ? ['nothing', 'secret'] : ['nothing', 'private', 'public']

export interface LoanState {
  /** The claims that you sign, as the lesson's token spells them. */
  payload: string
  pact: Pact
  loan: Loan
}

export interface LoanSeen extends LoanState {
  /** Your token. */
  token: string
  canCheck: boolean
  /** The partner signed other claims, and your server took them for yours. */
  canForge: boolean
}

export const startLoan = (payload: string): LoanState => ({
  payload,
  pact: 'HS256',
  loan: 'nothing',
})

/** Another algorithm has other keys, so what was lent comes back. */
export const choosePact = (state: LoanState, pact: Pact): LoanState => ({
  ...state,
  pact,
  loan: 'nothing',
})

/** All of it happens: the tokens are signed and checked here, by the code that the debugger uses. Never rejects. */
export async function seeLoan(state: LoanState): Promise<LoanSeen> {
  const { payload, pact, loan } = state
  const mine = pact === 'HS256' ? DEMO_SECRET : JSON.stringify(PRIVATE_KEY)
  const mineToCheck = pact === 'HS256' ? DEMO_SECRET : JSON.stringify(PUBLIC_KEY)
  const token = await signWith(mine, pact, payload)
  const lent = KEYS[loan]
  const forged = lent === null ? null : await signWith(lent, pact, '{"sub":"partner","admin":true}')
  return {
    ...state,
    token: token ?? '',
    canCheck: token !== null && lent !== null && (await isGood(token, lent)),
    canForge: forged !== null && (await isGood(forged, mineToCheck)),
  }
}

const KEYS: Record<Loan, string | null> = {
  nothing: null,
  secret: DEMO_SECRET,
  private: JSON.stringify(PRIVATE_KEY),
  public: JSON.stringify(PUBLIC_KEY),
}

/** null where this key cannot sign. */
async function signWith(key: string, alg: Pact, payload: string): Promise<string | null> {
  const header = encodeBase64url(writeUtf8(JSON.stringify({ alg, typ: 'JWT' })))
  const unsigned = `${header}.${encodeBase64url(writeUtf8(payload))}.`
  const signing = await signReading(readToken(unsigned), readKey(key, 'utf8'))
  return signing.kind === 'signed' ? signing.token : null
}

async function isGood(token: string, keyText: string): Promise<boolean> {
  const verdict = await verifySignature({ token, keyText, encoding: 'utf8' })
  return verdict.kind === 'verified'
}
