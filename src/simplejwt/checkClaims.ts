/** Does PyJWT find the claims in order: iat, nbf, exp, iss, aud, one after the other? PyJWT 2.6, CHECK e–i of behaviour.md 2. */
import {
  comparable,
  intOf,
  isList,
  isTruthy,
  type PythonDict,
  type PythonValue,
} from './pythonValue.ts'
import { type Crash, crashed, type Checked, refused } from './refusal.ts'
import type { Settings } from './settings.ts'

/** `at` is unix milliseconds; PyJWT cuts it to whole seconds. */
export function checkClaims(
  claims: PythonDict,
  settings: Settings,
  at: number,
): Checked<PythonDict> {
  const now = Math.floor(at / 1000)
  return (
    checkIssuedAt(claims, now, settings.LEEWAY) ??
    checkNotBefore(claims, now, settings.LEEWAY) ??
    checkExpiry(claims, now, settings.LEEWAY) ??
    checkIssuer(claims, settings.ISSUER) ??
    checkAudience(claims, settings.AUDIENCE) ?? { state: 'passed', claims }
  )
}

type Failed = Checked<never> | null

const crashOn = (claim: string, value: PythonValue): Crash => ({
  code: 'crash-claim',
  claim,
  value,
})

/** iat is compared as it stands, its fraction too; a number in text can be read but not compared. */
function checkIssuedAt(claims: PythonDict, now: number, leeway: number): Failed {
  const value = claims.get('iat')
  if (value === undefined) return null
  const whole = intOf(value)
  if (whole === 'ValueError') return refused({ code: 'no-date', claim: 'iat', value })
  const seconds = comparable(value)
  if (whole === 'crash' || seconds === null) return crashed(crashOn('iat', value))
  if (seconds <= now + leeway) return null
  return refused({ code: 'too-early', claim: 'iat', seconds, now, leeway })
}

function checkNotBefore(claims: PythonDict, now: number, leeway: number): Failed {
  const value = claims.get('nbf')
  if (value === undefined) return null
  const seconds = intOf(value)
  if (seconds === 'ValueError') return refused({ code: 'no-date', claim: 'nbf', value })
  if (seconds === 'crash') return crashed(crashOn('nbf', value))
  if (seconds <= now + leeway) return null
  return refused({ code: 'too-early', claim: 'nbf', seconds, now, leeway })
}

function checkExpiry(claims: PythonDict, now: number, leeway: number): Failed {
  const value = claims.get('exp')
  if (value === undefined) return null
  const seconds = intOf(value)
  if (seconds === 'ValueError') return refused({ code: 'no-date', claim: 'exp', value })
  if (seconds === 'crash') return crashed(crashOn('exp', value))
  if (seconds > now - leeway) return null
  return refused({ code: 'expired', claim: 'exp', seconds, now, leeway })
}

function checkIssuer(claims: PythonDict, wanted: string | null): Failed {
  if (wanted === null) return null
  const found = claims.get('iss')
  return found === wanted ? null : refused({ code: 'issuer', found, wanted })
}

function checkAudience(claims: PythonDict, audience: Settings['AUDIENCE']): Failed {
  if (audience === null) return null
  const wanted = typeof audience === 'string' ? [audience] : audience
  const found = claims.get('aud')
  const named = typeof found === 'string' ? [found] : found
  const isMet =
    isTruthy(found) &&
    isList(named) &&
    named.every((name) => typeof name === 'string') &&
    wanted.some((name) => named.includes(name))
  return isMet ? null : refused({ code: 'audience', found, wanted })
}
