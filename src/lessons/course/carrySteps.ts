/** How does lesson 7 play where a page keeps its token, and what a server looks up? ux.md 5.3. */
import { answerTo, sendRequest, tellAnswers } from '../boards/requestBoard.ts'
import { storeFacts, STORES } from '../boards/storageBoard.ts'
import { step } from '../lesson.ts'
import { WEB_STORAGE } from '../webStorage.ts'
import { carryChecks } from './carryChecks.ts'
import { lookingUp } from './carryRequests.ts'

const stateless = 'JWTStatelessUserAuthentication'

export const storeStep = step({
  title: 'Keep it somewhere',
  hook: 'A foreign script runs in your page. What does it get?',
  tell: () => [
    'One bad package is enough: its script has the same rights as yours. Where the token is kept decides what it can take away.',
    'All of this is played. Nothing is stored on your device.',
  ],
  prediction: carryChecks.storage,
  task: 'Let the script loose on each of the three places.',
  board: 'storage',
  about: 'Three places for a token',
  start: () => ({ store: 'web storage', injected: [], reloaded: [] }),
  solution: () => ({ store: 'memory', injected: STORES, reloaded: [] }),
  goal: ({ injected }) => STORES.every((store) => injected.includes(store)),
  feedback: ({ injected }) => {
    const left = STORES.filter((store) => !injected.includes(store))
    return left.length === 0
      ? null
      : `The script was let loose on ${STORES.length - left.length} of ${STORES.length} places.`
  },
  explain: () => [
    `Only ${WEB_STORAGE} gave the token itself away: ${storeFacts['web storage'].scriptGets}`,
    'The other two keep the token in, but not the script out. It can still act as you while the page is open, so short lifetimes help in every case.',
    'A token is as good as a password while it lives. Keep it no longer than you need it.',
  ],
  notes: [
    {
      says: `One note warns against browser storage for session data. Further down, the same note puts both tokens into ${WEB_STORAGE}.`,
      isSo: 'Both cannot be meant. Browser storage is handy and open to every script. A common middle way is the access token in a variable and the refresh token in a cookie with HttpOnly.',
    },
  ],
})

export const statelessStep = step({
  title: 'Ask nobody',
  hook: 'Stateless: who still gets asked?',
  tell: () => [
    'The signature can be checked with the key alone, so no table of sessions is needed. That is what *stateless* means.',
    'But a token does not know what happened after it was made. Delete the user and see who notices.',
  ],
  prediction: carryChecks.stateless,
  task: 'Delete the user. Send the token to both classes: get one 401 and one 200.',
  board: 'request',
  start: () => lookingUp,
  solution: () =>
    sendRequest({
      ...sendRequest({ ...lookingUp, user: 'deleted' }),
      check: stateless,
    }),
  goal: ({ sent }, token) => {
    const gone = sent.filter(({ user }) => user === 'deleted')
    const answers = new Set(gone.map((one) => answerTo(one, token).status))
    return answers.has(401) && answers.has(200)
  },
  feedback: ({ sent }, token) =>
    tellAnswers(
      sent.filter(({ user }) => user === 'deleted'),
      token,
      {
        none: 'Nothing was sent yet since the user was deleted.',
        401: 'One class gave the 401. Now let the other class check.',
        200: 'One class gave the 200. Now let the other class check.',
      },
    ),
  explain: (_state, token) => {
    const gone = { ...lookingUp, user: 'deleted' } as const
    return [
      `\`JWTAuthentication\` looks the user up and says ${answerTo(gone, token).status}. \`${stateless}\` believes the token and says ${answerTo({ ...gone, check: stateless }, token).status}.`,
      'No look-up is fast, and blind until `exp`. That is the trade.',
    ]
  },
  notes: [
    {
      says: 'One note says that a token may save database queries, but not always.',
      isSo: 'So it is. The table of sessions is gone. What is left to look up, you find here.',
    },
  ],
})
