/** What must be made of a token that stands alone, broken, cut or among words? */
import { type Fixture, one, several } from './fixtures.ts'
import { ENCRYPTED, EXAMPLE, LONG, NOTES_ACCESS, SD_JWT, SHORT, wrap } from './tokens.ts'

const WHOLE = 'JWT, 172 characters, 3 parts.'
const removed = (what: string): string => `${WHOLE} Removed ${what} that can’t be part of a token.`
const inText = (ignored: string): string => `Found in the text: ${WHOLE} ${ignored} ignored.`
const changed = (at: number, character: string): string =>
  EXAMPLE.slice(0, at) + character + EXAMPLE.slice(at)
const PADDED =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJwYWQifQ==.3Ttil4sO8Cp9bRq8jlqeuSvxvnYCvjsi4F-xIqsuilc'
const STANDARD =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ4Ijoiw7/Dvn5+fj8/Pz4+PiJ9.3HHn7EljC4U2YQ5C3NCnHqoExTMTZiQsuAzkyjS9Amo'
const UNENCODED =
  'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.This is the payload string!.cikS0lHDuBVONs0D0FvAgYhMD4qf0WJ3Y3VJMA7cPls'

const KEYS_UNQUOTED = 'e3R5cDoiSldUIixhbGc6SFMyNTZ9.eyJzdWIiOjF9.AAAA'

export const broken: Fixture[] = [
  one(
    'a header that is no JSON before a payload that is',
    KEYS_UNQUOTED,
    KEYS_UNQUOTED,
    'Token text, 46 characters, 3 parts.',
  ),
  one('a raw token', NOTES_ACCESS, NOTES_ACCESS, 'JWT, 205 characters, 3 parts.', {
    tokens: [[NOTES_ACCESS, 'Access']],
  }),
  one('white space around it', ` \r\n\t${EXAMPLE}\u00a0\n`, EXAMPLE, WHOLE),
  one('lines of 64', wrap(EXAMPLE, 64), EXAMPLE, removed('2 line breaks')),
  one('lines of 8, the header broken too', wrap(EXAMPLE, 8), EXAMPLE, removed('21 line breaks')),
  one(
    'a long signature in lines of 76 with CR LF',
    wrap(LONG, 76, '\r\n'),
    LONG,
    'JWT, 542 characters, 3 parts. Removed 7 line breaks that can’t be part of a token.',
  ),
  one(
    'lines and indents',
    `\r\n  ${EXAMPLE.slice(0, 40)}\r\n   ${EXAMPLE.slice(40, 90)}\n\t${EXAMPLE.slice(90)}  \n`,
    EXAMPLE,
    removed('2 line breaks and 4 spaces'),
  ),
  one('written-out line breaks', wrap(EXAMPLE, 64, '\\n'), EXAMPLE, removed('2 written-out \\n')),
  one(
    'soft line breaks of a mail',
    wrap(EXAMPLE, 75, '=\r\n'),
    EXAMPLE,
    removed('2 line breaks and 2 continuation marks'),
  ),
  one(
    'a quoted mail',
    `> ${wrap(EXAMPLE, 60, '\n> ')}`,
    EXAMPLE,
    removed('2 line breaks, 2 spaces and 3 quote marks (>)'),
  ),
  one(
    'a text put together with +',
    `"${wrap(EXAMPLE, 60, '" +\n  "')}"`,
    EXAMPLE,
    removed('2 line breaks and 6 quotes'),
  ),
  one(
    'each part on a line, the dots in front',
    EXAMPLE.replaceAll('.', '\n.'),
    EXAMPLE,
    removed('2 line breaks'),
  ),
  one(
    'each part on a line, the dots behind',
    EXAMPLE.replaceAll('.', '.\n'),
    EXAMPLE,
    removed('2 line breaks'),
  ),
  one('blanks around the dots', EXAMPLE.replaceAll('.', ' . '), EXAMPLE, removed('4 spaces')),
  one('a no-break space', changed(90, '\u00a0'), EXAMPLE, removed('1 space')),
  one('a zero-width space', changed(49, '\u200b'), EXAMPLE, removed('U+200B at character 50')),
  one('a soft hyphen', changed(90, '\u00ad'), EXAMPLE, removed('U+00AD at character 91')),
  one('a byte order mark', `\ufeff${EXAMPLE}`, EXAMPLE, removed('U+FEFF at character 1')),
  one(
    'a zero-width space between all characters',
    EXAMPLE.split('').join('\u200b'),
    EXAMPLE,
    removed('171 × U+200B (the first at character 2)'),
  ),
  one('quotes and a comma', `"${EXAMPLE}",`, EXAMPLE, removed('2 quotes and 1 comma')),
  one('parentheses', `(${EXAMPLE})`, EXAMPLE, removed('2 brackets')),
  one('backticks of a Markdown text', `\`${EXAMPLE}\``, EXAMPLE, removed('2 quotes')),
  one('underscores of a Markdown text', `_${EXAMPLE}_`, EXAMPLE, removed('2 other marks')),
  one('a code fence', `\`\`\`\n${EXAMPLE}\n\`\`\``, EXAMPLE, WHOLE),
  one('a full stop', `${EXAMPLE}.`, EXAMPLE, removed('1 full stop')),
  one(
    '%2E for the dots',
    EXAMPLE.replaceAll('.', '%2E'),
    EXAMPLE,
    `${WHOLE} Decoded 2 %2E to dots.`,
  ),
  one(
    '%252E for the dots',
    EXAMPLE.replaceAll('.', '%252E'),
    EXAMPLE,
    `${WHOLE} Decoded 2 %252E to dots.`,
  ),
  one('padding', PADDED, PADDED, 'JWT, 101 characters, 3 parts.', {
    warnings: ['Decoded, but uses =: that is base64, not base64url.'],
  }),
  one('standard base64', STANDARD, STANDARD, 'JWT, 109 characters, 3 parts.', {
    warnings: ['Decoded, but uses + and /: that is base64, not base64url.'],
  }),
  one(
    'an encrypted token in lines',
    wrap(ENCRYPTED, 64),
    ENCRYPTED,
    'Encrypted token (JWE). Only its header can be read without its key. Removed 2 line breaks that can’t be part of a token.',
  ),
  one(
    'an encrypted token',
    ENCRYPTED,
    ENCRYPTED,
    'Encrypted token (JWE). Only its header can be read without its key.',
  ),
  one(
    'a selectively disclosable token',
    SD_JWT,
    SD_JWT,
    'Selective-disclosure token: 4 disclosures, key-binding JWT present.',
  ),
  one(
    'a selectively disclosable token in lines',
    wrap(SD_JWT, 68),
    SD_JWT,
    'Selective-disclosure token: 4 disclosures, key-binding JWT present. Removed 27 line breaks that can’t be part of a token.',
  ),
  one(
    'a token with another as its payload',
    `eyJhbGciOiJIUzI1NiIsImN0eSI6IkpXVCJ9.${btoa(SHORT).replace(/=+$/, '')}.AAAA`,
    `eyJhbGciOiJIUzI1NiIsImN0eSI6IkpXVCJ9.${btoa(SHORT).replace(/=+$/, '')}.AAAA`,
    'The payload is itself a token.',
  ),
]

export const faulty: Fixture[] = [
  one(
    'an illegal character in the payload',
    changed(47, '!'),
    changed(47, '!'),
    'JWT, 173 characters, 3 parts.',
  ),
  one(
    'a percent sign in the payload',
    changed(47, '%'),
    changed(47, '%'),
    'JWT, 173 characters, 3 parts.',
  ),
  one(
    'an illegal character in the signature',
    `${EXAMPLE.slice(0, 150)}%${EXAMPLE.slice(151)}`,
    `${EXAMPLE.slice(0, 150)}%${EXAMPLE.slice(151)}`,
    WHOLE,
  ),
  one(
    'an illegal character, in a text',
    `I got ${changed(47, '*')} from it`,
    changed(47, '*'),
    'Found in the text: JWT, 173 characters, 3 parts. The other 12 characters were ignored.',
  ),
  one(
    'a payload that is not encoded',
    UNENCODED,
    UNENCODED,
    'Signed message (JWS), 128 characters, 3 parts.',
  ),
  one(
    'two parts',
    EXAMPLE.slice(0, 128),
    EXAMPLE.slice(0, 128),
    'Part of a token, 128 characters, 2 parts.',
  ),
  one(
    'two parts in lines',
    wrap(EXAMPLE.slice(0, 128), 64),
    EXAMPLE.slice(0, 128),
    'Part of a token, 128 characters, 2 parts. Removed 1 line break that can’t be part of a token.',
  ),
  one(
    'a header alone',
    EXAMPLE.slice(0, 36),
    EXAMPLE.slice(0, 36),
    'Part of a token, 36 characters, 1 part.',
  ),
  one(
    'an empty signature',
    EXAMPLE.slice(0, 129),
    EXAMPLE.slice(0, 129),
    'JWT, 129 characters, 3 parts.',
  ),
  one('four parts', `${EXAMPLE}.AAAA`, `${EXAMPLE}.AAAA`, 'Token text, 177 characters, 4 parts.'),
  one(
    'five parts that are no token',
    'aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8',
    'aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8.aGVsbG8',
    'Token text, 39 characters, 5 parts.',
  ),
  one('dots only', '..', '..', 'Token text, 2 characters, 3 parts.'),
  one('three letters', 'a.b.c', 'a.b.c', 'Token text, 5 characters, 3 parts.'),
  one('two letters', 'a.b', 'a.b', 'Token text, 3 characters, 2 parts.'),
  one('signs for a signature', 'abc.123.@@@', 'abc.123.@@@', 'Token text, 11 characters, 3 parts.'),
  one(
    'three letters behind a scheme',
    'Bearer a.b.c',
    'a.b.c',
    'Found in an Authorization header (scheme: Bearer).',
  ),
  one(
    'an ellipsis at the end',
    `${EXAMPLE.slice(0, 80)}…`,
    EXAMPLE.slice(0, 80),
    'Part of a token, 80 characters, 2 parts. The token is cut off: an ellipsis follows its character 80.',
  ),
  one(
    'three full stops at the end',
    `${EXAMPLE.slice(0, 80)}...`,
    EXAMPLE.slice(0, 80),
    'Part of a token, 80 characters, 2 parts. The token is cut off: an ellipsis follows its character 80.',
  ),
  one(
    'an ellipsis in the middle',
    `${EXAMPLE.slice(0, 80)}…${EXAMPLE.slice(-10)}`,
    `${EXAMPLE.slice(0, 80)}…${EXAMPLE.slice(-10)}`,
    'Part of a token, 91 characters, 2 parts. A piece of the token is missing: an ellipsis stands after its character 80.',
  ),
]

export const amongWords: Fixture[] = [
  one(
    'words behind it',
    `${EXAMPLE} is my token.`,
    EXAMPLE,
    inText('The other 12 characters were'),
  ),
  one(
    'a comma and words behind it',
    `${EXAMPLE}, and so on`,
    EXAMPLE,
    inText('The other 11 characters were'),
  ),
  one('tags around it', `<b>${EXAMPLE}</b>`, EXAMPLE, inText('The other 7 characters were')),
  one(
    'a word in the line below',
    `${LONG}\nDone`,
    LONG,
    'Found in the text: JWT, 542 characters, 3 parts. The other 4 characters were ignored.',
  ),
  one(
    'a word below a signature that was cut',
    `${EXAMPLE.slice(0, 150)}\nDone`,
    EXAMPLE.slice(0, 150),
    'Found in the text: JWT, 150 characters, 3 parts. The other 4 characters were ignored.',
  ),
  one(
    'hosts, versions, files and letters beside it',
    `see www.example.com 1.2.3 settings.py a.b.c and ${EXAMPLE}`,
    EXAMPLE,
    inText('The other 47 characters were'),
  ),
  one(
    'a key beside it',
    `${EXAMPLE}\n-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----`,
    EXAMPLE,
    `${inText('The other 56 characters were')} The key beside it was left out.`,
  ),
  several(
    'two lines, two tokens',
    `${EXAMPLE}\n${SHORT}`,
    [
      [EXAMPLE, null],
      [SHORT, null],
    ],
    'Found 2 tokens. Choose one.',
  ),
  several(
    'one line, two tokens',
    `${EXAMPLE} ${SHORT}`,
    [
      [EXAMPLE, null],
      [SHORT, null],
    ],
    'Found 2 tokens. Choose one.',
  ),
  several(
    'a comma between two tokens',
    `${EXAMPLE},${SHORT}`,
    [
      [EXAMPLE, null],
      [SHORT, null],
    ],
    'Found 2 tokens. Choose one.',
  ),
  several(
    'two tokens in lines of 64',
    `${wrap(LONG, 64)}\n${wrap(SHORT, 64)}`,
    [
      [LONG, null],
      [SHORT, null],
    ],
    'Found 2 tokens. Choose one. Removed 9 line breaks that can’t be part of a token.',
  ),
  several(
    'a token that lost its end above a whole one',
    `${EXAMPLE.slice(0, 110)}\n${SHORT}`,
    [
      [EXAMPLE.slice(0, 110), null],
      [SHORT, null],
    ],
    'Found 2 tokens. Choose one.',
  ),
]
