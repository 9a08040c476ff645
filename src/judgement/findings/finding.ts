/** What is one thing to know about a token, where does it stand, and on which paragraph does it rest? ux.md 3.8. */
import type { ByteRange } from '../../token/carrier.ts'
import type { JsonMember, JsonObject } from '../../token/jsonText.ts'
import { rangeOfMember } from '../../token/link.ts'
import { objectIn, type TokenReading } from '../../token/readToken.ts'
import { type Assessment, payloadIn } from '../assessment.ts'
import { type FindingId, rules } from './rules.ts'

/** Stop: a server must refuse. Risk: it may be refused or abused. Note: worth knowing. */
export type Severity = 'Stop' | 'Risk' | 'Note'

/**
 * Bytes of the token; the key, or the text around the token, where the matter lies there; null where something is
 * missing, so that nothing carries it.
 */
export type FindingPlace = ByteRange | 'key' | 'pasted text' | null

export interface Finding {
  /** Names the rule’s page in the reference. */
  id: FindingId
  severity: Severity
  /** What is the case. */
  title: string
  /** What follows from it, and what to do. */
  text: string
  place: FindingPlace
  /** "RFC 8725 section 3.1" */
  basis: string
}

/** The token as the rules look at it. */
export interface Inspected {
  reading: TokenReading
  assessment: Assessment
  header: JsonObject | null
  claims: JsonObject | null
  /** True where whoever holds the token can read its claims. */
  isReadable: boolean
}

export function inspect(reading: TokenReading, assessment: Assessment): Inspected {
  return {
    reading,
    assessment,
    header: reading.joseHeader,
    claims: objectIn(payloadIn(reading, assessment)),
    isReadable: reading.payload !== null,
  }
}

/** `words` are title and text, in that order. */
export function find(
  id: FindingId,
  severity: Severity,
  words: readonly [title: string, text: string],
  place: FindingPlace = null,
): Finding {
  const [title, text] = words
  return { id, severity, title, text, place, basis: rules[id].basis }
}

/** Where a member of the header stands, its name included. */
export function placeInHeader(
  { reading }: Inspected,
  member: JsonMember | undefined,
): ByteRange | null {
  const { header, joseHeader } = reading
  // other forms gather the header from several places
  if (!header || !member || joseHeader !== objectIn(header)) return null
  return rangeOfMember(header, 'header', member)
}

/** Where a claim stands, its name included. */
export function placeInPayload(
  { reading, assessment }: Inspected,
  member: JsonMember | undefined,
): ByteRange | null {
  const payload = payloadIn(reading, assessment)
  return payload && member ? rangeOfMember(payload, 'payload', member) : null
}
