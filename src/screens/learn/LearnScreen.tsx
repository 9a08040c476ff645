/** Which lessons are there, and which of them is open? ux.md 5. */
import type { ReactElement } from 'react'
import { entryNamed } from '../../lessons/catalogue.ts'
import { visible } from '../../token/visible.ts'
import { useFragment } from '../route.ts'
import { readLessonAddress } from './lessonAddress.ts'
import { LessonIndex } from './LessonIndex.tsx'
import { LessonView } from './LessonView.tsx'

export function LearnScreen(): ReactElement {
  const address = readLessonAddress(useFragment())
  const { slug, step } = address
  const entry = entryNamed(slug)
  if (!entry)
    return (
      <LessonIndex
        trouble={
          slug === ''
            ? null
            : `There is no lesson ‘${visible(slug.slice(0, 60))}’. These are the ones there are.`
        }
      />
    )
  const { steps, title } = entry.lesson
  if (!(step >= 1 && step <= steps.length))
    return (
      <LessonIndex
        trouble={`‘${title}’ has steps 1 to ${steps.length}, and no other. Choose a lesson.`}
      />
    )
  return <LessonView entry={entry} address={address} />
}
