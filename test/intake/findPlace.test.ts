import { expect, test } from 'vitest'
import type { Place } from '../../src/intake/place.ts'
import { readIntake } from '../../src/intake/readIntake.ts'
import { EXAMPLE } from './tokens.ts'

const exchange = (request: object): string => JSON.stringify({ log: { entries: [{ request }] } })

const places: [name: string, raw: string, place: Place][] = [
  ['plain', EXAMPLE, { kind: 'plain' }],
  ['text', `so ${EXAMPLE}`, { kind: 'text' }],
  ['scheme', `Bearer ${EXAMPLE}`, { kind: 'scheme', scheme: 'Bearer' }],
  [
    'a header outside a command',
    `authorization: Bearer ${EXAMPLE}`,
    { kind: 'header', header: 'Authorization', scheme: 'Bearer', tool: null },
  ],
  [
    'a header in a command',
    `wget --header "X-Access-Token: ${EXAMPLE}" https://a.example.com`,
    { kind: 'header', header: 'X-Access-Token', scheme: null, tool: 'wget' },
  ],
  [
    'an option',
    `curl --oauth2-bearer=${EXAMPLE} https://a.example.com`,
    { kind: 'option', option: '--oauth2-bearer', tool: 'curl' },
  ],
  [
    'a body member',
    `curl -X PUT https://a.example.com -d '{"token":"${EXAMPLE}"}'`,
    { kind: 'body', member: 'token', isForm: false, method: 'PUT', tool: 'curl' },
  ],
  [
    'a body that is the token',
    `curl https://a.example.com -d ${EXAMPLE}`,
    { kind: 'body', member: null, isForm: false, method: 'POST', tool: 'curl' },
  ],
  ['a form', `a=b&token=${EXAMPLE}`, { kind: 'form', parameter: 'token' }],
  ['a member', `{"token":"${EXAMPLE}"}`, { kind: 'json', member: 'token' }],
  [
    'a cookie with its attributes',
    `Set-Cookie: jwt=${EXAMPLE}; Path=/; HttpOnly`,
    {
      kind: 'cookie',
      cookie: 'jwt',
      tool: null,
      attributes: [
        { name: 'Path', value: '/' },
        { name: 'HttpOnly', value: null },
      ],
    },
  ],
  [
    'a cookie that is sent',
    `Cookie: jwt=${EXAMPLE}`,
    { kind: 'cookie', cookie: 'jwt', attributes: null, tool: null },
  ],
  [
    'a query of HTTPie',
    `http :8000/ token==${EXAMPLE}`,
    { kind: 'url', part: 'query', parameter: 'token', url: '' },
  ],
  [
    'a bare fragment',
    `https://a.example.com/#${EXAMPLE}`,
    { kind: 'url', part: 'fragment', parameter: null, url: 'https://a.example.com/#' },
  ],
  [
    'a query that looks like a fragment only behind the token',
    `https://a.example.com/?t=${EXAMPLE}#top`,
    { kind: 'url', part: 'query', parameter: 't', url: 'https://a.example.com/?t=' },
  ],
  ['a setting', `TOKEN='${EXAMPLE}'`, { kind: 'setting', name: 'TOKEN' }],
  ['an argument', `setItem('access', '${EXAMPLE}')`, { kind: 'setting', name: 'access' }],
  [
    'a header of a recording',
    exchange({ headers: [{ name: 'Authorization', value: `Bearer ${EXAMPLE}` }] }),
    { kind: 'har', side: 'request', part: 'header', name: 'Authorization' },
  ],
  [
    'a cookie of a recording, its name behind the value',
    exchange({ cookies: [{ value: EXAMPLE, name: 'jwt' }] }),
    { kind: 'har', side: 'request', part: 'cookie', name: 'jwt' },
  ],
  [
    'a query of a recording',
    exchange({ headers: [], queryString: [{ name: 't', value: EXAMPLE }] }),
    { kind: 'har', side: 'request', part: 'query', name: 't' },
  ],
  [
    'the address of a recording',
    exchange({ url: `https://a.example.com/?t=${EXAMPLE}` }),
    { kind: 'har', side: 'request', part: 'url', name: null },
  ],
  [
    'the body of a recording',
    exchange({ postData: { text: `{"refresh":"${EXAMPLE}"}` } }),
    { kind: 'har', side: 'request', part: 'body', name: 'refresh' },
  ],
]

test.each(places)('%s', (_, raw, place) => {
  expect(readIntake(raw).tokens.map((token) => token.place)).toEqual([place])
})
