/** How does the lesson's token get into the debugger, without costing the learner their own? */
import type { ReactElement } from 'react'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { openLessonToken } from '../../state/lessonStash.ts'

/** A link, so that it can be followed like any other; the token itself never stands in the address. */
export function OpenInDebugger({ token }: { token: LessonToken }): ReactElement {
  return (
    <a href="#/debug" onClick={() => openLessonToken(token)}>
      Open in Debugger
    </a>
  )
}
