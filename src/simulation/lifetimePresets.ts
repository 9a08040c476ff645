/** Which ready-made sessions show how tokens age, without a thief? ux.md 4.8, presets 1, 2, 8, 9, 11 and 13. */
import { isLoginPage, isRefused, type Preset, right, scenarioWith, wrong } from './preset.ts'
import { DAY, HOUR, MINUTE, SECOND } from './scenario.ts'

const everyMinute = { every: MINUTE, size: 1, gap: 0 }
/** From a quarter of an hour on to shortly before the refresh token ends. */
const overNight = { from: 15 * MINUTE, until: DAY - 2 * MINUTE }

export const notesDefaults: Preset = {
  slug: 'notes-defaults',
  title: 'The notes’ defaults: 5 minutes and 24 hours',
  question: 'What happens at 5:00?',
  choices: [
    right(
      'A 401, a refresh, and the call again',
      'The call at 5:00 is refused, the app sends R1, gets A2 and calls again.',
    ),
    wrong(
      'The login page comes up',
      'R1 lives for 24 hours, and the app can swap it for a new access token.',
    ),
    wrong(
      'The server makes A1 live longer',
      'exp stands in the token under a signature. A token is never changed, only replaced.',
    ),
  ],
  settles: ({ act }) => act === 'call again',
  reveal:
    'The call is refused with 401, the app sends R1, gets A2 and calls again. Alice notices nothing.',
  dial: {
    label: 'The app never refreshes',
    change: { strategy: 'none' },
    shows: 'At 5:00 the app shows the login page, and R1 lies unused.',
  },
  scenario: scenarioWith({ cadence: everyMinute, away: overNight }),
}

export const nextMorning: Preset = {
  slug: 'next-morning',
  title: 'The next morning',
  question: 'Which token saves you at 24:00:01?',
  choices: [
    wrong('The access token', 'It lived for 5 minutes and ended the evening before.'),
    wrong('The refresh token', 'R1 ended at 24:00:00 and was never renewed.'),
    right('None', 'Both are past their exp: the password is asked again.'),
  ],
  settles: isLoginPage,
  reveal:
    'None. The call and the refresh are both refused with 401, and a full login brings a new pair.',
  dial: {
    label: 'Refresh lifetime 48 hours',
    change: { refreshLifetime: 2 * DAY },
    shows: 'R1 is still accepted at 24:00:01, and no password is asked.',
  },
  scenario: scenarioWith({
    cadence: everyMinute,
    away: { from: 15 * MINUTE, until: DAY + SECOND },
    edits: [{ act: 'login', at: DAY + 20 * SECOND, isOn: true }],
  }),
}

export const twoTabs: Preset = {
  slug: 'two-tabs',
  title: 'Two tabs wake up together',
  question: 'R1 is used twice at 5:00. Is that a theft?',
  choices: [
    wrong('Yes, somebody copied R1', 'Nobody else has it: both requests come from the same app.'),
    right(
      'No, but the server takes it for one',
      'Each tab sent R1, and the server sees only that it came twice.',
    ),
    wrong(
      'No, and the server knows that',
      'A token says who it is for, not who sends it. Both requests look alike.',
    ),
  ],
  settles: isLoginPage,
  reveal:
    'A false alarm: each tab sent R1, so the server ended its family, all refresh tokens of that login. Alice has to log in.',
  dial: {
    label: 'One refresh for all tabs',
    change: { isSingleFlight: true },
    shows:
      'One tab refreshes, the other waits for its answer. An overlap of a second would help too.',
  },
  scenario: scenarioWith({
    server: 'oauth',
    isRotating: true,
    reuse: 'family',
    slide: 'renew',
    cadence: everyMinute,
    tabs: 2,
    isSingleFlight: false,
    latency: 100,
    horizon: 10 * MINUTE,
  }),
}

const LOGOUT = 2 * MINUTE

export const logoutReuse: Preset = {
  slug: 'logout-reuse',
  title: 'Log out, then use the access token again',
  question: 'Alice logs out at 2:00. Is A1 refused at 2:30?',
  choices: [
    wrong('Yes, a logout ends the session', 'SimpleJWT has no session. It blacklists R1, not A1.'),
    right(
      'No, up to 5:00',
      'Nobody asks a database about access tokens: signature and exp decide.',
    ),
    wrong('Yes, A1 is on the blacklist', 'Only refresh tokens go there.'),
  ],
  settles: ({ act, at }) => act === 'call' && at > LOGOUT,
  reveal: 'No. R1 is on the blacklist, but A1 opens the API until its exp at 5:00.',
  dial: {
    label: 'Look up access tokens too',
    change: { logout: { at: LOGOUT, kind: 'access' } },
    shows:
      'A1 is refused from 2:00 on. It takes a server of another kind, and a look-up at each call.',
  },
  scenario: scenarioWith({
    cadence: everyMinute,
    logout: { at: LOGOUT, kind: 'blacklist' },
    edits: [
      { act: 'request', at: 150 * SECOND, isOn: true },
      { act: 'refresh', at: 200 * SECOND, isOn: true },
      { act: 'request', at: 299 * SECOND, isOn: true },
      { act: 'request', at: 300 * SECOND, isOn: true },
    ],
    horizon: 10 * MINUTE,
  }),
}

export const clockSkew: Preset = {
  slug: 'clock-skew',
  title: 'Clocks disagree',
  question: 'The API’s clock is 90 s behind the issuer’s. Why does a fresh token fail?',
  choices: [
    wrong('It has expired', 'A clock that is behind sees an exp that lies even further away.'),
    right('Its iat lies in the future', 'iat says when it was made: by the API’s clock, in 90 s.'),
    wrong('Its signature does not match', 'Both have the same key, and no clock enters there.'),
  ],
  settles: (entry) => entry.at > 0 && isRefused('app')(entry),
  reveal:
    'The API sees an iat 90 s ahead and refuses. The app gets another token, and that one is just as young.',
  dial: {
    label: 'Leeway 120 s',
    change: { leeway: 120 * SECOND },
    shows:
      'Fresh tokens pass, where 30 s would not do. But each one now works 210 s past its exp, by the issuer’s clock.',
  },
  scenario: scenarioWith({
    cadence: everyMinute,
    apiOffset: -90 * SECOND,
    horizon: 15 * MINUTE,
  }),
}

export const sliding: Preset = {
  slug: 'sliding',
  title: 'A sliding token',
  question: 'You were away for 6 minutes. Still in?',
  choices: [
    right(
      'No',
      'A sliding token can be swapped only before its exp, and that passed while you were away.',
    ),
    wrong(
      'Yes, refresh_exp is 24 hours away',
      'Both must lie ahead: exp and refresh_exp. exp has passed.',
    ),
    wrong('Yes, it renews itself', 'The app has to swap it, and the laptop was closed.'),
  ],
  settles: isLoginPage,
  reveal:
    'No. One token does both jobs: it can be swapped only before its exp, and never after refresh_exp.',
  dial: {
    label: 'A pair instead',
    change: { slide: 'none' },
    shows: 'R1 outlives the absence, and the app gets a new access token.',
  },
  scenario: scenarioWith({
    slide: 'token',
    strategy: 'early',
    early: MINUTE,
    cadence: everyMinute,
    away: { from: 400 * SECOND, until: 760 * SECOND },
    horizon: 20 * MINUTE,
  }),
}

export const sandbox: Preset = {
  slug: 'sandbox',
  title: 'Sandbox',
  question: null,
  choices: [],
  settles: () => false,
  reveal: 'Every setting is yours.',
  dial: null,
  scenario: scenarioWith({ horizon: HOUR }),
}
