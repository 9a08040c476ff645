/** What must be said of a paste that holds no token? */
import { type Fixture, none } from './fixtures.ts'

const opaque = (name: string, raw: string, shape: string): Fixture =>
  none(name, raw, 'other', `Not a JWT: looks like ${shape}. There is nothing to decode here.`)

const garbage = (raw: string, these: string): Fixture =>
  none(
    `garbage: ${JSON.stringify(raw)}`,
    raw,
    'garbage',
    `No token found. ${these} no xxxxx.yyyyy.zzzzz pattern. Paste a token, an Authorization header, a curl command or a JSON response.`,
  )

export const opaqueTokens: Fixture[] = [
  opaque(
    'PASETO',
    'v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIn1v7n',
    'a PASETO v4 token',
  ),
  opaque(
    'GitHub',
    `curl -H 'Authorization: token ghp_${'a1B2'.repeat(9)}' https://api.github.com`,
    'a GitHub personal access token',
  ),
  opaque('Google', 'Bearer ya29.a0AfH6SMBxxxxxxxxxxxxxx', 'a Google OAuth access token'),
  opaque('Fernet', `gAAAAABh${'x'.repeat(60)}`, 'a Fernet token'),
  opaque('a Django session', 'sessionid=abcdefghijklmnopqrstuvwxyz012345', 'a Django session id'),
  opaque(
    'a DRF token',
    'Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b',
    'a Django REST framework token',
  ),
  opaque(
    'Basic credentials',
    'Authorization: Basic dXNlcjpwYXNz',
    'Basic credentials, a user name and a password',
  ),
  opaque(
    'SAML',
    '<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">',
    'SAML or another XML text',
  ),
  opaque('SAML in base64', `PHNhbWwy${'OkFz'.repeat(8)}`, 'SAML in base64'),
  opaque('a UUID', '123e4567-e89b-12d3-a456-426614174000', 'a UUID'),
  opaque('AWS', 'AKIAIOSFODNN7EXAMPLE', 'an AWS access key id'),
  opaque('Slack', 'xoxb-123456789012-abc', 'a Slack token'),
  opaque('a macaroon', 'MDAxY2xvY2F0aW9uIGh0dHA6Ly9teWJhbmsvCjAwMjZpZGVudGlmaWVy', 'a macaroon'),
  opaque(
    'a Flask session, which has three parts too',
    `eyJ1c2VyIjoxfQ.Zq1abc.${'a'.repeat(27)}`,
    'a session signed by Flask',
  ),
  opaque(
    'a value signed by Django',
    `eyJ1c2VyIjoxfQ:1tABCD:${'a'.repeat(43)}`,
    'a value signed by Django',
  ),
]

export const nothingFound: Fixture[] = [
  none('no text', '', 'nothing', ''),
  none('white space', ' \n\t\u200b ', 'nothing', ''),
  garbage('a', 'This 1 character contains'),
  garbage('hello world', 'These 11 characters contain'),
  garbage('www.example.com', 'These 15 characters contain'),
  garbage('api.example.com', 'These 15 characters contain'),
  none(
    'an address',
    'https://login.example.com/.well-known/jwks.json',
    'garbage',
    'No token found. That is an address, and this page fetches nothing. Open it yourself and paste what it answers.',
  ),
  none(
    'header and claims, decoded',
    '{"alg":"HS256","typ":"JWT"}\n{"sub":"1","exp":1545224259}',
    'garbage',
    'No token found. These are the header and the claims of a token, already decoded. Paste the token itself.',
  ),
  none(
    'the body of a PEM without its marker lines',
    `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${'AB12'.repeat(20)}`,
    'key',
    'That is a key, not a token: placed in the key box.',
  ),
  none(
    'a public key of SSH',
    `ssh-ed25519 AAAA${'C3Nz'.repeat(12)} me@here`,
    'key',
    'That is a key, not a token: placed in the key box.',
  ),
  garbage('1.2.3', 'These 5 characters contain'),
  garbage('settings.py', 'These 11 characters contain'),
  garbage('me@example.com', 'These 14 characters contain'),
  garbage('{"a":1.5}', 'These 9 characters contain'),
  garbage('eyes', 'These 4 characters contain'),
  {
    ...none(
      'a command without a token',
      'curl https://api.example.com/',
      'garbage',
      'No token found: this curl command carries none. Paste the response to GET https://api.example.com/ instead.',
    ),
    request: { method: 'GET', url: 'https://api.example.com/' },
  },
]
