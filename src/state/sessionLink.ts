/** Which session does a link ask for, and how does the frame on the screen stand in one? ux.md 2.2; seconds with up to three decimals. */
import { nameInSentence } from '../claims/shortText.ts'
import { readSeconds, readSpan, writeSeconds } from '../simulation/linkTexts.ts'
import type { Preset } from '../simulation/preset.ts'
import { presetNamed } from '../simulation/presets.ts'
import { sandbox } from '../simulation/lifetimePresets.ts'
import type { Scenario } from '../simulation/scenario.ts'
import { readScenario, tellQueryNote, writeScenario } from '../simulation/scenarioQuery.ts'
import { type Playhead, START } from './sessionPlayhead.ts'
import type { Window } from './sessionWindow.ts'

export const VIEWS = ['lanes', 'sequence', 'table'] as const
export type View = (typeof VIEWS)[number]

/** Seconds of the run in one second. */
export const SPEEDS = [1, 10, 60, 600] as const
export type Speed = (typeof SPEEDS)[number]
export const USUAL_SPEED: Speed = 60

/** What a link can say; `view` is null where it leaves that to the screen. */
export interface Frame {
  readonly preset: Preset
  readonly scenario: Scenario
  /** The count is not checked against the run. */
  readonly playhead: Playhead | { readonly instant: number; readonly count: null }
  readonly view: View | null
  readonly speed: Speed
  readonly window: Window | null
}

/** The address of the debugger’s own tokens on a timeline; the tokens are never in it. */
export const isObserved = (fragment: string): boolean => /^#\/session\/observed\b/.test(fragment)

const FRAME_KEYS = ['t', 'view', 'speed', 'w'] as const

/**
 * `fragment` begins `#/session`. What cannot be used is left out and named in `notes`, each a sentence or two. Null for
 * `#/session` alone, which asks for nothing. Never throws.
 */
export function readLink(fragment: string): { frame: Frame; notes: string[] } | null {
  const [path = '', ...rest] = fragment.replace(/^#\/session\/?/, '').split('?')
  const query = rest.join('?')
  if (path === '' && query === '') return null
  const slug = readSlug(path)
  const preset = presetNamed(slug)
  const base = preset ?? sandbox
  const given = new URLSearchParams(query)
  const frame: Record<(typeof FRAME_KEYS)[number], string | null> = {
    t: given.get('t'),
    view: given.get('view'),
    speed: given.get('speed'),
    w: given.get('w'),
  }
  for (const key of FRAME_KEYS) given.delete(key)
  const { scenario, notes } = readScenario(given.toString(), base.scenario)
  const told = notes.map(tellQueryNote)
  if (preset === null && path !== '')
    told.unshift(`The lab has no scenario ${nameInSentence(slug)}. This is the sandbox.`)
  const take = <Value>(
    key: (typeof FRAME_KEYS)[number],
    wanted: string,
    read: (text: string) => Value | undefined,
  ): Value | undefined => {
    const text = frame[key]
    if (text === null) return undefined
    const value = read(text)
    if (value === undefined)
      told.push(`${key} is ${nameInSentence(text)}, and needs ${wanted}. It is left out.`)
    return value
  }
  return {
    frame: {
      preset: base,
      scenario,
      playhead: take('t', 'seconds, such as 300', readPlayhead) ?? START,
      view: take('view', `one of ${VIEWS.join(', ')}`, findIn(VIEWS)) ?? null,
      speed:
        take('speed', `one of ${SPEEDS.join(', ')}`, (text) => findIn(SPEEDS)(Number(text))) ??
        USUAL_SPEED,
      window: take('w', 'two instants, such as 0-720', readWindow) ?? null,
    },
    notes: told,
  }
}

function readSlug(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const findIn =
  <Value>(values: readonly Value[]) =>
  (asked: unknown): Value | undefined =>
    values.find((value) => value === asked)

/** `300` is after all that happens at 5:00, `300:1` after the first event of the run. */
function readPlayhead(text: string): Frame['playhead'] | undefined {
  const [when = '', count, ...rest] = text.split(':')
  const instant = readSeconds(when)
  if (instant === null || instant < 0 || rest.length > 0) return undefined
  if (count === undefined) return { instant, count: null }
  return /^\d{1,6}$/.test(count) ? { instant, count: Number(count) } : undefined
}

function readWindow(text: string): Window | undefined {
  const [first, second, ...rest] = text.split('-')
  const from = readSpan(first)
  const until = readSpan(second)
  const isSound = from !== null && until !== null && from < until && rest.length === 0
  return isSound ? { from, until } : undefined
}

/** The link to the frame; `isWhole` says that all events of the playhead’s instant have happened. */
export function writeLink(
  { preset, scenario, playhead, view, speed, window }: Frame & { readonly playhead: Playhead },
  isWhole: boolean,
): string {
  const { instant, count } = playhead
  const when = writeSeconds(instant)
  const isStart = instant === 0 && count === 0
  const settings = [
    writeScenario(scenario, preset.scenario),
    isStart ? '' : `t=${isWhole ? when : `${when}:${count}`}`,
    view === null ? '' : `view=${view}`,
    speed === USUAL_SPEED ? '' : `speed=${speed}`,
    window === null ? '' : `w=${writeSeconds(window.from)}-${writeSeconds(window.until)}`,
  ].filter((text) => text !== '')
  const query = settings.length === 0 ? '' : `?${settings.join('&')}`
  return `#/session/${preset.slug}${query}`
}
