/** What is linked now, and which characters of each field show it? Arrives late. */
import { findDigests, partnerOf } from '../disclosure/digestPlaces.ts'
import type { DisclosuresReading } from '../disclosure/readDisclosures.ts'
import type { Mark } from '../editor/field.ts'
import { type ByteRange, type Linkable, textOfBytes } from '../token/carrier.ts'
import { type Link, readLink } from '../token/link.ts'
import { paneAt } from '../token/projection.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import type { Inspector, PaneName } from './inspectorStore.ts'
import { assessmentOf, foundOf, paneOf, partOf, readingOf } from './inspectorView.ts'
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

/** For each disclosure where its digest stands; null where it stands nowhere. */
export function digestPlacesOf(inspector: Inspector): readonly (ByteRange | null)[] {
  const { disclosed } = assessmentOf(inspector)
  return digestsOnce(linkableOf(inspector), disclosed?.reading ?? null)
}
const digestsOnce = memoLast(
  (linkable: Linkable, reading: DisclosuresReading | null) =>
    reading ? findDigests(linkable, reading) : [],
  2,
)

/** What is linked, by which source, and the disclosure or digest that belongs to it. */
export interface Linked {
  link: Link
  source: LinkSource
  partner: Link | null
}

const linkedIn = memoLast(
  (
    linkable: Linkable,
    digests: readonly (ByteRange | null)[],
    { token, ranges }: LinkState,
  ): Linked | null => {
    if (linkable.text !== token) return null
    const source = LINK_SOURCES.find((one) => ranges[one])
    const range = source && ranges[source]
    const link = range ? readLink(linkable, range) : null
    const other = link && partnerOf(linkable, digests, link)
    return source && link ? { link, source, partner: other && readLink(linkable, other) } : null
  },
  2,
)

/** null for nothing, and for what was linked in another token. Every claim on the page asks, whenever a link moves. */
export const linkedOf = memoLast(
  (inspector: Inspector, state: LinkState): Linked | null =>
    linkedIn(linkableOf(inspector), digestPlacesOf(inspector), state),
  2,
)

/** True where the link, or what belongs to it, shows just these bytes or is inside them. */
export function isLinkedIn(linked: Linked | null, range: ByteRange): boolean {
  const isIn = (link: Link): boolean =>
    link.part === range.part && link.byteStart >= range.byteStart && link.byteEnd <= range.byteEnd
  return linked !== null && (isIn(linked.link) || (linked.partner !== null && isIn(linked.partner)))
}

/** What is drawn over the colours of a field: the linked run, its two ends, and the characters it shares. */
export function linkMarksOf(inspector: Inspector, field: FieldName): Mark[] {
  const linked = linkedOf(inspector, linkStore.getState())
  if (!linked) return []
  const { link, partner } = linked
  return [
    ...marksOf(inspector, field, link, 'link-start'),
    ...(partner ? marksOf(inspector, field, partner, 'link-start partner') : []),
  ]
}

/** `start` is the tone of the first character. */
function marksOf(inspector: Inspector, field: FieldName, link: Link, start: string): Mark[] {
  const run = runIn(inspector, field, link)
  if (!run || run.to <= run.from) return []
  const { from, to } = run
  const marks = [
    over(from, to, 'linked'),
    over(from, from + 1, start),
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
