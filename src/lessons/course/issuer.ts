/** Lesson 8: who hands out tokens, by which messages, and with which key? ux.md 5.3; rows 26, 34, 35 and 66 of 5.5. */
import { right, wrong } from '../../simulation/preset.ts'
import { isInOrder, placedArrows, solveFlow, startFlow, tellPlaced } from '../boards/flowBoard.ts'
import { clientStep, keysStep } from './issuerSteps.ts'
import { step, type Lesson } from '../lesson.ts'

export const issuerLesson: Lesson = {
  slug: 'issuer',
  title: 'Who hands out tokens?',
  hook: 'The API never saw your password. Who did?',
  minutes: 8,
  needs: 'readable',
  steps: [
    step({
      title: 'Three messages',
      hook: 'Three actors, three messages. Which comes first?',
      tell: () => [
        'The *application* wants something done for you. The *API* can do it, and asks for a token. The *authorization server* hands tokens out.',
        'These three need not belong to one company. Put their three messages in order; each opens its text as it goes over the wire.',
      ],
      prediction: () => ({
        question: 'Before it answers the call, whom does the API ask whether the token is good?',
        choices: [
          wrong(
            'The authorization server',
            'It could, and some do. With a signed token it need not: it checks the *signature* with a key that it has.',
          ),
          wrong('The application', 'That would be asking the one who wants to get in.'),
          right(
            'Nobody',
            'It checks the *signature* with a key that it already holds. No message goes out.',
          ),
        ],
      }),
      task: 'Put the three messages in order.',
      board: 'flow',
      about: 'Application, authorization server and API',
      start: () => startFlow('three'),
      solution: () => solveFlow('three'),
      goal: isInOrder,
      feedback: tellPlaced,
      explain: (state) => [
        `${placedArrows(state).length} of 3 messages are in place. The token goes from the authorization server to the application, and from there to the API.`,
        'The API and the authorization server did not speak to each other at all.',
      ],
    }),
    step({
      title: 'With a password',
      hook: 'One server, two jobs: SimpleJWT.',
      tell: () => [
        'In the Django set-up of your notes one server plays two parts: it hands out the tokens at `/api/token/`, and it is the API at `/hello/`.',
        'The application takes your name and your password and sends them on. Each message reads as SimpleJWT sends or expects it.',
      ],
      prediction: () => ({
        question: 'After the login, how often does the password travel in the next five minutes?',
        choices: [
          wrong(
            'With every request',
            'So it was before there were tokens. Here each request carries the access token instead.',
          ),
          right(
            'Not at all',
            'The access token stands in for it. The password was sent once, at the login.',
          ),
          wrong(
            'Once, at the refresh',
            'A refresh sends the refresh token. The password is asked for only after that has expired too.',
          ),
        ],
      }),
      task: 'Put the four messages in order, and open the one with the password.',
      board: 'flow',
      about: 'Login with a password',
      start: () => startFlow('password'),
      solution: () => ({ ...solveFlow('password'), open: 'login' }),
      goal: (state) => isInOrder(state) && state.open === 'login',
      feedback: (state) =>
        tellPlaced(state) ??
        (state.open === 'login' ? null : 'All are in order. Now open the one with the password.'),
      explain: (state) => [
        `${placedArrows(state).length} of 4 messages are in place. Only the first holds the password, and only the fourth holds what you wanted.`,
        'Whoever writes the application sees your password here. That is fine for your own app, and not for a stranger’s.',
      ],
      notes: [
        {
          says: 'A picture after the structure of a token, its address ends in legacy-app-auth-5.',
          isSo: 'The address speaks of the login of an older app: one server that takes the password, signs, and checks. That is drawn here, arrow by arrow. The page that the notes follow shows the picture as a debugger: the token on one side, its three parts on the other. You have that one under [Debug](#/debug?sample=notes-example).',
        },
      ],
    }),
    step({
      title: 'With a code',
      hook: 'The application never sees your password.',
      tell: () => [
        'Here the application belongs to somebody else. It sends your browser to the authorization server, at `/oauth/authorize`. You log in there.',
        'What comes back through the browser is only a *code*. It works once and for a short time, and the application has to trade it for the token.',
      ],
      prediction: () => ({
        question: 'Who gets to see your password?',
        choices: [
          wrong(
            'The application',
            'It sends you away before you type it, and gets a code instead.',
          ),
          wrong('The API', 'It sees a token and nothing else.'),
          right(
            'Only the authorization server',
            'You typed it on its own page. Everybody else gets a code or a token.',
          ),
        ],
      }),
      task: 'Put the six messages in order, and open the one with the password.',
      board: 'flow',
      about: 'Authorization code flow',
      start: () => startFlow('code'),
      solution: () => ({ ...solveFlow('code'), open: 'consent' }),
      goal: (state) => isInOrder(state) && state.open === 'consent',
      feedback: (state) =>
        tellPlaced(state) ??
        (state.open === 'consent' ? null : 'All are in order. Now open the one with the password.'),
      explain: (state) => [
        `${placedArrows(state).length} of 6 messages are in place. The password stands in one of them, and that goes to the authorization server.`,
        'A stolen code is of no use: to trade it takes `code_verifier`, which never left the application. `code_challenge` is only its hash.',
        'A login with *OpenID Connect* goes the same way and brings one token more, the ID token: it tells the application who you are.',
      ],
    }),
    clientStep,
    keysStep,
  ],
  aha: 'Issuer and checker can be strangers. All they share is a key, and with a key pair the checker needs only the public half.',
  teacher: {
    minutes: [1, 2, 2, 2, 1],
    sketch: [
      'Three boxes in a row: application, authorization server, API. Number the arrows as the class calls them out.',
      'A password symbol. Ask of each flow: in which box does it appear?',
      'A private key in the middle box, a public key in the right one.',
    ],
    beliefs: [
      {
        belief: 'The API asks the issuer about every token.',
        answer:
          'It checks the signature with a key that it fetched once. That is what makes it fast, and what makes log-out hard.',
      },
      {
        belief: 'The code is the token.',
        answer:
          'The code opens nothing at the API. It travels through the address bar, so it has to be worthless alone.',
      },
      {
        belief: 'OAuth means logging in.',
        answer:
          'OAuth lets an application act for you. OpenID Connect adds the token that says who you are.',
      },
    ],
  },
}
