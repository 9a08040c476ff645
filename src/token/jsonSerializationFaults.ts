/** Which rules of the JSON forms does a token break, and how is that said? RFC 7515 §7.2, RFC 7516 §7.2.1. */
import type { TokenFault } from './fault.ts'
import type { JsonMember, JsonObject } from './jsonText.ts'
import type { Span } from './spans.ts'
import { quoted } from './visible.ts'

export type FormFault =
  | { code: 'duplicate'; name: string }
  | { code: 'both-forms'; list: string; alone: string }
  | { code: 'no-entries'; list: string }
  | { code: 'header-clash'; name: string }
  | { code: 'no-header' }
  | { code: 'not-an-object'; name: string }
  | { code: 'not-text'; name: string }
  | { code: 'unprotected'; name: string }

/** The fault at its place in the token, with its words. */
export function tellForm(fault: FormFault, { start, end }: Span): TokenFault {
  const [short, title, text] = wordsFor(fault)
  const weight = fault.code === 'duplicate' ? 'warning' : 'fail'
  return { code: 'of-form', weight, short, title, text, start, end }
}

const REFUSE = 'A server must refuse this token'

function wordsFor(fault: FormFault): [short: string, title: string, text: string] {
  switch (fault.code) {
    case 'duplicate': {
      const name = quoted(fault.name)
      return [
        `${name} stands twice in the JSON`,
        `${name} stands twice in the JSON.`,
        'Parsers disagree on which one counts. Its issuer must write it once.',
      ]
    }
    case 'both-forms':
      return [
        `${fault.alone} and ${fault.list} stand side by side`,
        `The token has both ${fault.alone} and ${fault.list}.`,
        `${REFUSE}: two readers could take different ones (RFC 7515 section 7.2.2). Keep one of the two.`,
      ]
    case 'no-entries':
      return [
        `${fault.list} holds none`,
        `${fault.list} must be a list with at least one entry.`,
        `${REFUSE}. Copy it again, or take ${fault.list} out.`,
      ]
    case 'header-clash': {
      const name = quoted(fault.name)
      return [
        `${name} stands in two headers`,
        `${name} stands in more than one header.`,
        `${REFUSE}: the names of its headers must differ (RFC 7515 section 7.2.1). Keep it in the protected one.`,
      ]
    }
    case 'no-header':
      return [
        'no header names an algorithm',
        'The token has no header.',
        'It needs protected or header to say how it was made. Copy it again.',
      ]
    case 'not-an-object':
      return [
        `${fault.name} is no JSON object`,
        `${fault.name} must be a JSON object.`,
        `${REFUSE}. Its issuer must write it in braces.`,
      ]
    case 'not-text':
      return [
        `${fault.name} is no text`,
        `${fault.name} must be base64url text in quotes.`,
        `${REFUSE}. Copy it again.`,
      ]
    case 'unprotected':
      return [
        `${fault.name} stands in the unprotected header`,
        `${fault.name} stands in the unprotected header.`,
        `Anyone on the way could change it there, so it must be in protected (RFC 7515 section 4.1.11). ${REFUSE}.`,
      ]
    default:
      return fault satisfies never
  }
}

/** All members in one object, and the first that stands in two headers. null where there is no header at all. */
export function mergeHeaders(headers: readonly (JsonObject | null)[]): {
  merged: JsonObject | null
  clash: (Span & { name: string }) | null
} {
  const present = headers.filter((header) => header !== null)
  const [first] = present
  if (first === undefined) return { merged: null, clash: null }
  const seen = new Set<string>()
  const members: JsonMember[] = []
  let clash: (Span & { name: string }) | null = null
  for (const header of present) {
    const own = new Set(header.members.map(({ name }) => name))
    for (const name of own)
      if (seen.has(name)) clash ??= { name, start: header.start, end: header.end }
    for (const name of own) seen.add(name)
    members.push(...header.members)
  }
  return { merged: { ...first, members }, clash }
}
