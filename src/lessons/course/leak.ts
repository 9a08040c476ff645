/** Lesson 10: what can be done once a token has leaked? ux.md 5.3. */
import { tellDuration } from '../../claims/duration.ts'
import { logoutReuse } from '../../simulation/lifetimePresets.ts'
import { right, scenarioWith, wrong } from '../../simulation/preset.ts'
import { MINUTE, type Scenario, SECOND } from '../../simulation/scenario.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { rotationTheft, thiefRefresh } from '../../simulation/theftPresets.ts'
import type { Entry, Timeline } from '../../simulation/timeline.ts'
import { statusOf } from '../../simulation/wire.ts'
import { startLab, tellAhead } from '../boards/labBoard.ts'
import { type Lesson, step } from '../lesson.ts'
import { othersStep } from './leakOthers.ts'

const told = (milliseconds: number): string => tellDuration(0, milliseconds / 1000)

const wasLetIn = ({ exchange }: Entry): boolean => exchange !== null && statusOf(exchange) === 200

const ofThief = ({ entries }: Timeline): Entry[] => entries.filter(({ actor }) => actor === 'thief')

/** For how long the thief was let in, in milliseconds; 0 for never. */
function thiefWindow(timeline: Timeline): number {
  const copied = timeline.entries.find(({ act }) => act === 'copy')
  const last = ofThief(timeline).findLast(wasLetIn)
  return copied && last ? last.at - copied.at : 0
}

/** When the user had to type the password; null where that never happened. */
const lockedOut = ({ entries }: Timeline): number | null =>
  entries.find(({ act }) => act === 'login page')?.at ?? null

/** The call with the token that the user had before the logout. */
const afterLogout = ({ entries }: Timeline): Entry | undefined => {
  const out = entries.findIndex(({ act }) => act === 'logout' || act === 'forget')
  return entries.find(({ act }, place) => place > out && out !== -1 && act.startsWith('call'))
}

const logout = step({
  title: 'Log out',
  hook: 'Log out. Now use the old token.',
  tell: () => [
    'Alice logs out. The app forgets its tokens, and the server puts the refresh token on its *blacklist*: a list of tokens that it takes no more.',
    'But somebody still has the old access token, say in a log file. In the picture it is A1, and the refresh token is R1.',
  ],
  prediction: () => ({ question: logoutReuse.question ?? '', choices: logoutReuse.choices }),
  task: 'Play the session until the old access token is used after the logout.',
  board: 'lab',
  isCovered: true,
  start: () => startLab(logoutReuse.scenario, ['transcript', 'state']),
  solution: () => ({
    ...startLab(logoutReuse.scenario, ['transcript', 'state']),
    instant: logoutReuse.scenario.horizon,
  }),
  goal: ({ timeline, instant }) => {
    const call = afterLogout(timeline)
    return call !== undefined && instant >= call.at
  },
  feedback: (seen) =>
    seen.instant >= (afterLogout(seen.timeline)?.at ?? Infinity)
      ? null
      : tellAhead(seen, 'the old access token is used'),
  explain: ({ timeline }) => {
    const call = afterLogout(timeline)
    const status = call?.exchange ? statusOf(call.exchange) : 0
    return [
      `At ${tellInstant(call?.at ?? 0)} the API answered ${status} to a token of somebody who had logged out.`,
      'It only looks at the *signature* and at `exp`. Nobody asked the blacklist about an access token.',
    ]
  },
})

const silent = step({
  title: 'The long token leaks',
  hook: 'Now the thief has the refresh token.',
  tell: () => [
    'This time the refresh token is copied, two minutes after the login. The server does not rotate it.',
    'The user goes on as always.',
  ],
  prediction: () => ({ question: thiefRefresh.question ?? '', choices: thiefRefresh.choices }),
  task: 'Play the session until the thief is refused for the first time.',
  board: 'lab',
  isCovered: true,
  start: () => startLab(thiefRefresh.scenario),
  solution: () => ({ ...startLab(thiefRefresh.scenario), instant: thiefRefresh.scenario.horizon }),
  goal: ({ timeline, instant }) => {
    const last = ofThief(timeline).findLast(wasLetIn)
    return last !== undefined && instant > last.at
  },
  feedback: (seen) =>
    seen.instant > (ofThief(seen.timeline).findLast(wasLetIn)?.at ?? Infinity)
      ? null
      : tellAhead(seen, 'the thief is refused'),
  explain: ({ timeline }) => [
    `The thief was let in for ${told(thiefWindow(timeline))}, and both of them got 200 all the time.`,
    'Each refresh brought a new access token, to the user and to the thief alike.',
  ],
})

const first = step({
  title: 'Who is locked out',
  hook: 'Each refresh token works once. The thief is faster.',
  tell: () => [
    'The server now rotates: with each refresh it hands out a new refresh token and puts the old one on the blacklist.',
    'But here the thief uses the copied token before the app does.',
  ],
  prediction: () => ({ question: rotationTheft.question ?? '', choices: rotationTheft.choices }),
  task: 'Play the session until somebody is sent to the login page.',
  board: 'lab',
  isCovered: true,
  start: () => startLab(rotationTheft.scenario, ['transcript', 'state']),
  solution: () => ({
    ...startLab(rotationTheft.scenario, ['transcript', 'state']),
    instant: rotationTheft.scenario.horizon,
  }),
  goal: ({ timeline, instant }) => {
    const locked = lockedOut(timeline)
    return locked !== null && instant >= locked
  },
  feedback: (seen) =>
    seen.instant >= (lockedOut(seen.timeline) ?? Infinity)
      ? null
      : tellAhead(seen, 'the login page comes up'),
  explain: ({ timeline }) => [
    `At ${tellInstant(lockedOut(timeline) ?? 0)} the user was locked out, and the thief was not.`,
    'A blacklist does not know who is who. It only knows which token came first.',
  ],
})

/** Both tokens are copied at 2:10, and the thief tries something every 5 seconds. */
const LEAK: Scenario = scenarioWith({
  slide: 'renew',
  isSingleFlight: false,
  cadence: { every: 20 * SECOND, size: 1, gap: 0 },
  tabs: 2,
  theft: { what: 'both', at: 130 * SECOND, from: 130 * SECOND, every: 5 * SECOND },
  horizon: 20 * MINUTE,
})

const MENDED: Scenario = {
  ...LEAK,
  isRotating: true,
  isBlacklisting: true,
  isSingleFlight: true,
  accessLifetime: MINUTE,
}

const LONGEST_WINDOW = MINUTE

/** The same theft, user and tabs; everything else may be changed. */
const isSameLeak = ({
  theft,
  cadence,
  tabs,
  horizon,
  away,
  logout: out,
  edits,
}: Scenario): boolean =>
  JSON.stringify({ theft, cadence, tabs, horizon }) ===
    JSON.stringify({
      theft: LEAK.theft,
      cadence: LEAK.cadence,
      tabs: LEAK.tabs,
      horizon: LEAK.horizon,
    }) &&
  away === null &&
  out === null &&
  edits.length === 0

const mend = step({
  title: 'Stop the thief',
  hook: 'Both tokens leak. Get the thief out, and keep the user in.',
  tell: () => [
    'The user has two tabs open. At 2:10 a thief copies both tokens and tries something every 5 seconds.',
    'Change the settings below. The whole session is run again each time.',
  ],
  prediction: () => ({
    question: 'You only cut the access lifetime down to 60 seconds. How long is the thief in?',
    choices: [
      wrong(
        '60 seconds at most',
        'That holds for the access token. The thief copied the other one too.',
      ),
      right(
        'As long as the refresh token works',
        'It buys a new access token each minute, for the thief as well as for the user.',
      ),
      wrong(
        'Until the user refreshes',
        'Without rotation a refresh changes nothing about the token that was copied.',
      ),
    ],
  }),
  task: 'Let the thief in for less than 60 seconds, and never send the user to the login page.',
  board: 'lab',
  start: () => startLab(LEAK, ['settings', 'transcript']),
  solution: () => startLab(MENDED, ['settings', 'transcript']),
  goal: ({ timeline, scenario }) =>
    isSameLeak(scenario) && lockedOut(timeline) === null && thiefWindow(timeline) < LONGEST_WINDOW,
  feedback: ({ timeline, scenario }) => {
    if (!isSameLeak(scenario))
      return 'Leave the theft, the calls and the two tabs as they were. Change how the server and the app work.'
    const locked = lockedOut(timeline)
    const thief = `The thief was let in for ${told(thiefWindow(timeline))}.`
    return locked === null
      ? `${thief} The user stayed in.`
      : `${thief} The user was locked out at ${tellInstant(locked)}.`
  },
  explain: ({ timeline, scenario }) => [
    `With access tokens of ${told(scenario.accessLifetime)} the thief was let in for ${told(thiefWindow(timeline))}.`,
    'The app refreshed first, so the copied refresh token was on the blacklist. One refresh for both tabs kept the user from looking like a thief.',
  ],
})

export const leakLesson: Lesson = {
  slug: 'leak',
  title: 'When a token leaks',
  hook: 'Log out. Now use the old token.',
  minutes: 10,
  needs: 'example',
  steps: [logout, silent, first, othersStep, mend],
  aha: 'Tokens run out, they are not called back. Stopping them early costs a look-up.',
  teacher: {
    minutes: [2, 1, 2, 2, 3],
    sketch: [
      'Two lanes, app and thief, with the same token in both',
      'The blacklist as a notebook at the door: only refresh tokens are looked up in it',
    ],
    beliefs: [
      {
        belief: 'After a logout all my tokens are dead.',
        answer:
          'The app forgets them, and the refresh token is listed. An access token works until its exp.',
      },
      {
        belief: 'Rotation finds the thief.',
        answer:
          'It sees that one token came twice. Which of the two was the thief, it cannot tell.',
      },
    ],
  },
}
