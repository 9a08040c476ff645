/** Which characters of the token box and of the panes are coloured, and how? */
import type { Mark } from '../editor/field.ts'
import type { TokenFault } from '../token/fault.ts'
import { markJson } from '../token/jsonMarks.ts'
import { paneAt } from '../token/projection.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { Inspector, PaneName } from './inspectorStore.ts'
import { foundOf, paneOf, partOf, readingOf } from './inspectorView.ts'

const TONES = ['header', 'payload', 'signature'] as const

/** The colours of the token box: parts where the token stands in it, faults on top. */
export function tokenMarksOf(inspector: Inspector, from: number, to: number): Mark[] {
  const found = foundOf(inspector)
  if (!found) return []
  const inBox = (at: number): number => found.rawAt?.[at] ?? found.start + at
  const marks = markToken(readingOf(inspector), inBox)
  return marks
    .concat(inspector.late?.linkMarksOf(inspector, 'token') ?? [])
    .filter((mark) => mark.to > from && mark.from < to)
}

/** The colours of a token in any box; `inBox` turns a character of the token into one of the box. */
export function markToken(
  { segments, faults, form, more }: TokenReading,
  inBox: (at: number) => number,
): Mark[] {
  const isJson = more !== null && more.serialization !== 'compact'
  const marks: Mark[] = segments.flatMap((segment, index): Mark[] => {
    const tone = form === 'jwe' && index > 0 ? 'rest' : (TONES[index] ?? 'rest')
    const dots = index === 0 || isJson ? [] : [dotBefore(segment.start, inBox)]
    if (segment.start === segment.end) return dots
    return [...dots, { from: inBox(segment.start), to: inBox(segment.end - 1) + 1, tone }]
  })
  for (const fault of faults)
    if (isPointed(fault))
      marks.push({ from: inBox(fault.start), to: inBox(fault.end - 1) + 1, tone: 'fault' })
  return marks
}

const dotBefore = (start: number, inBox: (at: number) => number): Mark => ({
  from: inBox(start - 1),
  to: inBox(start - 1) + 1,
  tone: 'dot',
})

/** Faults that sit on characters of their own; a fault of a whole part would paint all of it. */
function isPointed(fault: TokenFault): boolean {
  switch (fault.code) {
    case 'illegal-character':
    case 'standard-alphabet':
    case 'padding':
    case 'unused-bits':
    case 'not-json':
    case 'duplicate-name':
      return fault.end > fault.start
    default:
      return false
  }
}

/** The colours of a pane: names, signs, and where its text stops being JSON. */
export function paneMarksOf(
  inspector: Inspector,
  pane: PaneName,
  from: number,
  to: number,
): Mark[] {
  const shown = paneOf(inspector, pane)
  const segment = partOf(inspector, pane)
  if (!shown || !segment) return []
  const { projection } = shown
  const marks: Mark[] = markJson(projection.text, from, to)
  const { syntax, duplicates } = segment.json
  const faultAt = (at: number, length: number): void => {
    const start = paneAt(projection, at)
    const end = Math.max(start + 1, paneAt(projection, at + length))
    if (end > from && start < to) marks.push({ from: start, to: end, tone: 'fault' })
  }
  // a payload that starts as a token does is one, or a piece of one: no JSON was meant
  if (syntax && !projection.text.startsWith('eyJ')) faultAt(syntax.at, 1)
  for (const { at, end } of duplicates) faultAt(at, end - at)
  return marks.concat(inspector.late?.linkMarksOf(inspector, pane) ?? [])
}
