/** Which steps of a lesson are ticked, and how many lessons are finished? */
import { CATALOGUE } from '../../lessons/catalogue.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { stepKey } from '../../state/lessonStore.ts'

/** How many; `finished` as in the preferences. */
export const stepsDone = ({ slug, steps }: Lesson, finished: readonly string[]): number =>
  steps.filter((_step, index) => finished.includes(stepKey(slug, index + 1))).length

export const isFinished = (lesson: Lesson, finished: readonly string[]): boolean =>
  stepsDone(lesson, finished) === lesson.steps.length

/** "3 of 12 lessons and the project": the project has no number of its own. */
export function tellFinished(finished: readonly string[]): string {
  const lessons = CATALOGUE.filter(({ number }) => number !== null)
  const done = lessons.filter(({ lesson }) => isFinished(lesson, finished)).length
  const projects = CATALOGUE.filter(({ number }) => number === null)
  const hasProject = projects.some(({ lesson }) => isFinished(lesson, finished))
  return `${done} of ${lessons.length} lessons${hasProject ? ' and the project' : ''}`
}
