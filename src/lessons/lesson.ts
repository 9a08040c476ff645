/** What is a lesson made of, and when is a step of it done? ux.md 5.1, architecture.md B.7. */
import type { Choice } from '../simulation/preset.ts'
import type { BoardKind, Boards } from './boards.ts'
import type { LessonToken, TokenNeeds } from './lessonToken.ts'

/**
 * A text of one or a few sentences. `*payload*` is a noun in the colour of its part where the word names one
 * (header, payload, signature) and emphasis otherwise, `` `exp` `` is code, `[a page](#/ref/claims/exp)` a link
 * within this page. Nothing else is markup.
 */
export type Prose = string

/** A guess that is asked for before the step shows what happens; exactly one choice is right. */
export interface Prediction {
  question: Prose
  /** In the order in which they are shown. Each reason answers that very choice. */
  choices: readonly Choice[]
}

/** The one that is right. */
export function rightChoice({ choices }: Prediction): Choice | undefined {
  return choices.find(({ isRight }) => isRight)
}

/** Where the class notes are incomplete or disagree, and what is the case. */
export interface NotesCorner {
  says: Prose
  isSo: Prose
  /** It answers what the step asks, so it waits for the guess. */
  isAnswer?: true
}

/** The acts are methods, so that a step on one board is also a step on any: each is only asked about its own. */
export interface StepOf<Kind extends BoardKind> {
  /** Two to four words, as under the dots of the progress line. */
  title: string
  /** The hook of the step, one sentence in large type: "Turn user 1 into user 2." */
  hook: Prose
  /** At most 90 words in all, with the learner's own values. */
  tell: (token: LessonToken) => readonly Prose[]
  prediction: ((token: LessonToken) => Prediction) | null
  /** What to do with the board, as an order: "Change the number behind user_id." */
  task: Prose
  board: Kind
  /** The board gives the answer away as it stands: it waits for the guess, or for somebody who will not guess. */
  isCovered?: true
  /** What stands over the board where it is not played on the lesson's token: "Three messages". */
  about?: string
  /** Where the board starts; it never meets the goal. */
  start(token: LessonToken): Boards[Kind]['state']
  /** One way to meet the goal. */
  solution(token: LessonToken): Boards[Kind]['state']
  /** True once the learner has made it happen; judged from what follows from the board's state. */
  goal(seen: Boards[Kind]['seen'], token: LessonToken): boolean
  /** What is still missing on the way to the goal, a sentence or two; once it is met, null where nothing is left to say. */
  feedback(seen: Boards[Kind]['seen'], token: LessonToken): Prose | null
  /** Why it came out that way, with the values of this moment; shown while the goal is met, so it may say what happened. */
  explain(seen: Boards[Kind]['seen'], token: LessonToken): readonly Prose[]
  notes?: readonly NotesCorner[]
}

/** A step on whichever board. */
export type Step = StepOf<BoardKind>

/** Keeps the types of a step tied to its board. */
export const step = <Kind extends BoardKind>(made: StepOf<Kind>): StepOf<Kind> => made

/** What only the teacher sees, at `?teacher=1`. */
interface TeacherNotes {
  /** Minutes a step, in order. */
  minutes: readonly number[]
  /** What to draw on the board, one line each. */
  sketch: readonly string[]
  /** What learners often believe, and what to answer. */
  beliefs: readonly { belief: string; answer: string }[]
}

export interface Lesson {
  /** As in the address, ux.md 5.3. */
  slug: string
  title: string
  /** "Make yourself admin." */
  hook: string
  minutes: number
  /** Which token its steps need; the learner's own wherever it can show the point. */
  needs: TokenNeeds
  steps: readonly Step[]
  /** What to keep, one sentence. */
  aha: Prose
  teacher: TeacherNotes
}
