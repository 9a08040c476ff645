/** Lesson 5: what does the signature protect, and who can make one? ux.md 5.3. */
import { right, wrong } from '../simulation/preset.ts'
import { type Lesson, step } from './lesson.ts'
import { startToken } from './tokenBoard.ts'

export const signatureLesson: Lesson = {
  slug: 'signature',
  title: 'The seal',
  hook: 'Make yourself admin.',
  minutes: 5,
  needs: 'hs256-copy',
  steps: [
    step({
      title: 'Type the secret',
      hook: 'One word decides whether the seal fits.',
      tell: () => [
        'The server makes the *signature* again from the first two parts and its secret. If both agree, nothing was changed.',
      ],
      prediction: () => ({
        question: 'You type a secret that is wrong by one letter. What happens?',
        choices: [
          wrong(
            'The signature almost matches',
            'There is no almost: one other letter gives another signature altogether.',
          ),
          right(
            'The signature does not match',
            'One other letter in the secret makes a wholly different signature.',
          ),
        ],
      }),
      task: 'Type the demo secret into the key field.',
      board: 'token',
      start: ({ text }) => startToken(text, null, ['verdict', 'key', 'signature']),
      solution: ({ text, secret }) => startToken(text, secret, ['verdict', 'key', 'signature']),
      goal: ({ assessment }) => assessment.verdict.kind === 'verified',
      explain: () => ['The same secret made the same *signature*, so the token is unchanged.'],
    }),
  ],
  aha: 'The signature hides nothing. It makes change visible.',
  teacher: { minutes: [2], sketch: ['HMACSHA256( header . payload , secret )'], beliefs: [] },
}
