/** Would its server take this token at this instant of the run? RFC 7519 §4.1.4, 9700 §4.14.2; ux.md 4.5. */
import { revocationOf } from './families.ts'
import { LOGIN_TIME, type Scenario } from './scenario.ts'
import type { IssuedToken, Memory } from './world.ts'

export type TokenState =
  | 'not yet'
  | 'accepted'
  /** Past exp, and let in by the leeway. */
  | 'in leeway'
  | 'expired'
  /** Rotated away on a server with families: using it again is reuse. */
  | 'replaced'
  | 'blacklisted'
  | 'family revoked'

/** Instants are milliseconds since the login; a start that never comes is Infinity. */
export interface TokenLife {
  readonly start: number
  readonly end: number
  readonly leewayEnd: number
  /** The server looks at the last one first. */
  readonly endings: readonly { readonly at: number; readonly state: TokenState }[]
}

/** `memory` is what the server holds at the last instant asked for. */
export function lifeOf(scenario: Scenario, memory: Memory, token: IssuedToken): TokenLife {
  // a refresh token meets the clock of the authorization server, the others that of the API
  const offset = LOGIN_TIME + (token.kind === 'refresh' ? 0 : scenario.apiOffset)
  const { leeway } = scenario
  const end = token.expiresAt * 1000 - offset
  return {
    // PyJWT compares iat with whole seconds of the clock
    start: Math.ceil((token.issuedAt * 1000 - leeway) / 1000) * 1000 - offset,
    end,
    leewayEnd: end + leeway,
    endings: endingsOf(scenario, memory, token),
  }
}

function endingsOf(
  { reuse, overlap, slide, logout }: Scenario,
  { stores, families }: Memory,
  { kind, jti }: IssuedToken,
): TokenLife['endings'] {
  const isListed = kind === 'refresh' || slide === 'token'
  const endings: { at: number; state: TokenState }[] = []
  const add = (at: number | undefined, state: TokenState): void => {
    if (at !== undefined) endings.push({ at: at - LOGIN_TIME, state })
  }
  if (isListed) add(stores.blacklist.get(jti), 'blacklisted')
  const use = families.spent.get(jti)
  if (use !== undefined && reuse !== 'none') {
    const next = families.spent.get(use.successor)?.at ?? Infinity
    add(Math.max(use.at, Math.min(use.at + overlap, next)), 'replaced')
  }
  if (isListed || logout?.kind === 'access') add(revocationOf(families, jti)?.at, 'family revoked')
  return endings
}

/** As servers look: at the dates first, at their records then. */
export function stateIn(
  { start, end, leewayEnd, endings }: TokenLife,
  instant: number,
): TokenState {
  if (instant >= leewayEnd) return 'expired'
  if (instant < start) return 'not yet'
  const ending = endings.findLast(({ at }) => at <= instant)
  if (ending !== undefined) return ending.state
  return instant >= end ? 'in leeway' : 'accepted'
}

export const isAccepted = (state: TokenState): boolean =>
  state === 'accepted' || state === 'in leeway'
