/** What has been tried in each room of the attack lab? ux.md 5.4. */
import { createStore } from 'zustand/vanilla'
import { type Forgery, startForgery, writeForgery } from '../attack/forgery.ts'
import {
  naiveSwitches,
  openRoom,
  type OpenedRoom,
  type Room,
  sentByAlice,
  tokenOfAlice,
} from '../attack/room.ts'
import { SAFE, type SwitchName, type Switches } from '../attack/switches.ts'
import { ROOMS } from '../attack/rooms.ts'
import { goalsOf, isDone, type Trial } from '../attack/trial.ts'
import { tryToken } from '../attack/tryToken.ts'
import { makeId } from './acts.ts'
import { clock } from './clock.ts'
import { tick } from './preferencesStore.ts'

type Guess = 'accepted' | 'refused'

export interface Visit {
  opened: OpenedRoom
  /** The token that Alice was given by the server as it stood at first. */
  given: string
  forgery: Forgery
  switches: Switches
  /** In the order in which they were sent. */
  trials: readonly Trial[]
  /** What the learner expects of the next answer to the forged token. */
  guess: Guess | null
  /** What was expected of each answer to a forged token, by its place in `trials`. */
  guesses: Readonly<Record<number, Guess>>
}

/** By the room’s slug; `failed` where this browser cannot make its keys. */
export const attackStore = createStore<Readonly<Record<string, Visit | 'opening' | 'failed'>>>(
  () => ({}),
)
const { getState, setState } = attackStore

/** Opens a room once; what was done in it stays until the page is closed. */
export async function enterRoom(room: Room, isAnew = false): Promise<void> {
  if (getState()[room.slug] !== undefined && !isAnew) return
  setState({ [room.slug]: 'opening' })
  const opened = await openRoom(room, now(), makeId)
  if (!opened) return setState({ [room.slug]: 'failed' })
  const switches = naiveSwitches(room)
  const given = await tokenOfAlice(opened, switches)
  const forgery = startForgery(given)
  setState({
    [room.slug]: { opened, given, forgery, switches, trials: [], guess: null, guesses: {} },
  })
}

/** Every switch as a careful server has it, for a link that asks for it. */
export function mendAll(slug: string): void {
  change(slug, () => ({ switches: SAFE }))
}

export function editForgery(slug: string, edit: Partial<Forgery>): void {
  change(slug, ({ forgery }) => ({ forgery: { ...forgery, ...edit }, guess: null }))
}

/** Does one move of the room’s, counted from 0. */
export function makeMove(slug: string, place: number): void {
  change(slug, ({ opened, given, forgery }) => {
    const move = opened.room.moves[place]
    return move ? { forgery: move.apply(forgery, { opened, given }), guess: null } : {}
  })
}

export function startOver(slug: string): void {
  change(slug, ({ given }) => ({ forgery: startForgery(given), guess: null }))
}

export function flip(slug: string, name: SwitchName): void {
  change(slug, ({ switches }) => ({
    switches: { ...switches, [name]: !switches[name] },
    guess: null,
  }))
}

export function guessAnswer(slug: string, guess: Guess): void {
  change(slug, () => ({ guess }))
}

/** The forged token as it stands. */
export function forgedToken({ forgery, given, opened }: Visit): Promise<string> {
  const text = written.get(forgery) ?? writeForgery(forgery, given, opened.own)
  written.set(forgery, text)
  return text
}
/** ECDSA never signs twice alike, and it is one and the same token that is sent again. */
const written = new WeakMap<Forgery, Promise<string>>()

/** Sends the forged token, or the one that Alice has from the server as it stands now. */
export async function send(slug: string, sender: Trial['sender']): Promise<void> {
  const visit = getState()[slug]
  if (typeof visit !== 'object') return
  const { opened, given, switches, guess } = visit
  const token =
    sender === 'forger' ? await forgedToken(visit) : await sentByAlice(opened, given, switches)
  const answer = await tryToken(opened, switches, token, now())
  change(slug, ({ trials, guesses }) => ({
    trials: [...trials, { sender, token, switches, ...answer }],
    guess: null,
    guesses:
      sender === 'forger' && guess !== null ? { ...guesses, [trials.length]: guess } : guesses,
  }))
  const { room } = opened
  const after = getState()[slug]
  if (typeof after === 'object' && isDone(goalsOf(after.trials, room.fixes))) tick(tickOf(room))
}

/** Under which name a room that is done is kept on this device. */
export const tickOf = (room: Room): string => `attack/${ROOMS.indexOf(room) + 1}`

function change(slug: string, make: (visit: Visit) => Partial<Visit>): void {
  const visit = getState()[slug]
  if (typeof visit === 'object') setState({ [slug]: { ...visit, ...make(visit) } })
}

const now = (): number => clock.getState().live ?? 0
