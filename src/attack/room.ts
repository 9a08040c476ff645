/** What is a room of the attack lab, and what does it hold once somebody has come in? ux.md 5.4. */
import { makeNewKey, type NewKey } from '../samples/newKey.ts'
import { type Forgery, writeForgery } from './forgery.ts'
import { SAFE, type SwitchName, type Switches } from './switches.ts'
import { toyCode, type CodeLine } from './toyCode.ts'
import type { ToyServer } from './toyServer.ts'

/** One thing the forger can do, done at a press; `given` is the token that Alice has. */
interface Move {
  label: string
  /** What it changes and why that helps, one sentence. */
  tells: string
  apply: (forgery: Forgery, at: { opened: OpenedRoom; given: string }) => Forgery
}

export interface Room {
  slug: string
  title: string
  /** What is wrong with the server, and what to get. */
  goal: string
  alg: ToyServer['alg']
  /** Of the server’s secret where it is one of ten words. */
  weakSecret: string | null
  /** The header’s members behind alg and typ. */
  header: object
  /** The habits that this server lacks at first, each with a switch: any of the sets closes every way in. */
  fixes: readonly (readonly SwitchName[])[]
  /** In the order that leads to the goal. */
  moves: readonly Move[]
  hasWordList: boolean
  /** Why it worked, once it did. */
  worked: string
  /** Why it no longer works, once it does not. */
  stopped: string
  keep: string
  /** Where else this is explained: a lesson or a page of the reference. */
  more: { label: string; href: string }
}

/** The keys of one visit; they live as long as the page. */
export interface OpenedRoom {
  room: Room
  /** Seconds; the tokens of the room live for a day from then on. */
  now: number
  secret: string
  /** The server’s pair; null where it shares a secret. */
  pair: NewKey | null
  /** The forger’s pair; null where none is of use. */
  own: NewKey | null
}

/** What Alice has put on the server as if it were her picture. */
const UPLOAD = '/srv/uploads/alice.png'

const DAY = 24 * 60 * 60

/** Makes the keys of a room; `makeId` gives 32 random hex digits. null where this browser cannot make them. */
export async function openRoom(
  room: Room,
  now: number,
  makeId: () => string,
): Promise<OpenedRoom | null> {
  const isShared = room.alg === 'HS256'
  const isOwnUseful = lacksOf(room).includes('ignoresHeaderKey')
  const pair = isShared ? null : await makeNewKey(room.alg)
  const own = isOwnUseful ? await makeNewKey(room.alg) : null
  if ((!isShared && pair === null) || (isOwnUseful && own === null)) return null
  return { room, now, secret: makeId(), pair, own }
}

/** The switches that a room offers. */
export const lacksOf = ({ fixes }: Room): readonly SwitchName[] => fixes.flat()

/** As the server stands before anything is mended. */
export function naiveSwitches(room: Room): Switches {
  return { ...SAFE, ...Object.fromEntries(lacksOf(room).map((name) => [name, false])) }
}

const secretOf = ({ room, secret }: OpenedRoom, { hasRandomSecret }: Switches): string =>
  hasRandomSecret || room.weakSecret === null ? secret : room.weakSecret

/** The token that Alice was given: she is no admin. A server with a new secret gives her a new one. */
export async function tokenOfAlice(opened: OpenedRoom, switches: Switches): Promise<string> {
  const { room, now, pair } = opened
  const header = JSON.stringify({ alg: room.alg, typ: 'JWT', ...room.header })
  const payload = JSON.stringify({ user: 'alice', admin: false, exp: now + DAY })
  const secret = secretOf(opened, switches)
  const given = { header, payload, secret, seal: pair ? 'own-key' : 'secret' } as const
  return writeForgery(given, '', pair)
}

/** The token that she would send now: the one she was given, or under a new secret the new one. */
export async function sentByAlice(
  opened: OpenedRoom,
  given: string,
  switches: Switches,
): Promise<string> {
  const isOld = secretOf(opened, switches) === secretOf(opened, naiveSwitches(opened.room))
  return isOld ? given : tokenOfAlice(opened, switches)
}

/** The server as its switches stand; `now` in seconds. */
export function serverOf(opened: OpenedRoom, switches: Switches, now: number): ToyServer {
  const { room, pair, own } = opened
  const key = pair?.publicPem ?? secretOf(opened, switches)
  const files = new Map([
    ['/dev/null', ''],
    [UPLOAD, own?.publicPem ?? ''],
  ])
  return { alg: room.alg, switches, key, files, now }
}

/** Its lines, as they are shown. */
export function codeOf({ room }: OpenedRoom, switches: Switches): CodeLine[] {
  const secret = room.alg === 'HS256' ? (room.weakSecret ?? '') : null
  return toyCode({ alg: room.alg, secret }, switches)
}
