/** What does somebody say, draw and answer who teaches this lesson? The same beside the lesson and on paper. */
import type { ReactElement } from 'react'
import { type Lesson, type Prose, rightChoice } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { LessonText } from './LessonText.tsx'

interface Props {
  lesson: Lesson
  token: LessonToken | null
  /** Of each of the three lists. */
  listClass?: string | undefined
}

/** Three sections; while there is no token yet, the answers are left out. */
export function TeacherText({ lesson, token, listClass }: Props): ReactElement {
  const { teacher, steps } = lesson
  return (
    <>
      <section>
        <h3>Timing and answers</h3>
        <ol className={listClass}>
          {steps.map((step, index) => {
            const prediction = token && step.prediction?.(token)
            const right = prediction && rightChoice(prediction)
            return (
              <li key={step.title}>
                <b>{step.title}</b>, {teacher.minutes[index] ?? 1} min.{' '}
                {right && (
                  <>
                    Answer: <Sentence text={right.text} /> <LessonText text={right.reason} />
                  </>
                )}
              </li>
            )
          })}
        </ol>
      </section>
      <section>
        <h3>On the board</h3>
        <ul className={listClass}>
          {teacher.sketch.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>What learners often believe</h3>
        <dl className={listClass}>
          {teacher.beliefs.map(({ belief, answer }) => (
            <div key={belief}>
              <dt>{belief}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

/** An answer to choose stands without its full stop; among sentences it has one. */
export function Sentence({ text }: { text: Prose }): ReactElement {
  return <LessonText text={/[.?]$/.test(text) ? text : `${text}.`} />
}
