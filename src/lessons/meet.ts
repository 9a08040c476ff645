/** Lesson 1: which three parts does a token have, and which of them can be read? ux.md 5.3. */
import { right, wrong } from '../simulation/preset.ts'
import { type Lesson, step } from './lesson.ts'
import { isSorted, solveSort, startSort } from './sortBoard.ts'
import { startToken } from './tokenBoard.ts'

const FAKE = 'aaaa'

/** The token with another third part. */
const withThird = (token: string, third: string): string =>
  `${token.slice(0, token.lastIndexOf('.'))}.${third}`

const BINS = [
  { id: 'dots', label: 'The two dots' },
  { id: 'length', label: 'The length of the text' },
  { id: 'claims', label: 'The claims inside' },
  { id: 'braces', label: 'The braces and quotes' },
  { id: 'third', label: 'The third part' },
]

const CARDS = [
  {
    id: 'standard',
    text: 'open standard (RFC 7519)',
    bin: 'dots',
    reason: 'Anyone may read how the parts are split, and every library splits them the same way.',
  },
  {
    id: 'compact',
    text: 'compact',
    bin: 'length',
    reason: 'It is one short line, so it fits in a header of a web request.',
  },
  {
    id: 'self-contained',
    text: 'self-contained',
    bin: 'claims',
    reason: 'What the server needs to know about the user is in the token itself.',
  },
  {
    id: 'json',
    text: 'JSON',
    bin: 'braces',
    reason: 'Names and values between braces: that is JSON, which every language can read.',
  },
  {
    id: 'signed',
    text: 'digitally signed',
    bin: 'third',
    reason: 'The third part was made from the first two and a key. It is the signature.',
  },
]

export const meetLesson: Lesson = {
  slug: 'meet',
  title: 'Meet your token',
  hook: 'This looks like noise. In two minutes you will read it aloud.',
  minutes: 4,
  needs: 'readable',
  steps: [
    step({
      title: 'Earn the words',
      hook: 'Five words are said of every token. Find what earns them.',
      tell: () => [
        'People call a JSON Web Token open, compact and signed. Each word is true because of something that you can point at.',
      ],
      prediction: null,
      task: 'Put each word where you see the reason for it.',
      board: 'sort',
      start: () => startSort(BINS, CARDS),
      solution: () => solveSort(BINS, CARDS),
      goal: isSorted,
      explain: () => ['Each word now lies on the thing that earns it.'],
    }),
    step({
      title: 'Break the third part',
      hook: 'Spoil the third part. Can you still read the claims?',
      tell: () => [
        'The first two parts are text in other letters. The third part, the *signature*, is the seal over both.',
      ],
      prediction: () => ({
        question: 'After the third part is spoiled, which is true?',
        choices: [
          wrong(
            'Nothing can be read',
            'Reading needs no key: the claims stand in the second part.',
          ),
          right(
            'The claims can be read, and a server must refuse',
            'Reading needs no key. But the seal no longer fits, so a server must not trust it.',
          ),
          wrong(
            'The claims can be read, and a server will accept',
            'A server makes the seal again and compares. It finds another one, and refuses.',
          ),
        ],
      }),
      task: 'Replace the text after the last dot with `aaaa`.',
      board: 'token',
      start: ({ text, secret }) => startToken(text, secret, ['verdict', 'payload', 'signature']),
      solution: ({ text, secret }) =>
        startToken(withThird(text, FAKE), secret, ['verdict', 'payload', 'signature']),
      goal: ({ reading }, { text }) =>
        reading.signature?.text === FAKE && reading.text === withThird(text, FAKE),
      explain: ({ reading }) => [
        `The *payload* still decodes to ${reading.payload?.bytes.length ?? 0} bytes of text. The *signature* is no longer the one that was made for it, so a server must refuse.`,
      ],
    }),
  ],
  aha: 'Three parts, and two of them are plain text.',
  teacher: {
    minutes: [2, 2],
    sketch: ['xxxxx . yyyyy . zzzzz, each part in its colour'],
    beliefs: [
      {
        belief: 'It is encrypted, because I cannot read it.',
        answer: 'It is written in other letters. Paste it and read it: no key is needed.',
      },
    ],
  },
}
