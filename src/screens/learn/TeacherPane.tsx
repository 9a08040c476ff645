/** What does somebody need who teaches this lesson: answers, timing, what to draw, what learners believe? */
import type { ReactElement } from 'react'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import css from './TeacherPane.module.css'
import { TeacherText } from './TeacherText.tsx'

export function TeacherPane({
  lesson,
  token,
}: {
  lesson: Lesson
  token: LessonToken | null
}): ReactElement {
  return (
    <aside className={css['pane']} aria-label="Teacher notes">
      <h2>Teacher notes</h2>
      <div className={css['columns']}>
        <TeacherText lesson={lesson} token={token} listClass={css['list']} />
      </div>
    </aside>
  )
}
