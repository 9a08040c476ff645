/** Lesson 1: which three parts does a token have, and which of them can be read? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import { grouped } from '../../token/grouped.ts'
import { isCutAtDots, solveCuts, startCuts } from '../boards/cutsBoard.ts'
import { type Lesson, step } from '../lesson.ts'
import type { LessonToken } from '../lessonToken.ts'
import { coded } from '../readProse.ts'
import {
  type Bin,
  type Card,
  isSorted,
  solveSort,
  startSort,
  tellSorted,
} from '../boards/sortBoard.ts'
import { startToken } from '../boards/tokenBoard.ts'
import { counted } from '../../token/quote.ts'

const FAKE = 'aaaa'

/** The token with another third part. */
const withThird = (token: string, third: string): string =>
  `${token.slice(0, token.lastIndexOf('.'))}.${third}`

const nameIn = ({ claims }: LessonToken): string => claims.members[0]?.name ?? ''

const jsonOf = (part: { decoded: { text: string } } | null): string => part?.decoded.text ?? ''

const BEGINNING = 6
const beginningOf = (part: string): string => `${part.slice(0, BEGINNING)}…`

const bins = (token: LessonToken): Bin[] => {
  const { text, reading } = token
  return [
    {
      id: 'dots',
      label: 'Split at two dots, as everybody splits it',
      shows: { text: text.split('.').map(beginningOf).join(' . '), part: null },
    },
    {
      id: 'length',
      label: `One line of ${grouped(text.length)} characters`,
      shows: { text, part: null },
    },
    {
      id: 'claims',
      label: `${nameIn(token)} and the other claims inside`,
      shows: { text: jsonOf(reading.payload), part: 'payload' },
    },
    {
      id: 'braces',
      label: 'Braces, quotes and colons',
      shows: { text: jsonOf(reading.header), part: 'header' },
    },
    {
      id: 'third',
      label: 'The third part',
      shows: { text: reading.signature?.text ?? '', part: 'signature' },
    },
  ]
}

const CARDS: readonly Card[] = [
  {
    id: 'standard',
    text: 'open standard (RFC 7519)',
    bin: 'dots',
    reason: 'Where to split and how to read is public, so any program can do it.',
    notIn: {
      third:
        'Other things are signed too. It is the public plan of the parts that is the standard.',
    },
  },
  {
    id: 'compact',
    text: 'compact',
    bin: 'length',
    reason: 'It is one short line, so it fits into the header of a request.',
    notIn: { dots: 'The dots only part it. What makes it small is that it is one line.' },
  },
  {
    id: 'self-contained',
    text: 'self-contained',
    bin: 'claims',
    reason: 'What the server wants to know about the user is inside. It need not look it up.',
    notIn: { length: 'A short text may still need a look-up. This one brings its facts along.' },
  },
  {
    id: 'json',
    text: 'JSON',
    bin: 'braces',
    reason: 'Names and values between braces are JSON, which every language can read.',
    notIn: { claims: 'The claims are the facts. JSON is the way in which they are written down.' },
  },
  {
    id: 'signed',
    text: 'digitally signed',
    bin: 'third',
    reason: 'It was made from the first two parts and a key. It is the signature.',
    notIn: { dots: 'Anyone can type a dot. Only a key makes a good third part.' },
  },
]

const cut = step({
  title: 'Cut at the dots',
  hook: 'This looks like noise. Two cuts, and it makes sense.',
  tell: (token) => [
    `This is a token of ${grouped(token.text.length)} characters. Two dots part it, like this: \`xxxxx.yyyyy.zzzzz\`.`,
    'The first part is the *header*: how it was made. The second is the *payload*: what it says. The third is the *signature*: the seal.',
  ],
  prediction: () => ({
    question: 'How many of the three parts can you read without any key?',
    choices: [
      wrong('None', 'It only looks like a secret. The first two parts are text in other letters.'),
      right(
        'Two',
        'The *header* and the *payload* are plain text in other letters. The *signature* is not text at all.',
      ),
      wrong('All three', 'The third part is a number made with a key. It spells no words.'),
    ],
  }),
  task: 'Move both cutters onto the dots.',
  board: 'cuts',
  start: ({ text }) => startCuts(text),
  solution: ({ text }) => solveCuts(text),
  goal: (seen) => isCutAtDots(seen),
  feedback: ({ areOnDots, cuts }) => {
    const count = areOnDots.filter(Boolean).length
    if (count === 0) return 'Neither cut is on a dot yet.'
    if (count === 1) return 'One cut is on a dot. Now the other one.'
    return cuts[0] === cuts[1] ? 'Both cuts are on the same dot. There is another one.' : null
  },
  explain: ({ pieces }) => [
    `The *header* now reads ${coded(pieces[0].json ?? '')}, and the *payload* begins ${coded(pieces[1].json ?? '')}.`,
    'No key was needed for that. Everybody who holds the token can read them.',
  ],
})

const words = step({
  title: 'Earn the words',
  hook: 'Five words are said of each token. Find what earns them.',
  tell: () => [
    'People say that a token is an open standard, compact, self-contained, JSON and signed.',
    'Big words are easy to learn by heart. Under each heading stands a piece of the token: put every word where you can see that it is true.',
  ],
  prediction: null,
  task: 'Drag each word onto the piece of the token that earns it, or choose that piece in its list.',
  board: 'sort',
  start: (token) => startSort(bins(token), CARDS),
  solution: (token) => solveSort(bins(token), CARDS),
  goal: isSorted,
  feedback: tellSorted,
  explain: (_seen, token) => [
    `All five can be seen in your own token. It even brings its facts along: ${coded(nameIn(token))} is one of them.`,
  ],
  notes: [
    {
      says: 'One note calls JWT an open standard and leaves out its number.',
      isSo: 'It is RFC 7519, and anyone may read it. With the number you can look up what your notes say.',
    },
  ],
})

const spoil = step({
  title: 'Spoil the third part',
  hook: 'Break the seal. What is lost?',
  tell: () => [
    'The *signature* was made from the first two parts and a key. A server makes it again and looks whether both agree.',
    'Now spoil it, and see what still works.',
  ],
  prediction: () => ({
    question: 'The third part is `aaaa`. What is true then?',
    choices: [
      wrong(
        'Nothing can be read',
        'Reading needs no key. The claims stand in the second part, which you did not touch.',
      ),
      right(
        'The claims can be read, and a server must refuse',
        'The second part is as it was. But the seal does not fit, so nobody vouches for it.',
      ),
      wrong(
        'The claims can be read, and a server will accept',
        'A server makes the seal again and compares. It finds another one and refuses.',
      ),
    ],
  }),
  task: 'Put `aaaa` in the place of everything after the last dot.',
  board: 'token',
  start: ({ text, secret }) => startToken(text, secret, ['verdict', 'payload']),
  solution: ({ text, secret }) => startToken(withThird(text, FAKE), secret, ['verdict', 'payload']),
  goal: ({ reading }, { text }) => reading.text === withThird(text, FAKE),
  feedback: ({ reading }, { text }) => {
    if (reading.text === withThird(text, FAKE)) return null
    if (reading.text === text) return 'The third part is still as it was made.'
    const kept = text.slice(0, text.lastIndexOf('.') + 1)
    if (!reading.text.startsWith(kept))
      return 'You changed more than the third part. Bring the token back and try again.'
    const third = reading.text.slice(kept.length)
    return third === ''
      ? `The third part is gone. Type ${coded(FAKE)} in its place.`
      : `The third part is now ${counted(third.length, 'character')} long. Only ${coded(FAKE)} should be left.`
  },
  explain: ({ reading }, token) => [
    `The *payload* still reads, all ${grouped(reading.payload?.bytes.length ?? 0)} bytes of it, and ${coded(nameIn(token))} is still there.`,
    'But the *signature* is no longer the one that was made for it. A server must refuse the token.',
  ],
})

export const meetLesson: Lesson = {
  slug: 'meet',
  title: 'Meet your token',
  hook: 'This looks like noise. In two minutes you will read it aloud.',
  minutes: 5,
  needs: 'readable',
  steps: [cut, words, spoil],
  aha: 'Three parts, and two of them are plain text.',
  teacher: {
    minutes: [2, 1, 2],
    sketch: [
      'xxxxx . yyyyy . zzzzz in three colours, with the words header, payload, signature under them',
      'An open hand over the first two, a wax seal over the third',
    ],
    beliefs: [
      {
        belief: 'It is encrypted, because I cannot read it.',
        answer:
          'It is written in other letters, and changing them back needs no key. Let the class decode one part aloud.',
      },
      {
        belief: 'Without the signature the token is empty.',
        answer:
          'Cover the third part with a hand and read the rest. The facts are all there; what is missing is a reason to trust them.',
      },
    ],
  },
}
