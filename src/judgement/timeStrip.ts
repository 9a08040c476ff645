/** Where do issue, start, end and now of a token stand on one line? ux.md 3.7. */
import { tellDuration } from '../claims/duration.ts'
import { meantDate, tellUtc } from '../claims/numericDate.ts'
import { looksLikeSimpleJwt } from '../claims/simpleJwt.ts'
import { type JsonObject, stringMember } from '../token/jsonText.ts'

export interface TimeStrip {
  /** Seconds; null where the token names no end that can be meant. */
  exp: number | null
  /** In percent of the line; null where there is nothing to draw. Torn: the token does not say when it began. */
  life: { from: number; to: number; isTorn: boolean } | null
  ticks: { name: string; at: number; label: string }[]
  /** The same in words. */
  sentence: string
}

/** Percent of the line where exp stands while it lies ahead, and once it has passed. */
const END_AHEAD = 84
const END_PASSED = 40
const START_AHEAD = 26

const nowTick = (at: number): TimeStrip['ticks'][number] => ({ name: 'now', at, label: '' })

/** The order of events is right, distances are not to scale. All instants are seconds; null claims give an empty line. */
export function layTimeStrip(claims: JsonObject | null, now: number, leeway: number): TimeStrip {
  if (claims === null)
    return { exp: null, life: null, ticks: [nowTick(100)], sentence: 'No dates to show.' }
  const exp = meantDate(claims, 'exp')
  const iat = meantDate(claims, 'iat')
  const nbf = meantDate(claims, 'nbf')
  const begin = nbf ?? iat
  const name = nbf === null ? 'iat' : 'nbf'
  if (exp !== null && begin !== null && exp <= begin)
    return {
      exp,
      life: null,
      ticks: inOrder([
        { name: 'exp', instant: exp },
        { name, instant: begin },
        { name: 'now', instant: now },
      ]),
      sentence: 'It ends before it begins.',
    }
  const isAhead = begin !== null && now < begin - leeway
  const from = isAhead ? START_AHEAD : 0
  const isPast = exp !== null && now >= exp
  const to = exp === null ? 100 : isPast ? END_PASSED : END_AHEAD
  const ticks: TimeStrip['ticks'] = []
  if (begin !== null) ticks.push({ name, at: from, label: labelOf(begin) })
  if (exp !== null) ticks.push({ name: 'exp', at: to, label: labelOf(exp) })
  ticks.push(nowTick(isAhead ? 0 : isPast ? 100 : nowWithin(begin, exp, now, from, to)))
  const life = tellLife(iat, nbf, exp, now)
  return {
    exp,
    life: exp === null && begin === null ? null : { from, to, isTorn: begin === null },
    ticks,
    sentence: exp !== null && now >= exp + leeway ? `${life} ${tellWayOn(kindOf(claims))}` : life,
  }
}

/** Three instants in their order, at equal distances. */
function inOrder(instants: { name: string; instant: number }[]): TimeStrip['ticks'] {
  return instants
    .toSorted((a, b) => a.instant - b.instant)
    .map(({ name, instant }, index) => ({
      name,
      at: index * 42,
      label: name === 'now' ? '' : labelOf(instant),
    }))
}

/** Alive, the place of now is to scale between begin and end; where one is unknown, the middle. */
function nowWithin(
  begin: number | null,
  exp: number | null,
  now: number,
  from: number,
  to: number,
): number {
  if (begin === null || exp === null || exp <= begin) return (from + to) / 2
  return from + Math.max(0, Math.min(1, (now - begin) / (exp - begin))) * (to - from)
}

function tellLife(iat: number | null, nbf: number | null, exp: number | null, now: number): string {
  const sentences: string[] = []
  const begin = iat ?? nbf
  if (iat === null) sentences.push('Its issue time is not in the token.')
  if (exp === null) sentences.push('It names no end.')
  else if (begin !== null && exp > begin)
    sentences.push(`${now < exp ? 'Lives for' : 'Lived'} ${tellDuration(begin, exp)}.`)
  return sentences.join(' ')
}

/** The second half of E15: what gets somebody a token that works. `kind` is the token_type of SimpleJWT, null for any other issuer’s. */
export function tellWayOn(kind: string | null): string {
  const act =
    kind === null
      ? 'Get a new one from its issuer.'
      : kind === 'refresh'
        ? 'Get a new one: log in again.'
        : 'Get a new one: POST the refresh token to /api/token/refresh/.'
  return `${act} If this surprises you, compare the server’s clock.`
}

const kindOf = (claims: JsonObject): string | null =>
  looksLikeSimpleJwt(claims) ? stringMember(claims, 'token_type') : null

const labelOf = (seconds: number): string => tellUtc(seconds).replace(/ UTC$/, '')
