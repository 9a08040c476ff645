/** What should be said about a token beyond the five rungs, how grave is it, and what is to be done? ux.md 3.8. */
import { tellDuration } from '../claims/duration.ts'
import { isMeant, meantDate, readNumericDate, tellUnclear } from '../claims/numericDate.ts'
import { readTokenKind } from '../claims/tokenKind.ts'
import { tellFault } from '../token/tellFault.ts'
import { weighFault } from '../token/weighFault.ts'
import { visible } from '../token/visible.ts'
import { type JsonObject, memberNamed } from '../token/jsonText.ts'
import { objectIn, type TokenReading } from '../token/readToken.ts'
import { type Assessment, payloadIn } from './assessment.ts'
import { findInHeader } from './headerFindings.ts'

export interface Finding {
  /** Stop: a server must refuse. Risk: it may be refused or abused. Note: worth knowing. */
  severity: 'Stop' | 'Risk' | 'Note'
  title: string
  text: string
}

const RANK = { Stop: 0, Risk: 1, Note: 2 } as const

/** The gravest first. `clock` is this computer's own time in seconds, whatever instant the token is judged at. */
export function findFindings(
  reading: TokenReading,
  assessment: Assessment,
  clock: number,
): Finding[] {
  if (reading.form === 'empty') return []
  const claims = objectIn(payloadIn(reading, assessment))
  const findings = [
    ...ofForm(reading),
    ...ofVerdict(assessment),
    ...(claims ? [...ofTime(claims), ...ofParties(reading, claims)] : []),
    ...findInHeader(reading),
    ...ofHiddenMarks(reading),
  ]
  if (claims && !findings.some(({ severity }) => severity === 'Stop'))
    findings.push(...ofLife(claims, clock))
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}

function ofForm(reading: TokenReading): Finding[] {
  return reading.faults.map((fault) => ({
    severity: weighFault(fault) === 'fail' ? 'Stop' : 'Risk',
    ...tellFault(fault),
  }))
}

const stop = (title: string, text: string): Finding => ({ severity: 'Stop', title, text })

/** Where the headline names a graver fault of the same secret. */
const PUBLIC_SECRET: Finding = {
  severity: 'Risk',
  title: 'Everybody knows this secret.',
  text: 'It stands in public lists of leaked secrets, which attackers try first. Make a random one.',
}

/** Verdicts that mean a server must refuse, and keys that make a good signature weak. */
function ofVerdict({ verdict, told }: Assessment): Finding[] {
  const { state, lead, rest } = told
  switch (verdict.kind) {
    case 'refused-header':
      // the faults of form tell that one already
      return verdict.refusal.code === 'b64-without-crit' ? [] : [stop(lead, rest)]
    case 'unsigned':
    case 'signature-missing':
    case 'wrong-length':
      return [stop(lead, rest)]
    case 'unusable-key':
      return verdict.reason.code === 'public-as-secret'
        ? [stop(lead.replace(/^Stop: /, ''), rest)]
        : []
    case 'verified':
      return [
        ...(state === 'warning' ? [{ severity: 'Risk' as const, title: lead, text: rest }] : []),
        ...(verdict.concerns.slice(1).some(({ code }) => code === 'public-secret')
          ? [PUBLIC_SECRET]
          : []),
      ]
    default:
      return []
  }
}

function ofTime(claims: JsonObject): Finding[] {
  const findings: Finding[] = ['exp', 'nbf', 'iat'].flatMap((name) => ofDate(claims, name))
  if (!memberNamed(claims, 'exp'))
    findings.push({
      severity: 'Risk',
      title: 'It never expires: there is no exp claim.',
      text: 'Whoever gets hold of it can use it for ever. Add exp, and keep it short.',
    })
  const [exp, iat, nbf] = ['exp', 'iat', 'nbf'].map((name) => meantDate(claims, name))
  if (typeof exp === 'number' && typeof iat === 'number' && exp <= iat)
    findings.push({
      severity: 'Risk',
      title: 'exp is not after iat.',
      text: `It ${exp === iat ? 'expires in the second' : `expired ${tellDuration(exp, iat)} before the time`} it says it was issued. Look at the issuer’s clock and lifetime.`,
    })
  if (typeof exp === 'number' && typeof nbf === 'number' && nbf >= exp)
    findings.push({
      severity: 'Risk',
      title: 'nbf is not before exp.',
      text: 'It expires before it may be used, so no server can ever accept it. Fix the issuer.',
    })
  return findings
}

/** A date that cannot be meant: milliseconds, text, no number at all (E14). */
function ofDate(claims: JsonObject, name: string): Finding[] {
  const value = memberNamed(claims, name)?.value
  const reading = value && readNumericDate(value)
  if (!reading || isMeant(reading)) return []
  const { problem, remedy } = tellUnclear(name, reading)
  return [{ severity: 'Risk', title: `${problem}.`, text: remedy }]
}

function ofParties(reading: TokenReading, claims: JsonObject): Finding[] {
  const findings: Finding[] = []
  const { kind } = readTokenKind(reading.joseHeader, claims)
  if (kind === 'Refresh')
    findings.push({
      severity: 'Note',
      title: 'This is a refresh token.',
      text: 'APIs answer “Token has wrong type”. Send the access token in the header; send this one only in the body of the refresh request.',
    })
  if (!memberNamed(claims, 'aud'))
    findings.push({
      severity: 'Note',
      title: 'No audience: there is no aud claim.',
      text: 'Every service that trusts this issuer will take the token as meant for it. Add aud and check it.',
    })
  if (!memberNamed(claims, 'iss'))
    findings.push({
      severity: 'Note',
      title: 'No issuer: there is no iss claim.',
      text: 'A reader cannot tell which server made it, nor which key to look up. Add iss where there is more than one.',
    })
  return findings
}

/** By the real clock, whatever instant the token is judged at (decisions.md A8). */
function ofLife(claims: JsonObject, clock: number): Finding[] {
  const exp = meantDate(claims, 'exp')
  if (exp === null || exp <= clock) return []
  return [
    {
      severity: 'Note',
      title: 'This token is still alive.',
      text: 'Until it expires, whoever holds it can use it. Treat it like a password.',
    },
  ]
}

const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/u

/** Marks that reorder or hide what stands beside them. */
function ofHiddenMarks({ header, payload }: TokenReading): Finding[] {
  return [
    ['header', header?.decoded.text] as const,
    ['payload', payload?.decoded.text] as const,
  ].flatMap(([part, text]) => {
    const mark = text?.match(HIDDEN)?.[0]
    if (mark === undefined) return []
    return [
      {
        severity: 'Risk' as const,
        title: `The ${part} holds an invisible mark (${visible(mark)}).`,
        text: 'It can make text look other than it is. The claims spell it out; look twice at that value.',
      },
    ]
  })
}
