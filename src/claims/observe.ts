/** What do tokens from outside tell of their own life, and what can only be inferred? ux.md 4.12. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { claimsSetOf, type TokenReading } from '../token/readToken.ts'
import type { SummaryLine } from './compareTokens.ts'
import { meantDate, tellUtc } from './numericDate.ts'
import { DEFAULT_LIFETIMES, tellLogin } from './sameLogin.ts'
import { readTokenKind } from './tokenKind.ts'

/** Instants are NumericDates, seconds. `read` stands in the token, `inferred` follows from SimpleJWT’s defaults. */
interface Instant {
  readonly at: number
  readonly certainty: SummaryLine['certainty']
  readonly why: string
}

export interface ObservedToken {
  /** A1, R1, S1, T1: counted from 1 for each kind. */
  readonly label: string
  readonly kind: 'access' | 'refresh' | 'sliding' | 'other'
  readonly issued: Instant | null
  /** nbf, where it says another instant than iat. */
  readonly starts: number | null
  readonly ends: number | null
  /** refresh_exp of a sliding token. */
  readonly renewableUntil: number | null
  /** What keeps a date from being known, each a sentence. */
  readonly gaps: readonly string[]
}

export interface Observation {
  readonly tokens: readonly ObservedToken[]
  /** Of the first two. */
  readonly login: readonly SummaryLine[]
}

const LETTERS = { access: 'A', refresh: 'R', sliding: 'S', other: 'T' } as const

/** In the order of the readings; those whose claims cannot be read say so. Never throws. */
export function observe(readings: readonly TokenReading[]): Observation {
  const counts = { access: 0, refresh: 0, sliding: 0, other: 0 }
  const tokens = readings.map((reading) => {
    const claims = claimsSetOf(reading)
    const kind = kindOf(reading, claims)
    return observeOne(`${LETTERS[kind]}${++counts[kind]}`, kind, claims)
  })
  const [first, second] = readings
  const login = first && second ? tellLogin(first, second) : []
  return { tokens, login }
}

function kindOf(reading: TokenReading, claims: JsonObject | null): ObservedToken['kind'] {
  const { kind } = readTokenKind(reading.header?.json.root ?? null, claims)
  if (kind === 'Access') return 'access'
  if (kind === 'Refresh') return 'refresh'
  return kind === 'Sliding' ? 'sliding' : 'other'
}

function observeOne(
  label: string,
  kind: ObservedToken['kind'],
  claims: JsonObject | null,
): ObservedToken {
  if (claims === null)
    return {
      label,
      kind,
      issued: null,
      starts: null,
      ends: null,
      renewableUntil: null,
      gaps: [`The claims of ${label} cannot be read, so it has no dates here.`],
    }
  const ends = meantDate(claims, 'exp')
  const issued = issueOf(kind, claims, ends)
  const nbf = meantDate(claims, 'nbf')
  const gaps: string[] = []
  const hasIat = memberNamed(claims, 'iat') !== undefined
  if (issued?.certainty !== 'read')
    gaps.push(
      hasIat
        ? `The iat of ${label} names no date that can be meant.`
        : `Issue time not in the token: ${label} has no iat.`,
    )
  if (ends === null)
    gaps.push(
      memberNamed(claims, 'exp') === undefined
        ? `${label} names no end: it has no exp.`
        : `The exp of ${label} names no date that can be meant.`,
    )
  return {
    label,
    kind,
    issued,
    starts: nbf === null || nbf === issued?.at ? null : nbf,
    ends,
    renewableUntil: kind === 'sliding' ? meantDate(claims, 'refresh_exp') : null,
    gaps,
  }
}

function issueOf(
  kind: ObservedToken['kind'],
  claims: JsonObject,
  ends: number | null,
): Instant | null {
  const iat = meantDate(claims, 'iat')
  if (iat !== null) return { at: iat, certainty: 'read', why: 'iat says so.' }
  if (ends === null || memberNamed(claims, 'iat') !== undefined) return null
  if (kind !== 'access' && kind !== 'refresh') return null
  const [lifetime, words] =
    kind === 'access'
      ? [DEFAULT_LIFETIMES.Access, '5 minutes']
      : [DEFAULT_LIFETIMES.Refresh, '24 hours']
  return {
    at: ends - lifetime,
    certainty: 'inferred',
    why: `If defaults: exp minus ${words}, SimpleJWT’s lifetime where a project sets none.`,
  }
}

/** One row of the twin; one text for each column of the table of events. */
export interface ObservedRow {
  readonly at: number
  readonly time: string
  readonly actor: string
  readonly action: string
  readonly token: string
  readonly status: 'in the token' | 'inferred' | 'now'
  readonly why: string
}

/** In order of time; `now` is seconds. */
export function rowsOf({ tokens }: Observation, now: number): ObservedRow[] {
  const why = 'The instant by which everything here is judged.'
  const rows = tokens.flatMap(rowsOfToken)
  rows.push(rowAt(now, { actor: 'You', action: 'look at it', token: '', status: 'now', why }))
  return rows.toSorted((a, b) => a.at - b.at)
}

const rowAt = (at: number, rest: Omit<ObservedRow, 'at' | 'time'>): ObservedRow => ({
  at,
  time: tellUtc(at),
  ...rest,
})

function rowsOfToken({
  label,
  issued,
  starts,
  ends,
  renewableUntil,
}: ObservedToken): ObservedRow[] {
  const rows: ObservedRow[] = []
  const add = (at: number | null, action: string, claim: string): void => {
    const why = `${claim} says so.`
    if (at !== null)
      rows.push(rowAt(at, { actor: 'Token', action, token: label, status: 'in the token', why }))
  }
  if (issued !== null) {
    const status = issued.certainty === 'read' ? 'in the token' : 'inferred'
    const { at, why } = issued
    rows.push(rowAt(at, { actor: 'Issuer', action: 'made the token', token: label, status, why }))
  }
  add(starts, 'begins', 'nbf')
  add(ends, 'expires', 'exp')
  add(renewableUntil, 'can be renewed no longer', 'refresh_exp')
  return rows
}

/** Seconds, for the simulator; null where the tokens leave a lifetime open. */
export interface Measured {
  readonly access: number | null
  readonly refresh: number | null
  readonly isSliding: boolean
}

/** From issue to end of the first token of each kind. One that names no kind counts as an access token. */
export function measure({ tokens }: Observation): Measured {
  const first = (...kinds: ObservedToken['kind'][]): ObservedToken | undefined =>
    tokens.find(({ kind }) => kinds.includes(kind))
  const sliding = first('access', 'refresh') ? undefined : first('sliding')
  if (sliding)
    return {
      access: span(sliding, 'ends'),
      refresh: span(sliding, 'renewableUntil'),
      isSliding: true,
    }
  return {
    access: span(first('access') ?? first('other'), 'ends'),
    refresh: span(first('refresh'), 'ends'),
    isSliding: false,
  }
}

function span(token: ObservedToken | undefined, until: 'ends' | 'renewableUntil'): number | null {
  const end = token?.[until] ?? null
  const length = end === null || !token?.issued ? 0 : end - token.issued.at
  return length > 0 ? length : null
}
