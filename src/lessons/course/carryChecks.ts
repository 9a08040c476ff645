/** Which guesses does lesson 7 ask for? */
import { right, wrong } from '../../simulation/preset.ts'
import { grouped } from '../../token/grouped.ts'
import type { Prediction } from '../lesson.ts'
import type { LessonToken } from '../lessonToken.ts'
import { firstTooMany, MOST_PERMISSIONS, viewHeader } from '../boards/permissionsBoard.ts'
import { WEB_STORAGE } from '../webStorage.ts'

const scheme = (): Prediction => ({
  question:
    'You write `bearer` with a small b. The token is in order. What does the server answer?',
  choices: [
    wrong(
      '200, it is only spelling',
      'HTTP itself would allow that. SimpleJWT compares the word exactly.',
    ),
    right(
      '401, as if no token had come',
      'The word is not the one it knows, so it passes the header over and finds no credentials.',
    ),
    wrong(
      '401, the token is not accepted',
      'It never gets as far as the token. The word before it already ended the search.',
    ),
  ],
})

const cors = (): Prediction => ({
  question:
    'A page calls an API on another origin with an Authorization header. What leaves first?',
  choices: [
    wrong('The request itself', 'Only for headers on a safe list. Authorization is not on it.'),
    right(
      'A question: OPTIONS, may I send this header?',
      'The browser asks first. Only if the API lists the origin and the header does the request follow.',
    ),
    wrong(
      'Nothing, it is always forbidden',
      'It is allowed as soon as the API agrees in its answer to the question.',
    ),
  ],
})

const tellKilobytes = (token: LessonToken, count: number): string =>
  `${Math.round(viewHeader({ stack: 'runserver', count }, token).lineLength / 1000)} kB`

const size = (token: LessonToken): Prediction => {
  const first = firstTooMany('nginx+gunicorn', token) ?? MOST_PERMISSIONS
  return {
    question: 'How many permissions like `app.view_model001` fit beside your claims?',
    choices: [
      wrong(
        `About ${grouped(Math.round(first / 10))}`,
        'Each takes some 27 characters of the token. That leaves room for far more.',
      ),
      right(
        `About ${grouped(first - 1)}`,
        `Permission ${first} is one too many for stock nginx and gunicorn.`,
      ),
      wrong(
        `About ${grouped((first - 1) * 10)}`,
        `That many would need ${tellKilobytes(token, (first - 1) * 10)}. Not even runserver takes a header of that size.`,
      ),
    ],
  }
}

const storage = (): Prediction => ({
  question: 'From which place can the script copy the token itself?',
  choices: [
    wrong(
      'A variable in the app’s module',
      'A module’s variables belong to it alone. The script finds no name for it.',
    ),
    right(WEB_STORAGE, 'Every script of the page may read it, whoever wrote the script.'),
    wrong(
      'A cookie with HttpOnly',
      'HttpOnly keeps it from all scripts. The browser sends it along all the same.',
    ),
  ],
})

const stateless = (): Prediction => ({
  question: 'What does stock SimpleJWT look up at each request?',
  choices: [
    wrong('Nothing at all', 'The signature needs no look-up. The user does.'),
    wrong(
      'The token in a list of tokens',
      'Access tokens are in no list. Only refresh tokens can be blacklisted.',
    ),
    right(
      'The row of the user',
      'It reads the id from the token and fetches that user, so a deleted one is noticed.',
    ),
  ],
})

export const carryChecks = { scheme, cors, size, storage, stateless }
