/** Which of a token’s dates cannot be meant, contradict each other or lie too far apart? RFC 7519 §4.1.4–4.1.6, RFC 6750 §5.3. */
import { isWithinSkew } from '../../claims/clockSkew.ts'
import { tellDuration } from '../../claims/duration.ts'
import {
  isMeant,
  meantDate,
  readNumericDate,
  tellUtc,
  type UnclearDate,
} from '../../claims/numericDate.ts'
import { readTokenKind } from '../../claims/tokenKind.ts'
import { tellUnclear } from '../../claims/unclearDate.ts'
import { type JsonObject, memberNamed } from '../../token/jsonText.ts'
import { find, type Finding, type Inspected, placeInPayload } from './finding.ts'
import type { FindingId } from './rules.ts'

/** `now` is the instant judged by, in seconds. */
export function findInTimes(inspected: Inspected, now: number): Finding[] {
  const { claims } = inspected
  if (claims === null) return []
  const place = (name: string): Finding['place'] =>
    placeInPayload(inspected, memberNamed(claims, name))
  return [
    ...['exp', 'nbf', 'iat'].flatMap((name) => ofDate(claims, name, place(name))),
    ...ofOrder(claims, place),
    ...ofLifetime(inspected, claims, place),
    ...ofSkew(claims, now, place),
    ...ofFuture(claims, now, place),
  ]
}

type PlaceOf = (name: string) => Finding['place']

/** A date that cannot be meant: milliseconds, text, no number at all (E14). */
function ofDate(claims: JsonObject, name: string, place: Finding['place']): Finding[] {
  const value = memberNamed(claims, name)?.value
  const reading = value && readNumericDate(value)
  if (!reading || isMeant(reading)) return []
  const { problem, remedy } = tellUnclear(name, reading)
  return [find(ruleOf(reading), 'Risk', [`${problem}.`, remedy], place)]
}

function ruleOf({ kind }: UnclearDate): FindingId {
  switch (kind) {
    case 'finer unit':
    case 'huge':
      return 'date-unit'
    case 'text':
    case 'other type':
      return 'date-type'
    default:
      return kind satisfies never
  }
}

function ofOrder(claims: JsonObject, place: PlaceOf): Finding[] {
  const findings: Finding[] = []
  if (!memberNamed(claims, 'exp'))
    findings.push(
      find('no-exp', 'Risk', [
        'It never expires: there is no exp claim.',
        'Whoever gets hold of it can use it for ever. Add exp, and keep it short.',
      ]),
    )
  const [exp, iat, nbf] = ['exp', 'iat', 'nbf'].map((name) => meantDate(claims, name))
  if (typeof exp === 'number' && typeof iat === 'number' && exp <= iat)
    findings.push(
      find(
        'exp-before-iat',
        'Risk',
        [
          'exp is not after iat.',
          `It ${exp === iat ? 'expires in the second' : `expired ${tellDuration(exp, iat)} before the time`} it says it was issued. Look at the issuer’s clock and lifetime.`,
        ],
        place('exp'),
      ),
    )
  if (typeof exp === 'number' && typeof nbf === 'number' && nbf >= exp)
    findings.push(
      find(
        'nbf-after-exp',
        'Risk',
        [
          'nbf is not before exp.',
          'It expires before it may be used, so no server can ever accept it. Fix the issuer.',
        ],
        place('nbf'),
      ),
    )
  return findings
}

/** One hour, in seconds: RFC 6750 §5.3. */
const LONGEST_BEARER = 3600

/** Tokens that are made to live long, or are no bearer tokens, have no such bound. */
function ofLifetime({ reading }: Inspected, claims: JsonObject, place: PlaceOf): Finding[] {
  const [exp, iat] = ['exp', 'iat'].map((name) => meantDate(claims, name))
  if (typeof exp !== 'number' || typeof iat !== 'number' || exp - iat <= LONGEST_BEARER) return []
  const { kind } = readTokenKind(reading.joseHeader, claims)
  if (kind !== 'Access' && kind !== 'Token') return []
  const life = tellDuration(iat, exp)
  return [
    kind === 'Access'
      ? find(
          'long-life',
          'Risk',
          [
            `This access token lives ${life}.`,
            'RFC 6750 asks for one hour or less, since it cannot be called back once it is stolen. Shorten it, and renew it with a refresh token.',
          ],
          place('exp'),
        )
      : find(
          'long-life',
          'Note',
          [
            `It lives ${life}.`,
            'If it is an access token, RFC 6750 asks for one hour or less. It does not say which kind it is.',
          ],
          place('exp'),
        ),
  ]
}

/** Late or early by so little that the clocks may be to blame. */
function ofSkew(claims: JsonObject, now: number, place: PlaceOf): Finding[] {
  const exp = meantDate(claims, 'exp')
  const nbf = meantDate(claims, 'nbf')
  const isLate = exp !== null && now >= exp && isWithinSkew(exp, now)
  // no clock helps a token that ends before it begins
  const canBegin = nbf !== null && (exp === null || nbf < exp)
  const isEarly = canBegin && now < nbf && isWithinSkew(nbf, now)
  if (!isLate && !isEarly) return []
  return [
    find(
      'clock-skew',
      'Note',
      [
        isLate
          ? `It expired only ${tellDuration(exp, now)} ago.`
          : `It starts in only ${tellDuration(now, nbf ?? now)}.`,
        'Clocks can differ by as much, and a server may grant a leeway for that. Compare the clocks, and try it under Leeway.',
      ],
      place(isLate ? 'exp' : 'nbf'),
    ),
  ]
}

function ofFuture(claims: JsonObject, now: number, place: PlaceOf): Finding[] {
  const iat = meantDate(claims, 'iat')
  if (iat === null || iat <= now) return []
  return [
    find(
      'iat-in-future',
      'Note',
      [
        `iat lies ${tellDuration(now, iat)} ahead.`,
        `It says it was issued at ${tellUtc(iat)}. ${isWithinSkew(iat, now) ? 'Clocks can differ by as much, yet servers without a leeway refuse such a token: compare the clocks.' : 'The standard does not forbid it, but some servers refuse such a token: compare the clocks.'}`,
      ],
      place('iat'),
    ),
  ]
}

/** A token that is not dead must be kept like a password. By the real clock (decisions.md A8). */
export function findAlive({ claims }: Inspected, clock: number): Finding[] {
  const exp = claims && meantDate(claims, 'exp')
  if (exp === null || exp <= clock) return []
  return [
    find('still-alive', 'Note', [
      'This token is still alive.',
      'Until it expires, whoever holds it can use it. Treat it like a password.',
    ]),
  ]
}
