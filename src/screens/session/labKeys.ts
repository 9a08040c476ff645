/** What happens at each key of the lab? ux.md 4.7, 4.10; single keys can be turned off (WCAG 2.1.4). */
import { lanesOf } from '../../simulation/lanes.ts'
import { presets } from '../../simulation/presets.ts'
import { MINUTE, SECOND } from '../../simulation/scenario.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
import {
  endPresenting,
  freeze,
  presenterStore,
  resetVotes,
  showCaption,
  showCard,
  showSwitches,
  vote,
} from '../../state/presenter.ts'
import { VIEWS } from '../../state/sessionLink.ts'
import { nextEvent, playheadAt, previousEvent, START } from '../../state/sessionPlayhead.ts'
import {
  actNow,
  choosePreset,
  look,
  moveTo,
  moveToInstant,
  playOrPause,
  type Session,
  sessionStore,
  timelineOf,
} from '../../state/sessionStore.ts'
import { focusWindow, windowAt, zoomWindow } from '../../state/sessionWindow.ts'
import {
  type KeyName,
  keyNamed,
  LAB_KEYS,
  type LabAct,
  PRESENTER_KEYS,
  type PresenterAct,
} from './labKeyNames.ts'

/** False where the key means nothing at this moment. */
type Run = (session: Session) => void | false

const RUNS: Record<LabAct, Run> = {
  play: () => uncovered(playOrPause),
  next: goOn,
  previous: goBack,
  'second on': (session) => moveBy(session, SECOND),
  'second back': (session) => moveBy(session, -SECOND),
  'minute on': (session) => moveBy(session, MINUTE),
  'minute back': (session) => moveBy(session, -MINUTE),
  start: () => uncovered(() => moveTo(START)),
  end: (session) => uncovered(() => moveTo(endOf(session))),
  'zoom in': (session) => zoom(session, 1 / 2),
  'zoom out': (session) => zoom(session, 2),
  fit: (session) => look({ window: { from: 0, until: timelineOf(session).horizon } }),
  focus: (session) => {
    const timeline = timelineOf(session)
    const shown = windowAt(timeline, session.window, session.playhead)
    look({ window: focusWindow(timeline, shown, session.playhead) })
  },
  'lane above': (session) => stepLane(session, -1),
  'lane below': (session) => stepLane(session, 1),
  open: () => (isPresented() ? false : openTranscript()),
  clear: ({ lane }) => {
    if (presenterStore.getState().card !== null) return showCard(null)
    if (lane !== null) return look({ lane: null })
    return isPresented() ? endPresenting() : false
  },
  drawer: ({ isDrawerOpen }) => {
    const { hasSwitches } = presenterStore.getState()
    return isPresented() ? showSwitches(!hasSwitches) : look({ isDrawerOpen: !isDrawerOpen })
  },
  view: ({ view }) => {
    if (isPresented()) return false
    return look({ view: VIEWS[(VIEWS.indexOf(view ?? 'lanes') + 1) % VIEWS.length] ?? null })
  },
  request: () => uncovered(() => actNow('request')),
  refresh: () => uncovered(() => actNow('refresh')),
  steal: () => uncovered(() => actNow('steal')),
  logout: () => uncovered(() => actNow('logout')),
  'scenario before': (session) => stepPreset(session, -1),
  'scenario after': (session) => stepPreset(session, 1),
}

const PRESENTER_RUNS: Record<PresenterAct, (session: Session, key: string) => void | false> = {
  freeze: () => freeze(),
  vote: ({ preset }, key) => {
    const answer = Number(key) - 1
    if (answer >= preset.choices.length) return false
    return vote(preset.slug, answer, preset.choices.length)
  },
  'reset votes': ({ preset }) => {
    if (presenterStore.getState().card !== 'question') return false
    return resetVotes(preset.slug)
  },
  next: goOn,
  previous: goBack,
}

/** The lab itself, not a lesson that plays a session. */
const isPresented = (): boolean => document.documentElement.dataset['presented'] === 'lab'

/** What moves the session takes the card away that covers it. */
function uncovered(move: () => void): void {
  showCard(null)
  move()
}

/** The next event; presented, the end card after the last one. */
export function goOn(session: Session = sessionStore.getState()): void {
  const timeline = timelineOf(session)
  const isOver = session.playhead.instant >= timeline.horizon
  if (isPresented() && isOver && presenterStore.getState().card === null) return showCard('end')
  return uncovered(() => moveTo(nextEvent(timeline, session.playhead, session.lane)))
}

export function goBack(session: Session = sessionStore.getState()): void {
  if (presenterStore.getState().card === 'end') return showCard(null)
  const timeline = timelineOf(session)
  return uncovered(() => moveTo(previousEvent(timeline, session.playhead, session.lane)))
}

function moveBy({ playhead }: Session, by: number): void {
  uncovered(() => moveToInstant(playhead.instant + by))
}

const endOf = (session: Session) => playheadAt(timelineOf(session), timelineOf(session).horizon)

function zoom(session: Session, factor: number): void {
  const timeline = timelineOf(session)
  const shown = windowAt(timeline, session.window, session.playhead)
  look({ window: zoomWindow(timeline, shown, session.playhead.instant, factor) })
}

/** From above the first lane down, or from below the last one up; where no lanes are drawn, the page scrolls. */
function stepLane(session: Session, by: number): void | false {
  if (document.getElementById('session-lanes') === null) return false
  const lanes = lanesOf(timelineOf(session))
  const here = session.lane === null ? (by > 0 ? -1 : lanes.length) : lanes.indexOf(session.lane)
  const next = Math.min(Math.max(here + by, 0), lanes.length - 1)
  return look({ lane: lanes[next] ?? null })
}

function stepPreset({ preset }: Session, by: number): void | false {
  const next = presets[presets.indexOf(preset) + by]
  return next === undefined ? false : uncovered(() => choosePreset(next))
}

/** Once it is drawn, it has the focus. */
function openTranscript(): void {
  look({ isDrawerOpen: true })
  queueMicrotask(() => document.querySelector<HTMLElement>('#session-transcript')?.focus())
}

const FIELDS = 'select, textarea, input:not([type="checkbox"], [type="range"])'

/** Not in fields; a focused slider, button or tab list keeps the keys that are its own. */
export function onLabKey(event: KeyboardEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || event.altKey || event.metaKey || event.defaultPrevented)
    return
  if (target.closest(FIELDS) !== null || isOwnKey(event.key, target)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isSingle = key.length === 1
  if (isSingle && (event.ctrlKey || !preferencesStore.getState().hasSingleKeys)) return
  if (!act(isSingle ? key : withModifier(event))) return
  event.preventDefault()
  event.stopPropagation()
}

/** Presented, what stands beside the picture is another thing than at the desk. */
const tellDone = ({ act: done, does }: KeyName<LabAct | PresenterAct>): string =>
  done === 'drawer' ? 'what if' : does

const withModifier = ({ key, ctrlKey, shiftKey }: KeyboardEvent): string =>
  `${ctrlKey ? 'Ctrl+' : shiftKey ? 'Shift+' : ''}${key}`

function act(key: string): boolean {
  const session = sessionStore.getState()
  const isOn = isPresented()
  const inLab = keyNamed(LAB_KEYS, key)
  const whilePresenting = isOn ? keyNamed(PRESENTER_KEYS, key) : undefined
  const result = inLab
    ? RUNS[inLab.act](session)
    : whilePresenting
      ? PRESENTER_RUNS[whilePresenting.act](session, key)
      : false
  if (result === false) return false
  const named = inLab ?? whilePresenting
  if (isOn && named)
    showCaption({ cap: named.keys.length > 2 ? key : named.cap, does: tellDone(named) })
  return true
}

function isOwnKey(key: string, target: HTMLElement): boolean {
  if (key === ' ') return target.closest('button, a, input, summary') !== null
  if (key === 'Enter') return target.closest('button, a, summary') !== null
  const isWindowEdge = target.matches('input[type="range"]:not([aria-label="Playhead"])')
  return isWindowEdge && /^(?:Arrow|Home|End|Page)/.test(key)
}

/** What has the focus may go from the screen, and the focus with it: the keys act on. Returns a function that ends it. */
export function listenWithoutFocus(): () => void {
  document.addEventListener('keydown', onBodyKey, true)
  return () => document.removeEventListener('keydown', onBodyKey, true)
}

function onBodyKey(event: KeyboardEvent): void {
  if (event.target === document.body) onLabKey(event)
}
