/** In which order do an application, an authorization server and an API talk to each other? RFC 6749 §1.2, §1.3. */
import { flows } from './flows.ts'

export const FLOW_NAMES = ['three', 'password', 'code', 'client'] as const

export type FlowName = (typeof FLOW_NAMES)[number]

export type Actor = 'browser' | 'application' | 'issuer' | 'api' | 'server'

export const actorLabels: Readonly<Record<Actor, string>> = {
  browser: 'You, in a browser',
  application: 'Application',
  issuer: 'Authorization server',
  api: 'API',
  server: 'Django server',
}

export interface Arrow {
  id: string
  from: Actor
  to: Actor
  /** What it says, in a few words. */
  label: string
  /** Why it cannot come yet, one sentence; said where somebody places it too early. null for the first. */
  notYet: string | null
}

export interface Flow {
  name: FlowName
  /** From left to right. */
  actors: readonly Actor[]
  /** In the order in which they happen. */
  arrows: readonly Arrow[]
  /** The ids in the order in which they are offered. */
  offered: readonly string[]
}

export interface FlowState {
  flow: FlowName
  /** How many arrows stand in their place. */
  placed: number
  /** The arrow that was tried too early; null where the last one was right. */
  tooEarly: string | null
  /** The arrow whose wire text is open. */
  open: string | null
}

export const startFlow = (flow: FlowName): FlowState => ({
  flow,
  placed: 0,
  tooEarly: null,
  open: null,
})

export const solveFlow = (flow: FlowName): FlowState => ({
  ...startFlow(flow),
  placed: flows[flow].arrows.length,
})

/** The arrow takes its place where it is the next one; its wire text opens with it. */
export function placeArrow(state: FlowState, id: string): FlowState {
  const next = flows[state.flow].arrows[state.placed]
  return next?.id === id
    ? { ...state, placed: state.placed + 1, tooEarly: null, open: id }
    : { ...state, tooEarly: id }
}

/** Those that wait, in the order in which they are offered. */
export function waitingArrows({ flow, placed }: FlowState): Arrow[] {
  const { arrows, offered } = flows[flow]
  const waiting = arrows.slice(placed)
  return offered.flatMap((id) => waiting.find((arrow) => arrow.id === id) ?? [])
}

export const placedArrows = ({ flow, placed }: FlowState): readonly Arrow[] =>
  flows[flow].arrows.slice(0, placed)

export const isInOrder = ({ flow, placed }: FlowState): boolean =>
  placed === flows[flow].arrows.length

/** What is missing until all are in order; null once they are. */
export function tellPlaced(state: FlowState): string | null {
  const { arrows } = flows[state.flow]
  return isInOrder(state) ? null : `${state.placed} of ${arrows.length} messages are in place.`
}

/** What is said of the last act, one or two sentences. */
export function tellFlow(state: FlowState): string {
  const { arrows } = flows[state.flow]
  const early = arrows.find(({ id }) => id === state.tooEarly)
  if (early?.notYet) return `Not yet: ${early.notYet}`
  if (state.placed === 0) return 'Nothing was sent yet. Which message comes first?'
  if (isInOrder(state))
    return `All ${arrows.length} messages are in order. Open one to read what it says on the wire.`
  const last = arrows[state.placed - 1]
  return `${state.placed} of ${arrows.length} in place: ${last?.label ?? ''}. What comes next?`
}
