/** What must be found in headers and in the commands of curl, wget, HTTPie and PowerShell? */
import { type Fixture, one } from './fixtures.ts'
import { EXAMPLE, NOTES_ACCESS, NOTES_REFRESH, wrap } from './tokens.ts'

const ME = { method: 'GET', url: 'https://api.example.com/me' }
const REFRESH = { method: 'POST', url: 'https://api.example.com/refresh' }
const IN_HEADER = 'Found in an Authorization header (scheme: Bearer).'
const IN_CURL = 'Found in a curl command, header Authorization.'
const IN_POWERSHELL = 'Found in a PowerShell command, header Authorization.'

const curl = (name: string, raw: string, more: Partial<Fixture> = {}): Fixture =>
  one(name, raw, EXAMPLE, IN_CURL, { request: ME, ...more })

export const headers: Fixture[] = [
  one('a lone Bearer scheme', `Bearer ${EXAMPLE}`, EXAMPLE, IN_HEADER),
  one(
    'a lone JWT scheme',
    `JWT ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (scheme: JWT).',
  ),
  one(
    'a lone Token scheme',
    `Token ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (scheme: Token).',
  ),
  one(
    'a lone DPoP scheme',
    `DPoP ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (scheme: DPoP).',
  ),
  one('an Authorization header', `Authorization: Bearer ${EXAMPLE}`, EXAMPLE, IN_HEADER),
  one(
    'an Authorization header in small letters',
    `authorization:bearer ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (scheme: bearer).',
  ),
  one(
    'an Authorization header without a scheme',
    `Authorization: ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (no scheme).',
  ),
  one(
    'a Proxy-Authorization header',
    `Proxy-Authorization: Bearer ${EXAMPLE}`,
    EXAMPLE,
    'Found in a Proxy-Authorization header (scheme: Bearer).',
  ),
  one(
    'a header of its own',
    `X-Auth-Token: ${EXAMPLE}`,
    EXAMPLE,
    'Found in an X-Auth-Token header.',
  ),
  one(
    'a whole request',
    `GET /hello/ HTTP/1.1\r\nHost: api\r\nAuthorization: Bearer ${EXAMPLE}\r\nAccept: */*\r\n\r\n`,
    EXAMPLE,
    IN_HEADER,
  ),
  one(
    'a header folded over lines, with another header behind it',
    `Authorization: Bearer ${wrap(EXAMPLE, 60, '\r\n ')}\r\nAccept: */*`,
    EXAMPLE,
    `${IN_HEADER} Removed 2 line breaks and 2 spaces that can’t be part of a token.`,
  ),
  one(
    'a header whose token has a space in it',
    `Authorization: Bearer ${EXAMPLE.slice(0, 52)} ${EXAMPLE.slice(52)}`,
    EXAMPLE,
    `${IN_HEADER} Removed 1 space that can’t be part of a token.`,
    {
      warnings: [
        '`Authorization: Bearer` has 3 words. Servers expect exactly two: the scheme and the token. Remove the space after character 52 of the token.',
      ],
    },
  ),
  one(
    'a header with its scheme written twice',
    `Authorization: Bearer bearer ${EXAMPLE}`,
    EXAMPLE,
    'Found in an Authorization header (scheme: bearer).',
    {
      warnings: [
        '`Bearer` stands twice before the token. Servers expect exactly two words: the scheme and the token. Take one `Bearer` out.',
      ],
    },
  ),
  one(
    'what Django shows of a header',
    `'HTTP_AUTHORIZATION': 'Bearer ${EXAMPLE}',`,
    EXAMPLE,
    IN_HEADER,
  ),
  one(
    'the headers of a fetch call',
    `fetch("https://api.example.com/me", {\n  "headers": {\n    "authorization": "Bearer ${EXAMPLE}"\n  }\n});`,
    EXAMPLE,
    IN_HEADER,
  ),
]

export const commands: Fixture[] = [
  curl(
    'curl for bash, single quotes',
    `curl https://api.example.com/me -H 'Authorization: Bearer ${EXAMPLE}'`,
  ),
  curl(
    'curl for bash, double quotes',
    `curl -H "Authorization: Bearer ${EXAMPLE}" https://api.example.com/me`,
  ),
  curl(
    "curl for bash, $'…'",
    `curl -H $'Authorization: Bearer ${EXAMPLE}' https://api.example.com/me`,
  ),
  curl(
    'curl with a prompt before it',
    `$ curl https://api.example.com/me -H 'Authorization: Bearer ${EXAMPLE}'`,
  ),
  curl(
    'curl for bash over lines, as a browser copies it',
    `curl 'https://api.example.com/me' \\\n  -H 'accept: */*' \\\n  -H 'authorization: Bearer ${EXAMPLE}' \\\n  --compressed`,
  ),
  curl(
    'curl for cmd over lines',
    `curl "https://api.example.com/me" ^\r\n  -H "accept: */*" ^\r\n  -H "Authorization: Bearer ${EXAMPLE}"`,
  ),
  curl(
    'curl for cmd with ^" quotes, as a browser copies it',
    `curl ^"https://api.example.com/me^" ^\r\n  -H ^"authorization: Bearer ${EXAMPLE}^"`,
  ),
  curl(
    'curl.exe for PowerShell over lines',
    `curl.exe https://api.example.com/me \`\n  -H "Authorization: Bearer ${EXAMPLE}"`,
  ),
  curl(
    'curl --header=…',
    `curl --header="Authorization: Bearer ${EXAMPLE}" https://api.example.com/me`,
  ),
  curl(
    'curl -H without a space',
    `curl -H"Authorization: Bearer ${EXAMPLE}" https://api.example.com/me`,
  ),
  curl(
    'curl with typographic quotes',
    `curl -H “Authorization: Bearer ${EXAMPLE}” https://api.example.com/me`,
    {
      warnings: ['The command has typographic quotes: a shell does not know them. Use \' or ".'],
    },
  ),
  curl(
    'curl to another machine over http',
    `curl http://192.168.1.2/me -H 'Authorization: Bearer ${EXAMPLE}'`,
    {
      request: { method: 'GET', url: 'http://192.168.1.2/me' },
      warnings: [
        'The request goes to 192.168.1.2 over plain http: anyone on the way can read the token.',
      ],
    },
  ),
  curl(
    'curl to this machine over http',
    `curl http://localhost:8000/me -H 'Authorization: Bearer ${EXAMPLE}'`,
    {
      request: { method: 'GET', url: 'http://localhost:8000/me' },
    },
  ),
  curl(
    'curl in the middle of instructions',
    `Run this:\n\n    curl -H 'Authorization: Bearer ${EXAMPLE}' \\\n      https://api.example.com/me\n\nand look.`,
  ),
  one(
    'curl --oauth2-bearer',
    `curl --oauth2-bearer ${EXAMPLE} https://api.example.com/me`,
    EXAMPLE,
    'Found in a curl command, option --oauth2-bearer.',
    { request: ME },
  ),
  one(
    'curl -b with two cookies',
    `curl -b 'sessionid=abc; jwt=${EXAMPLE}' https://api.example.com/me`,
    EXAMPLE,
    'Found in a curl command, cookie `jwt`.',
    { request: ME },
  ),
  one(
    'curl with a Cookie header',
    `curl https://api.example.com/me -H 'Cookie: a=b; jwt=${EXAMPLE}'`,
    EXAMPLE,
    'Found in a curl command, cookie `jwt`.',
    { request: ME },
  ),
  one(
    'curl with a JSON body',
    `curl -X POST https://api.example.com/refresh -H 'Content-Type: application/json' -d '{"refresh": "${NOTES_REFRESH}"}'`,
    NOTES_REFRESH,
    'Found a refresh token in the POST body (refresh).',
    { tokens: [[NOTES_REFRESH, 'Refresh']], request: REFRESH },
  ),
  one(
    'curl for cmd with a JSON body in ^" quotes',
    `curl ^"https://api.example.com/refresh^" ^\r\n  --data-raw ^"^{^\\^"refresh^\\^":^\\^"${NOTES_REFRESH}^\\^"^}^"`,
    NOTES_REFRESH,
    'Found a refresh token in the POST body (refresh).',
    { tokens: [[NOTES_REFRESH, 'Refresh']], request: REFRESH },
  ),
  one(
    'curl with a form body',
    `curl https://api.example.com/refresh -d "grant_type=refresh_token&refresh_token=${NOTES_REFRESH}"`,
    NOTES_REFRESH,
    'Found a refresh token in the POST body (refresh_token=).',
    { tokens: [[NOTES_REFRESH, 'Refresh']], request: REFRESH },
  ),
  one(
    'curl with the token in its URL',
    `curl "https://api.example.com/me?a=1&access_token=${NOTES_ACCESS}"`,
    NOTES_ACCESS,
    'Found in a URL query (?access_token=).',
    {
      tokens: [[NOTES_ACCESS, 'Access']],
      warnings: ['Query strings are logged by servers and proxies.'],
      request: {
        method: 'GET',
        url: `https://api.example.com/me?a=1&access_token=${NOTES_ACCESS}`,
      },
    },
  ),
  one(
    'wget --header=…',
    `wget --header="Authorization: Bearer ${EXAMPLE}" https://api.example.com/me`,
    EXAMPLE,
    'Found in a wget command, header Authorization.',
    { request: ME },
  ),
  one(
    'HTTPie with a short address',
    `http GET :8000/hello/ Authorization:"Bearer ${EXAMPLE}"`,
    EXAMPLE,
    'Found in an HTTPie command, header Authorization.',
    { request: { method: 'GET', url: 'http://localhost:8000/hello/' } },
  ),
  one(
    'HTTPie called as https, with a body item',
    `https api.example.com/verify token=${EXAMPLE}`,
    EXAMPLE,
    'Found a token in the POST body (token=).',
    { request: { method: 'POST', url: 'https://api.example.com/verify' } },
  ),
  one(
    'HTTPie --auth',
    `http -A bearer -a ${EXAMPLE} https://api.example.com/me`,
    EXAMPLE,
    'Found in an HTTPie command, header Authorization.',
    { request: ME },
  ),
  one(
    'Invoke-RestMethod',
    `Invoke-RestMethod -Uri https://api.example.com/me -Headers @{ Authorization = "Bearer ${EXAMPLE}" }`,
    EXAMPLE,
    IN_POWERSHELL,
    { request: ME },
  ),
  one(
    'Invoke-WebRequest over lines',
    `Invoke-WebRequest -Uri "https://api.example.com/refresh" -Method POST \`\n-Headers @{\n  "Authorization"="Bearer ${EXAMPLE}"\n  "Accept"="*/*"\n}`,
    EXAMPLE,
    IN_POWERSHELL,
    { request: REFRESH },
  ),
]
