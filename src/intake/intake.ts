/** What was found in a pasted text? */
import type { Carriage } from './carriage.ts'
import type { Request } from './command.ts'
import type { Place } from './place.ts'

/** Offsets are UTF-16 code units of the raw text from 0, end exclusive. */
export interface FoundToken {
  /** The cleaned token, what goes into the token box. */
  text: string
  start: number
  end: number
  /**
   * For each character of `text` the raw offset it was read from; null where `text` is `raw.slice(start, end)`.
   * A decoded escape counts as its first character (the `%` of `%2E`).
   */
  rawAt: Uint32Array | null
  /** Access, Refresh, ID or Sliding, by the claims and else by what holds it; null where neither says. */
  name: string | null
  place: Place
}

export type IntakeKind =
  /** White space at most. */
  | 'nothing'
  | 'token'
  | 'tokens'
  /** The text is for the key box. */
  | 'key'
  /** A well-known credential that is opaque. */
  | 'other'
  | 'jws-json'
  | 'jwe-json'
  | 'garbage'

export interface Intake {
  kind: IntakeKind
  /** In reading order, each distinct text once. */
  tokens: FoundToken[]
  /** What was found, where, what was taken out and what was ignored; empty for `nothing`. */
  sentence: string
  /** Sentences to follow it: what is wrong with the way the token was written or sent. */
  warnings: string[]
  /** How each of the tokens travelled, in their order. */
  carried: Carriage[]
  /** What goes into the key box; null unless `kind` is `key`. */
  key: string | null
  /** The request of the first command that holds a token, else of the first command; null without one. */
  request: Request | null
}
