/** What shows which lessons somebody finished? The name is typed for the paper and kept nowhere. */
import type { ReactElement } from 'react'
import { CATALOGUE } from '../../../lessons/catalogue.ts'
import { isFinished } from '../isFinished.ts'
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
      <p>
        {done.length} of {CATALOGUE.length} lessons about JSON Web Tokens, every step of each
        solved.
      </p>
      <ol>
        {done.map(({ lesson }) => (
          <li key={lesson.slug}>
            <b>{lesson.title}.</b> {lesson.aha}
          </li>
        ))}
      </ol>
      <p>Ticks are kept on the learner’s own device. This page proves nothing by itself.</p>
    </Sheet>
  )
}
