/** Which lines has the learner put into the project, and what does the project answer as it stands? */
import { type Installer, type Line, linesFor, type Slot, SLOTS } from './djangoProject.ts'

export interface ProjectState {
  installer: Installer
  /** The path of the file that lies open. */
  open: string
  /** Gap → id of the line in it; a gap without one is empty. */
  placed: Readonly<Partial<Record<Slot, string>>>
}

const FIRST_FILE = 'myapi/settings.py'

export const emptyProject: ProjectState = { installer: 'pip', open: FIRST_FILE, placed: {} }

export const wholeProject: ProjectState = {
  ...emptyProject,
  placed: Object.fromEntries(
    SLOTS.map((slot) => [slot, linesFor[slot].find(({ isRight }) => isRight)?.id ?? '']),
  ),
}

/** `id` null takes the line out again. */
export function placeLine(state: ProjectState, slot: Slot, id: string | null): ProjectState {
  const { [slot]: _old, ...rest } = state.placed
  return { ...state, placed: id === null ? rest : { ...rest, [slot]: id } }
}

export function lineIn({ placed }: ProjectState, slot: Slot): Line | null {
  return linesFor[slot].find(({ id }) => id === placed[slot]) ?? null
}

/** True where the right line is in this gap. */
export const isLit = (state: ProjectState, slot: Slot): boolean =>
  lineIn(state, slot)?.isRight === true

export const isWhole = (state: ProjectState): boolean => SLOTS.every((slot) => isLit(state, slot))
