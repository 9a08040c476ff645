/** Which keys act in the lab? ux.md 4.7; single keys can be turned off (WCAG 2.1.4). */
import type { KeyboardEvent } from 'react'
import { presets } from '../../simulation/presets.ts'
import { MINUTE, SECOND } from '../../simulation/scenario.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
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
import { windowAt, zoomWindow } from '../../state/sessionWindow.ts'

/** Returns whether the key meant something here. */
function act(key: string, session: Session, step: number | null): boolean {
  const timeline = timelineOf(session)
  const { playhead } = session
  const isBack = key === 'ArrowLeft'
  if (isBack || key === 'ArrowRight') {
    if (step !== null) moveToInstant(playhead.instant + (isBack ? -step : step))
    else moveTo((isBack ? previousEvent : nextEvent)(timeline, playhead))
    return true
  }
  const run = actions[key]
  if (run === undefined) return false
  run(session)
  return true
}

const actions: Partial<Record<string, (session: Session) => void>> = {
  Home: () => moveTo(START),
  End: (session) => moveTo(playheadAt(timelineOf(session), timelineOf(session).horizon)),
  ' ': playOrPause,
  '+': (session) => zoom(session, 1 / 2),
  '=': (session) => zoom(session, 1 / 2),
  '-': (session) => zoom(session, 2),
  '0': (session) => look({ window: { from: 0, until: timelineOf(session).horizon } }),
  v: ({ view }) =>
    look({ view: VIEWS[(VIEWS.indexOf(view ?? 'lanes') + 1) % VIEWS.length] ?? null }),
  g: () => actNow('request'),
  r: () => actNow('refresh'),
  t: () => actNow('steal'),
  o: () => actNow('logout'),
  '[': (session) => stepPreset(session, -1),
  ']': (session) => stepPreset(session, 1),
}

function zoom(session: Session, factor: number): void {
  const timeline = timelineOf(session)
  const shown = windowAt(timeline, session.window, session.playhead)
  look({ window: zoomWindow(timeline, shown, session.playhead.instant, factor) })
}

function stepPreset({ preset }: Session, by: number): void {
  const next = presets[presets.indexOf(preset) + by]
  if (next !== undefined) choosePreset(next)
}

const FIELDS = 'select, textarea, input:not([type="checkbox"], [type="range"])'

/** Not in fields; a focused slider, button or tab list keeps the keys that are its own. */
export function onLabKey(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || event.altKey || event.metaKey || event.defaultPrevented)
    return
  if (target.closest(FIELDS) !== null || isOwnKey(event.key, target)) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isSingle = key.length === 1
  if (isSingle && (event.ctrlKey || !preferencesStore.getState().hasSingleKeys)) return
  const step = event.ctrlKey ? MINUTE : event.shiftKey ? SECOND : null
  if (!act(key, sessionStore.getState(), step)) return
  event.preventDefault()
  event.stopPropagation()
}

function isOwnKey(key: string, target: HTMLElement): boolean {
  if (key === ' ') return target.closest('button, a, input') !== null
  const isWindowEdge = target.matches('input[type="range"]:not([aria-label="Playhead"])')
  return isWindowEdge && /^(?:Arrow|Home|End)/.test(key)
}
