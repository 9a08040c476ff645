/** What is right in each step of a lesson, on a page that is handed out afterwards? ux.md 6.4. */
import type { ReactElement } from 'react'
import { type Lesson, type Prose, rightChoice, type Step } from '../../../lessons/lesson.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { LessonText } from '../LessonText.tsx'
import { Sentence } from '../TeacherText.tsx'

interface Props {
  /** The lesson's title with its number. */
  name: string
  lesson: Lesson
  token: LessonToken
  /** What is explained of each solved step, in order; empty while it is not known. */
  outcomes: readonly (readonly Prose[])[]
}

export function AnswerPage({ name, lesson, token, outcomes }: Props): ReactElement {
  const { steps, aha } = lesson
  return (
    <div className="sheet-page">
      <h1>{name}: answers</h1>
      {steps.map((step, index) => {
        const prediction = step.prediction?.(token)
        const right = prediction && rightChoice(prediction)
        return (
          <section key={step.title}>
            <h2>
              {index + 1}. {step.title}
            </h2>
            {right && (
              <p>
                <b>
                  <Sentence text={right.text} />
                </b>{' '}
                <LessonText text={right.reason} />
              </p>
            )}
            <Sorted step={step} token={token} />
            {outcomes[index]?.map((text) => (
              <p key={text}>
                <LessonText text={text} />
              </p>
            ))}
          </section>
        )
      })}
      <p>
        <b>What to keep:</b> <LessonText text={aha} />
      </p>
    </div>
  )
}

/** Where each card belongs; nothing where there are none. */
function Sorted({ step, token }: { step: Step; token: LessonToken }): ReactElement | null {
  const state = step.start(token)
  if (!('bins' in state)) return null
  return (
    <ul>
      {state.cards.map(({ id, text, bin }) => (
        <li key={id}>
          <LessonText text={text} />: <b>{state.bins.find((one) => one.id === bin)?.label}</b>
        </li>
      ))}
    </ul>
  )
}
