/** What shows which lessons somebody finished? The name is typed for the paper and kept nowhere. */
import type { ReactElement } from 'react'
import { CATALOGUE } from '../../../lessons/catalogue.ts'
import { isFinished, tellFinished } from '../isFinished.ts'
import { LessonText } from '../LessonText.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  name: string
  finished: readonly string[]
}

export function CompletionSheet({ name, finished }: Props): ReactElement {
  const done = CATALOGUE.filter(({ lesson }) => isFinished(lesson, finished))
  return (
    <Sheet name="completion">
      <h1>Lessons finished</h1>
      <p>Name: {name.trim() === '' ? '______________________________' : name}</p>
      <p>{tellFinished(finished)} about JSON Web Tokens, every step of each solved.</p>
      <ul>
        {done.map(({ number, lesson }) => (
          <li key={lesson.slug}>
            <b>
              {number === null ? 'Project' : `Lesson ${number}`}, {lesson.title}.
            </b>{' '}
            <LessonText text={lesson.aha} />
          </li>
        ))}
      </ul>
      <p>Ticks are kept on the learner’s own device. This page proves nothing by itself.</p>
    </Sheet>
  )
}
