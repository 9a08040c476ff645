/** What does the picture of the session show, for somebody who does not see it? */
import type { ReactElement } from 'react'
import { storyAt } from '../../simulation/story.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { useSession, useTimeline, useWindow } from './useSession.ts'

export function PictureSummary(): ReactElement {
  const timeline = useTimeline()
  const { from, until } = useWindow()
  const count = useSession((session) => session.playhead.count)
  const entry = timeline.entries[count - 1]
  const story = entry === undefined ? '' : storyAt(timeline, entry.at, count)
  return (
    <p id="session-summary" className="visually-hidden">
      Tokens and requests from {tellInstant(from)} to {tellInstant(until)}. {story} All events stand
      in the table.
    </p>
  )
}
