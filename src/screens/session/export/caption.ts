/** What stands on a sheet with the frame on the screen? ux.md 4.11. */
import { type Caption, tellSettings } from '../../../simulation/caption.ts'
import { linkOf, type Session, timelineOf } from '../../../state/sessionStore.ts'
import { addressOf } from '../address.ts'
import { tellPlayhead } from '../tellPlayhead.ts'

export function captionOf(session: Session): Caption {
  const timeline = timelineOf(session)
  return {
    title: session.preset.title,
    question: session.preset.question,
    settings: tellSettings(timeline.scenario),
    time: tellPlayhead(timeline, session.playhead),
    link: addressOf(linkOf(session)),
  }
}
