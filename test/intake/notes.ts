/** What must be found in each command and each body of the five notes? */
import type { Fixture } from './fixtures.ts'
import { NOTES_ACCESS, NOTES_CURL, NOTES_HTTPIE, NOTES_POSTED, NOTES_REFRESH } from './tokens.ts'

/** The text is copied from the notes, with the tokens by name. */
export const notes: Fixture[] = [
  {
    name: 'note 000: curl with its URL in backticks',
    raw: `curl \`http://127.0.0.1:8000/hello/\` -H 'Authorization: Bearer ${NOTES_CURL}'`,
    kind: 'token',
    tokens: [[NOTES_CURL, 'Access']],
    sentence: 'Found in a curl command, header Authorization.',
    warnings: ['The URL is in backticks: a shell would try to run it. Use quotes.'],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'note 000: the same with the fence of the page around it',
    raw: `'''
    curl \`http://127.0.0.1:8000/hello/\` -H 'Authorization: Bearer ${NOTES_CURL}'
'''`,
    kind: 'token',
    tokens: [[NOTES_CURL, 'Access']],
    sentence: 'Found in a curl command, header Authorization.',
    warnings: ['The URL is in backticks: a shell would try to run it. Use quotes.'],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'note 003: curl, all of it in backticks',
    raw: `\`curl http://127.0.0.1:8000/hello/ -H 'Authorization: Bearer ${NOTES_CURL}'\``,
    kind: 'token',
    tokens: [[NOTES_CURL, 'Access']],
    sentence: 'Found in a curl command, header Authorization.',
    warnings: ['The whole command is in backticks: leave them out.'],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'note 003: curl, copied without the backticks',
    raw: `curl http://127.0.0.1:8000/hello/ -H 'Authorization: Bearer ${NOTES_CURL}'`,
    kind: 'token',
    tokens: [[NOTES_CURL, 'Access']],
    sentence: 'Found in a curl command, header Authorization.',
    warnings: [],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'notes 002 and 003: the HTTPie login in backticks',
    raw: `\`http post http://127.0.0.1:8000/api/token/ username=vitor password=123\``,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found: this HTTPie command carries none. Paste the response to POST http://127.0.0.1:8000/api/token/ instead.',
    warnings: ['The whole command is in backticks: leave them out.'],
    request: { method: 'POST', url: 'http://127.0.0.1:8000/api/token/' },
  },
  {
    name: 'notes 002 and 003: the HTTPie login',
    raw: `http post http://127.0.0.1:8000/api/token/ username=vitor password=123`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found: this HTTPie command carries none. Paste the response to POST http://127.0.0.1:8000/api/token/ instead.',
    warnings: [],
    request: { method: 'POST', url: 'http://127.0.0.1:8000/api/token/' },
  },
  {
    name: 'note 002: HTTPie with a header in backticks',
    raw: `\`http http://127.0.0.1:8000/hello/ "Authorization: Bearer ${NOTES_HTTPIE}"\``,
    kind: 'token',
    tokens: [[NOTES_HTTPIE, 'Access']],
    sentence: 'Found in an HTTPie command, header Authorization.',
    warnings: ['The whole command is in backticks: leave them out.'],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'note 002: HTTPie with a header',
    raw: `http http://127.0.0.1:8000/hello/ "Authorization: Bearer ${NOTES_HTTPIE}"`,
    kind: 'token',
    tokens: [[NOTES_HTTPIE, 'Access']],
    sentence: 'Found in an HTTPie command, header Authorization.',
    warnings: [],
    request: { method: 'GET', url: 'http://127.0.0.1:8000/hello/' },
  },
  {
    name: 'notes 002 and 003: HTTPie refresh in backticks',
    raw: `\`http post http://127.0.0.1:8000/api/token/refresh/ refresh=${NOTES_POSTED}\``,
    kind: 'token',
    tokens: [[NOTES_POSTED, 'Refresh']],
    sentence: 'Found a refresh token in the POST body (refresh=).',
    warnings: ['The whole command is in backticks: leave them out.'],
    request: { method: 'POST', url: 'http://127.0.0.1:8000/api/token/refresh/' },
  },
  {
    name: 'notes 002 and 003: HTTPie refresh',
    raw: `http post http://127.0.0.1:8000/api/token/refresh/ refresh=${NOTES_POSTED}`,
    kind: 'token',
    tokens: [[NOTES_POSTED, 'Refresh']],
    sentence: 'Found a refresh token in the POST body (refresh=).',
    warnings: [],
    request: { method: 'POST', url: 'http://127.0.0.1:8000/api/token/refresh/' },
  },
  {
    name: 'note 002: the response body',
    raw: `{
      "access": "${NOTES_ACCESS}",
      "refresh": "${NOTES_REFRESH}"
  }`,
    kind: 'tokens',
    tokens: [
      [NOTES_ACCESS, 'Access'],
      [NOTES_REFRESH, 'Refresh'],
    ],
    sentence: 'Found 2 tokens in a JSON body: access and refresh.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 002: the response body in its Python fence',
    raw: `  \`\`\`python
  {
      "access": "${NOTES_ACCESS}",
      "refresh": "${NOTES_REFRESH}"
  }
  \`\`\``,
    kind: 'tokens',
    tokens: [
      [NOTES_ACCESS, 'Access'],
      [NOTES_REFRESH, 'Refresh'],
    ],
    sentence: 'Found 2 tokens in a JSON body: access and refresh.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 000: the header, decoded',
    raw: `    {
    "alg": "HS256",
    "typ": "JWT"
    }`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. This is the header of a token, already decoded (alg: HS256). Paste the token itself.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 003: the header, decoded',
    raw: `{
  "alg": "HS256",
  "typ": "JWT"
}`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. This is the header of a token, already decoded (alg: HS256). Paste the token itself.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 002: the header, decoded',
    raw: `\`\`\`json
  {
    "alg": "HS256",
    "typ": "JWT"
  }
  \`\`\``,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. This is the header of a token, already decoded (alg: HS256). Paste the token itself.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 000: the claims, decoded',
    raw: `    {
    "sub": "1234567890",
    "name": "John Doe",
    "admin": true
    }`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. These are the claims of a token, already decoded. Paste the token itself.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 004: the claims, decoded',
    raw: `{
  "sub": "1234567890",
  "name": "John Doe",
  "admin": true
}`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. These are the claims of a token, already decoded. Paste the token itself.',
    warnings: [],
    request: null,
  },
  {
    name: 'notes 003 and 004: the formula of the signature',
    raw: `HMACSHA256(
  base64UrlEncode(header) + "." +
  base64UrlEncode(payload),
  secret)`,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. These 83 characters contain no xxxxx.yyyyy.zzzzz pattern. Paste a token, an Authorization header, a curl command or a JSON response.',
    warnings: [],
    request: null,
  },
  {
    name: 'note 002: the placeholder of a header',
    raw: `\`Authorization: Bearer <token>\``,
    kind: 'garbage',
    tokens: [],
    sentence:
      'No token found. These 31 characters contain no xxxxx.yyyyy.zzzzz pattern. Paste a token, an Authorization header, a curl command or a JSON response.',
    warnings: [],
    request: null,
  },
  {
    name: 'notes 001 and 002: the picture of a token',
    raw: `\`xxxxx.yyyyy.zzzzz\``,
    kind: 'token',
    tokens: [['xxxxx.yyyyy.zzzzz', null]],
    sentence: 'Token text, 17 characters, 3 parts. Removed 2 quotes that can’t be part of a token.',
    warnings: [],
    request: null,
  },
]
