/** Where do the class notes fall short, and what is the case? */
import type { ReactElement } from 'react'
import type { NotesCorner } from '../../lessons/lesson.ts'
import { LessonText } from './LessonText.tsx'
import css from './StepView.module.css'

export function Notes({ notes }: { notes: readonly NotesCorner[] }): ReactElement | null {
  if (notes.length === 0) return null
  return (
    <section className={css['part']} aria-label="Notes corner">
      <h3>Notes corner</h3>
      {notes.map(({ says, isSo }) => (
        <dl key={says} className={css['notes']}>
          <dt>
            <LessonText text={says} />
          </dt>
          <dd>
            <LessonText text={isSo} />
          </dd>
        </dl>
      ))}
    </section>
  )
}
