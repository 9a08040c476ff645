/** What does a claim say whose value is one text, with that text in the sentence? RFC 7519 §4.1, OpenID Connect Core §5.1. */
import { grouped } from '../token/grouped.ts'
import type { JsonNode } from '../token/jsonText.ts'
import { quoted } from '../token/visible.ts'
import { REFUSED, type Saying, sayWrongType, STUMBLE } from './saying.ts'
import { nameInSentence } from './shortText.ts'

/** The sentence of a claim that must be text, or null where this page does not know the name as such. */
export function sayTextClaim(name: string, node: JsonNode): Saying | null {
  const claim = textClaims.get(name)
  if (claim === undefined) return null
  if (node.kind !== 'string')
    return sayWrongType(name, node, 'text', claim.isMandatedText ? REFUSED : STUMBLE)
  if (node.value === '') return sayEmpty(name)
  return { kind: 'words', words: claim.words(node.value), sequel: claim.sequel }
}

/** The fault of a text that names nothing. */
export function sayEmpty(name: string): Saying {
  return {
    kind: 'fault',
    problem: `${name} is empty text`,
    remedy: 'It names nothing; fill it or leave the claim out.',
  }
}

interface TextClaim {
  words: (value: string) => string
  sequel: string | null
  isMandatedText?: true
}

const DISPLAY = 'It is for display: such names change and are not unique.'

const textClaims = new Map<string, TextClaim>([
  [
    'iss',
    {
      words: (value) => `issued by ${nameInSentence(value)}`,
      sequel: 'A server compares this with the issuer it trusts, to the last character.',
      isMandatedText: true,
    },
  ],
  [
    'sub',
    {
      words: (value) => `speaks for ${nameInSentence(value)}`,
      sequel: 'Another issuer may use the same name for somebody else.',
      isMandatedText: true,
    },
  ],
  [
    'jti',
    {
      words: (value) => `this one token’s own number, ${tellIdForm(value)}`,
      sequel: 'A blacklist stores it to refuse this token and no other.',
      isMandatedText: true,
    },
  ],
  ['name', { words: (value) => `the person’s full name is ${quoted(value)}`, sequel: DISPLAY }],
  [
    'given_name',
    { words: (value) => `the person’s given name is ${quoted(value)}`, sequel: DISPLAY },
  ],
  [
    'family_name',
    { words: (value) => `the person’s family name is ${quoted(value)}`, sequel: DISPLAY },
  ],
  [
    'nickname',
    { words: (value) => `the person is casually called ${quoted(value)}`, sequel: DISPLAY },
  ],
  [
    'preferred_username',
    { words: (value) => `the person likes to be called ${nameInSentence(value)}`, sequel: DISPLAY },
  ],
  [
    'email',
    {
      words: (value) => `the person’s e-mail address is ${nameInSentence(value)}`,
      sequel: 'Find accounts by it only where email_verified is true and you trust the issuer.',
    },
  ],
  [
    'phone_number',
    {
      words: (value) => `the person’s phone number is ${nameInSentence(value)}`,
      sequel: 'Rely on it only where phone_number_verified is true and you trust the issuer.',
    },
  ],
  [
    'sid',
    {
      words: (value) => `belongs to session ${nameInSentence(value)} at the issuer`,
      sequel: 'A logout token names the session to end by this.',
    },
  ],
  [
    'nonce',
    {
      words: (value) => `carries the one-time value ${nameInSentence(value)}`,
      sequel: 'Whoever sent that value compares it, to notice a token from another request.',
    },
  ],
  [
    'azp',
    {
      words: (value) => `issued for the app ${nameInSentence(value)}`,
      sequel: 'An app that finds another id than its own here should not use the token.',
    },
  ],
  [
    'client_id',
    { words: (value) => `the app ${nameInSentence(value)} asked for this token`, sequel: null },
  ],
  [
    'at_hash',
    {
      words: (value) => `came with the access token whose half hash is ${nameInSentence(value)}`,
      sequel: 'If that token hashes to something else, one of the two was swapped.',
    },
  ],
  [
    'c_hash',
    {
      words: (value) => `came with the login code whose half hash is ${nameInSentence(value)}`,
      sequel: 'If that code hashes to something else, one of the two was swapped.',
    },
  ],
  [
    'acr',
    {
      words: (value) => `the sign-in reached level ${nameInSentence(value)}`,
      sequel: 'Issuer and app agree on what the levels mean.',
    },
  ],
  ['token_type', { words: tellTokenType, sequel: null }],
])

function tellTokenType(value: string): string {
  switch (value) {
    case 'access':
      return 'may open the API, cannot fetch new tokens'
    case 'refresh':
      return 'fetches new access tokens, an API refuses it'
    case 'sliding':
      return 'opens the API and is also traded for its own successor'
    default:
      return `the kind of token is ${quoted(value)}`
  }
}

function tellIdForm(value: string): string {
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return 'a UUID'
  const isHex = value.length <= 1000 && /^[0-9a-f]+$/i.test(value)
  return `${grouped(value.length)} ${isHex ? 'hex digit' : 'character'}${value.length === 1 ? '' : 's'}`
}
