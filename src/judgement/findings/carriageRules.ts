/** On which paragraph does each fault of a token's way rest, and why does it matter? RFC 6750 §5.3, RFC 9700 §4, RFC 6265. */
import type { Rule } from './rule.ts'

export const carriageRules = {
  'in-address': {
    name: 'A token in an address',
    reason:
      'Addresses are written into logs, histories and the Referer header, where others read them.',
    remedy: 'Send the token in the Authorization header or in the body of a POST request.',
    basis: 'RFC 6750 section 2.3',
  },
  'in-fragment': {
    name: 'A token behind the # of an address',
    reason:
      'The part behind # stays in the browser, but its history keeps it and every script of the page can read it.',
    remedy: 'Take it out of the address at once, or use the authorization code flow.',
    basis: 'RFC 9700 section 4.3.2',
  },
  'plain-http': {
    name: 'Sent without encryption',
    reason: 'Over plain http anyone on the way can read the token and use it.',
    remedy: 'Use https everywhere, this computer’s own addresses apart.',
    basis: 'RFC 6750 section 5.3',
  },
  'cookie-for-scripts': {
    name: 'A cookie that scripts can read',
    reason: 'Without HttpOnly one injected script can take the token away.',
    remedy: 'Set HttpOnly on the cookie.',
    basis: 'RFC 6265 section 4.1.2.6',
  },
  'cookie-in-clear': {
    name: 'A cookie that travels over plain http',
    reason: 'Without Secure the browser also sends it where anyone on the way can read it.',
    remedy: 'Set Secure on the cookie.',
    basis: 'RFC 6265 section 4.1.2.5',
  },
  'cookie-across-sites': {
    name: 'A cookie that other sites can have sent',
    reason:
      'The browser adds the cookie to requests that another site starts, and the server takes them for the user’s own.',
    remedy: 'Set SameSite to Lax or Strict, or check a second value that other sites cannot know.',
    basis: 'RFC 6265 section 8.2',
  },
  'cookie-life': {
    name: 'Cookie and token do not end together',
    reason:
      'A cookie that lasts longer keeps sending an expired token; one that ends first leaves a token behind that still works.',
    remedy: 'Give the cookie the same end as exp.',
    basis: 'RFC 6265 section 4.1.2.1',
  },
  'wrong-place': {
    name: 'A token of another kind in this place',
    reason:
      'Access, refresh and ID tokens look alike. A server that does not tell them apart takes one for another.',
    remedy:
      'Send the access token to the API, the refresh token to the issuer, the ID token to neither.',
    basis: 'RFC 8725 section 3.12',
  },
} satisfies Record<string, Rule>
