/** Which ready-made sessions show how long a thief stays in? ux.md 4.8, presets 3 to 7, 10 and 12. */
import { isLoginPage, isRefused, type Preset, right, scenarioWith, wrong } from './preset.ts'
import { DAY, HOUR, MINUTE, type Scenario, SECOND, type Theft } from './scenario.ts'

const everyMinute = { every: MINUTE, size: 1, gap: 0 }
const overNight = { from: 15 * MINUTE, until: DAY - 2 * MINUTE }
const blacklisting = { isRotating: true, isBlacklisting: true, slide: 'renew' } as const

const theft = (what: Theft['what'], at: number, from: number, every: number | null): Theft => ({
  what,
  at,
  from,
  every,
})

export const thiefAccess: Preset = {
  slug: 'thief-access',
  title: 'A thief takes the access token',
  question: 'Copied at 2:00. How long does it work?',
  choices: [
    right('3 minutes', 'Until its exp at 5:00. The copy is as good as the original.'),
    wrong(
      'Until Alice logs out',
      'A logout ends the refresh token. Nobody asks about access tokens.',
    ),
    wrong('24 hours', 'That is the refresh token. The thief does not have it.'),
  ],
  settles: isRefused('thief'),
  reveal: '3 minutes, until 5:00. Nobody can stop it sooner.',
  dial: {
    label: 'Access lifetime 3 minutes',
    change: { accessLifetime: 3 * MINUTE },
    shows: 'The copy works for 1 minute. The app refreshes more often.',
  },
  scenario: scenarioWith({
    cadence: everyMinute,
    theft: theft('access', 2 * MINUTE, 2 * MINUTE, 45 * SECOND),
    horizon: 15 * MINUTE,
  }),
}

export const thiefRefresh: Preset = {
  slug: 'thief-refresh',
  title: 'A thief takes the refresh token, no rotation',
  question: 'R1 is copied at 2:00. How long can the thief stay?',
  choices: [
    wrong('3 minutes', 'That is the access token. R1 buys a new one each time.'),
    wrong('Until the app refreshes', 'Without rotation a refresh changes nothing about R1.'),
    right(
      'Until 24:00, and nobody sees it',
      'R1 works until its exp, as often as anyone sends it.',
    ),
  ],
  settles: (entry) => entry.act === 'refresh' && isRefused('thief')(entry),
  reveal: 'Until 24:00:00, silently. The app and the thief use the same R1, and both get 200.',
  dial: {
    label: 'Refresh lifetime 1 hour',
    change: { refreshLifetime: HOUR },
    shows: 'The thief is out after 1 hour. So is Alice.',
  },
  scenario: scenarioWith({
    cadence: everyMinute,
    away: overNight,
    theft: theft('refresh', 2 * MINUTE, 2 * MINUTE, 4 * HOUR),
  }),
}

export const rotationAppFirst: Preset = {
  slug: 'rotation-app-first',
  title: 'Rotation and blacklist, the app refreshes first',
  question: 'R1 is copied at 2:00, and the thief uses it at 6:00. Who gets the 401?',
  choices: [
    right('The thief', 'The app swapped R1 at 5:00, and since then it is on the blacklist.'),
    wrong('Alice', 'The app holds R2 by then, and nobody else does.'),
    wrong('Nobody', 'R1 is on the blacklist from 5:00 on.'),
  ],
  settles: isRefused('thief'),
  reveal:
    'The thief: Token is blacklisted. Rotation gave the app R2 at 5:00 and put R1 on the blacklist; Alice notices nothing, and nobody tells her.',
  dial: {
    label: 'Blacklist off',
    change: { isBlacklisting: false },
    shows: 'R1 works beside R2, so the thief is in at 6:00.',
  },
  scenario: scenarioWith({
    ...blacklisting,
    cadence: everyMinute,
    theft: theft('refresh', 2 * MINUTE, 6 * MINUTE, MINUTE),
    horizon: 15 * MINUTE,
  }),
}

const thiefFirst: Partial<Scenario> = {
  ...blacklisting,
  cadence: everyMinute,
  theft: theft('refresh', 450 * SECOND, 9 * MINUTE, 61 * SECOND),
  horizon: 30 * MINUTE,
}

export const rotationTheft: Preset = {
  slug: 'rotation-theft',
  title: 'Rotation and blacklist, the thief refreshes first',
  question: 'R2 is copied at 7:30, and the thief uses it at 9:00. Who gets the 401?',
  choices: [
    wrong('The thief', 'R2 was unused at 9:00, so the server took it for the app’s.'),
    right('Alice', 'At 10:00 the app sends R2, which the thief has used up.'),
    wrong('Both', 'The thief holds R3, and nothing is wrong with it.'),
  ],
  settles: isLoginPage,
  reveal:
    'Alice: Token is blacklisted. She is locked out and the thief is not, for a blacklist is no detection.',
  dial: {
    label: 'Reuse ends the family',
    change: { reuse: 'family' },
    shows: 'The app’s R2 gives the theft away, and the thief is out too. SimpleJWT cannot do that.',
  },
  scenario: scenarioWith(thiefFirst),
}

export const familyRevoked: Preset = {
  slug: 'family-revoked',
  title: 'Reuse ends the family',
  question: 'The thief uses R2 at 9:00, the app sends it at 10:00. Who stays in?',
  choices: [
    wrong(
      'The thief',
      'R3 comes from the same login as R2: it is of the same family, and that is revoked at 10:00.',
    ),
    wrong('Alice', 'The server cannot tell which of the two is Alice.'),
    right('Nobody', 'The whole family is revoked. Only one of the two knows the password.'),
  ],
  settles: isRefused('thief'),
  reveal:
    'Nobody. R2 came twice, so the server ended its family: all refresh tokens of that login. The thief’s A3 works until 14:00, then both need the password.',
  dial: {
    label: 'Access lifetime 1 minute',
    change: { accessLifetime: MINUTE },
    shows:
      'The app refreshes each minute, so at 9:00 the copied token is used up already and the thief gets nothing.',
  },
  scenario: scenarioWith({ ...thiefFirst, server: 'oauth', reuse: 'family' }),
}

export const noBlacklistApp: Preset = {
  slug: 'no-blacklist-app',
  title: 'Rotation on, blacklist app not installed',
  question: 'R1 is copied at 2:00, and the app swaps it at 5:00. Is R1 dead at 6:00?',
  choices: [
    wrong('Yes, it is on the blacklist', 'There is no blacklist without the app.'),
    wrong('Yes, R2 replaced it', 'SimpleJWT does not know which token is the newest.'),
    right('No', 'The step is skipped without an error, and R1 works until its own exp.'),
  ],
  settles: ({ actor, act }) => actor === 'thief' && act === 'refresh',
  reveal:
    'No. Without the app the blacklist step is skipped without an error, and the thief is in.',
  dial: {
    label: 'Install the blacklist app',
    change: { hasBlacklistApp: true },
    shows: 'R1 is refused at 6:00: Token is blacklisted.',
  },
  scenario: scenarioWith({
    ...blacklisting,
    hasBlacklistApp: false,
    cadence: everyMinute,
    theft: theft('refresh', 2 * MINUTE, 6 * MINUTE, MINUTE),
    horizon: 15 * MINUTE,
  }),
}

export const oneLongToken: Preset = {
  slug: 'one-long-token',
  title: 'One long token: 24 hours, no refresh',
  question: 'Simpler. What did it cost?',
  choices: [
    wrong('Nothing', 'A1 is copied at 2:00, and the copy works as long as A1 does.'),
    right('A thief stays in for 24 hours', 'Until the exp of A1, and nothing can end it sooner.'),
    wrong('A login each 5 minutes', 'A1 lives for 24 hours, so no login is needed.'),
  ],
  settles: isRefused('thief'),
  reveal:
    'The copy of A1 works until 24:00:00. A short life is the only brake on a copied access token.',
  dial: {
    label: 'Access lifetime 5 minutes',
    change: { accessLifetime: 5 * MINUTE },
    shows: 'The thief has 3 minutes. But without a refresh Alice is at the login page at 5:00.',
  },
  scenario: scenarioWith({
    accessLifetime: DAY,
    strategy: 'none',
    cadence: everyMinute,
    away: overNight,
    theft: theft('access', 2 * MINUTE, 2 * MINUTE, 4 * HOUR),
  }),
}
