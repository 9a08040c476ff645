/** Does every fault say what is the case, where, and what to do, in words a student can follow? ux.md 7. */
import { describe, expect, test } from 'vitest'
import type { TokenFault } from '../../src/token/fault.ts'
import { tellFault } from '../../src/token/tellFault.ts'
import { weighFault } from '../../src/token/weighFault.ts'

const place = { start: 56, end: 57 }
/** Every code, as it would come from a reading, with its hand-written words and weight. */
const CASES: [TokenFault, 'fail' | 'warning', string, string][] = [
  [
    { code: 'part-count', count: 2, length: 161, ...place },
    'fail',
    'Only 2 of 3 parts.',
    'The second dot is missing after character 161. Copy the token again to its end; logs often cut long lines.',
  ],
  [
    { code: 'part-count', count: 1, length: 42, ...place },
    'fail',
    'Only 1 of 3 parts.',
    'There is no dot in these 42 characters. Copy the token again to its end; logs often cut long lines.',
  ],
  [
    { code: 'part-count', count: 1, length: 1, ...place },
    'fail',
    'Only 1 of 3 parts.',
    'There is no dot in this 1 character. Copy the token again to its end; logs often cut long lines.',
  ],
  [
    { code: 'part-count', count: 4, length: 161, ...place },
    'fail',
    '4 parts: neither a signed token (3) nor an encrypted one (5).',
    'A dot was added, or a part was lost. Look for a dot too many, or copy the token again.',
  ],
  [
    { code: 'part-count', count: 7, length: 161, ...place },
    'fail',
    'More than 5 parts: no token has that many.',
    'A signed token has 3 and an encrypted one 5. Look for a dot too many, or copy the token again.',
  ],
  [
    { code: 'cut-out', start: 60, end: 63 },
    'fail',
    'A piece is missing after character 60.',
    'Three dots stand there in its place, as logs write them where they cut a long line. Copy the token again from where all of it is shown.',
  ],
  [
    { code: 'empty-header', start: 0, end: 0 },
    'fail',
    'The header is empty.',
    'Nothing stands before the first dot. Copy the token again from its first character.',
  ],
  [
    { code: 'illegal-character', part: 'header', character: '%', ...place },
    'fail',
    'Character 57 (‘%’) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the header is read up to there. It looks URL-encoded: decode %2E to a dot.',
  ],
  [
    { code: 'illegal-character', part: 'payload', character: '!', ...place },
    'fail',
    'Character 57 (‘!’) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the payload is read up to there. Take it out if it came along in copying, or copy the token again.',
  ],
  [
    { code: 'illegal-character', part: 'signature', character: '\u200b', ...place },
    'fail',
    'Character 57 (U+200B) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the signature is read up to there. It came along in copying: take it out.',
  ],
  [
    { code: 'illegal-character', part: 'ciphertext', character: '\n', ...place },
    'fail',
    'Character 57 (a line break) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the ciphertext is read up to there. It came along in copying: take it out.',
  ],
  [
    { code: 'illegal-character', part: 'payload', character: '=', ...place },
    'fail',
    'Character 57 (‘=’) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the payload is read up to there. Padding stands only at the end of a part: something was joined on, or a dot was lost.',
  ],
  [
    { code: 'illegal-character', part: 'payload', character: '…', ...place },
    'fail',
    'Character 57 (‘…’) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the payload is read up to there. It was shortened where it was shown: copy the whole token.',
  ],
  [
    { code: 'illegal-character', part: 'signature', character: '~', ...place },
    'fail',
    'Character 57 (‘~’) can’t be in a token.',
    'Base64url uses A–Z a–z 0–9 - _ only; the signature is read up to there. It looks like an SD-JWT: the signed token ends before the first ~.',
  ],
  [
    { code: 'standard-alphabet', part: 'payload', character: '+', start: 70, end: 71 },
    'warning',
    'Payload is base64, not base64url.',
    'Found ‘+’ at character 71. A strict server refuses this; replace + with - and / with _, and drop =.',
  ],
  [
    { code: 'padding', part: 'payload', count: 2, ...place },
    'warning',
    'Payload ends in padding.',
    'Found ‘=’ at character 57. A strict server refuses this; the issuer must leave = out before signing, for the signature covers it.',
  ],
  [
    { code: 'padding', part: 'signature', count: 1, ...place },
    'warning',
    'Signature ends in padding.',
    'Found ‘=’ at character 57. A strict server refuses this; drop =, the bytes stay the same.',
  ],
  [
    { code: 'impossible-length', part: 'payload', length: 125, ...place },
    'fail',
    'Payload length can’t be right.',
    '125 characters leave one over; base64url groups are 2, 3 or 4. One character was lost or added.',
  ],
  [
    { code: 'impossible-length', part: 'signature', length: 1, ...place },
    'fail',
    'Signature length can’t be right.',
    '1 character leaves one over; base64url groups are 2, 3 or 4. One character was lost or added.',
  ],
  [
    { code: 'unused-bits', part: 'signature', bits: 2, ...place },
    'warning',
    'Signature has stray bits in its last character.',
    'Character 57 has 2 bits that carry nothing: this is why changing it still verifies. They must be zero, and a strict server refuses this: the end was cut off or the character changed, so copy the token again.',
  ],
  [
    { code: 'unused-bits', part: 'payload', bits: 4, ...place },
    'warning',
    'Payload has stray bits in its last character.',
    'Character 57 carries 4 bits that belong to no byte, and they are not zero. A strict server refuses this; copy the token again, and if it stays so, the last character was changed or the end was cut off.',
  ],
  [
    { code: 'not-utf8', part: 'payload', byte: 63, found: Uint8Array.of(0xc3, 0x28), ...place },
    'warning',
    'Payload isn’t UTF-8 text at byte 64 (0xC3 0x28).',
    'It may be other data than text; then this is a signed message, not a JWT. If it was meant as text, its issuer must write it in UTF-8.',
  ],
  [
    { code: 'not-utf8', part: 'header', byte: 0, found: Uint8Array.of(0x0f), ...place },
    'fail',
    'Header isn’t UTF-8 text at byte 1 (0x0F).',
    'A server must refuse this token, for nothing says how to check it. Copy the token again; if it stays so, its issuer must write the header in UTF-8.',
  ],
  [
    {
      code: 'not-json',
      part: 'header',
      byte: 9,
      text: '{"typ":1,alg:"x"}',
      at: 9,
      expectation: 'name',
      found: 'a',
      ...place,
    },
    'fail',
    'Header isn’t JSON.',
    'Expected ‘"’ at byte 10, found ‘a’ (‘{"typ":1,alg’). Probably hand-edited; keys need quotes.',
  ],
  [
    { code: 'byte-order-mark', part: 'payload', ...place },
    'warning',
    'Payload starts with a byte order mark (U+FEFF).',
    'JSON must not start with one, and many parsers stop there. Its issuer must write UTF-8 without it.',
  ],
  [
    {
      code: 'duplicate-name',
      part: 'payload',
      name: 'exp',
      count: 2,
      byte: 92,
      firstByte: 23,
      ...place,
    },
    'warning',
    '‘exp’ appears twice in the payload (bytes 24 and 93).',
    'Parsers disagree on which wins. Fix the issuer.',
  ],
  [
    { code: 'duplicate-name', part: 'header', name: '', count: 3, byte: 6, firstByte: 1, ...place },
    'warning',
    '‘’ appears 3 times in the header (first at bytes 2 and 7).',
    'Parsers disagree on which wins. Fix the issuer.',
  ],
  [
    { code: 'not-an-object', part: 'payload', kind: 'array', ...place },
    'warning',
    'Payload is JSON, but not an object (an array).',
    'The claims of a JWT are one JSON object in { }. This is a signed message, not a JWT.',
  ],
  [
    { code: 'not-an-object', part: 'header', kind: 'null', ...place },
    'fail',
    'Header is JSON, but not an object (null).',
    'A header is one JSON object in { } that names the algorithm. Copy the token again from its first character.',
  ],
  [
    { code: 'empty-payload', ...place },
    'warning',
    'The payload is empty (0 bytes).',
    'Either its content travels apart from the token (detached), or it was lost. As it stands, it is a signed message, not a JWT.',
  ],
  [
    { code: 'alg-missing', ...place },
    'fail',
    'The header names no algorithm.',
    'alg says how a token is signed or encrypted; without it a server must refuse the token. Its issuer must add it, for instance "alg":"HS256".',
  ],
  [
    { code: 'alg-not-text', kind: 'number', ...place },
    'fail',
    'alg must be text, but it is a number.',
    'A server must refuse this token. Its issuer must write the algorithm’s name in quotes, for instance "HS256".',
  ],
  [
    { code: 'b64-without-crit', ...place },
    'fail',
    'The header sets b64 to false without listing it in crit.',
    'RFC 7797 section 6 forbids that, because a reader that does not know b64 would check other bytes. A server must refuse this token; its issuer must add "crit":["b64"].',
  ],
]

describe('every fault', () => {
  test.each(CASES)('$code: %#', (fault, weight, title, text) => {
    expect(tellFault(fault)).toEqual({ title, text })
    expect(weighFault(fault)).toBe(weight)
  })

  test('keeps to the house style: two sentences at most, typographic apostrophes, no exclamation', () => {
    for (const [fault] of CASES) {
      const { title, text } = tellFault(fault)
      expect(text.match(/[.?](?= [A-Z]|$)/g)?.length, text).toBeLessThanOrEqual(2)
      expect(`${title} ${text}`).not.toMatch(/[a-z]'[a-z]|!(?!’)|\bvalid|oops/i)
      expect(title).toMatch(/\.$/)
      expect(text).toMatch(/\.$/)
    }
  })
})
