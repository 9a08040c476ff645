/** How does lesson 2 tell signing from encrypting, and what may stand in a token? RFC 7519 §11.2, §12. */
import { right, wrong } from '../../simulation/preset.ts'
import type { LessonToken } from '../lessonToken.ts'
import { step } from '../lesson.ts'
import { tellUntried } from '../tellUntried.ts'
import { FORMS, type SecrecySeen, type SecrecyState } from '../boards/secrecyBoard.ts'
import {
  type Bin,
  type Card,
  isSorted,
  solveSort,
  startSort,
  tellSorted,
} from '../boards/sortBoard.ts'

const startSecrecy = ({ reading }: LessonToken): SecrecyState => ({
  claims: reading.payload?.decoded.text ?? '{}',
  form: 'encoded',
  tried: [],
})

export const secrecyStep = step({
  title: 'Sealed or locked',
  hook: 'Same claims, three envelopes.',
  tell: () => [
    'The same claims are made here in three ways: only *encoded*, *signed* with HS256, and *encrypted* as a JWE with a shared key.',
    'You play a stranger without any key. In each form, try to read the claims and to change them. A server that holds the key then looks at your work.',
  ],
  prediction: () => ({
    question: 'In which form can a stranger no longer read the claims?',
    choices: [
      wrong(
        'Signed',
        'A *signature* is added behind the claims. The claims themselves stay as readable as before.',
      ),
      right(
        'Encrypted',
        'Only here do the bytes themselves change under a key. Without that key they are noise.',
      ),
      wrong('In all three', 'Two of the three show every claim. Turn the switch and read them.'),
    ],
  }),
  task: 'Press “Change it as a stranger” in all three forms.',
  board: 'secrecy',
  start: startSecrecy,
  solution: (token) => ({ ...startSecrecy(token), form: 'encrypted', tried: FORMS }),
  goal: ({ tried }) => tried.length === FORMS.length,
  feedback: ({ tried }) => tellUntried(FORMS, tried),
  explain: (seen) => [
    tellForm(seen),
    'Signed: everybody reads, and no change goes unseen. That is *integrity*. Encrypted: only the holder of the key reads. That is *secrecy*, and here no change goes unseen either. With encoding alone, all can read and all can change.',
  ],
  notes: [
    {
      says: 'Encrypted tokens hide the claims. The notes stay with signed ones.',
      isSo: 'An encrypted token has five parts instead of three. You find one under Samples in the [debugger](#/debug?sample=jwe).',
    },
  ],
})

function tellForm({ form, token, read }: SecrecySeen): string {
  const length = token?.length ?? 0
  return read === null
    ? `You see the ${form} form: ${length} characters, and no claim among them can be read.`
    : `You see the ${form} form: ${length} characters, and every claim in them can be read.`
}

const BINS: readonly Bin[] = [
  { id: 'in', label: 'May stand in a signed token' },
  { id: 'out', label: 'Stays out of it' },
]

const CARDS: readonly Card[] = [
  {
    id: 'user',
    text: 'The user’s number',
    bin: 'in',
    reason: 'The server needs to know who is asking, and a number tells a stranger little.',
  },
  {
    id: 'password',
    text: 'The user’s password',
    bin: 'out',
    reason: 'Whoever sees the token would read it. A password belongs into no token at all.',
  },
  {
    id: 'exp',
    text: 'When the token expires',
    bin: 'in',
    reason: 'Everybody may know it, and the server has to.',
  },
  {
    id: 'card',
    text: 'A credit card number',
    bin: 'out',
    reason: 'It would be written into every log that keeps the token. Look it up on the server.',
  },
  {
    id: 'role',
    text: 'The user’s role',
    bin: 'in',
    reason: 'It is no secret, and the *signature* keeps anybody from raising it unseen.',
  },
  {
    id: 'secret',
    text: 'The secret that signs tokens',
    bin: 'out',
    reason: 'With it, whoever reads the token could make tokens of their own.',
  },
]

export const passwordStep = step({
  title: 'What goes in',
  hook: 'Pack a token that anybody may read.',
  tell: () => [
    'A signed token is a postcard with a seal. Before you write on it, ask: may the user, a log file and a stranger read this?',
    'And if it has to be secret, does it have to travel at all? The server can often look it up.',
  ],
  prediction: () => ({
    question: 'Where may a password go?',
    choices: [
      wrong(
        'Into the payload',
        'Everybody who sees the token reads the *payload*. You did so in the first step.',
      ),
      wrong(
        'Into the header',
        'The *header* is encoded in the same way as the *payload*, and read before it.',
      ),
      wrong(
        'Into an encrypted token',
        'Strangers could not read it, but every server with the key could, for as long as a copy exists. The token already stands in for the password.',
      ),
      right(
        'Nowhere',
        'The token stands in for the password, so that the password need not travel again.',
      ),
    ],
  }),
  task: 'Put every card where it belongs.',
  board: 'sort',
  about: 'Six things to pack',
  start: () => startSort(BINS, CARDS),
  solution: () => solveSort(BINS, CARDS),
  goal: isSorted,
  feedback: tellSorted,
  explain: ({ cards, bins }) => [
    `Of ${cards.length} things, ${cards.filter(({ bin }) => bin === bins[0]?.id).length} may be read by anybody. The others would be given away with the token.`,
    'The *signature* keeps what you write from being changed. It never keeps it from being read.',
  ],
})
