/** How does lesson 4 show which claims a server asks for? RFC 7519 §4.1, RFC 8725 §3.8 and §3.9. */
import { right, wrong } from '../../simulation/preset.ts'
import type { Expectations } from '../../judgement/policy.ts'
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { oddTimes } from '../../claims/oddTimes.ts'
import { judgeValidity, tellTimeRung } from '../../claims/validity.ts'
import { claimsSetOf } from '../../token/readToken.ts'
import type { RungTold } from '../../verification/told.ts'
import { type ClaimSetState, switchClaim } from '../boards/claimSetBoard.ts'
import { step } from '../lesson.ts'
import { signPayload } from '../signPayload.ts'
import { startToken, type TokenSeen, type TokenState } from '../boards/tokenBoard.ts'

const EXPECTED: Expectations = {
  issuer: 'https://login.example',
  audience: 'https://api.example',
  algorithm: '',
  type: '',
  requiredClaims: '',
  maximumAge: null,
}

/** 2100-01-01 00:00:00 UTC, in seconds. */
const FAR = 4_102_444_800

const tokenOf = (payload: string): TokenState => ({
  ...startToken(signPayload(payload), DEMO_SECRET, ['verdict', 'payload', 'policy']),
  expected: EXPECTED,
})

const timeOf = ({ reading, assessment, now, leeway }: TokenSeen): RungTold =>
  tellTimeRung(
    judgeValidity(claimsSetOf(reading), now, leeway),
    assessment.verdict.kind === 'verified',
    oddTimes,
  )

/** Text and number, where each is wanted. */
const isSub = (seen: TokenSeen): boolean =>
  claimsSetOf(seen.reading)?.members.some(({ name }) => name === 'sub') === true

export const ladderStep = step({
  title: 'Add three claims',
  hook: 'iss, sub, aud, exp: who asks for them?',
  tell: () => [
    'This token has only a `sub`. The server expects more of it, and its expectations stand below. They are its own and never come with the token.',
    `Write into the payload: \`"iss": "${EXPECTED.issuer}"\`, \`"aud": "${EXPECTED.audience}"\` and \`"exp": ${FAR}\`. That number is the first second of 2100, in seconds since 1970.`,
    'Each edit breaks the *signature*. Here that is fine: watch the rungs Time and Policy.',
  ],
  prediction: () => ({
    question: 'A token was made for another API, and its signature matches. Which claim tells?',
    choices: [
      wrong('sub', 'It says whom the token speaks of. The same user may use many APIs.'),
      right(
        'aud',
        'It names the API that the token is meant for. A server refuses what is meant for another.',
      ),
      wrong('exp', 'It says until when the token works, wherever it is used.'),
    ],
  }),
  task: 'Add claims to the payload until both rungs, Time and Policy, say pass.',
  board: 'token',
  about: 'A token with one claim',
  start: () => tokenOf('{"sub":"1"}'),
  solution: () =>
    tokenOf(`{"sub":"1","iss":"${EXPECTED.issuer}","aud":"${EXPECTED.audience}","exp":${FAR}}`),
  goal: (seen) => isSub(seen) && timeOf(seen).state === 'pass' && seen.policy.state === 'pass',
  feedback: (seen) =>
    `Time: ${timeOf(seen).state}. Policy: ${seen.policy.state}, ${seen.policy.reason}.`,
  explain: (seen) => [
    `Time says ${timeOf(seen).state}: ${timeOf(seen).reason}. Policy says ${seen.policy.state}: ${seen.policy.reason}.`,
    '`exp` is the expiration time and speaks to the clock. `iss` is the issuer and `aud` the audience: the server compares both with what it expects. `sub` is the subject, whom the token speaks of, and moves neither rung.',
  ],
})

const WITHOUT_EXP: ClaimSetState = { chosen: ['iss', 'aud', 'token_type', 'jti', 'user_id'] }

export const mandatoryStep = step({
  title: 'Is exp mandatory?',
  hook: 'Ask SimpleJWT what it insists on.',
  tell: () => [
    'Here SimpleJWT answers, with its own words. It asks for no issuer and no audience as it comes.',
    'This token is signed with the server’s own secret, so its signature matches. It has no `exp`.',
  ],
  prediction: () => ({
    question: 'Is `exp` mandatory?',
    choices: [
      wrong(
        'Yes, the standard demands it',
        'RFC 7519 makes every one of its seven claims optional. It leaves the choice to whoever uses them.',
      ),
      right(
        'Not by the standard, but SimpleJWT insists',
        'The standard leaves it open, and this server does not: without `exp` it refuses.',
      ),
      wrong(
        'No, servers accept tokens without it',
        'Some do, and then such a token works for ever. Read what this server answers.',
      ),
    ],
  }),
  task: 'Change the claims until the server answers 200.',
  board: 'claimSet',
  isCovered: true,
  about: 'A token for SimpleJWT',
  start: () => WITHOUT_EXP,
  solution: () => switchClaim(WITHOUT_EXP, 'exp'),
  goal: ({ status }) => status === 200,
  feedback: ({ status }) => (status === 200 ? null : `The server still answers ${status}.`),
  explain: ({ status, why }) => [
    `The server answers ${status}. ${why}`,
    'It also needs its own private claims: `token_type`, `jti` and `user_id`. Leave one out and read what it says.',
  ],
  notes: [
    {
      says: 'The tokens in the notes have no `iat`, and their `user_id` is a number.',
      isSo: 'They were made in 2018. Today SimpleJWT also writes `iat`, the second in which a token was made, and its newest release writes `user_id` as text.',
    },
  ],
})
