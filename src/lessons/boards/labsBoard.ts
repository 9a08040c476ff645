/** What becomes of a theft where the server keeps its lists otherwise? Ready-made sessions, one at a time in the lab. */
import type { Preset } from '../../simulation/preset.ts'
import { presetNamed } from '../../simulation/presets.ts'
import { type LabState, seeLab, startLab } from './labBoard.ts'

/** A ready-made session, and how far it was watched. */
export interface Ready {
  slug: string
  lab: LabState
}

export interface LabsState {
  sessions: readonly Ready[]
  /** The place of the session that runs in the lab, from 0. */
  open: number
}

export interface LabsSeen extends LabsState {
  /** By place: watched as far as its last event. */
  areWatched: readonly boolean[]
}

/** Nothing watched yet; what is no preset is left out. */
export function startLabs(slugs: readonly string[]): LabsState {
  const sessions = slugs.flatMap((slug) => {
    const preset = presetNamed(slug)
    return preset ? [{ slug, lab: startLab(preset.scenario) }] : []
  })
  return { sessions, open: 0 }
}

/** All of them watched to the end. */
export function solveLabs(slugs: readonly string[]): LabsState {
  const { sessions, open } = startLabs(slugs)
  return {
    sessions: sessions.map(({ slug, lab }) => ({
      slug,
      lab: { ...lab, instant: lab.scenario.horizon },
    })),
    open,
  }
}

/** The session at that place goes on. */
export function changeLab(state: LabsState, place: number, lab: LabState): LabsState {
  return {
    ...state,
    sessions: state.sessions.map((one, index) => (index === place ? { ...one, lab } : one)),
  }
}

export function seeLabs(state: LabsState): LabsSeen {
  return { ...state, areWatched: state.sessions.map(({ lab }) => isWatched(lab)) }
}

/** Nothing can have been watched at the login, so its events need not be worked out. */
const isWatched = (lab: LabState): boolean =>
  lab.instant > 0 && lab.instant >= lastEvent(seeLab(lab))

const lastEvent = ({ timeline }: ReturnType<typeof seeLab>): number =>
  timeline.entries.at(-1)?.at ?? 0

/** Its title and how it ends, as the lab tells it. */
export function presetOf({ slug }: Ready): Preset {
  const preset = presetNamed(slug)
  if (!preset) throw new Error(`no session is called ${slug}`)
  return preset
}
