/** Do two tokens come from the same login, as far as their dates tell? ux.md 4.12. */
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { claimsSetOf, type TokenReading } from '../token/readToken.ts'
import type { SummaryLine } from './compareTokens.ts'
import { meantDate, tellUtc } from './numericDate.ts'
import { relateUsers } from './sameUser.ts'
import { isSimpleJwtClaim } from './simpleJwt.ts'
import { readTokenKind } from './tokenKind.ts'

/** What SimpleJWT grants where a project sets nothing, in seconds. */
export const DEFAULT_LIFETIMES = { Access: 5 * 60, Refresh: 24 * 60 * 60 }

type PairKind = keyof typeof DEFAULT_LIFETIMES

interface Dated {
  kind: PairKind
  claims: JsonObject
  iat: number | null
  /** Where `exp` leads back to with the default lifetime, in seconds; null where `iat` says it or `exp` does not. */
  issuedByDefault: number | null
}

/**
 * What the dates of two access or refresh tokens of the same user say of their login. What the tokens say is `read`,
 * what this page makes of it is `inferred`. Empty where nothing follows. Never throws.
 */
export function tellLogin(first: TokenReading, second: TokenReading): SummaryLine[] {
  const a = datedOf(first)
  const b = datedOf(second)
  if (a === null || b === null) return []
  const users = relateUsers(a.claims, b.claims)
  if (users && !(users.isSame && users.isSameIssuer)) return []
  if (a.iat !== null && a.iat === b.iat && a.kind !== b.kind) return tellSameSecond(a.iat)
  return tellByDefaults(a, b)
}

function tellSameSecond(iat: number): SummaryLine[] {
  return [
    {
      certainty: 'read',
      words: `They say: issued in the same second, ${tellUtc(iat)}.`,
    },
    { certainty: 'inferred', words: 'They most likely come from the same login.' },
  ]
}

function tellByDefaults(a: Dated, b: Dated): SummaryLine[] {
  const from = a.issuedByDefault
  const to = b.issuedByDefault
  if (from === null || to === null) return []
  const condition = 'If their lifetimes are SimpleJWT’s defaults'
  if (from === to)
    return a.kind === b.kind
      ? []
      : inferred(
          `${condition}, both were issued at ${tellUtc(from)}, so most likely by the same login.`,
        )
  const isOwn = [a, b].every(({ claims }) => isSimpleJwtClaim('token_type', claims))
  if (!isOwn) return []
  const later = from > to ? a : b
  // the only way to a token without a login
  const exception =
    later.kind === 'Access' ? ', unless a refresh token fetched the later access token' : ''
  return inferred(
    `${condition}, the first was issued at ${tellUtc(from)} and the second at ${tellUtc(to)}, so most likely by different logins${exception}.`,
  )
}

const inferred = (words: string): SummaryLine[] => [{ certainty: 'inferred', words }]

function datedOf(reading: TokenReading): Dated | null {
  const claims = claimsSetOf(reading)
  const { kind } = readTokenKind(reading.header?.json.root ?? null, claims)
  if (claims === null || (kind !== 'Access' && kind !== 'Refresh')) return null
  const exp = meantDate(claims, 'exp')
  const isSilent = exp === null || memberNamed(claims, 'iat') !== undefined
  return {
    kind,
    claims,
    iat: meantDate(claims, 'iat'),
    issuedByDefault: isSilent ? null : exp - DEFAULT_LIFETIMES[kind],
  }
}
