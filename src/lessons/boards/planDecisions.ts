/** Which twelve decisions does a project with tokens take, and what does each choice bring? ux.md 5.3, the capstone. */
import { DAY, HOUR, MINUTE } from '../../simulation/scenario.ts'
import { carry, run } from './planOperation.ts'
import type { Decision, Option } from './planOption.ts'

const ACCESS = { short: 5 * MINUTE, middle: 15 * MINUTE, long: 24 * HOUR }
const seconds = (milliseconds: number): number => milliseconds / 1000

const lifetimes = (access: number, refresh: number): Pick<Option, 'settings' | 'scenario'> => ({
  settings: { ACCESS_TOKEN_LIFETIME: seconds(access), REFRESH_TOKEN_LIFETIME: seconds(refresh) },
  scenario: { accessLifetime: access, refreshLifetime: refresh },
})

const make: readonly Decision[] = [
  {
    id: 'algorithm',
    question: 'Who has to check the tokens?',
    options: [
      {
        id: 'own',
        label: 'Only the server that makes them: HS256',
        brings: 'One secret makes and checks. Whoever knows it can make tokens.',
        todo: 'Sign with HS256, and let no second service know the secret.',
      },
      {
        id: 'others',
        label: 'Other services too: ES256',
        brings: 'They get the public key. With it they can check, and make nothing.',
        todo: 'Make an EC key pair on P-256, sign with ES256, and hand out the public key alone.',
        settings: { ALGORITHM: 'ES256' },
      },
      {
        id: 'shared',
        label: 'Other services too: HS256, with the same secret',
        brings: 'Each of them could sign in as anybody on all the others.',
        isRisky: true,
        todo: 'Replace HS256 before a second service gets the secret.',
      },
    ],
  },
  {
    id: 'key',
    question: 'Where does the signing key lie?',
    options: [
      {
        id: 'environment',
        label: 'In the environment or a secret store',
        brings: 'It is in no repository, and each place that runs the code has its own.',
        todo: 'Read the signing key from the environment: 32 random bytes or more, one per place.',
      },
      {
        id: 'django',
        label: 'It is Django’s SECRET_KEY',
        brings: 'That is SimpleJWT’s default. Whoever changes it also ends all Django sessions.',
        todo: 'Keep SECRET_KEY out of the repository, and know that changing it ends every session.',
      },
      {
        id: 'repository',
        label: 'In settings.py, in the repository',
        brings: 'Everybody who ever read the code can make tokens for any user.',
        isRisky: true,
        todo: 'Take the key out of the repository and make a new one: the old one is known.',
      },
    ],
  },
  {
    id: 'lifetimes',
    question: 'How long do the two tokens live?',
    options: [
      {
        id: 'short',
        label: '5 minutes and 1 day',
        brings: 'A stolen access token works for 5 minutes. The password is asked once a day.',
        todo: 'Leave 5 minutes and 1 day, SimpleJWT’s defaults.',
        ...lifetimes(ACCESS.short, DAY),
      },
      {
        id: 'middle',
        label: '15 minutes and 7 days',
        brings: 'A stolen access token works for 15 minutes. The password is asked once a week.',
        todo: 'Set 15 minutes and 7 days.',
        ...lifetimes(ACCESS.middle, 7 * DAY),
      },
      {
        id: 'long',
        label: 'One access token for 24 hours',
        brings: 'A stolen access token works for a day, and nobody can end it sooner.',
        isRisky: true,
        todo: 'Shorten the access token: a refresh token is there to renew it.',
        ...lifetimes(ACCESS.long, 7 * DAY),
      },
    ],
  },
]

const renew: readonly Decision[] = [
  {
    id: 'rotation',
    question: 'What happens to a refresh token that was used?',
    options: [
      {
        id: 'kept',
        label: 'It stays good until it expires',
        brings: 'That is the default. A stolen one works unseen for all of its life.',
        todo: 'Leave rotation off, and keep the refresh token where no script can read it.',
      },
      {
        id: 'rotated',
        label: 'It is replaced, and the old one blacklisted',
        brings: 'Each works once. When thief and app both use it, one of them is refused.',
        todo: 'Add rest_framework_simplejwt.token_blacklist to INSTALLED_APPS and run migrate.',
        settings: { ROTATE_REFRESH_TOKENS: true, BLACKLIST_AFTER_ROTATION: true },
        scenario: { isRotating: true, isBlacklisting: true },
      },
      {
        id: 'half',
        label: 'It is replaced, and the old one works on',
        brings: 'Both work, so a stolen one is renewed for ever beside the app’s own.',
        isRisky: true,
        todo: 'Blacklist after rotation, or leave rotation off.',
        settings: { ROTATE_REFRESH_TOKENS: true },
        scenario: { isRotating: true, isBlacklisting: false },
      },
    ],
  },
  {
    id: 'storage',
    question: 'Where does the browser keep them?',
    options: [
      {
        id: 'memory',
        label: 'Access token in memory, refresh token in an HttpOnly cookie',
        brings: 'No script can read the refresh token. A reload costs one refresh.',
        todo: 'Set the cookie with HttpOnly, Secure, SameSite and the path of the refresh view.',
      },
      {
        id: 'cookies',
        label: 'Both in HttpOnly cookies',
        brings: 'No script can read either, but the browser adds them to every request by itself.',
        todo: 'Protect every changing request against forgery with SameSite and a CSRF token.',
      },
      {
        id: 'local',
        label: 'Both in local storage',
        brings: 'Any script on the page can read both, also one that came in with a library.',
        isRisky: true,
        todo: 'Move at least the refresh token to where no script can read it.',
      },
    ],
  },
  {
    id: 'logout',
    question: 'What does a logout do?',
    options: [
      {
        id: 'forget',
        label: 'The app forgets both tokens',
        brings: 'A copy works on: the access token for minutes, the refresh token for its life.',
        isRisky: true,
        todo: 'Blacklist the refresh token at logout.',
        scenario: { logout: { at: 2 * MINUTE, kind: 'forget' } },
      },
      {
        id: 'blacklist',
        label: 'The refresh token is blacklisted as well',
        brings: 'Nothing new is handed out. The last access token works until its exp.',
        todo: 'Post the refresh token to the blacklist view at logout, then forget both.',
        scenario: { logout: { at: 2 * MINUTE, kind: 'blacklist' } },
      },
      {
        id: 'look-up',
        label: 'Every call asks a list of ended sessions',
        brings: 'A logout counts at once. Each call costs a look-up, which SimpleJWT does not do.',
        todo: 'Write an authentication class that looks the session up, and measure its cost.',
        scenario: { logout: { at: 2 * MINUTE, kind: 'access' } },
      },
    ],
  },
]

/** Three to a step, in the order in which a project meets them. */
export const DECISIONS: readonly (readonly Decision[])[] = [make, renew, carry, run]
