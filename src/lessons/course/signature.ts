/** Lesson 5: what does the signature protect, and who can make one? ux.md 5.3. */
import type { Lesson } from '../lesson.ts'
import { copy, flip, formula, lend, secret } from './signatureSteps.ts'

export const signatureLesson: Lesson = {
  slug: 'signature',
  title: 'The seal',
  hook: 'Make yourself admin.',
  minutes: 6,
  needs: 'hs256-copy',
  steps: [formula, secret, flip, copy, lend],
  aha: 'The signature hides nothing. It makes change visible.',
  teacher: {
    minutes: [1, 1, 1, 1, 2],
    sketch: [
      'header . payload, an arrow labelled “secret”, and the seal at its end',
      'Two columns for the key pair: who holds the private key, who holds the public key',
    ],
    beliefs: [
      {
        belief: 'The signature protects the data from being read.',
        answer: 'It protects against change. Cover the signature and read the claims aloud.',
      },
      {
        belief: 'A good signature means that the sender is honest.',
        answer:
          'It means that the holder of the key made these bytes. A thief who copied the whole token has a good signature too.',
      },
      {
        belief: 'The public key can sign as well, both halves are alike.',
        answer: 'Try it in the last step: with the public key alone nothing can be signed.',
      },
    ],
  },
}
