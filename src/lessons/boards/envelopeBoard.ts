/** How long is the same set of facts as the payload of a JWT, and how long as a SAML assertion? */
import { encodeBase64url } from '../../token/base64url.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { type Fact, factsOf, MORE_FACTS, NOTES_FACTS, writeFacts } from '../facts.ts'
import type { LessonToken } from '../lessonToken.ts'
import { writeAssertion } from './samlAssertion.ts'

export interface EnvelopeState {
  /** Of whom the first facts speak. */
  whose: 'notes' | 'own'
  /** How many facts are in the envelopes, from 1. */
  count: number
}

export interface Envelope {
  /** JSON or XML. */
  text: string
  /** As it travels; characters. */
  encodedLength: number
}

export interface Envelopes {
  facts: readonly Fact[]
  jwt: Envelope
  saml: Envelope
}

/** All facts that this choice has to offer, in the order in which the slider takes them in. */
export function factsToAdd(whose: EnvelopeState['whose'], token: LessonToken): readonly Fact[] {
  const first = whose === 'notes' ? NOTES_FACTS : factsOf(token.claims)
  const names = new Set(first.map(({ name }) => name))
  return [...first, ...MORE_FACTS.filter(({ name }) => !names.has(name))]
}

/** With as many facts as there are at most. */
export function fillEnvelopes({ whose, count }: EnvelopeState, token: LessonToken): Envelopes {
  const facts = factsToAdd(whose, token).slice(0, count)
  const json = writeFacts(facts)
  const xml = writeAssertion(facts)
  const bytes = writeUtf8(xml).length
  return {
    facts,
    jwt: { text: json, encodedLength: encodeBase64url(writeUtf8(json)).length },
    // SAML’s bindings use base64 with its padding
    saml: { text: xml, encodedLength: Math.ceil(bytes / 3) * 4 },
  }
}

/** How many facts a JWT’s payload holds before it is as long as an assertion with the notes’ three facts. */
export function factsForTheSameRoom(token: LessonToken): number {
  const room = fillEnvelopes({ whose: 'notes', count: NOTES_FACTS.length }, token).saml
  let count = NOTES_FACTS.length
  const last = factsToAdd('notes', token).length
  while (
    count < last &&
    fillEnvelopes({ whose: 'notes', count }, token).jwt.encodedLength < room.encodedLength
  )
    count++
  return count
}
