/** How does lesson 10 show what other servers make of a theft, and of what looks like one? ux.md 4.8, presets 5, 7, 8 and 10. */
import { familyRevoked } from '../../simulation/theftPresets.ts'
import { presetOf, solveLabs, startLabs } from '../boards/labsBoard.ts'
import { step } from '../lesson.ts'

const OTHERS = ['rotation-app-first', 'family-revoked', 'two-tabs', 'no-blacklist-app']

export const othersStep = step({
  title: 'Other endings',
  hook: 'Four more sessions. Who is out at the end of each?',
  tell: () => [
    'Who refreshes first decides much, and so does what the server does when one token comes twice.',
    'Some servers end the whole *family* then: every refresh token that came from the same login. SimpleJWT does not.',
  ],
  prediction: () => ({
    question: familyRevoked.question ?? '',
    choices: familyRevoked.choices,
  }),
  task: 'Choose each session in the list and play it to its end, or press End.',
  board: 'labs',
  isCovered: true,
  start: () => startLabs(OTHERS),
  solution: () => solveLabs(OTHERS),
  goal: ({ areWatched }) => areWatched.every(Boolean),
  feedback: ({ areWatched }) => {
    const count = areWatched.filter(Boolean).length
    return count === areWatched.length
      ? null
      : `${count} of ${areWatched.length} sessions are watched.`
  },
  explain: ({ sessions }) =>
    sessions.map((one) => {
      const { title, reveal } = presetOf(one)
      return `${title}. ${reveal}`
    }),
})
