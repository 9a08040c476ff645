/** On which paragraph does each fault of form rest, and why does it matter? RFC 7515 §5.2, RFC 7519 §7.2. */
import type { FaultCode } from '../../token/fault.ts'
import type { Rule } from './rule.ts'

export const formRules: Record<FaultCode, Rule> = {
  'part-count': {
    name: 'Too few or too many parts',
    reason:
      'A signed token has three parts with dots between them, an encrypted one five. With any other number nobody can say which part is which.',
    remedy: 'Copy the token again to its end; logs and terminals often cut long lines.',
    basis: 'RFC 7515 section 7.1',
  },
  'cut-out': {
    name: 'A token with a piece cut out',
    reason:
      'Logs and screens shorten long text and write three dots in its place. What they left out cannot be worked out again.',
    remedy: 'Copy the token again from where all of it is shown.',
    basis: 'RFC 7515 section 7.1',
  },
  'empty-header': {
    name: 'The header is empty',
    reason: 'The header says how the token is signed. Without it no server can check anything.',
    remedy: 'Copy the token again from its first character.',
    basis: 'RFC 7515 section 5.2',
  },
  'illegal-character': {
    name: 'A character that cannot be in a token',
    reason: 'Base64url uses A–Z, a–z, 0–9, - and _ only. A server stops reading at any other.',
    remedy: 'Take the character out if it came along in copying, or copy the token again.',
    basis: 'RFC 7515 section 5.2',
  },
  'standard-alphabet': {
    name: 'Base64 instead of base64url',
    reason: 'The characters + and / have another meaning in addresses, so tokens use - and _.',
    remedy: 'Let the issuer use the base64url functions of its library.',
    basis: 'RFC 7515 section 2',
  },
  padding: {
    name: 'Padding at the end of a part',
    reason: 'Tokens leave out the = signs that fill up base64. Strict servers refuse them.',
    remedy: 'Let the issuer leave the padding out before it signs.',
    basis: 'RFC 7515 section 2',
  },
  'impossible-length': {
    name: 'A length that base64url cannot have',
    reason: 'Groups have 2, 3 or 4 characters. One left over carries no whole byte.',
    remedy: 'Copy the token again: one character was lost or added.',
    basis: 'RFC 4648 section 5',
  },
  'unused-bits': {
    name: 'Stray bits in the last character',
    reason:
      'The last character of a part may carry bits that belong to no byte. Several spellings of one signature then verify, which fools lists of used tokens.',
    remedy: 'Compare tokens by their claims, never by their text, and refuse stray bits.',
    basis: 'RFC 4648 section 3.5',
  },
  'not-utf8': {
    name: 'A part that is not UTF-8',
    reason: 'Header and claims are UTF-8 text. Other bytes are read differently by each program.',
    remedy: 'Let the issuer write its text in UTF-8.',
    basis: 'RFC 8725 section 3.7',
  },
  'not-json': {
    name: 'A part that is not JSON',
    reason:
      'The header must be JSON. A payload may be any text, but then the token is a signed message and not a JWT.',
    remedy: 'Mend the JSON where the text says it breaks, then sign again.',
    basis: 'RFC 7519 section 7.2',
  },
  'byte-order-mark': {
    name: 'A byte order mark at the start',
    reason: 'JSON must not start with U+FEFF, and many parsers stop there.',
    remedy: 'Let the issuer write UTF-8 without the mark.',
    basis: 'RFC 8259 section 8.1',
  },
  'duplicate-name': {
    name: 'The same name twice',
    reason:
      'Some parsers take the first, most the last. Two services can then read two different tokens from the same bytes.',
    remedy: 'Fix the issuer, and use a parser that refuses such JSON.',
    basis: 'RFC 7519 section 4',
  },
  'not-an-object': {
    name: 'JSON, but no object',
    reason: 'Header and claims are each one JSON object in { }.',
    remedy: 'Put the values into an object, each under a name.',
    basis: 'RFC 7519 section 7.2',
  },
  'empty-payload': {
    name: 'The payload is empty',
    reason:
      'The content may travel apart from the signature. As it stands, the token claims nothing.',
    remedy: 'Paste the content under Detached payload, or copy the token again.',
    basis: 'RFC 7515 appendix F',
  },
  'alg-missing': {
    name: 'No algorithm',
    reason: 'Without alg nobody can say how to check the token, so a server must refuse it.',
    remedy: 'Let the issuer add alg to the header.',
    basis: 'RFC 7515 section 4.1.1',
  },
  'alg-not-text': {
    name: 'An algorithm that is not text',
    reason: 'alg is a name in quotes. A server must refuse anything else.',
    remedy: 'Let the issuer write the name as text, for instance "HS256".',
    basis: 'RFC 7515 section 4.1.1',
  },
  'b64-without-crit': {
    name: 'b64 false, but not in crit',
    reason:
      'A reader that does not know b64 would check other bytes than the signer signed. So it must be listed as critical.',
    remedy: 'Let the issuer add "crit":["b64"], or leave b64 out.',
    basis: 'RFC 7797 section 6',
  },
  'of-form': {
    name: 'A fault of the JSON or SD-JWT form',
    reason: 'Tokens in JSON and tokens with disclosures have rules of their own for their members.',
    remedy: 'Follow what the finding says of the member it names.',
    basis: 'RFC 7515 section 7.2',
  },
}
