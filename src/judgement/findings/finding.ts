/** What is one thing to know about a token, where does it stand, and on which paragraph does it rest? ux.md 3.8. */
import type { TextSegment } from '../../token/segment.ts'
import type { JsonMember, JsonObject } from '../../token/jsonText.ts'
import { charactersOfBytes, type Span } from '../../token/spans.ts'
import { objectIn, type TokenReading } from '../../token/readToken.ts'
import { type Assessment, payloadIn } from '../assessment.ts'
import { type FindingId, rules } from './rules.ts'

/** Stop: a server must refuse. Risk: it may be refused or abused. Note: worth knowing. */
export type Severity = 'Stop' | 'Risk' | 'Note'

export interface Finding {
  /** Names the rule’s page in the reference. */
  id: FindingId
  severity: Severity
  /** What is the case. */
  title: string
  /** What follows from it, and what to do. */
  text: string
  /** Characters of the token from 0, end exclusive; null where no stretch of it carries the matter. */
  place: Span | null
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
  place: Span | null = null,
): Finding {
  const [title, text] = words
  return { id, severity, title, text, place, basis: rules[id].basis }
}

/** The characters that carry a member of the header, its name included. */
export function placeInHeader({ reading }: Inspected, member: JsonMember | undefined): Span | null {
  // other forms gather the header from several places
  return reading.joseHeader === objectIn(reading.header)
    ? placeOfMember(reading.header, member)
    : null
}

/** The characters that carry a claim, its name included; null for one that came out of an encrypted token. */
export function placeInPayload(
  { reading }: Inspected,
  member: JsonMember | undefined,
): Span | null {
  return placeOfMember(reading.payload, member)
}

function placeOfMember(segment: TextSegment | null, member: JsonMember | undefined): Span | null {
  return member ? placeOfText(segment, { start: member.nameStart, end: member.value.end }) : null
}

/** The characters of the token that carry a stretch of a part’s text; null where the token does not carry it as base64url. */
export function placeOfText(segment: TextSegment | null, text: Span): Span | null {
  if (segment === null || segment.isApart || segment.write) return null
  const { start, end } = charactersOfBytes(
    { start: segment.byteAt(text.start), end: segment.byteAt(text.end) },
    segment.bytes.length,
  )
  return { start: segment.start + start, end: segment.start + end }
}
