/** What of the learner's is put aside while a lesson uses the debugger's panes or the lab, and how does it come back? */
import { createStore } from 'zustand/vanilla'
import type { LabState } from '../lessons/boards/labBoard.ts'
import type { LessonToken } from '../lessons/lessonToken.ts'
import type { TokenState } from '../lessons/boards/tokenBoard.ts'
import { loadIntake, loadText } from './acts.ts'
import { type Clock, clock } from './clock.ts'
import { boxTextOf, type Inspector, inspectorStore, nothing } from './inspectorStore.ts'
import { type LinkState, linkStore } from './linkStore.ts'
import { playheadAt } from './sessionPlayhead.ts'
import { type Session, sessionStore, timelineOf } from './sessionStore.ts'
import { type SigningActs, signStore } from './signActs.ts'
import { showLessonToken } from './stepInside.ts'

interface Aside {
  inspector: Inspector
  clock: Pick<Clock, 'frozen' | 'typed'>
  link: LinkState
  signing: SigningActs
}

interface Stash {
  /** The learner's own debugger; null while it stands where it belongs. */
  debug: Aside | null
  /** The learner's own session; null while it runs where it belongs. */
  session: Session | null
}

export const stashStore = createStore<Stash>(() => ({ debug: null, session: null }))

/** Ends the borrowing that is under way; null where there is none. */
let endBorrowing: (() => void) | null = null

/** The learner's own inspector, wherever it is kept now. */
export const ownInspector = ({ debug }: Stash, live: Inspector): Inspector =>
  debug?.inspector ?? live

/**
 * Puts the lesson's token into the debugger. `onChange` hears of everything that is done to it there, until the
 * function that is returned, or `giveBack`, brings the learner's own things back exactly as they were.
 */
export function borrowDebugger(
  state: TokenState,
  { text, name }: LessonToken,
  onChange: (state: TokenState) => void,
): () => void {
  giveBack()
  const inspector = inspectorStore.getState()
  const { frozen, typed } = clock.getState()
  const aside = { inspector, clock: { frozen, typed }, link: linkStore.getState() }
  stashStore.setState({ debug: { ...aside, signing: signStore.getState() } })
  signStore.setState(signStore.getInitialState(), true)
  linkStore.setState(linkStore.getInitialState(), true)
  clock.setState({ frozen: state.frozen, typed: null })
  const { token, key, encoding, expected, leeway, panes } = state
  inspectorStore.setState(
    {
      ...nothing,
      late: inspector.late,
      pasted: {
        raw: text,
        tokens: [text],
        names: [null],
        told: { sentence: `${name}.`, warnings: [] },
      },
      current: [token],
      key: { text: key, encoding, isFromToken: false },
      sample: { token: null, key: key === '' ? null : 'lesson' },
      expected,
      leeway,
    },
    true,
  )
  const tell = (): void => onChange(tokenStateOf(panes))
  const forget = [inspectorStore.subscribe(tell), clock.subscribe(onFrozen(tell))]
  return begin(() => {
    for (const stop of forget) stop()
    restoreDebugger()
  })
}

/** The clock ticks every second; only another chosen instant counts. */
const onFrozen =
  (tell: () => void) =>
  (now: Clock, before: Clock): void => {
    if (now.frozen !== before.frozen) tell()
  }

function tokenStateOf(panes: TokenState['panes']): TokenState {
  const inspector = inspectorStore.getState()
  const { key, expected, leeway } = inspector
  const { frozen } = clock.getState()
  const { text, encoding } = key
  return { token: boxTextOf(inspector), key: text, encoding, frozen, expected, leeway, panes }
}

function restoreDebugger(): void {
  const { debug } = stashStore.getState()
  if (!debug) return
  // code that arrived meanwhile stays
  const { late } = inspectorStore.getState()
  inspectorStore.setState({ ...debug.inspector, late }, true)
  clock.setState(debug.clock)
  linkStore.setState(debug.link, true)
  signStore.setState(debug.signing, true)
  stashStore.setState({ debug: null })
}

/** Runs the lesson's scenario in the lab; the same promises as `borrowDebugger`. */
export function borrowLab(state: LabState, onChange: (state: LabState) => void): () => void {
  giveBack()
  const own = sessionStore.getState()
  stashStore.setState({ session: own })
  const { scenario, instant, panes } = state
  sessionStore.setState(
    {
      ...sessionStore.getInitialState(),
      scenario,
      playhead: playheadAt(timelineOf({ scenario }), instant),
    },
    true,
  )
  const forget = sessionStore.subscribe((now, before) => {
    if (now.scenario === before.scenario && now.playhead === before.playhead) return
    onChange({ scenario: now.scenario, instant: now.playhead.instant, panes })
  })
  return begin(() => {
    forget()
    sessionStore.setState(own, true)
    stashStore.setState({ session: null })
  })
}

function begin(end: () => void): () => void {
  const endOnce = (): void => {
    if (endBorrowing !== endOnce) return
    endBorrowing = null
    end()
  }
  endBorrowing = endOnce
  return endOnce
}

/** The learner's own things stand where they belong again; without a lesson, nothing happens. */
export function giveBack(): void {
  endBorrowing?.()
}

/** What is pasted beside a lesson's fields is the learner's new own token; resolves when it stands in the debugger. */
export async function takeOwn(text: string): Promise<void> {
  // without the reader, the page says at the token that it is missing
  await loadIntake().catch(() => null)
  giveBack()
  loadText(text)
}

/** The lesson's token goes into the debugger, in front of what the learner had there; without effect where it is that. */
export function openLessonToken({ text, secret, name }: LessonToken): void {
  giveBack()
  if (boxTextOf(inspectorStore.getState()) !== text) showLessonToken(text, secret, name)
}
