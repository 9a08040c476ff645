/** Where has a learner cut the token, and what can be read in the pieces? */
import { readToken, type TextSegment } from '../../token/readToken.ts'

export interface CutsState {
  token: string
  /** Characters before each of the two cuts, in any order; a cut takes the character after it away. */
  cuts: readonly [number, number]
}

export interface Piece {
  text: string
  /** What its characters spell, where that is JSON. */
  json: string | null
}

export interface CutsSeen extends CutsState {
  pieces: readonly [Piece, Piece, Piece]
  /** Whether each cut stands on a dot. */
  areOnDots: readonly [boolean, boolean]
}

/** Both cutters stand where they help nobody. */
export function startCuts(token: string): CutsState {
  const beside = (at: number): number => (token[at] === '.' ? at + 1 : at)
  return { token, cuts: [beside(Math.floor(token.length / 3)), beside(token.length - 5)] }
}

export function solveCuts(token: string): CutsState {
  return { token, cuts: [token.indexOf('.'), token.lastIndexOf('.')] }
}

/** Another place for one of them, within the token. */
export function moveCut({ token, cuts }: CutsState, index: 0 | 1, at: number): CutsState {
  const inside = Math.min(Math.max(Math.round(at), 0), token.length - 1)
  return { token, cuts: index === 0 ? [inside, cuts[1]] : [cuts[0], inside] }
}

/** The cutter that stands nearer comes. */
export function cutAt(state: CutsState, at: number): CutsState {
  const [first, second] = state.cuts
  return moveCut(state, Math.abs(first - at) <= Math.abs(second - at) ? 0 : 1, at)
}

export function seeCuts(state: CutsState): CutsSeen {
  const { token } = state
  const from = Math.min(...state.cuts)
  const to = Math.max(...state.cuts)
  const texts = [token.slice(0, from), token.slice(from + 1, to), token.slice(to + 1)] as const
  const { header, payload, segments } = readToken(texts.join('.'))
  const [first, second, third] = texts
  // a piece that holds a dot of its own is none of the three
  const isCut = segments.length === 3
  return {
    ...state,
    pieces: [
      { text: first, json: isCut ? jsonIn(header) : null },
      { text: second, json: isCut ? jsonIn(payload) : null },
      { text: third, json: null },
    ],
    areOnDots: [token[state.cuts[0]] === '.', token[state.cuts[1]] === '.'],
  }
}

/** Unreadable text is no use to anybody, even where a few letters of it look right. */
function jsonIn(part: TextSegment | null): string | null {
  return part?.json.root?.kind === 'object' ? part.decoded.text : null
}

/** True once both dots are cut out. */
export function isCutAtDots({ token, cuts }: CutsState): boolean {
  return cuts[0] !== cuts[1] && cuts.every((at) => token[at] === '.')
}
