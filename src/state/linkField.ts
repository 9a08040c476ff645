/** What becomes linked as the caret and the pointer move in a field? Arrives late. */
import type { FieldProps } from '../editor/field.ts'
import { type ByteRange, carrierOf, type Linkable } from '../token/carrier.ts'
import { nodeAt, nodeAtCharacter, rangeOfCharacters, rangeOfRun } from '../token/link.ts'
import { sourceAt } from '../token/sourceAt.ts'
import { inspectorStore } from './inspectorStore.ts'
import { foundOf, paneOf, partOf } from './inspectorView.ts'
import { notesAt } from './fieldNotes.ts'
import { currentToken, point } from './linkActs.ts'
import type { FieldName } from './linkView.ts'

/** What a field tells of its selection and of the pointer in it, and what is told of its characters. */
export function linkField(
  field: FieldName,
): Pick<FieldProps, 'onSelect' | 'onPoint' | 'explain' | 'isDrawn'> {
  return {
    isDrawn: field !== 'token',
    explain: (at) => notesAt(field, at, rangeIn(field, at, at)),
    onSelect: (from, to) => {
      const hasMoved = noteCaret(field, to)
      const range = rangeIn(field, from, to)
      point('caret', range ?? (hasMoved && from === to ? rangeIn(field, to - 1, to - 1) : null))
    },
    onPoint: (at) => point('hover', at === null ? null : rangeIn(field, at, at)),
  }
}

let before: { field: FieldName; text: string; at: number } | null = null

/**
 * True where the caret went to another place of the same text. Only then it links what stands before it, where nothing
 * follows: behind what was pasted or typed it came along by itself.
 */
function noteCaret(field: FieldName, at: number): boolean {
  const { text } = currentToken()
  const hasMoved = before?.field === field && before.text === text && before.at !== at
  before = { field, text, at }
  return hasMoved && at > 0
}

/** Of a caret what it stands in or before, of a selection the bytes it covers; offsets of the field from 0. */
function rangeIn(field: FieldName, from: number, to: number): ByteRange | null {
  const token = currentToken()
  if (field === 'token') return rangeInBox(token, from, to)
  const inspector = inspectorStore.getState()
  const shown = paneOf(inspector, field)
  const segment = partOf(inspector, field)
  if (!shown || !segment || carrierOf(token, field) === null) return null
  const start = segment.byteAt(sourceAt(shown.projection, from))
  const whole = nodeAt(token, field, start)
  if (from === to || !whole) return whole
  const last = sourceAt(shown.projection, to - 1)
  const width = (segment.decoded.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1
  const end = segment.byteAt(last + width)
  return end > start ? { part: field, byteStart: start, byteEnd: end } : whole
}

function rangeInBox(token: Linkable, from: number, to: number): ByteRange | null {
  const found = foundOf(inspectorStore.getState())
  if (!found) return null
  const { rawAt, start } = found
  /** The first character of the token at or behind that place of the box. */
  const inToken = (at: number): number => {
    if (rawAt === null) return at - start
    const index = rawAt.findIndex((place) => place >= at)
    return index === -1 ? token.text.length : index
  }
  if (from === to) return nodeAtCharacter(token, inToken(from))
  const { length } = token.text
  const run = { start: Math.max(0, inToken(from)), end: Math.min(length, inToken(to)) }
  // all of it is taken to be replaced, not to be read
  return run.start === 0 && run.end === length
    ? null
    : (rangeOfCharacters(token, run) ?? rangeOfRun(token, run))
}
