/** What does a class get on paper: the lesson with blanks, and its answers on a page of their own? */
import type { ReactElement } from 'react'
import type { Lesson, Prose } from '../../../lessons/lesson.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { LessonText } from '../LessonText.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  lesson: Lesson
  number: number | null
  token: LessonToken
}

export function LessonSheet({ lesson, number, token }: Props): ReactElement {
  const { title, hook, steps, aha } = lesson
  const name = number === null ? title : `${number} ${title}`
  return (
    <Sheet name="lesson">
      <h1>{name}</h1>
      <p>{hook}</p>
      <p>Name: ______________________________ Date: ______________</p>
      {steps.map((step, index) => {
        const prediction = step.prediction?.(token)
        return (
          <section key={step.title}>
            <h2>
              {index + 1}. {step.title}
            </h2>
            <Text text={step.hook} />
            {step.tell(token).map((text) => (
              <Text key={text} text={text} />
            ))}
            {prediction && (
              <>
                <p>
                  <b>
                    <LessonText text={prediction.question} />
                  </b>
                </p>
                <ul>
                  {prediction.choices.map(({ text }) => (
                    <li key={text} className="sheet-box">
                      <LessonText text={text} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p>
              <b>Try it.</b> <LessonText text={step.task} />
            </p>
            <p>What happened, and why?</p>
            <p className="sheet-line" />
            <p className="sheet-line" />
          </section>
        )
      })}
      <section>
        <h2>What to keep, in your own words</h2>
        <p className="sheet-line" />
      </section>
      <div className="sheet-page">
        <h1>{name}: answers</h1>
        <ol>
          {steps.map((step) => {
            const right = step.prediction?.(token).choices.find(({ isRight }) => isRight)
            return (
              <li key={step.title}>
                <b>{step.title}.</b>{' '}
                {right ? (
                  <>
                    <LessonText text={right.text} />. <LessonText text={right.reason} />
                  </>
                ) : (
                  <LessonText text={step.task} />
                )}
              </li>
            )
          })}
        </ol>
        <p>
          <b>What to keep:</b> <LessonText text={aha} />
        </p>
      </div>
    </Sheet>
  )
}

function Text({ text }: { text: Prose }): ReactElement {
  return (
    <p>
      <LessonText text={text} />
    </p>
  )
}
