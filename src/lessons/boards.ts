/** Which boards can a step be played on, and what follows from the state of each? One line a board. */
import type { LabSeen, LabState } from './labBoard.ts'
import type { SortState } from './sortBoard.ts'
import type { TokenSeen, TokenState } from './tokenBoard.ts'

/**
 * `state` is plain data, all that the learner has done; `seen` is what the goal and the explanation may ask about.
 * Where nothing has to be worked out, they are the same.
 */
export interface Boards {
  /** The debugger's own panes on the lesson's token. */
  token: { state: TokenState; seen: TokenSeen }
  /** The session lab's own picture and transport. */
  lab: { state: LabState; seen: LabSeen }
  /** Cards into bins. */
  sort: { state: SortState; seen: SortState }
}

export type BoardKind = keyof Boards
