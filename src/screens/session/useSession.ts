/** How does a part of the lab follow the session, and that part of it alone? */
import { useStore } from 'zustand'
import { windowAt, type Window } from '../../state/sessionWindow.ts'
import { type Session, sessionStore, timelineOf } from '../../state/sessionStore.ts'
import type { Timeline } from '../../simulation/timeline.ts'

/** `pick` gives a value that stays the same where nothing changed. */
export const useSession = <Value>(pick: (session: Session) => Value): Value =>
  useStore(sessionStore, pick)

export const useTimeline = (): Timeline => useSession(timelineOf)

/** While the question of the session has no answer yet, so that nothing may show what is to come. */
export const useIsAsked = (): boolean =>
  useSession(
    ({ preset, guess, isRevealed }) => preset.question !== null && guess === null && !isRevealed,
  )

const windowOf = (session: Session): Window =>
  windowAt(timelineOf(session), session.window, session.playhead)

/** The stretch in detail; another object only where it is another stretch. */
export function useWindow(): Window {
  const from = useSession((session) => windowOf(session).from)
  const until = useSession((session) => windowOf(session).until)
  return { from, until }
}
