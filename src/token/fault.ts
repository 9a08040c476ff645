/** What is wrong with the form of a token, where, and what can be done about it? RFC 7515 §5.2, RFC 7519 §7.2. */
import type { JsonNode } from './jsonText.ts'

export type PartName = 'header' | 'payload' | 'signature'

/** `start` and `end` are characters of the token from 0, end exclusive; `byte` counts from 0 within the part. */
export type TokenFault = { start: number; end: number } & (
  | { code: 'part-count'; count: number; length: number }
  | { code: 'empty-header' }
  | { code: 'illegal-character'; part: PartName; character: string }
  | { code: 'standard-alphabet'; part: PartName; character: '+' | '/' }
  | { code: 'padding'; part: PartName; count: number }
  | { code: 'impossible-length'; part: PartName; length: number }
  | { code: 'unused-bits'; part: PartName; bits: 2 | 4 }
  | { code: 'not-utf8'; part: PartName; byte: number; found: Uint8Array }
  | {
      code: 'not-json'
      part: PartName
      byte: number
      expected: string
      found: string | null
      before: string
    }
  | { code: 'byte-order-mark'; part: PartName }
  | { code: 'duplicate-name'; part: PartName; name: string; byte: number; firstByte: number }
  | { code: 'not-an-object'; part: PartName; kind: JsonNode['kind'] }
  | { code: 'empty-payload' }
  | { code: 'alg-missing' }
  | { code: 'alg-not-text'; kind: JsonNode['kind'] }
  | { code: 'b64-without-crit' }
)

export type FaultCode = TokenFault['code']

/** How much a fault weighs on the Form rung (decisions.md C). */
export function weighFault(fault: TokenFault): 'fail' | 'warning' {
  switch (fault.code) {
    case 'part-count':
    case 'empty-header':
    case 'illegal-character':
    case 'impossible-length':
    case 'alg-missing':
    case 'alg-not-text':
    case 'b64-without-crit':
      return 'fail'
    case 'not-utf8':
    case 'not-json':
    case 'not-an-object':
      return fault.part === 'header' ? 'fail' : 'warning'
    case 'standard-alphabet':
    case 'padding':
    case 'unused-bits':
    case 'byte-order-mark':
    case 'duplicate-name':
    case 'empty-payload':
      return 'warning'
    default:
      return fault satisfies never
  }
}

/** A fault in words: `title` is what and where, `text` why and what to do. Positions count from 1. */
export function tellFault(fault: TokenFault): { title: string; text: string } {
  switch (fault.code) {
    case 'part-count':
      return tellPartCount(fault.count, fault.length)
    case 'empty-header':
      return {
        title: 'The header is empty.',
        text: 'Nothing stands before the first dot. Copy the token again from its first character.',
      }
    case 'illegal-character':
      return tellIllegalCharacter(fault.character, fault.start + 1, fault.part)
    case 'standard-alphabet':
      return {
        title: `${nameOf(fault.part)} is base64, not base64url.`,
        text: `Found ${fault.character} at character ${fault.start + 1}. A strict server refuses this; replace + with - and / with _, and drop =.`,
      }
    case 'padding':
      return {
        title: `${nameOf(fault.part)} ends in padding.`,
        text: `Found = at character ${fault.start + 1}. RFC 7515 writes base64url without it, and a strict server refuses the token; the signature covers the text with the padding.`,
      }
    case 'impossible-length':
      return {
        title: `${nameOf(fault.part)} length can’t be right.`,
        text: `${fault.length} ${fault.length === 1 ? 'character leaves' : 'characters leave'} one over; base64url groups are 2, 3 or 4. One character was lost or added.`,
      }
    case 'unused-bits':
      return {
        title: `${nameOf(fault.part)} is not written the one right way.`,
        text: `Its last character (character ${fault.start + 1}) has ${fault.bits} bits that carry nothing, and they are not zero. Another last character gives the same bytes; a strict server refuses this one.`,
      }
    case 'not-utf8':
      return {
        title: `${nameOf(fault.part)} isn’t UTF-8 text at byte ${fault.byte + 1} (${hex(fault.found)}).`,
        text: 'It is shown as bytes. If it was meant as text, the issuer wrote it in another encoding.',
      }
    case 'not-json':
      return {
        title: `${nameOf(fault.part)} isn’t JSON.`,
        text: `Expected ${fault.expected} at byte ${fault.byte + 1}, found ${fault.found === null ? 'the end' : quoted(fault.found)}${fault.before === '' ? '' : ` after ${fault.before}`}. ${
          fault.part === 'payload'
            ? 'A payload may be any bytes, but then this is a signed message, not a JWT.'
            : 'A server cannot tell how to check this token. If it was edited by hand, mend it there.'
        }`,
      }
    case 'byte-order-mark':
      return {
        title: `${nameOf(fault.part)} starts with a byte order mark (U+FEFF).`,
        text: 'JSON must not start with one, and many parsers stop there. Save the text as UTF-8 without BOM before it is signed.',
      }
    case 'duplicate-name':
      return {
        title: `${visible(fault.name)} appears twice in the ${fault.part} (bytes ${fault.firstByte + 1} and ${fault.byte + 1}).`,
        text: 'Parsers disagree on which one counts. Fix the issuer.',
      }
    case 'not-an-object':
      return {
        title: `${nameOf(fault.part)} is JSON, but not an object (${article(fault.kind)}).`,
        text:
          fault.part === 'payload'
            ? 'The claims of a JWT are one JSON object. This is a signed message, not a JWT.'
            : 'The header must be one JSON object that names the algorithm.',
      }
    case 'empty-payload':
      return {
        title: 'The payload is empty (0 bytes).',
        text: 'Either its content travels apart from the token (detached), or there is none. It is not a JWT.',
      }
    case 'alg-missing':
      return {
        title: 'The header names no algorithm.',
        text: 'Every signed token says in alg how it was signed; without it a server must refuse the token.',
      }
    case 'alg-not-text':
      return {
        title: `alg must be text, but it is ${article(fault.kind)}.`,
        text: 'Write the algorithm’s name in quotes, for instance "HS256".',
      }
    case 'b64-without-crit':
      return {
        title: 'The header sets b64 to false without listing it in crit.',
        text: 'RFC 7797 section 6 forbids that: a reader that does not know b64 would check other bytes. A server must refuse this token.',
      }
    default:
      return fault satisfies never
  }
}

function tellPartCount(count: number, length: number): { title: string; text: string } {
  const again = 'Copy the token again to its end; logs often cut long lines.'
  if (count === 1)
    return {
      title: 'Only 1 of 3 parts.',
      text: `There is no dot in these ${length} characters. ${again}`,
    }
  if (count === 2)
    return {
      title: 'Only 2 of 3 parts.',
      text: `The second dot is missing after character ${length}. ${again}`,
    }
  if (count === 4)
    return {
      title: '4 parts: neither a signed token (3) nor an encrypted one (5).',
      text: 'Look for a dot too many, or for a part that was lost.',
    }
  return {
    title: 'More than 5 parts: no token has that many.',
    text: 'A signed token has 3 and an encrypted one 5. Look for dots that do not belong.',
  }
}

function tellIllegalCharacter(
  character: string,
  position: number,
  part: PartName,
): { title: string; text: string } {
  const alphabet = `Base64url uses A–Z a–z 0–9 - _ only; the ${part} is read up to there.`
  const hint = character === '%' ? ' It looks URL-encoded: decode %2E to a dot.' : ''
  return {
    title: `Character ${position} (${visible(character)}) can’t be in a token.`,
    text: alphabet + hint,
  }
}

const nameOf = (part: PartName): string => `${part.charAt(0).toUpperCase()}${part.slice(1)}`

const article = (kind: JsonNode['kind']): string =>
  kind === 'null' || kind === 'true' || kind === 'false'
    ? kind
    : kind === 'object' || kind === 'array'
      ? `an ${kind}`
      : `a ${kind}`

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(' ')

const quoted = (text: string): string => (text === '"' ? 'a quote' : visible(text))

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/** A text with every character that has no shape of its own (controls, bidi marks, odd spaces) as U+XXXX. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `U+${code}`
  })
}
