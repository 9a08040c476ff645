/** Which cards are sorted in lesson 6, and where do they belong? */
import type { Bin, Card } from '../boards/sortBoard.ts'

export const FAMILY_BINS: readonly Bin[] = [
  { id: 'jwt', label: 'JWT only' },
  { id: 'both', label: 'Both' },
  { id: 'saml', label: 'SAML only' },
]

export const FAMILY_CARDS: readonly Card[] = [
  {
    id: 'keys',
    text: 'Signed with a key pair from an X.509 certificate',
    bin: 'both',
    reason: 'A certificate carries a public key, and both families can check with it.',
  },
  {
    id: 'canonical',
    text: 'Must be brought into a canonical form before it is signed',
    bin: 'saml',
    reason:
      'XML can be written in many ways that mean the same, so one of them has to be agreed on.',
  },
  {
    id: 'bytes',
    text: 'Signed exactly as the bytes stand',
    bin: 'jwt',
    reason: 'The signing input is the encoded text itself. Nothing is written anew.',
    notIn: {
      saml: 'XML is brought into its canonical form first.',
      both: 'XML is brought into its canonical form first.',
    },
  },
  {
    id: 'issuer',
    text: 'Names its issuer and an end date',
    bin: 'both',
    reason: 'A JWT has `iss` and `exp`. SAML has Issuer and NotOnOrAfter.',
  },
  {
    id: 'header',
    text: 'Short enough for every request',
    bin: 'jwt',
    reason: 'SAML assertions usually travel once, in a form, and are traded for a session.',
    notIn: { both: 'Ten times the size, signature not counted, is too much for every request.' },
  },
  {
    id: 'self',
    text: 'Carries facts about a user, signed by the issuer',
    bin: 'both',
    reason: 'That is the shared idea: the reader trusts the signature and need not ask again.',
  },
]

export const CASE_BINS: readonly Bin[] = [
  { id: 'good', label: 'Good fit' },
  { id: 'poor', label: 'Poor fit' },
]

export const CASE_CARDS: readonly Card[] = [
  {
    id: 'authorization',
    text: 'Authorization: each request shows what you may do',
    bin: 'good',
    reason: 'This is the most common use. The API checks a signature and needs no session.',
  },
  {
    id: 'sso',
    text: 'Single sign-on across several domains',
    bin: 'good',
    reason: 'One issuer signs, many sites check. It is small and needs no shared cookie.',
  },
  {
    id: 'exchange',
    text: 'Information exchange: a bank tells a shop “paid”',
    bin: 'good',
    reason: 'With a key pair the shop knows who wrote it, and that it was not changed.',
  },
  {
    id: 'chat',
    text: 'A chat message',
    bin: 'poor',
    reason: 'It has to be stored, found and deleted, and anybody who holds the token can read it.',
  },
  {
    id: 'cart',
    text: 'A shopping cart',
    bin: 'poor',
    reason: 'It changes all the time. An old token would bring an old cart back.',
  },
]
