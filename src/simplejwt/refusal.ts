/** Why does the server not take a token? CHECK of behaviour.md 2, and what PyJWT 2.6 and SimpleJWT say inside. */
import type { PythonValue } from './pythonValue.ts'
import type { Release } from './release.ts'
import type { Signatures } from './signatures.ts'
import { nameOf, tellIs, tellTimes } from './tellValue.ts'

/** Claims and the server's clock in unix seconds, leeway in seconds. */
interface Compared {
  readonly seconds: number
  readonly now: number
  readonly leeway: number
}

export type Refusal =
  | { readonly code: 'parts'; readonly count: number }
  | { readonly code: 'base64'; readonly part: 'header' | 'payload' | 'signature' }
  | { readonly code: 'header' }
  | { readonly code: 'detached' }
  | { readonly code: 'algorithm'; readonly found: PythonValue | undefined; readonly wanted: string }
  | { readonly code: 'signature' }
  | { readonly code: 'payload' }
  | { readonly code: 'no-date'; readonly claim: 'iat' | 'nbf' | 'exp'; readonly value: PythonValue }
  | ({ readonly code: 'too-early'; readonly claim: 'iat' | 'nbf' } & Compared)
  | ({ readonly code: 'expired'; readonly claim: string } & Compared)
  /** SimpleJWT's own look at exp and refresh_exp, with the fraction of the second. */
  | ({ readonly code: 'expired-exactly'; readonly claim: string } & Compared)
  | {
      readonly code: 'issuer'
      readonly found: PythonValue | undefined
      readonly wanted: string
    }
  | {
      readonly code: 'audience'
      readonly found: PythonValue | undefined
      readonly wanted: readonly string[]
    }
  | { readonly code: 'blacklisted'; readonly since: number }
  | { readonly code: 'no-expiry'; readonly claim: string }
  | { readonly code: 'no-id'; readonly claim: string }
  | { readonly code: 'no-type'; readonly claim: string }
  | {
      readonly code: 'wrong-type'
      readonly claim: string
      readonly found: PythonValue
      readonly wanted: string
    }

/** Where Python raises what nobody catches: 500. */
export type Crash =
  | { readonly code: 'crash-claim'; readonly claim: string; readonly value: PythonValue }
  | { readonly code: 'crash-no-id'; readonly claim: string }
  | { readonly code: 'crash-depth' }

export type Checked<Claims> =
  | { readonly state: 'passed'; readonly claims: Claims }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'crashed'; readonly crash: Crash }
  /** The signature is not looked at yet: settle these, then ask again. */
  | { readonly state: 'waiting'; readonly on: Signatures }

export const refused = (refusal: Refusal): Checked<never> => ({ state: 'refused', refusal })
export const crashed = (crash: Crash): Checked<never> => ({ state: 'crashed', crash })

/** The text that stands in the body: this is all that a client learns. */
export function messageOf(refusal: Refusal, release: Release): string {
  switch (refusal.code) {
    case 'parts':
    case 'base64':
    case 'header':
    case 'detached':
    case 'algorithm':
    case 'signature':
    case 'payload':
    case 'no-date':
    case 'too-early':
    case 'issuer':
    case 'audience':
      return release.hasExpiredMessage ? 'Token is invalid' : 'Token is invalid or expired'
    case 'expired':
      return release.hasExpiredMessage ? 'Token is expired' : 'Token is invalid or expired'
    case 'expired-exactly':
      return `Token '${refusal.claim}' claim has expired`
    case 'blacklisted':
      return 'Token is blacklisted'
    case 'no-expiry':
      return `Token has no '${refusal.claim}' claim`
    case 'no-id':
      return 'Token has no id'
    case 'no-type':
      return 'Token has no type'
    case 'wrong-type':
      return 'Token has wrong type'
    default:
      return refusal satisfies never
  }
}

/** One or two sentences: what stands in the token, and what this server makes of it. */
export function tellRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'parts':
      return `A token has 3 parts with dots between them, this text has ${refusal.count}.`
    case 'base64':
      return `The ${refusal.part} is not base64url: characters were lost or added.`
    case 'header':
      return 'The header is not a JSON object.'
    case 'detached':
      return 'The header says b64 is false: the payload would have to come by another way.'
    case 'algorithm':
      return refusal.found === undefined
        ? `The header has no alg, this server accepts ${nameOf(refusal.wanted)} only.`
        : `alg is ${nameOf(refusal.found)}, this server accepts ${nameOf(refusal.wanted)} only.`
    case 'signature':
      return 'The signature does not match: another key made it, or the token was changed.'
    case 'payload':
      return 'The signature matches, but the payload is not a JSON object.'
    case 'no-date':
      return `${refusal.claim} ${tellIs(refusal.value)}, which is no date.`
    case 'too-early':
      return tellTooEarly(refusal)
    case 'expired':
    case 'expired-exactly':
      return tellExpired(refusal)
    case 'issuer':
      return tellUnmet('iss', refusal.found, nameOf(refusal.wanted))
    case 'audience':
      return tellUnmet('aud', refusal.found, refusal.wanted.map(nameOf).join(' or '))
    case 'blacklisted': {
      const [since = ''] = tellTimes(refusal.since / 1000)
      return `This token’s id has been on the blacklist since ${since} (UTC).`
    }
    case 'no-expiry':
      return `The token has no ${nameOf(refusal.claim)} claim, and here it must have one.`
    case 'no-id':
      return `The token has no id: the claim ${nameOf(refusal.claim)} is missing.`
    case 'no-type':
      return `The token does not say what it is for: the claim ${nameOf(refusal.claim)} is missing.`
    case 'wrong-type':
      return `${nameOf(refusal.claim)} is ${nameOf(refusal.found)}, only ${refusal.wanted} is accepted here.`
    default:
      return refusal satisfies never
  }
}

/** Refused when now ≥ exp + leeway. */
function tellExpired({ claim, seconds, now, leeway }: { claim: string } & Compared): string {
  const [end = '', clock = '', limit = ''] = tellTimes(seconds, now, seconds + leeway)
  return leeway === 0
    ? `${claim} is ${end}, the server’s clock says ${clock} (UTC): refused from that second on.`
    : `${claim} is ${end}, with ${leeway} s leeway ${limit}. The server’s clock says ${clock} (UTC): refused from then on.`
}

function tellTooEarly({ claim, seconds, now, leeway }: { claim: string } & Compared): string {
  const [start = '', clock = '', limit = ''] = tellTimes(seconds, now, seconds - leeway)
  const from = leeway === 0 ? start : `${start}, with ${leeway} s leeway ${limit}`
  return `${claim} is ${from}. The server’s clock says ${clock} (UTC): refused until then.`
}

function tellUnmet(claim: string, found: PythonValue | undefined, wanted: string): string {
  return found === undefined
    ? `The token has no ${claim}, this server asks for ${wanted}.`
    : `${claim} is ${nameOf(found)}, this server asks for ${wanted}.`
}

/** Why the server itself fell over. */
export function tellCrash(crash: Crash): string {
  switch (crash.code) {
    case 'crash-claim':
      return `${nameOf(crash.claim)} ${tellIs(crash.value)}: Python cannot use it as a date, and the error is caught nowhere.`
    case 'crash-no-id':
      return `The claim ${nameOf(crash.claim)} is missing. The look into the blacklist asks for it, and the error is caught nowhere.`
    case 'crash-depth':
      return 'The JSON is nested too deeply for Python, and the error is caught nowhere.'
    default:
      return crash satisfies never
  }
}
