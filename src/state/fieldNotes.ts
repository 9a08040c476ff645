/** What can be told of a character of a field: the fault on it, and the claim or parameter it belongs to? Arrives late. */
import type { Note } from '../editor/field.ts'
import { explainClaim } from '../claims/explainClaim.ts'
import { explainParameter } from '../header/explainParameter.ts'
import type { ByteRange } from '../token/carrier.ts'
import type { TokenFault } from '../token/fault.ts'
import { rangeOfMember, readLink } from '../token/link.ts'
import { objectIn } from '../token/readToken.ts'
import { sourceAt } from '../token/sourceAt.ts'
import { tellFault } from '../token/tellFault.ts'
import { clock, instantOf } from './clock.ts'
import { type Inspector, inspectorStore, type PaneName } from './inspectorStore.ts'
import { claimsOf, foundOf, isVerified, paneOf, partOf, readingOf } from './inspectorView.ts'
import { type FieldName, linkableOf, runIn } from './linkView.ts'
import { paneMarksOf, tokenMarksOf } from './marks.ts'
import { localTimeZone } from './timeZone.ts'

/** `at` is a character of the field from 0, `range` the bytes that stand there. Of a fault, only where it is underlined. */
export function notesAt(field: FieldName, at: number, range: ByteRange | null): Note[] {
  const inspector = inspectorStore.getState()
  const told = range && memberNote(inspector, field, range)
  return [...faultNotes(inspector, field, at), ...(told ? [told] : [])]
}

function faultNotes(inspector: Inspector, field: FieldName, at: number): Note[] {
  const marks =
    field === 'token'
      ? tokenMarksOf(inspector, at, at + 1)
      : paneMarksOf(inspector, field, at, at + 1)
  const mark = marks.find(({ tone, from, to }) => tone === 'fault' && from <= at && at < to)
  if (!mark) return []
  const { from, to } = mark
  const isHere = field === 'token' ? isInBox(inspector, from) : isInPane(inspector, field, from)
  return readingOf(inspector)
    .faults.filter(isHere)
    .map((fault) => {
      const { title, text } = tellFault(fault)
      return { from, to, text: `${title} ${text}` }
    })
}

type IsHere = (fault: TokenFault) => boolean

function isInBox(inspector: Inspector, at: number): IsHere {
  const found = foundOf(inspector)
  return ({ start }) => found !== null && (found.rawAt?.[start] ?? found.start + start) === at
}

function isInPane(inspector: Inspector, pane: PaneName, at: number): IsHere {
  const shown = paneOf(inspector, pane)
  const segment = partOf(inspector, pane)
  if (!shown || !segment) return () => false
  const place = sourceAt(shown.projection, at)
  const twice = segment.json.duplicates.find((one) => one.at <= place && place < one.end)
  return (fault) =>
    'part' in fault &&
    fault.part === pane &&
    (fault.code === 'duplicate-name'
      ? fault.name === twice?.name
      : fault.code === 'not-json' && !twice)
}

/** What the claim or the parameter says that these bytes belong to. */
function memberNote(inspector: Inspector, field: FieldName, range: ByteRange): Note | null {
  const { part, byteStart } = range
  if (part !== 'header' && part !== 'payload') return null
  const segment = partOf(inspector, part)
  const member = objectIn(segment)?.members.find((one) => {
    const place = segment && rangeOfMember(segment, part, one)
    return place && place.byteStart <= byteStart && byteStart < place.byteEnd
  })
  const claims = claimsOf(inspector)
  if (!segment || !member) return null
  const link = readLink(linkableOf(inspector), rangeOfMember(segment, part, member))
  const run = link && runIn(inspector, field, link)
  if (!run) return null
  const isProven = isVerified(inspector)
  if (part === 'header') return { ...run, text: explainParameter(member, isProven).sentence }
  if (!claims) return null
  const { sentence } = explainClaim(member, {
    claims,
    now: instantOf(clock.getState()) ?? 0,
    leeway: inspector.leeway,
    timeZone: localTimeZone(),
    isVerified: isProven,
  })
  return { ...run, text: sentence }
}
