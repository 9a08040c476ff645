/** What does each part hold and believe at one instant? architecture.md B.6; never changed in place, so instants share what stays. */
import type { MintedToken } from '../simplejwt/mintedToken.ts'
import type { Stores } from '../simplejwt/stores.ts'
import type { Families } from './families.ts'
import { LOGIN_TIME, type Scenario } from './scenario.ts'

export type TokenKind = 'access' | 'refresh' | 'sliding'

/** A token with the name that people use for it. */
export interface IssuedToken {
  /** A1, R1, S1: counted from 1 for each kind, in the order in which they were made. */
  readonly label: string
  readonly kind: TokenKind
  readonly minted: MintedToken
  readonly jti: string
  /** exp and iat, unix seconds. */
  readonly expiresAt: number
  readonly issuedAt: number
  /** Milliseconds since the login. */
  readonly madeAt: number
  readonly madeFor: Party
  /** The token that was sent for it; null after a login. */
  readonly parent: IssuedToken | null
}

export type Party = 'app' | 'thief'

export interface Holding {
  /** A sliding token stands here alone. */
  readonly access: IssuedToken | null
  readonly refresh: IssuedToken | null
}

/** All tabs share it. The app knows its tokens and its own clock, and nothing of what the server remembers. */
interface AppBelief extends Holding {
  readonly page: 'signed in' | 'login page'
  /** What it held last, as a tool or a log file may still hold it. */
  readonly last: Holding
}

/** What the server keeps between requests; `families` stays empty on SimpleJWT. */
export interface Memory {
  readonly stores: Stores
  readonly families: Families
}

export interface World {
  readonly app: AppBelief
  readonly thief: Holding
  readonly memory: Memory
}

export const NOTHING: Holding = { access: null, refresh: null }

/** The token that the holder would send for a new one. */
export function renewable({ access, refresh }: Holding): IssuedToken | null {
  return refresh ?? (access?.kind === 'sliding' ? access : null)
}

/** A claim that is a number, unix seconds; 0 where it is none. */
export function secondsIn(claims: { get(name: string): unknown }, name: string): number {
  const value = claims.get(name)
  return typeof value === 'number' ? value : 0
}

/** What the three clocks show at an instant of the run, unix milliseconds. */
export function clocksAt(
  { clientOffset, apiOffset }: Scenario,
  instant: number,
): { server: number; api: number; client: number } {
  const server = LOGIN_TIME + instant
  return { server, api: server + apiOffset, client: server + clientOffset }
}

/** When the app takes the token for expired, in milliseconds since the login: its own clock may be wrong. */
export function believedEnd({ clientOffset }: Scenario, { expiresAt }: IssuedToken): number {
  return expiresAt * 1000 - clientOffset - LOGIN_TIME
}
