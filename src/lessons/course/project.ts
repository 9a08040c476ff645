/** The capstone: which twelve decisions turn all of this into a project of one's own? ux.md 5.3. */
import { right, wrong } from '../../simulation/preset.ts'
import { type Lesson, type Prediction, type Prose, step, type StepOf } from '../lesson.ts'
import {
  isSound,
  linesOf,
  soundChoices,
  type PlanState,
  tellClashes,
  tellLeft,
} from '../boards/planBoard.ts'

interface Chapter {
  title: string
  hook: Prose
  tell: readonly Prose[]
  prediction: Prediction
}

const chapters: readonly Chapter[] = [
  {
    title: 'Make tokens',
    hook: 'Three decisions before the first login.',
    tell: [
      'Who checks your tokens decides how they are signed. Where the key lies decides who else can make some.',
      'The two lifetimes decide how long a thief is in, and how often your users type a password.',
    ],
    prediction: {
      question: 'A second service has to check your tokens. What do you give it?',
      choices: [
        wrong('The HS256 secret', 'With it the second service could make tokens of its own.'),
        right('The public key', 'It can check with that, and make nothing.'),
        wrong('Nothing, it can read them', 'Reading is not checking: anybody can write a token.'),
      ],
    },
  },
  {
    title: 'Renew and end',
    hook: 'Three decisions about the refresh token.',
    tell: [
      'The refresh token is the long-lived one. So the next questions are about it: how often it works, where it lies, and what ends it.',
      'Take the choice that you could explain to a user whose laptop was stolen.',
    ],
    prediction: {
      question: 'A user logs out, and the refresh token is blacklisted. What still works?',
      choices: [
        right('The access token, until its exp', 'Nobody asks a list about access tokens.'),
        wrong('Nothing', 'The access token is checked by signature and exp alone.'),
        wrong('Both tokens', 'The refresh token is on the blacklist, so it is refused.'),
      ],
    },
  },
  {
    title: 'Carry them',
    hook: 'Three decisions about clocks, pages and size.',
    tell: [
      'A token is judged by the clock of whoever checks it, and it travels with every call.',
      'A wide leeway, an open door for all pages, a long list of permissions: each makes life easier for a week.',
    ],
    prediction: {
      question:
        'A token lives for 5 minutes, and the API grants 10 minutes of leeway. How long does it work?',
      choices: [
        wrong('5 minutes', 'The leeway is added behind exp.'),
        wrong('10 minutes', 'The leeway comes on top of the life of the token.'),
        right('15 minutes', '5 minutes up to exp, and 10 more by the leeway.'),
      ],
    },
  },
  {
    title: 'Run it',
    hook: 'Three decisions before real users come.',
    tell: [
      'Logs, tests and servers are the dull part, and the part where most tokens get lost.',
      'Your plan stands below. It can be printed, its settings can be copied, and the lab runs what you chose.',
    ],
    prediction: {
      question: 'Your tests log in and call the API, and all pass. What do they not show?',
      choices: [
        wrong('That the login works', 'That is just what they try.'),
        right('That a forged token is refused', 'A server that checks nothing passes them too.'),
        wrong('That tokens are made', 'Without a token the call would fail.'),
      ],
    },
  },
]

const planStep = ({ title, hook, tell, prediction }: Chapter, group: number): StepOf<'plan'> =>
  step({
    title,
    hook,
    tell: () => tell,
    prediction: () => prediction,
    task: 'Take all three decisions, so that none of them puts your users at risk.',
    about: 'Your project',
    board: 'plan',
    start: (): PlanState => ({ group, chosen: {} }),
    solution: (): PlanState => ({ group, chosen: soundChoices([group]) }),
    goal: isSound,
    feedback: tellLeft,
    explain: (seen) => [
      ...linesOf(seen).flatMap(({ option }) => (option ? [option.brings] : [])),
      ...tellClashes(seen),
    ],
  })

export const projectLesson: Lesson = {
  slug: 'project',
  title: 'Use it in a project',
  hook: 'Twelve decisions, one plan you can print.',
  minutes: 10,
  needs: 'readable',
  steps: chapters.map(planStep),
  aha: 'Every choice has a price. Write down which one you took, and why.',
  teacher: {
    minutes: [3, 3, 2, 2],
    sketch: [
      'A line from login to logout, with the twelve decisions hung on it where they bite.',
      'Two columns, "costs us" and "costs a thief", filled in by the class for each choice.',
    ],
    beliefs: [
      {
        belief: 'There is one right plan.',
        answer: 'Most questions have two good answers. Ask what each costs this very project.',
      },
      {
        belief: 'A logout ends every token at once.',
        answer:
          'It ends the refresh token. Only a look-up at every call ends an access token early.',
      },
    ],
  },
}
