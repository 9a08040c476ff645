/** Which pieces does a text of a lesson have: plain words, nouns of a part, emphasis, code, links? */
import { visible } from '../token/visible.ts'
import type { Prose } from './lesson.ts'

export type ProsePiece =
  | { kind: 'plain' | 'strong' | 'code'; text: string }
  | { kind: 'part'; part: 'header' | 'payload' | 'signature'; text: string }
  | { kind: 'link'; address: string; text: string }

const MARKUP = /\*([^*]+)\*|`([^`]+)`|\[([^\]]+)\]\((#\/[^)\s]*)\)/g
const PARTS = ['header', 'payload', 'signature'] as const

/** Marks that have no partner stay as they are. */
export function readProse(text: Prose): ProsePiece[] {
  const pieces: ProsePiece[] = []
  let end = 0
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) })
    pieces.push(pieceOf(match))
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) })
  return pieces
}

function pieceOf([, strong, code, label, address]: RegExpMatchArray): ProsePiece {
  if (code !== undefined) return { kind: 'code', text: code }
  if (label !== undefined) return { kind: 'link', address: address ?? '', text: label }
  const text = strong ?? ''
  const part = PARTS.find((name) => text.toLowerCase().startsWith(name))
  return part ? { kind: 'part', part, text } : { kind: 'strong', text }
}

/** The words alone, as they are read aloud. */
export function plainProse(text: Prose): string {
  return readProse(text)
    .map((piece) => piece.text)
    .join('')
}

/** Longer values are cut in a sentence. */
const LONGEST = 40

/** A value of the learner's, safe inside a text of a lesson: as code, in one line, of bounded length. */
export function coded(value: string): Prose {
  const shown = visible(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)
  return `\`${shown.replaceAll('`', '’')}\``
}
