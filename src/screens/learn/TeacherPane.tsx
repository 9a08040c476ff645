/** What does somebody need who teaches this lesson: answers, timing, what to draw, what learners believe? */
import type { ReactElement } from 'react'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { LessonText } from './LessonText.tsx'
import css from './TeacherPane.module.css'

export function TeacherPane({
  lesson,
  token,
}: {
  lesson: Lesson
  token: LessonToken | null
}): ReactElement {
  const { teacher, steps } = lesson
  return (
    <aside className={css['pane']} aria-label="Teacher notes">
      <h2>Teacher notes</h2>
      <div className={css['columns']}>
        <section>
          <h3>Timing and answers</h3>
          <ol className={css['list']}>
            {steps.map((step, index) => {
              const right = token && step.prediction?.(token).choices.find((one) => one.isRight)
              return (
                <li key={step.title}>
                  <b>{step.title}</b>, {teacher.minutes[index] ?? 1} min.{' '}
                  {right && (
                    <>
                      Answer: <LessonText text={right.text} />. <LessonText text={right.reason} />
                    </>
                  )}
                </li>
              )
            })}
          </ol>
        </section>
        <section>
          <h3>On the board</h3>
          <ul className={css['list']}>
            {teacher.sketch.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>What learners often believe</h3>
          <dl className={css['list']}>
            {teacher.beliefs.map(({ belief, answer }) => (
              <div key={belief}>
                <dt>{belief}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </aside>
  )
}
