/** Is a claim’s name Registered, Public or Private, and why? RFC 7519 §4.1–4.3, decisions.md E. */
import { publicClaimNames, registeredClaimNames } from './claimNames.ts'

export type ClaimKind = 'Registered' | 'Public' | 'Private'

/**
 * Registered are the seven of RFC 7519 §4.1; Public is any other name of the IANA registry, or one that nobody else
 * can come to choose (§4.2); Private is the rest (§4.3). `reason` is one short sentence. Names are compared exactly.
 */
export function classifyClaim(name: string): { kind: ClaimKind; reason: string } {
  if (registeredClaimNames.has(name))
    return { kind: 'Registered', reason: 'RFC 7519 section 4.1 defines it.' }
  if (publicClaimNames.has(name))
    return { kind: 'Public', reason: 'The IANA registry of JWT claims lists it.' }
  // names are short; a longer one is judged by its beginning, so that its length costs nothing
  const beginning = name.slice(0, 512)
  const form = COLLISION_RESISTANT.find(([, pattern]) => pattern.test(beginning))
  if (form !== undefined) return { kind: 'Public', reason: `Collision-proof: ${form[0]}.` }
  const shadowed = shadowedName(beginning)
  return {
    kind: 'Private',
    reason:
      shadowed === null
        ? 'Only means something to the parties that agreed on it.'
        : `Looks like ${shadowed}, but servers read only that name, spelled exactly so.`,
  }
}

/**
 * RFC 7519 §2 names domain names, OIDs and UUIDs. A bare `a.b` is a domain only under a common top-level domain,
 * because names such as user.id are more often paths; with a path after it (host.tld/claim) any will do.
 */
const COLLISION_RESISTANT: [string, RegExp][] = [
  ['the name contains a domain', /^[a-z][a-z0-9+.-]*:\/\/(?:[^\s/?#@]*@)?[^\s/?#@.]+\.[^\s/?#@]+/i],
  ['the name contains a domain', /^(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|mil|io|dev)$/i],
  [
    'the name contains a domain',
    /^(?:com|org|net|edu|gov|int|mil|io|dev)\.[a-z0-9-]+(?:\.[\w-]+)+$/i,
  ],
  ['the name contains a domain', /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S/i],
  ['the name is an object identifier', /^(?:urn:oid:)?[0-2](?:\.\d+){2,}$/i],
  [
    'the name is a UUID',
    /^(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  ],
  ['the name is a URN', /^urn:[a-z0-9][a-z0-9-]+:\S/i],
]

/** Names that people write for a registered one, in small letters without separators. */
const SYNONYMS = new Map([
  ['issuer', 'iss'],
  ['issuedby', 'iss'],
  ['subject', 'sub'],
  ['audience', 'aud'],
  ['expire', 'exp'],
  ['expires', 'exp'],
  ['expiresat', 'exp'],
  ['expireat', 'exp'],
  ['expiry', 'exp'],
  ['expiration', 'exp'],
  ['expirationtime', 'exp'],
  ['expirationdate', 'exp'],
  ['notbefore', 'nbf'],
  ['validfrom', 'nbf'],
  ['issuedat', 'iat'],
  ['jwtid', 'jti'],
  ['tokenid', 'jti'],
])

/** The registered name that this one was probably meant to be, whatever its case, separators or invisible characters. */
function shadowedName(name: string): string | null {
  const plain = name.replace(/[\p{C}\p{Z}_.-]/gu, '').toLowerCase()
  return registeredClaimNames.has(plain) ? plain : (SYNONYMS.get(plain) ?? null)
}
