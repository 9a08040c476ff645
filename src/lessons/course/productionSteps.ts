/** How does lesson 12 follow one header to the database, and start the project on a platform? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import {
  arrivesAt,
  isRightlyMarked,
  LAST_STATION,
  startHops,
  STATIONS,
  stationFacts,
  tellMarks,
} from '../boards/hopsBoard.ts'
import { judgeLine, RIGHT_PROCFILE, tellLine } from '../boards/lineBoard.ts'
import { step } from '../lesson.ts'

const RUNSERVER_LINE = 'web: python manage.py runserver'

export const headerStep = step({
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
  feedback: tellMarks,
  explain: ({ at }, token) => {
    const station = STATIONS[at] ?? 'network'
    return [
      `At this place, ${stationFacts[station].label}: ${stationFacts[station].why}`,
      `On the network it is only this: \`${arrivesAt('network', token)}\`. Stock logs leave the header out, so check yours before you add to them.`,
    ]
  },
  notes: [
    {
      says: 'One note says that the header may be logged on its way.',
      isSo: 'It may, wherever https has ended. The stock logs of nginx and gunicorn leave it out, and one line of settings puts it in.',
    },
  ],
})

export const procfileStep = step({
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
      wrong('manage.py runserver', 'That is the server for practice, with a warning of its own.'),
    ],
  }),
  task: 'Change the line so that gunicorn runs the project.',
  board: 'line',
  about: 'A Procfile',
  start: () => ({ kind: 'procfile', text: RUNSERVER_LINE }),
  solution: () => ({ kind: 'procfile', text: RIGHT_PROCFILE }),
  goal: (state) => judgeLine(state).isRight,
  feedback: tellLine,
  explain: (state) => [
    judgeLine(state).says,
    'The word before the colon names the process. Only `web` is given requests.',
  ],
})
