/** What does a class get on paper: the lesson with blanks, its answers and the teacher's notes on pages of their own? */
import type { ReactElement } from 'react'
import type { Lesson, Prose, Step } from '../../../lessons/lesson.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { LessonText } from '../LessonText.tsx'
import { TeacherText } from '../TeacherText.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  lesson: Lesson
  number: number | null
  token: LessonToken
  isTeacher: boolean
  /** What is explained of each solved step, in order. */
  outcomes: readonly (readonly Prose[])[]
}

export function LessonSheet({ lesson, number, token, isTeacher, outcomes }: Props): ReactElement {
  const { title, hook, steps } = lesson
  const name = number === null ? title : `${number} ${title}`
  return (
    <Sheet name="lesson">
      <h1>{name}</h1>
      <p>{hook}</p>
      <p>Name: ______________________________ Date: ______________</p>
      {steps.map((step, index) => (
        <StepSheet key={step.title} step={step} number={index + 1} token={token} />
      ))}
      <section>
        <h2>What to keep, in your own words</h2>
        <p className="sheet-line" />
      </section>
      <AnswerPage name={name} lesson={lesson} token={token} outcomes={outcomes} />
      {isTeacher && (
        <div className="sheet-page">
          <h1>{name}: teacher notes</h1>
          <TeacherText lesson={lesson} token={token} />
        </div>
      )}
    </Sheet>
  )
}

interface StepProps {
  step: Step
  number: number
  token: LessonToken
}

function StepSheet({ step, number, token }: StepProps): ReactElement {
  const prediction = step.prediction?.(token)
  return (
    <section>
      <h2>
        {number}. {step.title}
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
      <Cards step={step} token={token} />
      <p>What happened, and why?</p>
      <p className="sheet-line" />
      <p className="sheet-line" />
      {step.notes?.map(({ says, isSo }) => (
        <div key={says} className="sheet-corner">
          <p>
            <b>Notes corner.</b> <LessonText text={says} />
          </p>
          <Text text={isSo} />
        </div>
      ))}
    </section>
  )
}

/** Cards to sort, each with a blank for its bin; nothing where the step has none. */
function Cards({ step, token }: { step: Step; token: LessonToken }): ReactElement | null {
  const state = step.start(token)
  if (!('bins' in state)) return null
  return (
    <>
      <p>Write behind each where it belongs: {state.bins.map(({ label }) => label).join(' / ')}.</p>
      <ul>
        {state.cards.map(({ id, text }) => (
          <li key={id} className="sheet-card">
            <span>
              <LessonText text={text} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Text({ text }: { text: Prose }): ReactElement {
  return (
    <p>
      <LessonText text={text} />
    </p>
  )
}
