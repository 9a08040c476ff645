/** How does lesson 8 tell two flows apart that the notes mix up, and who holds which key? RFC 6749 §1.1, §4.4. */
import { right, wrong } from '../../simulation/preset.ts'
import { isInOrder, placedArrows, solveFlow, startFlow, tellPlaced } from '../boards/flowBoard.ts'
import { step } from '../lesson.ts'
import {
  type Bin,
  type Card,
  isSorted,
  solveSort,
  startSort,
  tellSorted,
} from '../boards/sortBoard.ts'

export const clientStep = step({
  title: 'Without a user',
  hook: 'The picture in the notes shows another flow than their text.',
  tell: () => [
    'A report runs at night and calls the API. Nobody sits at a browser, so nobody can log in. The application shows its own id and secret.',
    'This is the *client credentials* flow. It looks like the three messages of the first step, and it speaks of somebody else.',
  ],
  prediction: () => ({
    question: 'Of whom does a token from this flow speak?',
    choices: [
      wrong(
        'The user who started the program',
        'The authorization server has never heard of that person: no user took part.',
      ),
      right(
        'The application itself',
        'It showed its own id and secret, so `sub` names the application.',
      ),
      wrong(
        'Everybody who uses the API',
        'A token speaks of one party. Here that is the one who showed id and secret.',
      ),
    ],
  }),
  task: 'Put the three messages in order.',
  board: 'flow',
  about: 'Client credentials flow',
  start: () => startFlow('client'),
  solution: () => solveFlow('client'),
  goal: isInOrder,
  feedback: tellPlaced,
  explain: (state) => [
    `${placedArrows(state).length} of 3 messages are in place. There is no browser, no password and no code in any of them.`,
    'With a user: authorization code. Without one: client credentials. Both end with the same kind of call to the API.',
  ],
  notes: [
    {
      says: 'A diagram called client-credentials-grant, and beside it a text about /oauth/authorize and the authorization code flow.',
      isSo: 'They are two flows. The picture has no user and no browser: it is the one on this board. The text is the flow of the step before.',
    },
  ],
})

const BINS: readonly Bin[] = [
  { id: 'issuer', label: 'Authorization server' },
  { id: 'api', label: 'API' },
  { id: 'application', label: 'Application' },
]

const CARDS: readonly Card[] = [
  {
    id: 'private',
    text: 'The private key that signs tokens',
    bin: 'issuer',
    reason: 'Only the authorization server makes tokens, so only it needs the key that signs them.',
    notIn: {
      api: 'With it, the API could make tokens, and so could whoever breaks into the API. Checking needs only the public key.',
      application: 'Then the application could write itself any token it likes.',
    },
  },
  {
    id: 'public',
    text: 'The public key that checks tokens',
    bin: 'api',
    reason:
      'The API checks every token with it. Whoever steals it can check tokens too, and make none.',
    notIn: {
      issuer: 'It gives this key away. The one who has to check is somebody else.',
      application:
        'The application only carries the token. To it, the token is a text to be passed on.',
    },
  },
  {
    id: 'password',
    text: 'The check of your password',
    bin: 'issuer',
    reason: 'You type it on the page of the authorization server, which knows you.',
    notIn: {
      api: 'The API sees a token in its place. That is the point of all this.',
      application: 'In the code flow the application sends you away to type it elsewhere.',
    },
  },
  {
    id: 'verifier',
    text: 'The code verifier',
    bin: 'application',
    reason: 'The application made it, keeps it, and shows it once: when it trades the code.',
    notIn: {
      issuer: 'It gets only the hash at first. That is how it later knows who asked.',
      api: 'The API takes no part in the trade.',
    },
  },
  {
    id: 'audience',
    text: 'A look at aud',
    bin: 'api',
    reason: 'The API refuses a token that was made for another one.',
    notIn: {
      issuer: 'It writes aud. Whoever is meant by it has to read it.',
      application: 'It may look, but nothing depends on it: the API decides.',
    },
  },
]

export const keysStep = step({
  title: 'Who holds the key?',
  hook: 'One key signs, another checks. Who needs which?',
  tell: () => [
    'Now the authorization server and the API are two companies. They meet once, to pass a key on, and never speak about a single token again.',
    'Hand out what each actor needs for its job, and nothing more.',
  ],
  prediction: () => ({
    question: 'Which actor needs the signing key?',
    choices: [
      right(
        'The authorization server',
        'It makes the tokens. The API needs only the public key, and the application needs neither.',
      ),
      wrong(
        'The API',
        'It only checks. With a key pair the public key is enough for that, and safer to hold.',
      ),
      wrong(
        'Both of them',
        'So it is with HS256, where one secret does both jobs. With a key pair one is enough.',
      ),
    ],
  }),
  task: 'Give every card to the actor that needs it.',
  board: 'sort',
  about: 'Three actors',
  start: () => startSort(BINS, CARDS),
  solution: () => solveSort(BINS, CARDS),
  goal: isSorted,
  feedback: tellSorted,
  explain: ({ placed }) => [
    `${Object.keys(placed).length} of ${CARDS.length} cards are handed out. The signing key has one home, and the public key may go to every API there is.`,
    'Many issuers publish their public keys at an address, as a JWK Set. An API fetches them once and checks on its own.',
  ],
})
