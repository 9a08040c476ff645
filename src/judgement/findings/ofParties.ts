/** Does the token say whose it is, whom it is for and which kind it is, as the standards ask? RFC 8725 §3.8–3.12, RFC 9068 §2. */
import { sayKnownClaim } from '../../claims/claimSentences.ts'
import { tellList } from '../../claims/shownInPart.ts'
import { readTokenKind } from '../../claims/tokenKind.ts'
import { type JsonObject, memberNamed, stringMember } from '../../token/jsonText.ts'
import { find, type Finding, type Inspected, placeInHeader, placeInPayload } from './finding.ts'

export function findInParties(inspected: Inspected): Finding[] {
  const { claims } = inspected
  if (claims === null) return []
  return [
    ...ofKind(inspected, claims),
    ...ofNames(claims),
    ...ofTypes(inspected, claims),
    ...ofProfile(inspected, claims),
  ]
}

/** E16. */
export const REFRESH_TOKEN = [
  'This is a refresh token.',
  'APIs answer “Token has wrong type”. Send the access token in the header; send this one only in the body of /api/token/refresh/.',
] as const

/** A token that is good, but not where access tokens go. */
function ofKind(inspected: Inspected, claims: JsonObject): Finding[] {
  const { header } = inspected
  switch (readTokenKind(header, claims).kind) {
    case 'Refresh':
      return [
        find(
          'refresh-token',
          'Note',
          REFRESH_TOKEN,
          placeInPayload(inspected, memberNamed(claims, 'token_type')),
        ),
      ]
    case 'ID':
      return [
        find('id-token', 'Note', [
          'This is an ID token.',
          'It tells an app who signed in. Do not send it to an API: that needs an access token.',
        ]),
      ]
    default:
      return []
  }
}

function ofNames(claims: JsonObject): Finding[] {
  const findings: Finding[] = []
  if (!memberNamed(claims, 'aud'))
    findings.push(
      find('no-aud', 'Note', [
        'No audience: there is no aud claim.',
        'Every service that trusts this issuer will take the token as meant for it. Add aud and check it.',
      ]),
    )
  if (!memberNamed(claims, 'iss'))
    findings.push(
      find('no-iss', 'Note', [
        'No issuer: there is no iss claim.',
        'A reader cannot tell which server made it, nor which key to look up. Add iss where there is more than one.',
      ]),
    )
  return findings
}

/** A registered name with a value of another type: strict libraries refuse the whole token. RFC 7519 §4.1. */
function ofTypes(inspected: Inspected, claims: JsonObject): Finding[] {
  return ['iss', 'sub', 'aud', 'jti'].flatMap((name) => {
    const member = memberNamed(claims, name)
    const saying = member && sayKnownClaim(name, member.value, claims)
    if (saying?.kind !== 'fault' || (member?.value.kind === 'string' && member.value.value === ''))
      return []
    return [
      find(
        'claim-type',
        'Risk',
        [`${saying.problem}.`, saying.remedy],
        placeInPayload(inspected, member),
      ),
    ]
  })
}

/** What RFC 9068 §2.2 asks for besides iss, exp and aud, whose absence is told anyway. */
const REQUIRED = ['sub', 'client_id', 'iat', 'jti']

/** A token that calls itself an access token of RFC 9068 keeps its rules. */
function ofProfile(inspected: Inspected, claims: JsonObject): Finding[] {
  const typ = stringMember(inspected.header, 'typ')?.toLowerCase()
  if (typ !== 'at+jwt' && typ !== 'application/at+jwt') return []
  const missing = REQUIRED.filter((name) => !memberNamed(claims, name))
  if (missing.length === 0) return []
  return [
    find(
      'access-profile',
      'Risk',
      [
        `typ says at+jwt, but ${tellList(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        'An API that follows RFC 9068 may refuse the token. Its issuer must add what is missing.',
      ],
      placeInHeader(inspected, memberNamed(inspected.header, 'typ')),
    ),
  ]
}
