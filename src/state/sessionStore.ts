/** Which session runs in the lab, and what of it is looked at? ux.md 4. */
import { createStore } from 'zustand/vanilla'
import { notesDefaults } from '../simulation/lifetimePresets.ts'
import type { LaneName } from '../simulation/lanes.ts'
import type { Parameter } from '../simulation/parameters.ts'
import type { Preset } from '../simulation/preset.ts'
import {
  type Edit,
  isSimpleJwt,
  type Scenario,
  SECOND,
  toggleEdit,
  withEdit,
  withoutEdit,
} from '../simulation/scenario.ts'
import { fitServer, tellScenarioNote } from '../simulation/scenarioNotes.ts'
import { simulate } from '../simulation/simulate.ts'
import type { Timeline } from '../simulation/timeline.ts'
import { labSigner } from './labSigner.ts'
import { memoLast } from './memoLast.ts'
import {
  isObserved,
  readLink,
  type Speed,
  USUAL_SPEED,
  type View,
  writeLink,
} from './sessionLink.ts'
import { type Playhead, playheadAfter, playheadAt, START } from './sessionPlayhead.ts'
import { fitWindow, type Window } from './sessionWindow.ts'

export interface Session {
  readonly preset: Preset
  /** As its server can run it. */
  readonly scenario: Scenario
  /** What the link or the last change brought about, each a sentence or two. */
  readonly notes: readonly string[]
  readonly playhead: Playhead
  readonly isPlaying: boolean
  readonly speed: Speed
  /** null: the one that fits the screen. */
  readonly view: View | null
  /** null: the usual one. */
  readonly window: Window | null
  /** The lane that the steps keep to; null: all of them. */
  readonly lane: LaneName | null
  /** Whether transcript, state and settings stand beside the picture. */
  readonly isDrawerOpen: boolean
  /** The place of the chosen answer to the preset’s question. */
  readonly guess: number | null
  readonly isRevealed: boolean
}

const fresh = (preset: Preset) => ({
  preset,
  scenario: preset.scenario,
  notes: [],
  playhead: START,
  isPlaying: false,
  window: null,
  lane: null,
  guess: null,
  isRevealed: false,
})

export const sessionStore = createStore<Session>(() => ({
  ...fresh(notesDefaults),
  speed: USUAL_SPEED,
  view: null,
  isDrawerOpen: true,
}))
const { getState, setState } = sessionStore

const run = memoLast((scenario: Scenario): Timeline => simulate(scenario, labSigner), 2)

/** What happens in it, computed once for each scenario. */
export const timelineOf = ({ scenario }: Pick<Session, 'scenario'>): Timeline => run(scenario)

/** Takes over what the link asks for; `#/session` alone leaves everything as it is. Other links than to the lab do nothing. */
export function openLink(fragment: string): void {
  if (!fragment.startsWith('#/session') || isObserved(fragment)) return
  const link = readLink(fragment)
  if (link === null) return
  const { preset, scenario, playhead, view, speed, window } = link.frame
  const timeline = run(scenario)
  setState({
    ...fresh(preset),
    scenario,
    notes: link.notes,
    playhead: settle(timeline, playhead),
    view,
    speed,
    window: window === null ? null : fitWindow(timeline, window),
  })
}

/** A count that does not belong to the instant gives way to it. */
function settle(
  timeline: Timeline,
  { instant, count }: { instant: number; count: number | null },
): Playhead {
  const whole = playheadAt(timeline, instant)
  if (count === null || count >= whole.count) return whole
  const isReached = (timeline.entries[count - 1]?.at ?? 0) <= whole.instant
  const isNext = timeline.entries[count]?.at === whole.instant
  return isReached && isNext ? { instant: whole.instant, count } : whole
}

/** The link that brings this frame back. */
export function linkOf(session: Session): string {
  const { playhead } = session
  const whole = playheadAt(timelineOf(session), playhead.instant)
  return writeLink(session, whole.count === playhead.count)
}

export function choosePreset(preset: Preset): void {
  setState(fresh(preset))
}

/** Another scenario in the same place of time. What SimpleJWT cannot do brings another server, and a sentence about it. */
function runScenario(asked: Scenario): void {
  const { scenario, notes } = fitServer(asked)
  const { playhead, window } = getState()
  const timeline = run(scenario)
  const isAtStart = playhead.instant === 0 && playhead.count === 0
  setState({
    scenario,
    notes: notes.map(tellScenarioNote),
    playhead: isAtStart ? START : playheadAt(timeline, playhead.instant),
    window: window === null ? null : fitWindow(timeline, window),
  })
}

/** False where the text cannot be read: the last good run stays. */
export function changeSetting({ key, read }: Parameter, text: string): boolean {
  const changed = read(text, getState().scenario)
  if (changed === null) return false
  runScenario(key === 'srv' ? withoutForeign(changed) : changed)
  return true
}

/** Choosing SimpleJWT gives up what it cannot do; otherwise the server would be changed back at once. */
function withoutForeign(scenario: Scenario): Scenario {
  if (!isSimpleJwt(scenario.server)) return scenario
  const { reuse, logout } = scenario
  return {
    ...scenario,
    reuse: reuse === 'family' ? 'none' : reuse,
    overlap: 0,
    cap: null,
    logout: logout?.kind === 'access' ? { ...logout, kind: 'blacklist' } : logout,
  }
}

export function changeScenario(change: Partial<Scenario>): void {
  runScenario({ ...getState().scenario, ...change })
}

/** Something done by hand at the playhead, which then stands after it. Before the login is answered nobody can do anything, so it waits for a second after that. */
export function actNow(act: Edit['act']): void {
  const { scenario, playhead } = getState()
  const at = Math.max(playhead.instant, 2 * scenario.latency + SECOND)
  runScenario(withEdit(scenario, { act, at, isOn: true }))
  moveToInstant(at)
}

export function switchEdit(index: number): void {
  runScenario(toggleEdit(getState().scenario, index))
}

export function removeEdit(index: number): void {
  runScenario(withoutEdit(getState().scenario, index))
}

export function moveTo(playhead: Playhead): void {
  setState({ playhead })
}

/** Milliseconds since the login. */
export function moveToInstant(instant: number): void {
  moveTo(playheadAt(timelineOf(getState()), instant))
}

/** Right after the event of that place, counted from 1. */
export function selectEntry(count: number): void {
  setState({ playhead: playheadAfter(timelineOf(getState()), count), isPlaying: false })
}

/** At the end it begins anew. */
export function playOrPause(): void {
  const { isPlaying, playhead } = getState()
  const isAtEnd = playhead.instant >= timelineOf(getState()).horizon
  setState({ isPlaying: !isPlaying, playhead: isAtEnd && !isPlaying ? START : playhead })
}

export function look(
  change: Partial<Pick<Session, 'speed' | 'view' | 'window' | 'lane' | 'isDrawerOpen'>>,
): void {
  setState(change)
}

export function guess(choice: number): void {
  setState({ guess: choice })
}

export function reveal(): void {
  setState({ isRevealed: true })
}
