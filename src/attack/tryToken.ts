/** What does the server of a room make of a token, and which of its lines let it through? */
import { codeOf, lacksOf, naiveSwitches, type OpenedRoom, serverOf } from './room.ts'
import type { Switches } from './switches.ts'
import type { LineId } from './toyCode.ts'
import { askToyServer, type Outcome } from './toyServer.ts'

export interface Answer {
  outcome: Outcome
  /** The server as it stood at first takes the bearer for an admin. */
  isForAdmin: boolean
  /** Of a token that got in as an admin’s: the lines that would have stopped it, had they been right. */
  holes: readonly LineId[]
}

/** `now` in seconds. Asks the server as it stands, as it stood at first, and with each single habit that it lacks. */
export async function tryToken(
  opened: OpenedRoom,
  switches: Switches,
  token: string,
  now: number,
): Promise<Answer> {
  const ask = (asked: Switches): Promise<Outcome> =>
    askToyServer(serverOf(opened, asked, now), token)
  const outcome = await ask(switches)
  const isForAdmin = isAdmins(await ask(naiveSwitches(opened.room)))
  if (!isAdmins(outcome)) return { outcome, isForAdmin, holes: [] }
  const missing = lacksOf(opened.room).filter((name) => !switches[name])
  const without = await Promise.all(missing.map((name) => ask({ ...switches, [name]: true })))
  const decisive = new Set(missing.filter((_, place) => without[place]?.kind === 'refused'))
  const lines = codeOf(opened, switches).filter((line) => line.switch && decisive.has(line.switch))
  return { outcome, isForAdmin, holes: lines.map(({ id }) => id) }
}

export const isAdmins = (outcome: Outcome): boolean =>
  outcome.kind === 'accepted' && outcome.isAdmin
