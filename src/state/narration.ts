/** What is read aloud while the session plays? Each event at a speed that can be followed, else a sum every few seconds; ux.md 6.2. */
import { createStore } from 'zustand/vanilla'
import { narrateEvent, narrateStretch } from '../simulation/narration.ts'
import { sessionStore, timelineOf } from './sessionStore.ts'

interface Narration {
  readonly isMuted: boolean
  /** Empty while there is nothing to say. */
  readonly said: string
}

export const narrationStore = createStore<Narration>(() => ({ isMuted: false, said: '' }))

/** Faster than this, events are summed up. */
const FOLLOWED = 10
/** Milliseconds from sum to sum. */
const BETWEEN_SUMS = 5000

export function mute(isMuted: boolean): void {
  narrationStore.setState({ isMuted, said: '' })
}

/** Begins to listen at this place; the function that is returned is called at each frame, with its time in milliseconds. */
export function startNarration(isStepwise: boolean): (now: number) => void {
  narrationStore.setState({ said: '' })
  let told = sessionStore.getState().playhead.count
  let since: number | null = null
  return (now) => {
    const session = sessionStore.getState()
    const { count } = session.playhead
    const timeline = timelineOf(session)
    since ??= now
    // the run began anew
    if (count < told) told = 0
    if (count === told || narrationStore.getState().isMuted) return
    if (isStepwise || session.speed <= FOLLOWED) say(narrateEvent(timeline, count))
    else if (now - since >= BETWEEN_SUMS) {
      since = now
      say(narrateStretch(timeline, told, count))
    } else return
    told = count
  }
}

function say(said: string): void {
  narrationStore.setState({ said })
}
