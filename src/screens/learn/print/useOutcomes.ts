/** What is there to see at each step once it is solved? Worked out for the page of answers while nobody waits. */
import { useEffect, useState } from 'react'
import { see } from '../../../lessons/boards.ts'
import type { Lesson, Prose } from '../../../lessons/lesson.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { clock } from '../../../state/clock.ts'

/** Milliseconds; the lesson itself comes first. */
const PAUSE = 200

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, PAUSE))

/** The explanations of the solved steps, in order; empty until they are known. */
export function useOutcomes({ steps }: Lesson, token: LessonToken): readonly (readonly Prose[])[] {
  const [outcomes, setOutcomes] = useState<readonly (readonly Prose[])[]>([])
  useEffect(() => {
    let isWanted = true
    const work = async (): Promise<void> => {
      const told: (readonly Prose[])[] = []
      for (const step of steps) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time, with room for the learner between
        await pause()
        if (!isWanted) return
        // oxlint-disable-next-line no-await-in-loop -- as above
        const seen = await see(step.board, step.solution(token), clock.getState().live ?? 0)
        told.push(step.explain(seen, token))
      }
      if (isWanted) setOutcomes(told)
    }
    void work()
    return () => {
      isWanted = false
    }
  }, [steps, token])
  return outcomes
}
