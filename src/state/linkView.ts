/** What is linked now, and which characters of each field show it? Arrives late. */
import type { Mark } from '../editor/field.ts'
import { type ByteRange, type Linkable, textOfBytes } from '../token/carrier.ts'
import { type Link, readLink } from '../token/link.ts'
import { paneAt } from '../token/projection.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import type { Inspector, PaneName } from './inspectorStore.ts'
import { foundOf, paneOf, partOf, readingOf } from './inspectorView.ts'
import { LINK_SOURCES, type LinkSource, type LinkState, linkStore } from './linkStore.ts'
import { memoLast } from './memoLast.ts'

/** A field in which bytes are linked. */
export type FieldName = 'token' | PaneName

const join = memoLast(
  (reading: TokenReading, payload: TextSegment | null): Linkable => ({ ...reading, payload }),
  2,
)

/** The shown token, with an opened payload in the place of the encrypted one. */
export function linkableOf(inspector: Inspector): Linkable {
  return join(readingOf(inspector), partOf(inspector, 'payload'))
}

/** What is linked, and by which source. */
export interface Linked {
  link: Link
  source: LinkSource
}

const linkedIn = memoLast((linkable: Linkable, { token, ranges }: LinkState): Linked | null => {
  if (linkable.text !== token) return null
  const source = LINK_SOURCES.find((one) => ranges[one])
  const range = source && ranges[source]
  const link = range ? readLink(linkable, range) : null
  return source && link ? { link, source } : null
}, 2)

/** null for nothing, and for what was linked in another token. */
export function linkedOf(inspector: Inspector, state: LinkState): Linked | null {
  return linkedIn(linkableOf(inspector), state)
}

/** True where the link shows just these bytes, or is inside them. */
export function isLinkedIn(link: Link | null, range: ByteRange): boolean {
  return (
    link?.part === range.part && link.byteStart >= range.byteStart && link.byteEnd <= range.byteEnd
  )
}

/** What is drawn over the colours of a field: the linked run, its two ends, and the characters it shares. */
export function linkMarksOf(inspector: Inspector, field: FieldName): Mark[] {
  const link = linkedOf(inspector, linkStore.getState())?.link
  const run = link && runIn(inspector, field, link)
  if (!run || run.to <= run.from) return []
  const { from, to } = run
  const marks = [
    over(from, to, 'linked'),
    over(from, from + 1, 'link-start'),
    over(to - 1, to, 'link-end'),
  ]
  const shared = field === 'token' ? link.characters : null
  if (shared?.isFirstShared) marks.push(over(from, from + 1, 'shared'))
  if (shared?.isLastShared) marks.push(over(to - 1, to, 'shared'))
  return marks
}

const over = (from: number, to: number, tone: string): Mark => ({ from, to, tone, isOver: true })

interface Run {
  from: number
  to: number
}

/** The characters of a field that show the link, from 0; null where it shows none of it. */
export function runIn(inspector: Inspector, field: FieldName, link: Link): Run | null {
  return field === 'token' ? runInBox(inspector, link) : runInPane(inspector, field, link)
}

function runInBox(inspector: Inspector, { characters }: Link): Run | null {
  const found = foundOf(inspector)
  if (!found || !characters || characters.end === characters.start) return null
  const inBox = (at: number): number => found.rawAt?.[at] ?? found.start + at
  return { from: inBox(characters.start), to: inBox(characters.end - 1) + 1 }
}

function runInPane(inspector: Inspector, pane: PaneName, link: Link): Run | null {
  const shown = paneOf(inspector, pane)
  const segment = partOf(inspector, pane)
  if (link.part !== pane || !shown || !segment) return null
  const { text } = segment.decoded
  const source = textOfBytes(text, segment.byteAt, { start: link.byteStart, end: link.byteEnd })
  return {
    from: paneAt(shown.projection, source.start),
    // layout may stand before whatever follows
    to: paneAt(shown.projection, source.end - 1) + 1,
  }
}
