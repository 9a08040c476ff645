/** Why does the server not take a token? CHECK of behaviour.md 2, and what PyJWT 2.6 and SimpleJWT say inside. */
import type { PythonValue } from './pythonValue.ts'
import type { Release } from './release.ts'
import type { Signatures } from './signatures.ts'

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
