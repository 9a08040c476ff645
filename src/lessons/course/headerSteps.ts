/** How does lesson 3 show that alg is a stranger's word, and typ a label? RFC 8725 §3.1 and §3.11. */
import { right, wrong } from '../../simulation/preset.ts'
import type { LessonToken } from '../lessonToken.ts'
import { step } from '../lesson.ts'
import { type PinState, startPin, turnPin } from '../boards/pinBoard.ts'
import {
  type Bin,
  type Card,
  isSorted,
  solveSort,
  startSort,
  tellSorted,
} from '../boards/sortBoard.ts'

const pinOn = ({ reading }: LessonToken): PinState =>
  startPin(reading.payload?.decoded.text ?? '{}')

export const pinStep = step({
  title: 'Pin it',
  hook: 'Get in as an admin without any key, then close the door.',
  tell: () => [
    'This server reads `alg` in the *header* and does what it says. It holds a secret for HS256.',
    'You hold a token of your own and no secret. You may rewrite the *header* and the *payload*, and take the *signature* away.',
    'Once you are in, change sides: tell the server to take HS256 and nothing else.',
  ],
  prediction: () => ({
    question: 'You write `"alg":"none"` and drop the *signature*. What does this server do?',
    choices: [
      wrong(
        'It says the signature is missing',
        'It would if it had its own opinion. This one asks the token how to check, and the token says: not at all.',
      ),
      wrong(
        'It checks with its secret anyway',
        'A careful server does. This one believes the *header*, and none means that nothing is checked.',
      ),
      right(
        'It lets you in',
        'It asked a stranger how to check the stranger. Nothing was checked, and every claim was believed.',
      ),
    ],
  }),
  task: 'Get in with "admin":true, then pin the algorithm so that the same token is refused.',
  board: 'pin',
  start: pinOn,
  solution: (token) =>
    turnPin(turnPin(pinOn(token), { hasNone: true, isAdmin: true }), { isPinned: true }),
  goal: ({ hasGotIn, isAdmin, hasNone, isPinned, isAccepted }) =>
    hasGotIn && isAdmin && hasNone && isPinned && !isAccepted,
  feedback: ({ hasGotIn, isAdmin, hasNone, isPinned }) => {
    if (!hasGotIn && isPinned) return 'The server is pinned, so nobody got in. Let it go first.'
    if (!hasGotIn)
      return hasNone ? 'You are in, but not as an admin.' : 'The server still checks a signature.'
    if (!isPinned) return 'You got in as an admin. Now change sides and pin the algorithm.'
    return isAdmin && hasNone ? null : 'Now send the same token that got you in.'
  },
  explain: ({ told, header }) => [
    `The *header* is \`${header}\`. ${told}`,
    'The *header* is read before anything is proven, so `alg` is the word of a stranger. The server has to know its algorithm beforehand. The [attack lab](#/attack) has this door and others.',
  ],
  notes: [
    {
      says: 'The notes sign with the algorithm that the header names.',
      isSo: 'So does whoever makes the token. Whoever checks it takes the algorithm from its own settings: the header is not proven yet.',
    },
  ],
})

const BINS: readonly Bin[] = [
  { id: 'label', label: 'A label' },
  { id: 'compare', label: 'To be compared' },
  { id: 'hint', label: 'A hint for finding the key' },
]

const CARDS: readonly Card[] = [
  {
    id: 'typ',
    text: '"typ": "JWT"',
    bin: 'label',
    reason:
      'It says what kind of thing this is. SimpleJWT never looks at it, and the check is the same with any text there.',
    notIn: {
      hint: 'It says what the thing is, and nothing about the key.',
      compare:
        'Some servers do compare it, for access tokens with at+jwt. But JWT alone tells nobody anything new: here it is a label.',
    },
  },
  {
    id: 'alg',
    text: '"alg": "HS256"',
    bin: 'compare',
    reason:
      'The server knows what its key is for. It compares alg with that and refuses any other.',
    notIn: {
      label: 'More hangs on it: a server that follows alg lets the token choose how it is checked.',
      hint: 'It names no key. A server that picks its key by alg can be led to the wrong one.',
    },
  },
  {
    id: 'kid',
    text: '"kid": "2026-01"',
    bin: 'hint',
    reason:
      'It names one of the keys that the server already trusts. A name that the server does not know finds nothing.',
    notIn: {
      label: 'It does a job: with several keys, it saves the server from trying them all.',
      compare: 'There is nothing to compare it with: it chooses among the server’s own keys.',
    },
  },
]

export const labelStep = step({
  title: 'Label or order',
  hook: 'What a server may do with each member of a header.',
  tell: () => [
    'A *header* may hold more than `alg`. None of it is proven when it is read, so a server must never take it as an order.',
    'Three uses are left: read it as a label, compare it with what the server knows, or let it point to one of the server’s own keys.',
  ],
  prediction: null,
  task: 'Put every member where it belongs.',
  board: 'sort',
  about: 'Three members of a header',
  start: () => startSort(BINS, CARDS),
  solution: () => solveSort(BINS, CARDS),
  goal: isSorted,
  feedback: tellSorted,
  explain: ({ cards }) => [
    `All ${cards.length} members were written by whoever made the token. Even \`typ\` is only a label that its maker chose.`,
    'A good *signature* makes them trustworthy afterwards. By then the server has long chosen its key and its algorithm.',
  ],
})
