/** Why is that very guess right or wrong? */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Prediction } from '../../lessons/lesson.ts'
import { lessonStore, progressAt } from '../../state/lessonStore.ts'
import { LessonText } from './LessonText.tsx'

interface Props {
  stepKey: string
  /** null where there is nothing to guess. */
  prediction: Prediction | null
}

/** Nothing before a guess is checked; what comes then is brought into sight. */
export function GuessReason({ stepKey, prediction }: Props): ReactElement | null {
  const { guess, isChecked } = useStore(lessonStore, (lessons) => progressAt(lessons, stepKey))
  const reason = useRef<HTMLParagraphElement>(null)
  const wasChecked = useRef(isChecked)
  useEffect(() => {
    if (isChecked && !wasChecked.current) reason.current?.scrollIntoView({ block: 'nearest' })
    wasChecked.current = isChecked
  }, [isChecked])
  if (!isChecked || prediction === null) return null
  if (guess === null) return <p ref={reason}>Choose an answer first, then check it.</p>
  const choice = prediction.choices[guess]
  if (!choice) return null
  return (
    <p ref={reason}>
      <b>{choice.isRight ? 'That is right.' : 'Not quite.'}</b> <LessonText text={choice.reason} />
    </p>
  )
}
