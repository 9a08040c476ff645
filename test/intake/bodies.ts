/** What must be found in JSON bodies, cookies, URLs, settings, recordings and logs? */
import { type Fixture, one, several } from './fixtures.ts'
import { EXAMPLE, LONG, NOTES_ACCESS, NOTES_REFRESH, SHORT } from './tokens.ts'

const PAIR: Fixture['tokens'] = [
  [NOTES_ACCESS, 'Access'],
  [NOTES_REFRESH, 'Refresh'],
]
const TWO_IN_JSON = 'Found 2 tokens in a JSON body: access and refresh.'
const NO_HTTP_ONLY = 'HttpOnly is missing: scripts can read it.'
const NO_SECURE = 'Secure is missing: it also travels over plain http.'
const LOGGED = 'Query strings are logged by servers and proxies.'

const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        request: {
          method: 'GET',
          url: 'https://api.example.com/me',
          headers: [
            { name: 'Host', value: 'api.example.com' },
            { name: 'Authorization', value: `Bearer ${NOTES_ACCESS}` },
          ],
          cookies: [{ value: EXAMPLE, name: 'jwt', httpOnly: true }],
        },
        response: {
          status: 200,
          headers: [],
          content: {
            mimeType: 'application/json',
            text: JSON.stringify({ access: NOTES_ACCESS, refresh: NOTES_REFRESH }),
          },
        },
      },
    ],
  },
})

export const bodies: Fixture[] = [
  several(
    'a JSON pair on one line',
    `{"access":"${NOTES_ACCESS}","refresh":"${NOTES_REFRESH}"}`,
    PAIR,
    TWO_IN_JSON,
  ),
  several(
    'an OAuth answer',
    `{"id_token":"${EXAMPLE}","access_token":"${SHORT}","expires_in":300}`,
    [
      [EXAMPLE, 'ID'],
      [SHORT, 'Access'],
    ],
    'Found 2 tokens in a JSON body: ID and access.',
  ),
  several(
    'a pair deep inside',
    `{"data":{"tokens":{"access_token":"${NOTES_ACCESS}","refresh_token":"${NOTES_REFRESH}"}}}`,
    PAIR,
    TWO_IN_JSON,
  ),
  several(
    'a Python dictionary with a trailing comma',
    `{'access': '${NOTES_ACCESS}', 'refresh': '${NOTES_REFRESH}',}`,
    PAIR,
    TWO_IN_JSON,
  ),
  several(
    'a JavaScript object with bare names',
    `{ access: '${NOTES_ACCESS}', refresh: "${NOTES_REFRESH}" }`,
    PAIR,
    TWO_IN_JSON,
  ),
  several(
    'JSON inside a JSON text',
    JSON.stringify({ body: JSON.stringify({ access: NOTES_ACCESS, refresh: NOTES_REFRESH }) }),
    PAIR,
    TWO_IN_JSON,
  ),
  several(
    'a page of the Django REST framework, which names the refresh token first',
    `HTTP 200 OK\nAllow: POST, OPTIONS\nContent-Type: application/json\nVary: Accept\n\n{\n    "refresh": "${NOTES_REFRESH}",\n    "access": "${NOTES_ACCESS}"\n}`,
    PAIR,
    TWO_IN_JSON,
  ),
  one(
    'a JSON body with one token',
    `{"token": "${EXAMPLE}"}`,
    EXAMPLE,
    'Found in a JSON body, member token.',
  ),
  one(
    'a JSON body that writes its dots as escapes',
    `{"token": "${EXAMPLE.replaceAll('.', '\\u002e')}"}`,
    EXAMPLE,
    'Found in a JSON body, member token. Decoded 2 \\u002e to dots.',
  ),
  one(
    'a member that holds the other kind of token',
    `{"access": "${NOTES_REFRESH}"}`,
    NOTES_REFRESH,
    'Found in a JSON body, member access.',
    {
      tokens: [[NOTES_REFRESH, 'Refresh']],
      warnings: ['It stands where an access token belongs, but says it is a refresh token.'],
    },
  ),
  several(
    'a HAR file',
    har,
    [PAIR[0] ?? ['', ''], [EXAMPLE, null], PAIR[1] ?? ['', '']],
    'Found 3 tokens in a HAR file. Choose one. Left out a repeat of the same token.',
  ),
]

export const cookiesAndAddresses: Fixture[] = [
  one('a bare Set-Cookie line', `Set-Cookie: jwt=${EXAMPLE}`, EXAMPLE, 'Found in cookie `jwt`.', {
    warnings: [NO_HTTP_ONLY, NO_SECURE],
  }),
  one(
    'a Set-Cookie line without HttpOnly',
    `set-cookie: jwt=${EXAMPLE}; Path=/; Secure; SameSite=Lax`,
    EXAMPLE,
    'Found in cookie `jwt`.',
    { warnings: [NO_HTTP_ONLY] },
  ),
  one(
    'a Set-Cookie line with everything',
    `Set-Cookie: access=${NOTES_ACCESS}; expires=Wed, 19 Dec 2018 12:57:39 GMT; HttpOnly; Path=/; Secure`,
    NOTES_ACCESS,
    'Found in cookie `access`.',
    { tokens: [[NOTES_ACCESS, 'Access']] },
  ),
  one('a Cookie line', `Cookie: csrftoken=abc; jwt=${EXAMPLE}`, EXAMPLE, 'Found in cookie `jwt`.'),
  one(
    'a URL with the token in its query',
    `https://app.example.com/cb?token=${EXAMPLE}&next=/`,
    EXAMPLE,
    'Found in a URL query (?token=).',
    { warnings: [LOGGED] },
  ),
  one(
    'a URL over plain http',
    `http://app.example.com/cb?token=${EXAMPLE}`,
    EXAMPLE,
    'Found in a URL query (?token=).',
    {
      warnings: [
        LOGGED,
        'The request goes to app.example.com over plain http: anyone on the way can read the token.',
      ],
    },
  ),
  one(
    'a URL with the token in its fragment',
    `https://app.example.com/cb#access_token=${EXAMPLE}&token_type=bearer`,
    EXAMPLE,
    'Found in a URL fragment (#access_token=). A browser does not send the fragment to the server.',
    { tokens: [[EXAMPLE, 'Access']] },
  ),
  one(
    'a URL with the token in its path, and more path behind it',
    `https://app.example.com/verify/${EXAMPLE}/next`,
    EXAMPLE,
    'Found in the path of a URL.',
    { warnings: ['Paths are logged by servers and proxies.'] },
  ),
  one(
    'a URL that encodes the dots',
    `https://app.example.com/cb?token=${EXAMPLE.replaceAll('.', '%2E')}`,
    EXAMPLE,
    'Found in a URL query (?token=). Decoded 2 %2E to dots.',
    { warnings: [LOGGED] },
  ),
  one(
    'a form body',
    `grant_type=refresh_token&refresh_token=${NOTES_REFRESH}`,
    NOTES_REFRESH,
    'Found in a form body (refresh_token=).',
    { tokens: [[NOTES_REFRESH, 'Refresh']] },
  ),
  one(
    'a line of an .env file',
    `DEBUG=1\nTOKEN=${EXAMPLE}\n`,
    EXAMPLE,
    'Found as the value of TOKEN.',
  ),
  one(
    'an exported variable',
    `export ACCESS_TOKEN="${EXAMPLE}"`,
    EXAMPLE,
    'Found as the value of ACCESS_TOKEN.',
    { tokens: [[EXAMPLE, 'Access']] },
  ),
  one('YAML', `auth:\n  token: ${EXAMPLE}\n`, EXAMPLE, 'Found as the value of token.'),
  several(
    'a log',
    `2024-01-01 INFO user=5 token=${EXAMPLE}\n2024-01-01 INFO token=${SHORT} ok\n2024-01-02 ${LONG}|x\n2024-01-02 ${SHORT}`,
    [
      [EXAMPLE, null],
      [SHORT, null],
      [LONG, null],
    ],
    'Found 3 tokens. Choose one. Left out a repeat of the same token.',
  ),
]
