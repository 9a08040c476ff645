/** Which rules judge a token, why does each matter, and on which paragraph does it rest? RFC 8725, 7518, 9068, 6750. */
import { carriageRules } from './carriageRules.ts'
import { contentRules } from './contentRules.ts'
import { formRules } from './formRules.ts'
import type { Rule } from './rule.ts'

const otherRules = {
  unsigned: {
    name: 'Not signed',
    reason: 'With alg none anybody can write the token, whatever it claims.',
    remedy: 'Accept only the algorithms on a list of your own, and never put none on it.',
    basis: 'RFC 8725 section 3.2',
    room: 'alg-none',
  },
  'algorithm-confusion': {
    name: 'A public key used as a secret',
    reason:
      'A server that lets the header choose may take its own public key for an HMAC secret. Everybody has that key, so anybody can then sign.',
    remedy: 'Tie each key to one algorithm, and compare alg with it.',
    basis: 'RFC 8725 section 3.1',
    room: 'alg-confusion',
  },
  'signature-missing': {
    name: 'The signature is missing',
    reason: 'The header promises a signature, but the third part is empty.',
    remedy:
      'Copy the token to its end. If it stays so, somebody took the signature off: refuse it.',
    basis: 'RFC 8725 section 3.3',
  },
  'signature-length': {
    name: 'A signature of the wrong length',
    reason: 'Most algorithms make signatures of one length only. Another length cannot match.',
    remedy: 'Copy the token to its end, and look for a signature in DER form.',
    basis: 'RFC 8725 section 3.3',
  },
  'unknown-algorithm': {
    name: 'An algorithm whose name is nearly a known one',
    reason:
      'alg is compared letter by letter. A reader that does not know the name must refuse the token.',
    remedy: 'Let the issuer write the name exactly as the standard does, for instance HS256.',
    basis: 'RFC 7515 section 4.1.1',
  },
  'critical-extension': {
    name: 'An extension marked as critical',
    reason: 'A reader that does not know an extension named in crit must refuse the token.',
    remedy: 'Use a library that knows it, or leave the extension out.',
    basis: 'RFC 7515 section 4.1.11',
  },
  'weak-secret': {
    name: 'A secret that is too short',
    reason:
      'Whoever has one token can try secrets on their own computer, without asking the server. A short one is soon found.',
    remedy:
      'Make a random secret as long as the hash: 32 bytes for HS256, 48 for HS384, 64 for HS512.',
    basis: 'RFC 7518 section 3.2',
    room: 'weak-secret',
  },
  'public-secret': {
    name: 'A secret that everybody knows',
    reason: 'Documents, tools and leaks print the same few secrets. Attackers try those first.',
    remedy: 'Make a random secret, and change it everywhere it is used.',
    basis: 'RFC 8725 section 3.5',
    room: 'weak-secret',
  },
  'small-rsa': {
    name: 'An RSA key that is too small',
    reason: 'Keys below 2048 bits can be broken with enough computers.',
    remedy: 'Make a key of 2048 bits or more.',
    basis: 'RFC 7518 section 3.3',
  },
  'self-asserted': {
    name: 'Checked with the key the token brought',
    reason:
      'Whoever makes a token can put their own key into it. It proves nothing about the issuer.',
    remedy: 'Take keys from the issuer, never from the token.',
    basis: 'RFC 8725 section 3.10',
    room: 'header-key',
  },
  'private-key': {
    name: 'A private key in the key box',
    reason: 'To check a signature the public half is enough. A private key can sign for its owner.',
    remedy: 'Use the public key, and keep private keys out of web pages.',
    basis: 'RFC 7517 section 9.2',
  },
  'key-label': {
    name: 'A key that is meant for something else',
    reason: 'use, alg and key_ops say what a key is for. Using it otherwise can weaken both uses.',
    remedy: 'Use the key that is marked for signatures with this algorithm.',
    basis: 'RFC 8725 section 3.1',
  },
  'secret-in-header': {
    name: 'A secret or private key in the header',
    reason: 'The header is readable by all. Whoever has this token can sign others like it.',
    remedy: 'Stop using that key at once, and put only public keys into jwk.',
    basis: 'RFC 7515 section 4.1.3',
  },
  'brought-key': {
    name: 'The header brings its own key',
    reason: 'The sender chose the key in jwk or x5c. A server that uses it accepts any sender.',
    remedy: 'Take keys from a place that you configured.',
    basis: 'RFC 8725 section 3.10',
    room: 'header-key',
  },
  'key-address': {
    name: 'The header names an address for the key',
    reason:
      'A server that follows jku or x5u takes keys from a stranger, and can be made to call hosts inside its own network.',
    remedy: 'Follow only addresses on a list of your own, or ignore them.',
    basis: 'RFC 8725 section 3.10',
    room: 'header-key',
  },
  'kid-shape': {
    name: 'A kid that looks like a path, SQL or an address',
    reason: 'kid is used to look up a key. A careless look-up lets the sender choose the key.',
    remedy: 'Compare kid with the names you know, and use it for nothing else.',
    basis: 'RFC 8725 section 3.10',
    room: 'header-key',
  },
  'old-padding': {
    name: 'RSA1_5 encryption',
    reason: 'Servers that answer differently to good and bad padding have given keys away.',
    remedy: 'Use RSA-OAEP-256 or ECDH-ES.',
    basis: 'RFC 8725 section 3.2',
  },
  compressed: {
    name: 'Compressed before encryption',
    reason: 'The length of compressed content can tell what is inside.',
    remedy: 'Leave zip out, and limit what a reader unpacks.',
    basis: 'RFC 8725 section 3.6',
  },
  'few-rounds': {
    name: 'Too few rounds for a password',
    reason: 'Each round makes guessing the password slower. The standard asks for 1,000 at least.',
    remedy: 'Raise p2c, and use a long password.',
    basis: 'RFC 7518 section 4.8.1.2',
  },
  'no-exp': {
    name: 'No expiry',
    reason: 'Without exp a stolen token works for ever.',
    remedy: 'Add exp, and keep the lifetime short.',
    basis: 'RFC 6750 section 5.3',
  },
  'exp-before-iat': {
    name: 'It expired before it was issued',
    reason: 'exp must come after iat, else there is no second in which the token can be used.',
    remedy: 'Look at the issuer’s clock and at its lifetime setting.',
    basis: 'RFC 7519 section 4.1.4',
  },
  'nbf-after-exp': {
    name: 'It may not be used before it expires',
    reason: 'nbf must come before exp, else no server can ever accept the token.',
    remedy: 'Fix the dates at the issuer.',
    basis: 'RFC 7519 section 4.1.5',
  },
  'clock-skew': {
    name: 'Late or early by a few minutes',
    reason:
      'Clocks of two computers are seldom the same. What one takes for expired is still in time for the other.',
    remedy:
      'Set both clocks by the network (NTP), and let the server grant a few seconds of leeway.',
    basis: 'RFC 7519 section 4.1.4',
    field: 'Leeway',
  },
  'iat-in-future': {
    name: 'Issued in the future',
    reason: 'The standard does not forbid it, but some libraries refuse such a token.',
    remedy: 'Compare the clocks of issuer and server, and allow a few seconds of leeway.',
    basis: 'RFC 7519 section 4.1.6',
    field: 'Leeway',
  },
  'date-unit': {
    name: 'A date that is no number of seconds',
    reason:
      'Dates count seconds since 1970. In milliseconds a token seems to live for thousands of years.',
    remedy: 'Divide by 1,000 at the issuer.',
    basis: 'RFC 7519 section 2',
  },
  'date-type': {
    name: 'A date that is not a number',
    reason:
      'Text that looks like a number is no number: strict libraries refuse it, others ignore it.',
    remedy: 'Write the seconds since 1970 as a number, without quotes.',
    basis: 'RFC 7519 section 2',
  },
  'long-life': {
    name: 'A long life',
    reason:
      'A bearer token cannot be called back. The longer it lives, the longer a thief can use it.',
    remedy: 'Give access tokens one hour or less, and renew them with a refresh token.',
    basis: 'RFC 6750 section 5.3',
  },
  'still-alive': {
    name: 'The token is still alive',
    reason: 'Until it expires, whoever holds it can use it.',
    remedy: 'Treat it like a password: do not put it into chats, tickets or logs.',
    basis: 'RFC 6750 section 5.3',
  },
  'no-aud': {
    name: 'No audience',
    reason: 'A token for one service then works at every other that trusts the same issuer.',
    remedy: 'Add aud, and check it at each service.',
    basis: 'RFC 8725 section 3.9',
  },
  'no-iss': {
    name: 'No issuer',
    reason: 'A reader cannot tell which server made the token, nor whose key to use.',
    remedy: 'Add iss where there is more than one issuer, and check it.',
    basis: 'RFC 8725 section 3.8',
  },
  'claim-type': {
    name: 'A registered claim of the wrong type',
    reason:
      'iss, sub and jti are text; aud is text or a list of texts. Strict libraries refuse others.',
    remedy: 'Write the value as text, also where it is a number.',
    basis: 'RFC 7519 section 4.1',
  },
  'refresh-token': {
    name: 'A refresh token',
    reason: 'It fetches new access tokens. APIs must refuse it.',
    remedy: 'Send the access token to the API, and this one only to the issuer.',
    basis: 'RFC 8725 section 3.12',
  },
  'id-token': {
    name: 'An ID token',
    reason: 'It tells an app who signed in, and is not meant for APIs.',
    remedy: 'Send the access token to the API.',
    basis: 'RFC 8725 section 3.12',
  },
  'access-profile': {
    name: 'An access token that lacks what its type asks for',
    reason: 'Type at+jwt promises iss, exp, aud, sub, client_id, iat and jti.',
    remedy: 'Let the issuer add what is missing, or use another type.',
    basis: 'RFC 9068 section 2.2',
  },
} satisfies Record<string, Rule>

export type FindingId =
  | keyof typeof formRules
  | keyof typeof contentRules
  | keyof typeof carriageRules
  | keyof typeof otherRules

export const rules: Readonly<Record<FindingId, Rule>> = {
  ...formRules,
  ...otherRules,
  ...contentRules,
  ...carriageRules,
}
