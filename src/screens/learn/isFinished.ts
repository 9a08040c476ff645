/** Which steps of a lesson are ticked? */
import type { Lesson } from '../../lessons/lesson.ts'
import { stepKey } from '../../state/lessonStore.ts'

/** How many; `finished` as in the preferences. */
export const stepsDone = ({ slug, steps }: Lesson, finished: readonly string[]): number =>
  steps.filter((_step, index) => finished.includes(stepKey(slug, index + 1))).length

export const isFinished = (lesson: Lesson, finished: readonly string[]): boolean =>
  stepsDone(lesson, finished) === lesson.steps.length
