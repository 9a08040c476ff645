/** Lesson 9: why are there two tokens, and how long should each live? ux.md 5.3. */
import { tellDuration } from '../../claims/duration.ts'
import { nextMorning } from '../../simulation/lifetimePresets.ts'
import { right, wrong } from '../../simulation/preset.ts'
import { MINUTE } from '../../simulation/scenario.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { thiefAccess } from '../../simulation/theftPresets.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { statusOf } from '../../simulation/wire.ts'
import { ACCESS_STOPS, REFRESH_STOPS } from '../boards/dialsBoard.ts'
import { startLab, tellAhead } from '../boards/labBoard.ts'
import { type Lesson, step } from '../lesson.ts'
import { type LineId, type LinesSeen, startLines, statusesOf } from '../boards/linesBoard.ts'

const OK = 200
const REFUSED = 401

/** When the API first refused the thief; null where it never did. */
const thiefRefused = ({ entries }: Timeline): number | null =>
  entries.find(
    ({ actor, exchange }) =>
      actor === 'thief' && exchange !== null && statusOf(exchange) === REFUSED,
  )?.at ?? null

const copiedAt = ({ entries }: Timeline): number =>
  entries.find(({ act }) => act === 'copy')?.at ?? 0

/** When the user had to type the password; null where that never happened. */
const lockedOut = ({ entries }: Timeline): number | null =>
  entries.find(({ act }) => act === 'login page')?.at ?? null

const told = (milliseconds: number): string => tellDuration(0, milliseconds / 1000)

/** What has not come back yet, in the order that the task asks for; null once all has. */
function missingIn({ log }: LinesSeen): string | null {
  const place = (line: LineId, status: number, after: number): number =>
    log.findIndex((one, at) => at > after && one.line === line && one.status === status)
  const refused = place('hello', REFUSED, -1)
  if (refused === -1) return 'There is no 401 from `/hello/` yet.'
  const renewed = place('refresh', OK, refused)
  if (renewed === -1) return 'You have the 401. Now refresh.'
  return place('hello', OK, renewed) === -1
    ? 'You have a new token. Now call `/hello/` again.'
    : null
}

const lines = step({
  title: 'Send the lines',
  hook: 'Why does a login bring two tokens?',
  tell: () => [
    'You log in once with name and password, and get two tokens. The *access token* opens the API. The *refresh token* buys a new access token.',
    'These are the lines from the class notes. Press them in any order, and let time pass between them.',
  ],
  prediction: () => ({
    question: 'You log in, wait 5 minutes and call `/hello/`. What comes back?',
    choices: [
      wrong(
        '200, the login was good',
        'The login was. But the access token lived for 5 minutes, and they are over.',
      ),
      right(
        '401, the access token has expired',
        'It lives for 5 minutes. Now the refresh token buys a new one.',
      ),
      wrong(
        '401, because both tokens are gone',
        'Only the short one is. The refresh token lives for 24 hours.',
      ),
    ],
  }),
  task: 'Get a 401 from `/hello/`, refresh, then call it again and get a 200.',
  board: 'lines',
  start: startLines,
  solution: () => ({ sent: ['login', 'hello', 'minutes', 'hello', 'refresh', 'hello'] }),
  goal: (seen) => missingIn(seen) === null,
  feedback: missingIn,
  explain: (seen) => [
    `The server answered ${statusesOf(seen).join(', ')}. No password was typed after the first line.`,
    'The access token is shown to the API again and again, so it dies young. The refresh token travels rarely, and only in the body of a POST.',
  ],
  notes: [
    {
      says: 'First the notes say that a login returns a token, later that it returns two.',
      isSo: 'The JWT standard says nothing about logins. SimpleJWT returns two, and another server may return one.',
    },
    {
      says: 'In one note the call sends another access token than the login has just returned.',
      isSo: 'The `exp` of the one that is sent is 59 seconds earlier, so it comes from a login before. Compare `jti`: each token has its own.',
    },
  ],
})

const morning = step({
  title: 'The next morning',
  hook: 'You close the laptop. What is left in the morning?',
  tell: () => [
    'The app refreshes by itself, so you notice nothing all day. Then you close the laptop for the night.',
    'Watch the session until 24 hours after the login. In the picture A1 and R1 are the first access and refresh token, A2 is the next access token, and so on.',
  ],
  prediction: () => ({
    question: nextMorning.question ?? '',
    choices: nextMorning.choices,
  }),
  task: 'Play the session, or press End, and see who asks for the password.',
  board: 'lab',
  isCovered: true,
  start: () => startLab(nextMorning.scenario),
  solution: () => ({ ...startLab(nextMorning.scenario), instant: nextMorning.scenario.horizon }),
  goal: ({ timeline, instant }) => {
    const locked = lockedOut(timeline)
    return locked !== null && instant >= locked
  },
  feedback: (seen) =>
    seen.instant >= (lockedOut(seen.timeline) ?? Infinity)
      ? null
      : tellAhead(seen, 'the password is asked for'),
  explain: ({ timeline }) => [
    `At ${tellInstant(lockedOut(timeline) ?? 0)} the refresh token was refused as well, so the login page came up.`,
    'The refresh token works like a session: when it ends, the password is asked again.',
  ],
  notes: [
    {
      says: 'The refresh token is likened to a session.',
      isSo: 'It lasts as long as one. But the server keeps no list of those who are logged in, so it cannot end one unless it has a blacklist.',
    },
  ],
})

const leaked = step({
  title: 'A copy in a log',
  hook: 'Somebody read your access token in a log file.',
  tell: () => [
    'Each call shows the access token to a server, a proxy, perhaps a log. Sooner or later one is copied.',
    'Here it happens two minutes after the login.',
  ],
  prediction: () => ({ question: thiefAccess.question ?? '', choices: thiefAccess.choices }),
  task: 'Play the session until the thief is refused.',
  board: 'lab',
  isCovered: true,
  start: () => startLab(thiefAccess.scenario),
  solution: () => ({ ...startLab(thiefAccess.scenario), instant: thiefAccess.scenario.horizon }),
  goal: ({ timeline, instant }) => {
    const refused = thiefRefused(timeline)
    return refused !== null && instant >= refused
  },
  feedback: (seen) =>
    seen.instant >= (thiefRefused(seen.timeline) ?? Infinity)
      ? null
      : tellAhead(seen, 'the thief is refused'),
  explain: ({ timeline }) => [
    `The copy was made at ${tellInstant(copiedAt(timeline))} and refused at ${tellInstant(thiefRefused(timeline) ?? 0)}. Nobody had to notice anything: time did it.`,
    'A copied refresh token would work for the rest of the day. That is why it is rarely shown.',
  ],
  notes: [
    {
      says: 'Two notes send the token along with all requests.',
      isSo: 'Only the access token, and only where a token is asked for. Login and refresh read the body and pass the header over.',
    },
  ],
})

const START = { access: ACCESS_STOPS.length - 1, refresh: REFRESH_STOPS.indexOf(24 * 60 * MINUTE) }

/** Ten minutes for a thief, and one login a week. */
const LONGEST_WINDOW = 10 * MINUTE

const dials = step({
  title: 'Set both clocks',
  hook: 'Short is safe. Long is handy. Have both.',
  tell: () => [
    'One number rules how long a thief stays in. The other rules how often you type your password.',
    'With one token they would be the same number. With two you can choose.',
  ],
  prediction: () => ({
    question: 'An access token leaked in a log. Why is that less bad than a leaked refresh token?',
    choices: [
      wrong(
        'It holds less about the user',
        'Both name the same user. What differs is how long they work.',
      ),
      right('It dies within minutes', 'A short life is the only brake on a copied access token.'),
      wrong(
        'The server can cancel it',
        'It does not look it up anywhere, so there is nothing to cancel.',
      ),
    ],
  }),
  task: 'Set the lifetimes so that a thief has at most 10 minutes and you log in once a week.',
  board: 'dials',
  start: () => START,
  solution: () => ({
    access: ACCESS_STOPS.indexOf(5 * MINUTE),
    refresh: REFRESH_STOPS.indexOf(7 * 24 * 60 * MINUTE),
  }),
  goal: ({ thiefWindow, loginsPerWeek }) => thiefWindow <= LONGEST_WINDOW && loginsPerWeek <= 1,
  feedback: ({ thiefWindow, loginsPerWeek }) => {
    if (thiefWindow <= LONGEST_WINDOW && loginsPerWeek <= 1) return null
    if (thiefWindow <= LONGEST_WINDOW)
      return 'The thief is out soon. But you type your password too often.'
    return 'The access token lives too long: so does its copy.'
  },
  explain: ({ thiefWindow, loginsPerWeek }) => [
    `Now a copy works for ${told(thiefWindow)}, and you log in ${loginsPerWeek === 1 ? 'once' : `${loginsPerWeek} times`} a week.`,
    'The access lifetime sets the first number, the refresh lifetime the second.',
  ],
})

export const lifetimesLesson: Lesson = {
  slug: 'lifetimes',
  title: 'Five minutes and a day',
  hook: 'Why two tokens?',
  minutes: 7,
  needs: 'example',
  steps: [lines, morning, leaked, dials],
  aha: 'The token that is shown often dies young; the one that lives long travels rarely.',
  teacher: {
    minutes: [2, 1, 2, 2],
    sketch: [
      'A time line: short bars of 5 minutes above, one long bar of 24 hours below',
      'An arrow from the long bar to each new short bar, labelled “refresh”',
    ],
    beliefs: [
      {
        belief: 'The refresh token makes the access token live longer.',
        answer: 'A token is never changed after it was signed. A refresh brings a new one.',
      },
      {
        belief: 'Logging in again every 5 minutes would be just as safe.',
        answer: 'Then the password travels all day. It is the one thing that must not leak.',
      },
    ],
  },
}
