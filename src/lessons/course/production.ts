/** Lesson 12: which server does which job once real users come? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import { tellNext, tellSeconds, viewBurst } from '../boards/burstBoard.ts'
import {
  arrivesAt,
  isRightlyMarked,
  LAST_STATION,
  startHops,
  STATIONS,
  stationFacts,
} from '../boards/hopsBoard.ts'
import { JOB_BINS, JOB_CARDS } from './jobCards.ts'
import { type Lesson, step } from '../lesson.ts'
import { judgeLine, RIGHT_PROCFILE } from '../boards/lineBoard.ts'
import { isSorted, solveSort, startSort } from '../boards/sortBoard.ts'

const RUNSERVER_LINE = 'web: python manage.py runserver'

const nextOf = (front: 'runserver' | 'gunicorn' | 'nginx+gunicorn', slow: number): number =>
  viewBurst({ front, trouble: 'slow clients', slow, asks: 'clients' }).next?.seconds ?? 0

const SEVERAL = 3
const PATIENCE = 1

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
      feedback: ({ placed }) => {
        const left = JOB_CARDS.filter(({ id, bin }) => placed[id] !== bin).length
        return left === 0
          ? null
          : `${JOB_CARDS.length - left} of ${JOB_CARDS.length} jobs are placed well.`
      },
      explain: () => [
        'nginx meets the internet, gunicorn runs Python, your code decides. No layer does the job of another.',
      ],
      notes: [
        {
          says: 'One note says that gunicorn cannot end https.',
          isSo: 'It can be given a certificate with --certfile and --keyfile. In this set-up nginx does it. Both limit a header line too: stock nginx at 8,190 bytes, stock gunicorn at 8,188.',
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
      explain: ({ slow }) => [
        `With ${slow} slow: gunicorn alone makes the next user wait ${tellSeconds(nextOf('gunicorn', slow))}, nginx ${tellSeconds(nextOf('nginx+gunicorn', slow))}, runserver ${tellSeconds(nextOf('runserver', slow))}.`,
        'runserver starts a thread for each and never ends one. A few thousand slow clients would fill it. nginx closes them after a minute.',
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
      goal: (state) => viewBurst(state).next?.status.includes(' 504 ') === true,
      explain: (state) => [
        tellNext(viewBurst(state)),
        '502 means that nobody was there. 504 means that somebody was there and said nothing for a minute.',
      ],
    }),
    step({
      title: 'Follow the header',
      hook: 'One header, five places. Who could write it down?',
      tell: () => [
        'Follow one `Authorization` header from the network to the database. In each place it has another shape. Wherever it stands in plain text, a line of settings or code can put it into a log.',
      ],
      prediction: () => ({
        question: 'Who could write the whole token into a log?',
        choices: [
          wrong('Only Django', 'nginx and gunicorn handle the same header before Django does.'),
          right(
            'nginx, gunicorn and Django',
            'https ends at nginx. From there on the header is plain text.',
          ),
          wrong(
            'Nobody, it is sealed by https',
            'The seal ends at nginx. Behind it everyone reads plain text.',
          ),
        ],
      }),
      task: 'Go to the last place, and mark all who could write the token down.',
      board: 'hops',
      start: () => startHops,
      solution: () => ({
        at: LAST_STATION,
        marked: STATIONS.filter((station) => stationFacts[station].seesToken),
      }),
      goal: (state) => state.at === LAST_STATION && isRightlyMarked(state),
      explain: ({ at }, token) => {
        const station = STATIONS[at] ?? 'network'
        return [
          `At this place, ${stationFacts[station].label}: ${stationFacts[station].why}`,
          `On the network it is only this: \`${arrivesAt('network', token)}\`. Stock logs leave the header out, so check yours before you add to them.`,
        ]
      },
    }),
    step({
      title: 'Write the Procfile',
      hook: 'On a platform the front server is already there.',
      tell: () => [
        'Heroku and its like bring their own router in front, with https. You only say how your application server is started, in one line of a file named Procfile.',
        'The project’s WSGI module is `myapi/wsgi.py`.',
      ],
      prediction: () => ({
        question: 'What has to be in your Procfile?',
        choices: [
          wrong('nginx and gunicorn', 'The platform’s router does the job of nginx.'),
          right(
            'gunicorn',
            'The platform stands in front. Your line starts what runs the Python code.',
          ),
          wrong(
            'manage.py runserver',
            'That is the server for practice, with a warning of its own.',
          ),
        ],
      }),
      task: 'Change the line so that gunicorn runs the project.',
      board: 'line',
      about: 'A Procfile',
      start: () => ({ kind: 'procfile', text: RUNSERVER_LINE }),
      solution: () => ({ kind: 'procfile', text: RIGHT_PROCFILE }),
      goal: (state) => judgeLine(state).isRight,
      explain: (state) => [
        judgeLine(state).says,
        'The word before the colon names the process. Only `web` is given requests.',
      ],
    }),
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
