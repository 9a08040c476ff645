/** Does the key-binding JWT tie its holder to this very presentation? RFC 9901 §4.3, §7.3. */
import { type JsonNode, memberNamed, readJson, stringMember } from '../token/jsonText.ts'
import { algorithmOf, claimsSetOf, readToken, type TokenReading } from '../token/readToken.ts'
import { digestOf } from './digest.ts'
import type { DisclosuresReading } from './readDisclosures.ts'

const REQUIRED = { iat: 'number', aud: 'string', nonce: 'string', sd_hash: 'string' } as const

type RequiredClaim = keyof typeof REQUIRED

/** Each but `other-confirmation` makes a verifier reject the token. */
export type KeyBindingFault =
  | { code: 'not-a-jwt' }
  /** `found` is null where there is no `typ` that is text. */
  | { code: 'wrong-type'; found: string | null }
  | { code: 'no-algorithm' }
  | { code: 'unsigned'; spelling: string }
  | { code: 'claim-missing'; name: RequiredClaim }
  | {
      code: 'claim-kind'
      name: RequiredClaim
      wanted: 'number' | 'string'
      found: JsonNode['kind']
    }
  | { code: 'other-presentation' }
  | { code: 'no-holder-key' }
  /** `cnf` names the holder’s key in other ways than by a `jwk` (RFC 7800 §3). */
  | { code: 'other-confirmation'; names: string[] }

export interface KeyBindingReading {
  token: TokenReading
  /** The JWK of the issuer’s `cnf` as text, for whoever checks the signature; null where there is none. */
  holderKey: string | null
  /** Base64url: what `sd_hash` says and what this presentation gives; null where it is missing or can’t be computed. */
  sdHash: { stated: string | null; computed: string | null }
  audience: string | null
  nonce: string | null
  /** Seconds since 1970 as the token spells them. */
  issuedAt: string | null
  faults: KeyBindingFault[]
}

/**
 * Checks what the key-binding JWT says; its signature is not looked at. `issuerJwt` is the issuer’s JWT in compact
 * form, `reading` what its payload and the presented disclosures gave. Never throws.
 */
export function readKeyBinding(
  keyBinding: string,
  issuerJwt: string,
  { hash, disclosures, processed }: DisclosuresReading,
): KeyBindingReading {
  const token = readToken(keyBinding)
  const header = token.header?.json.root ?? null
  const claims = claimsSetOf(token)
  const presented = [issuerJwt, ...disclosures.map(({ text }) => text), ''].join('~')
  const sdHash = { stated: stringMember(claims, 'sd_hash'), computed: digestOf(hash, presented) }
  const cnf = memberNamed(readJson(processed).root, 'cnf')?.value ?? null
  const jwk = memberNamed(cnf, 'jwk')?.value
  const iat = memberNamed(claims, 'iat')?.value
  const faults: KeyBindingFault[] = []
  if (token.form !== 'jws' || header?.kind !== 'object' || claims === null)
    faults.push({ code: 'not-a-jwt' })
  else {
    faults.push(...judgeHeader(header, algorithmOf(token)), ...judgeClaims(claims))
    if (sdHash.stated !== null && sdHash.computed !== null && sdHash.stated !== sdHash.computed)
      faults.push({ code: 'other-presentation' })
  }
  if (jwk?.kind !== 'object') faults.push(judgeConfirmation(cnf))
  return {
    token,
    holderKey: jwk?.kind === 'object' ? processed.slice(jwk.start, jwk.end) : null,
    sdHash,
    audience: stringMember(claims, 'aud'),
    nonce: stringMember(claims, 'nonce'),
    issuedAt: iat?.kind === 'number' ? iat.spelling : null,
    faults,
  }
}

function judgeHeader(header: JsonNode, alg: string | null): KeyBindingFault[] {
  const faults: KeyBindingFault[] = []
  const typ = stringMember(header, 'typ')
  if (typ !== 'kb+jwt') faults.push({ code: 'wrong-type', found: typ })
  if (alg === null) faults.push({ code: 'no-algorithm' })
  else if (alg.toLowerCase() === 'none') faults.push({ code: 'unsigned', spelling: alg })
  return faults
}

function judgeClaims(claims: JsonNode): KeyBindingFault[] {
  const names: RequiredClaim[] = ['iat', 'aud', 'nonce', 'sd_hash']
  return names.flatMap((name): KeyBindingFault[] => {
    const value = memberNamed(claims, name)?.value
    const wanted = REQUIRED[name]
    if (value === undefined) return [{ code: 'claim-missing', name }]
    return value.kind === wanted ? [] : [{ code: 'claim-kind', name, wanted, found: value.kind }]
  })
}

function judgeConfirmation(cnf: JsonNode | null): KeyBindingFault {
  const names = cnf?.kind === 'object' ? cnf.members.map(({ name }) => name) : []
  return names.length === 0 || names.includes('jwk')
    ? { code: 'no-holder-key' }
    : { code: 'other-confirmation', names }
}
