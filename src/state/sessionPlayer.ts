/** How does the lab play? The playhead moves by the time that has passed, times the speed; ux.md 4.3. */
import { startNarration } from './narration.ts'
import { advance, nextEvent } from './sessionPlayhead.ts'
import { moveTo, sessionStore, timelineOf } from './sessionStore.ts'

/** Milliseconds from event to event where nothing is to move between. */
const STEP = 1200
/** A frame that comes later counts as this long: the page was hidden, and nothing is to be skipped. */
const LONGEST_FRAME = 250

/** Moves the playhead until the end of the run or until it is stopped by the function that is returned. */
export function play(isStepwise: boolean): () => void {
  let frame = 0
  let before: number | null = null
  const narrate = startNarration(isStepwise)
  const tick = (now: number): void => {
    const passed = now - (before ?? now)
    if (!isStepwise) {
      before = now
      move(Math.min(passed, LONGEST_FRAME))
    } else if (before === null) before = now
    else if (passed >= STEP) {
      before = now
      step()
    }
    narrate(now)
    if (sessionStore.getState().isPlaying) frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}

function move(passed: number): void {
  const session = sessionStore.getState()
  moveTo(advance(timelineOf(session), session.playhead, passed * session.speed))
  stopAtEnd()
}

function step(): void {
  const session = sessionStore.getState()
  moveTo(nextEvent(timelineOf(session), session.playhead))
  stopAtEnd()
}

function stopAtEnd(): void {
  const session = sessionStore.getState()
  if (session.playhead.instant >= timelineOf(session).horizon)
    sessionStore.setState({ isPlaying: false })
}
