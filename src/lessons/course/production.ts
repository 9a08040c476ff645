/** Lesson 12: which server does which job once real users come? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import { type BurstState, tellNext, tellSeconds, viewBurst } from '../boards/burstBoard.ts'
import { JOB_BINS, JOB_CARDS } from './jobCards.ts'
import { type Lesson, step } from '../lesson.ts'
import { headerStep, procfileStep } from './productionSteps.ts'
import { isSorted, solveSort, startSort, tellSorted } from '../boards/sortBoard.ts'

const nextOf = (front: 'runserver' | 'gunicorn' | 'nginx+gunicorn', slow: number): number =>
  viewBurst({ front, trouble: 'slow clients', slow, asks: 'clients' }).next?.seconds ?? 0

const SEVERAL = 3
const PATIENCE = 1

const is504 = (state: BurstState): boolean =>
  viewBurst(state).next?.status.includes(' 504 ') === true

const IN_TROUBLE = { front: 'nginx+gunicorn', slow: 1, asks: 'trouble' } as const

export const productionLesson: Lesson = {
  slug: 'production',
  title: 'From runserver to production',
  hook: 'Django’s own server warns you: it is for practice, not for the public.',
  minutes: 8,
  needs: 'hs256-copy',
  steps: [
    step({
      title: 'Sort the jobs',
      hook: 'runserver warns you itself. What takes its place?',
      tell: () => [
        'The development server was never checked for safety or speed, and its makers say so. In production three take over: *nginx* in front, *gunicorn* behind it, and *your code* in the middle of it all.',
      ],
      prediction: () => ({
        question: 'Where does https end, and who turns the request into WSGI?',
        choices: [
          right('nginx ends https, gunicorn makes WSGI', 'Each does the one job it is best at.'),
          wrong(
            'gunicorn does both',
            'It could hold a certificate. In the usual set-up nginx stands in front and does that.',
          ),
          wrong('nginx does both', 'nginx speaks HTTP. It runs no Python and makes no WSGI calls.'),
          wrong('Django does both', 'Django is called through WSGI. By then both have happened.'),
        ],
      }),
      task: 'Give each job to the one who does it.',
      board: 'sort',
      about: `${JOB_CARDS.length} jobs`,
      start: () => startSort(JOB_BINS, JOB_CARDS),
      solution: () => solveSort(JOB_BINS, JOB_CARDS),
      goal: isSorted,
      feedback: tellSorted,
      explain: () => [
        'nginx meets the internet, gunicorn runs Python, your code decides.',
        'No layer does the job of another: nginx runs no Python and speaks no WSGI, and gunicorn is not made to meet the internet alone.',
      ],
      notes: [
        {
          says: 'One note says that gunicorn cannot end https.',
          isSo: 'It can be given a certificate with --certfile and --keyfile. Who does it in the usual set-up is asked here. Both limit a header line too: stock nginx at 8,190 bytes, stock gunicorn at 8,188.',
        },
        {
          says: 'One note has the warning about runserver as a heading, without its reason.',
          isSo: 'Its makers say why: nobody has checked it for security, and nobody for speed.',
        },
        {
          says: 'One note ends SSL at nginx.',
          isSo: 'The name is older than what runs today, which is TLS. The s of https stands for secure.',
        },
      ],
    }),
    step({
      title: 'Send slow clients',
      hook: 'One client sends half a request and falls silent.',
      tell: () => [
        'A worker of gunicorn reads one request at a time. If the request never ends, the worker waits.',
        'The times were measured on real servers with one worker. With more than one slow client they are worked out from that.',
      ],
      prediction: () => ({
        question: 'gunicorn alone, one worker, one slow client. How long does the next user wait?',
        choices: [
          wrong(
            tellSeconds(nextOf('nginx+gunicorn', 1)),
            'That is with nginx in front, which waits for slow clients by itself.',
          ),
          right(
            tellSeconds(nextOf('gunicorn', 1)),
            'After 30 seconds gunicorn puts the stuck worker to rest and starts another.',
          ),
          wrong(
            'For ever',
            'gunicorn watches its workers. After 30 seconds it replaces a stuck one.',
          ),
        ],
      }),
      task: `Choose ${SEVERAL} slow clients and the servers that answer the next user within a second and also get rid of the slow ones.`,
      board: 'burst',
      about: 'Three ways to serve',
      start: () => ({ front: 'runserver', trouble: 'slow clients', slow: 1, asks: 'clients' }),
      solution: () => ({
        front: 'nginx+gunicorn',
        trouble: 'slow clients',
        slow: SEVERAL,
        asks: 'clients',
      }),
      goal: (state) => {
        const { next, isClosed } = viewBurst(state)
        return state.slow >= SEVERAL && isClosed && (next?.seconds ?? Infinity) <= PATIENCE
      },
      feedback: (state) => {
        const { next, isClosed } = viewBurst(state)
        const seconds = next?.seconds ?? Infinity
        if (state.slow < SEVERAL) return `The task asks for ${SEVERAL} slow clients.`
        if (seconds > PATIENCE) return `The next user waits ${tellSeconds(seconds)}.`
        return isClosed ? null : 'The next user is served, but nobody puts the slow ones out.'
      },
      explain: ({ slow }) => [
        `With ${slow} slow: gunicorn alone makes the next user wait ${tellSeconds(nextOf('gunicorn', slow))}, nginx ${tellSeconds(nextOf('nginx+gunicorn', slow))}, runserver ${tellSeconds(nextOf('runserver', slow))}.`,
        'runserver starts a thread for each and never ends one. Enough slow clients would fill it. nginx closes them after a minute.',
      ],
    }),
    step({
      title: 'Stop a server',
      hook: 'Something behind nginx has stopped. Read the number.',
      tell: () => [
        'nginx stays up while gunicorn is gone, so the user gets a page with a number. *502* and *504* both come from nginx, and Django never ran.',
      ],
      prediction: () => ({
        question: 'gunicorn is stopped. How soon does the user get the 502?',
        choices: [
          right(
            'At once',
            'Nobody listens at gunicorn’s address, and nginx learns that in no time.',
          ),
          wrong(
            'After 30 seconds',
            'That is how long gunicorn waits for a stuck worker. Here no gunicorn is left.',
          ),
          wrong(
            'After a minute',
            'That is how long nginx waits for an answer that does not come. Here nobody even takes the call.',
          ),
        ],
      }),
      task: 'Find the trouble that ends in a 504.',
      board: 'burst',
      about: 'A server in trouble',
      start: () => ({ ...IN_TROUBLE, trouble: 'worker frozen' }),
      solution: () => ({ ...IN_TROUBLE, trouble: 'all frozen' }),
      goal: is504,
      feedback: (state) => (is504(state) ? null : `${tellNext(viewBurst(state))} That is no 504.`),
      explain: (state) => [
        tellNext(viewBurst(state)),
        '502 means that nobody was there. 504 means that somebody was there and said nothing for a minute.',
      ],
    }),
    headerStep,
    procfileStep,
  ],
  aha: 'Each layer does one job. The token passes through all of them, so all of them could log it.',
  teacher: {
    minutes: [3, 2, 1, 1, 1],
    sketch: [
      'Browser → nginx → gunicorn → Django, with https ending at the first arrow',
      'A queue in front of one worker, with a slow client at its head',
      '502: nobody there. 504: there, but silent',
    ],
    beliefs: [
      {
        belief: 'runserver is just slower.',
        answer: 'It answered the next user at once. But it never let go of the slow one.',
      },
      {
        belief: 'https protects the token all the way to the code.',
        answer: 'It ends at nginx. Behind it every layer reads plain text.',
      },
      {
        belief: 'A 502 is an error in my view.',
        answer: 'The view never ran. An error in the view is a 500 from Django.',
      },
    ],
  },
}
