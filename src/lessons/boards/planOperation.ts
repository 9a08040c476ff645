/** What does a project decide about carrying tokens and about running the server? ux.md 5.3, the capstone. */
import { MINUTE } from '../../simulation/scenario.ts'
import type { Decision } from './planOption.ts'

/** How a token travels. */
export const carry: readonly Decision[] = [
  {
    id: 'clock',
    question: 'How do the servers agree on the time?',
    options: [
      {
        id: 'synchronised',
        label: 'Synchronised clocks, no leeway',
        brings: 'exp and iat mean what they say, as long as the clocks are watched.',
        todo: 'Run time synchronisation on every server, and be told when a clock drifts.',
      },
      {
        id: 'leeway',
        label: 'Synchronised clocks and 30 s of leeway',
        brings: 'Small gaps between two servers do no harm. Each token works 30 s longer.',
        todo: 'Synchronise the clocks and set LEEWAY to 30.',
        settings: { LEEWAY: 30 },
        scenario: { leeway: 30_000 },
      },
      {
        id: 'wide',
        label: '10 minutes of leeway, to be safe',
        brings: 'A token of 5 minutes then works for 15: three times as long as you decided.',
        isRisky: true,
        todo: 'Mend the clocks instead of widening the leeway.',
        settings: { LEEWAY: 600 },
        scenario: { leeway: 10 * MINUTE },
      },
    ],
  },
  {
    id: 'cors',
    question: 'Which pages may call the API?',
    options: [
      {
        id: 'same',
        label: 'Those of the same origin',
        brings: 'No CORS is needed, and no other page can read an answer.',
        todo: 'Serve page and API from one origin.',
      },
      {
        id: 'named',
        label: 'Those of named origins',
        brings: 'The browser asks first, and Authorization has to be allowed by name.',
        todo: 'List the origins, allow the header Authorization, and test the preflight.',
      },
      {
        id: 'all',
        label: 'All',
        brings:
          'Any page can call the API with whatever token it got hold of, and read the answer.',
        isRisky: true,
        todo: 'Name the origins that may call the API.',
      },
    ],
  },
  {
    id: 'size',
    question: 'What stands in the token?',
    options: [
      {
        id: 'ids',
        label: 'The user’s id; permissions are looked up',
        brings: 'The token stays small, and a permission taken away is gone at once.',
        todo: 'Look permissions up where they are needed.',
      },
      {
        id: 'roles',
        label: 'The id and a few roles',
        brings: 'No look-up for most calls. A role taken away lives on until exp.',
        todo: 'Keep roles few, and let none of them outlive the access token.',
      },
      {
        id: 'all',
        label: 'Every permission',
        brings: 'At about 8 kB of header the front server answers 400, for that user alone.',
        isRisky: true,
        todo: 'Take the permissions out before the first header is too long.',
      },
    ],
  },
]

/** What runs it. */
export const run: readonly Decision[] = [
  {
    id: 'logging',
    question: 'What do the logs say of a request?',
    options: [
      {
        id: 'id',
        label: 'The user and the jti',
        brings: 'A request can be followed, and nobody can use what the log holds.',
        todo: 'Log user and jti; leave Authorization, cookies and bodies of token views out.',
      },
      {
        id: 'nothing',
        label: 'Nothing of the token',
        brings: 'Nothing leaks, and nobody can tell afterwards whose request it was.',
        todo: 'Check that neither nginx nor gunicorn nor Django logs the header.',
      },
      {
        id: 'all',
        label: 'All headers, for finding faults',
        brings: 'Whoever reads the log can act as any user until the tokens end.',
        isRisky: true,
        todo: 'Take Authorization out of every log, also of the error reports.',
      },
    ],
  },
  {
    id: 'tests',
    question: 'What do the tests try?',
    options: [
      {
        id: 'refusals',
        label: 'Login and call, and each way to be refused',
        brings:
          'Expired, another key, alg none, a refresh token at the API: each has to bring 401.',
        todo: 'Write a test for expired, foreign key, alg none, wrong type and blacklisted.',
      },
      {
        id: 'happy',
        label: 'Login and call',
        brings: 'A server that checks nothing would pass as well.',
        isRisky: true,
        todo: 'Add a test for each way to be refused.',
      },
    ],
  },
  {
    id: 'server',
    question: 'What answers the requests?',
    options: [
      {
        id: 'both',
        label: 'nginx in front of gunicorn',
        brings: 'nginx ends https and waits for slow clients, gunicorn runs the code.',
        todo: 'Set up nginx with a certificate, gunicorn behind it, and DEBUG off.',
      },
      {
        id: 'platform',
        label: 'A platform that brings its own front server',
        brings: 'It ends https for you. A Procfile says how gunicorn starts.',
        todo: 'Write the Procfile line for gunicorn, and set DEBUG off.',
      },
      {
        id: 'runserver',
        label: 'runserver',
        brings: 'It is made for developing: nobody checked it for security or load.',
        isRisky: true,
        todo: 'Replace runserver before the first user comes.',
      },
    ],
  },
]
