/** What did the learner guess in this lesson, and what happened? Shown at its end. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { type Lesson, rightChoice } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { lessonStore, progressAt, stepKey } from '../../state/lessonStore.ts'
import { LessonText } from './LessonText.tsx'
import css from './StepView.module.css'

/** Nothing before a guess was checked. */
export function Guesses({
  lesson,
  token,
}: {
  lesson: Lesson
  token: LessonToken
}): ReactElement | null {
  const lessons = useStore(lessonStore)
  const guesses = lesson.steps.flatMap((step, index) => {
    const { guess, isChecked } = progressAt(lessons, stepKey(lesson.slug, index + 1))
    const prediction = step.prediction?.(token)
    const chosen = guess === null ? undefined : prediction?.choices[guess]
    const right = prediction && rightChoice(prediction)
    return isChecked && prediction && chosen && right
      ? [{ question: prediction.question, chosen, right }]
      : []
  })
  if (guesses.length === 0) return null
  return (
    <section className={css['part']} aria-label="Your guesses">
      <h3>Your guesses</h3>
      <ul className={css['guesses']}>
        {guesses.map(({ question, chosen, right }) => (
          <li key={question}>
            <LessonText text={question} />{' '}
            <span>
              You said: <LessonText text={chosen.text} />.
              {!chosen.isRight && (
                <>
                  {' '}
                  It was: <LessonText text={right.text} />.
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
