/** On which paragraph does each matter of a token's contents rest, and why does it matter? RFC 7519 §12, RFC 8259. */
import type { Rule } from './rule.ts'

export const contentRules = {
  'secret-in-claim': {
    name: 'A claim that looks like a secret',
    reason: 'A signed token is readable by all who hold it: apps, services, logs.',
    remedy: 'Take it out of the token, and change it if it was real.',
    basis: 'RFC 7519 section 12',
  },
  'personal-data': {
    name: 'Personal data',
    reason: 'Every service and log that sees the token can read it.',
    remedy: 'Leave out what the API does not need, or encrypt the token.',
    basis: 'RFC 7519 section 12',
  },
  'rounded-number': {
    name: 'A number that JavaScript rounds',
    reason:
      'Many programs hold numbers as doubles, which count exactly up to 9,007,199,254,740,991.',
    remedy: 'Write long identifiers as text.',
    basis: 'RFC 8259 section 6',
  },
  'near-name': {
    name: 'A name that is nearly a registered one',
    reason: 'Names are compared exactly. Expires or Exp does not make a token expire.',
    remedy: 'Use the registered name, spelled exactly so.',
    basis: 'RFC 7519 section 4.1',
  },
  'hidden-mark': {
    name: 'An invisible mark',
    reason: 'Marks that reorder or hide text can make one value look like another.',
    remedy: 'Look at the value character by character, and refuse such names.',
    basis: 'RFC 7515 section 10.13',
  },
  'too-large': {
    name: 'Too large for one header',
    reason:
      'Servers limit the length of a header line. Above it they answer 400 or 431 before any check.',
    remedy: 'Leave out what the server can look up, such as long lists of permissions.',
    basis: 'RFC 9110 section 5.4',
  },
  'double-encoding': {
    name: 'Text that was encoded twice',
    reason:
      'UTF-8 that was read as Latin-1 and written as UTF-8 again shows é as Ã©. Names no longer match.',
    remedy: 'Let the issuer read its text as UTF-8 once, before it writes the token.',
    basis: 'RFC 8259 section 8.1',
  },
} satisfies Record<string, Rule>
