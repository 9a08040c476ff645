/** How far is the learner in this lesson? The progress line. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { Lesson } from '../../lessons/lesson.ts'
import { stepKey } from '../../state/lessonStore.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
import { type LessonAddress, stepAddress } from './lessonAddress.ts'
import css from './Steps.module.css'

interface Props {
  lesson: Lesson
  address: LessonAddress
}

export function Steps({ lesson, address }: Props): ReactElement {
  const finished = useStore(preferencesStore, (state) => state.finished) ?? []
  return (
    <ol className={css['steps']} aria-label="Steps">
      {lesson.steps.map(({ title }, index) => {
        const number = index + 1
        const isDone = finished.includes(stepKey(lesson.slug, number))
        return (
          <li
            key={title}
            className={isDone ? css['done'] : undefined}
            aria-current={number === address.step ? 'step' : undefined}
          >
            <a href={stepAddress(lesson.slug, number, address)}>
              <span className={css['title']}>{title}</span>
              {isDone && <span className="visually-hidden">, done</span>}
            </a>
          </li>
        )
      })}
    </ol>
  )
}
