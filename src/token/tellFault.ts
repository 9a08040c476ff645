/** How is a fault of form said: what is the case, where, and what can be done about it? ux.md 7. Loaded late. */
import type { PartName, TokenFault } from './fault.ts'

import type { JsonNode } from './jsonText.ts'
import { habitAt, tellExpectation } from './jsonSyntax.ts'
import { tellHabit } from './tellHabit.ts'
import { nameCharacter } from './nameCharacter.ts'
import { quoted } from './visible.ts'

/** A fault in words: `title` is what and where, `text` why and what to do. Positions count from 1. */
export function tellFault(fault: TokenFault): FaultWords {
  switch (fault.code) {
    case 'part-count':
      return tellPartCount(fault.count, fault.length)
    case 'cut-out':
      return {
        title: `A piece is missing after character ${fault.start}.`,
        text: 'Three dots stand there in its place, as logs write them where they cut a long line. Copy the token again from where all of it is shown.',
      }
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
        text: `Found ‘${fault.character}’ at character ${fault.start + 1}. A strict server refuses this; replace + with - and / with _, and drop =.`,
      }
    case 'padding':
      return {
        title: `${nameOf(fault.part)} ends in padding.`,
        text: `Found ‘=’ at character ${fault.start + 1}. A strict server refuses this; ${
          fault.part === 'header' || fault.part === 'payload'
            ? 'the issuer must leave = out before signing, for the signature covers it.'
            : 'drop =, the bytes stay the same.'
        }`,
      }
    case 'impossible-length':
      return {
        title: `${nameOf(fault.part)} length can’t be right.`,
        text: `${fault.length} ${fault.length === 1 ? 'character leaves' : 'characters leave'} one over; base64url groups are 2, 3 or 4. One character was lost or added.`,
      }
    case 'unused-bits':
      return {
        title: `${nameOf(fault.part)} has stray bits in its last character.`,
        text:
          fault.part === 'signature'
            ? `Character ${fault.start + 1} has ${fault.bits} bits that carry nothing: this is why changing it still verifies. They must be zero, and a strict server refuses this: the end was cut off or the character changed, so copy the token again.`
            : `Character ${fault.start + 1} carries ${fault.bits} bits that belong to no byte, and they are not zero. A strict server refuses this; copy the token again, and if it stays so, the last character was changed or the end was cut off.`,
      }
    case 'not-utf8':
      return {
        title: `${nameOf(fault.part)} isn’t UTF-8 text at byte ${fault.byte + 1} (${hex(fault.found)}).`,
        text:
          fault.part === 'header'
            ? 'A server must refuse this token, for nothing says how to check it. Copy the token again; if it stays so, its issuer must write the header in UTF-8.'
            : 'It may be other data than text; then this is a signed message, not a JWT. If it was meant as text, its issuer must write it in UTF-8.',
      }
    case 'not-json':
      return tellNotJson(fault)
    case 'byte-order-mark':
      return {
        title: `${nameOf(fault.part)} starts with a byte order mark (U+FEFF).`,
        text: 'JSON must not start with one, and many parsers stop there. Its issuer must write UTF-8 without it.',
      }
    case 'duplicate-name':
      return {
        title: `${quoted(fault.name)} appears ${fault.count === 2 ? 'twice' : `${fault.count} times`} in the ${fault.part} (${fault.count === 2 ? '' : 'first at '}bytes ${fault.firstByte + 1} and ${fault.byte + 1}).`,
        text: 'Parsers disagree on which wins. Fix the issuer.',
      }
    case 'not-an-object':
      return {
        title: `${nameOf(fault.part)} is JSON, but not an object (${article(fault.kind)}).`,
        text:
          fault.part === 'payload'
            ? 'The claims of a JWT are one JSON object in { }. This is a signed message, not a JWT.'
            : 'A header is one JSON object in { } that names the algorithm. Copy the token again from its first character.',
      }
    case 'empty-payload':
      return {
        title: 'The payload is empty (0 bytes).',
        text: 'Either its content travels apart from the token (detached), or it was lost. As it stands, it is a signed message, not a JWT.',
      }
    case 'alg-missing':
      return {
        title: 'The header names no algorithm.',
        text: 'alg says how a token is signed or encrypted; without it a server must refuse the token. Its issuer must add it, for instance "alg":"HS256".',
      }
    case 'alg-not-text':
      return {
        title: `alg must be text, but it is ${article(fault.kind)}.`,
        text: 'A server must refuse this token. Its issuer must write the algorithm’s name in quotes, for instance "HS256".',
      }
    case 'b64-without-crit':
      return {
        title: 'The header sets b64 to false without listing it in crit.',
        text: 'RFC 7797 section 6 forbids that, because a reader that does not know b64 would check other bytes. A server must refuse this token; its issuer must add "crit":["b64"].',
      }
    case 'of-form':
      return { title: fault.title, text: fault.text }
    default:
      return fault satisfies never
  }
}

interface FaultWords {
  title: string
  text: string
}

function tellPartCount(count: number, length: number): FaultWords {
  const again = 'Copy the token again to its end; logs often cut long lines.'
  if (count === 1)
    return {
      title: 'Only 1 of 3 parts.',
      text: `There is no dot in ${length === 1 ? 'this 1 character' : `these ${length} characters`}. ${again}`,
    }
  if (count === 2)
    return {
      title: 'Only 2 of 3 parts.',
      text: `The second dot is missing after character ${length}. ${again}`,
    }
  const advice = 'Look for a dot too many, or copy the token again.'
  if (count === 4)
    return {
      title: '4 parts: neither a signed token (3) nor an encrypted one (5).',
      text: `A dot was added, or a part was lost. ${advice}`,
    }
  return {
    title: 'More than 5 parts: no token has that many.',
    text: `A signed token has 3 and an encrypted one 5. ${advice}`,
  }
}

function tellIllegalCharacter(character: string, position: number, part: PartName): FaultWords {
  return {
    title: `Character ${position} (${nameCharacter(character)}) can’t be in a token.`,
    text: `Base64url uses A–Z a–z 0–9 - _ only; the ${part} is read up to there. ${adviseOn(character)}`,
  }
}

function adviseOn(character: string): string {
  if (character === '%') return 'It looks URL-encoded: decode %2E to a dot.'
  if (character === '=')
    return 'Padding stands only at the end of a part: something was joined on, or a dot was lost.'
  if (character === '~') return 'It looks like an SD-JWT: the signed token ends before the first ~.'
  if (character === '…') return 'It was shortened where it was shown: copy the whole token.'
  if (/\s|[\p{Cf}\p{Cc}]/u.test(character)) return 'It came along in copying: take it out.'
  return 'Take it out if it came along in copying, or copy the token again.'
}

function tellNotJson(fault: Extract<TokenFault, { code: 'not-json' }>): FaultWords {
  const { part, byte, text, at, expectation, found } = fault
  const before = textBefore(text, at)
  const after = textFrom(text, at)
  const habit = habitAt(text, at, expectation)
  const shown = found === null ? 'the end' : nameCharacter(found)
  const near = shown.startsWith('‘') ? quoted(before + after) : `after ${quoted(before)}`
  const place = before === '' && (found === null || after === found) ? '' : ` (${near})`
  const remedy =
    part === 'payload' && habit === 'other-text'
      ? 'A signed message may carry any text, but then it is not a JWT'
      : tellHabit(habit)
  return {
    title: `${nameOf(part)} isn’t JSON.`,
    text: `Expected ${tellExpectation(expectation)} at byte ${byte + 1}, found ${shown}${place}. ${remedy}.`,
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

/** Characters shown on either side of a place that is no JSON. */
const MOST_NEAR = 12

function textBefore(text: string, at: number): string {
  const start = Math.max(0, at - MOST_NEAR)
  const isInsidePair = /[\udc00-\udfff]/.test(text.charAt(start))
  return text.slice(isInsidePair ? start + 1 : start, at)
}

/** The word that begins at the fault, or its one character. */
function textFrom(text: string, at: number): string {
  const word = /^[\p{L}\p{N}_$]+/u.exec(text.slice(at, at + MOST_NEAR))?.[0]
  return (
    word ?? String.fromCodePoint(...[text.codePointAt(at)].filter((point) => point !== undefined))
  )
}
