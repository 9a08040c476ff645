/** Lesson 11: which lines make a Django project hand out tokens and ask for them? ux.md 5.3. */
import { tellDuration } from '../../claims/duration.ts'
import { right, wrong } from '../../simulation/preset.ts'
import { PACKAGE, SLOTS } from '../boards/djangoProject.ts'
import { type Lesson, step } from '../lesson.ts'
import { judgeLine, RIGHT_PATH, STRAY_PATH, strayPlace, tellLine } from '../boards/lineBoard.ts'
import { viewProject } from '../boards/projectAnswers.ts'
import { emptyProject, isLit, isWhole, placeLine, wholeProject } from '../boards/projectBoard.ts'
import { STOCK_BLOCK, viewSettings } from '../boards/settingsBoard.ts'

/** A quarter of an hour, in seconds. */
const WANTED = 15 * 60

const stray = strayPlace(STRAY_PATH) ?? 0

const unguarded = {
  ...placeLine(wholeProject, 'permission', null),
  open: 'myapi/core/views.py',
}

export const djangoLesson: Lesson = {
  slug: 'django',
  title: 'Build it in Django',
  hook: 'Seven lines between you and Hello, World!',
  minutes: 9,
  needs: 'hs256-copy',
  steps: [
    step({
      title: 'Put in the lines',
      hook: 'Seven lines are missing. Each lights an arrow.',
      tell: () => [
        'A project needs three answers. *Settings* say how a token is checked, *addresses* say where to get one, a *permission* says who may enter.',
        'Choose a line for each gap. The five answers below are those of the project as it stands.',
      ],
      prediction: () => ({
        question:
          'The project is whole. You open `/api/token/` in a browser, which sends GET. Which status?',
        choices: [
          wrong(
            '200, with a login form',
            'The view makes tokens from a name and a password. It has no page.',
          ),
          wrong('404, nothing is there', 'Something is there. It just takes another method.'),
          right(
            '405, it wants POST',
            'Name and password belong into a body, so the view takes POST and nothing else.',
          ),
          wrong('401, log in first', 'This is where one logs in. It asks for no token.'),
        ],
      }),
      task: 'Fill the seven gaps in the four files.',
      board: 'project',
      start: () => emptyProject,
      solution: () => wholeProject,
      goal: isWhole,
      feedback: (state) => {
        const lit = SLOTS.filter((slot) => isLit(state, slot)).length
        return lit === SLOTS.length ? null : `${lit} of ${SLOTS.length} arrows are lit.`
      },
      explain: (state, token) => {
        const view = viewProject(state, token)
        if (view.state === 'stopped') return [`It does not start. ${view.why}`]
        return [
          `A request with the token gets ${view.answers['with token'].status}, one without gets ${view.answers['no token'].status}.`,
          `GET on the login address gets ${view.answers['open login'].status}. ${view.answers['open login'].why}`,
        ]
      },
      notes: [
        {
          says: 'The notes show an app with its own urls.py, and a project with its own.',
          isSo: 'The line that joins them is missing there: include(). Without it /hello/ is not found.',
        },
        {
          says: 'Two notes install with pip and one with poetry. All three write djangorestframework_simplejwt, with an underscore.',
          isSo: `Both tools fetch the same package. Its name is ${PACKAGE}; to them a hyphen, an underscore and a dot in a name are alike.`,
        },
        {
          says: 'One note has the two addresses, but no line above them.',
          isSo: 'The name jwt_views has to be imported first. Without that line the start fails.',
        },
      ],
    }),
    step({
      title: 'Find the bug',
      hook: 'This line is from one of the notes. It never worked.',
      tell: () => [
        'Django reads this text as a path: the last dot parts the module from the class. It takes every character as it stands.',
      ],
      prediction: () => ({
        question: 'A path in the settings is wrong. When do you notice?',
        choices: [
          right(
            'At the start of the server',
            'REST framework looks the classes up as soon as your views are loaded, so the start fails.',
          ),
          wrong(
            'At the first login',
            'It comes earlier: your views cannot even be loaded without these classes.',
          ),
          wrong(
            'Never, it is skipped',
            'Django skips no setting. A class that is not found stops the start.',
          ),
        ],
      }),
      task: 'Repair the line.',
      board: 'line',
      about: 'A line of settings.py',
      start: () => ({ kind: 'path', text: STRAY_PATH }),
      solution: () => ({ kind: 'path', text: RIGHT_PATH }),
      goal: (state) => judgeLine(state).isRight,
      feedback: tellLine,
      explain: ({ text }) => {
        const at = strayPlace(text)
        return [
          at === null
            ? `Character ${stray} of the line was a space, right behind \`authentication\`. Python looked for a module with a space in its name.`
            : `Character ${at} of the line is a space. Python looks for a module with a space in its name.`,
          'A space is easy to miss on paper. The quotes in the error message show where the name ends.',
        ]
      },
    }),
    step({
      title: 'Change a lifetime',
      hook: 'Let the next token live for a quarter of an hour.',
      tell: (token) => {
        const { exp, login } = viewSettings({ text: STOCK_BLOCK }, token)
        return [
          `As it comes, an access token lives for ${tellDuration(login, exp)}. The block below says so in Python.`,
          'The token under it is what a login would give with your block, at the second this lesson’s token was made.',
        ]
      },
      prediction: () => ({
        question: 'You raise the lifetime and restart. What about the token you already hold?',
        choices: [
          wrong('It lives longer too', 'Its `exp` is written and signed. No setting reaches it.'),
          right(
            'It ends when it was going to end',
            'The `exp` was written at the login. Only new tokens get the new lifetime.',
          ),
          wrong(
            'It stops at once',
            'The key is the same, so it is still accepted until its `exp`.',
          ),
        ],
      }),
      task: 'Set ACCESS_TOKEN_LIFETIME to 15 minutes.',
      board: 'settings',
      start: () => ({ text: STOCK_BLOCK }),
      solution: () => ({ text: STOCK_BLOCK.replace('minutes=5', 'minutes=15') }),
      goal: (state, token) => {
        const { exp, login, reading } = viewSettings(state, token)
        return exp - login === WANTED && reading.faults.length === 0
      },
      feedback: (state, token) => {
        const { exp, login, reading } = viewSettings(state, token)
        if (reading.faults.length > 0) return 'The block cannot be read as it stands.'
        return exp - login === WANTED
          ? null
          : `With this block a token lives for ${tellDuration(login, exp)}.`
      },
      explain: (state, token) => {
        const { exp, login } = viewSettings(state, token)
        return [
          `\`iat\` is ${login} and \`exp\` is ${exp}: ${tellDuration(login, exp)} apart.`,
          'Settings are read when the process starts. On a running server you have to restart it.',
        ]
      },
    }),
    step({
      title: 'Open the door',
      hook: 'Take the guard away and see who walks in.',
      tell: () => [
        'The *class* finds out who you are. The *permission* decides whether that is enough. They are two lines in two files.',
      ],
      prediction: () => ({
        question: 'Without IsAuthenticated, what does `GET /hello/` without a token get?',
        choices: [
          wrong(
            '401, a token is still needed',
            'JWTAuthentication only reads a token if there is one. It does not ask for it.',
          ),
          right('200, everybody may enter', 'Nobody asks who it is, so the view just answers.'),
          wrong(
            '500, a line is missing',
            'A view without a permission line is in order. It is open.',
          ),
        ],
      }),
      task: 'Take the permission line out and leave all others in.',
      board: 'project',
      start: () => ({ ...wholeProject, open: 'myapi/core/views.py' }),
      solution: () => unguarded,
      goal: (state) =>
        state.placed.permission === undefined &&
        SLOTS.every((slot) => slot === 'permission' || isLit(state, slot)),
      feedback: (state) => {
        if (state.placed.permission !== undefined) return 'The permission line is still in.'
        return SLOTS.every((slot) => slot === 'permission' || isLit(state, slot))
          ? null
          : 'Another line is out as well. Put it back.'
      },
      explain: (state, token) => {
        const view = viewProject(state, token)
        if (view.state === 'stopped') return [`It does not start. ${view.why}`]
        const { answers } = view
        return [
          `Without a token it is ${answers['no token'].status} now: ${answers['no token'].why}`,
          'A token that is broken would still get 401. The class refuses a bad one wherever it reads one.',
        ]
      },
    }),
  ],
  aha: 'Settings say how to check, addresses say where to get one, the permission says who may enter.',
  teacher: {
    minutes: [4, 1, 2, 2],
    sketch: [
      'Request → urls.py → app urls.py → JWTAuthentication → IsAuthenticated → HelloView',
      'Three words: how, where, who, each with its file',
      'A line of the settings with its last dot circled: module left, class right',
    ],
    beliefs: [
      {
        belief: 'With JWTAuthentication in the settings every view is protected.',
        answer: 'It only finds out who asks. IsAuthenticated turns people away.',
      },
      {
        belief: 'A missing token is always 401.',
        answer: 'With SessionAuthentication alone it is 403. Let them try it in the first gap.',
      },
      {
        belief: 'Changing the lifetime ends old tokens.',
        answer: 'Only another key does that. The date is inside the signed text.',
      },
    ],
  },
}
