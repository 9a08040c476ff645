/** Which part takes which characters, in proportion? */
import type { KeyboardEvent, ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { readingOf } from '../../../state/inspectorView.ts'
import { point, togglePin } from '../../../state/linkActs.ts'
import { linkableOf } from '../../../state/linkView.ts'
import { carrierOf, type Linkable, type LinkPart, SEALED_PARTS } from '../../../token/carrier.ts'
import { grouped } from '../../../token/grouped.ts'
import { type Link, rangeOfPart } from '../../../token/link.ts'
import type { TokenReading } from '../../../token/readToken.ts'
import css from './PartMap.module.css'
import section from '../Section.module.css'
import { hoverLinks, useLink } from './useLink.ts'

const PARTS = [
  { part: 'header', badge: 'H', name: 'Header', ghost: 'xxxxx', share: 36 },
  { part: 'payload', badge: 'P', name: 'Payload', ghost: 'yyyyy', share: 150 },
  { part: 'signature', badge: 'S', name: 'Signature', ghost: 'zzzzz', share: 43 },
] as const

/** Short, so that they stand side by side on a telephone too. */
const SEALED = [
  { part: 'header', badge: 'H', name: 'Header' },
  ...SEALED_PARTS.map((part, index) => ({
    part,
    badge: '',
    name: ['Key', 'IV', 'Ciphertext', 'Tag'][index] ?? '',
  })),
] as const

/** The parts in proportion, with the characters they take, counted from 1, and where in them the link is. */
export function PartMap(): ReactElement {
  const reading = readingOf(useStore(inspectorStore))
  const isEmpty = reading.form === 'empty'
  const parts = isEmpty
    ? PARTS.map(({ ghost, ...part }) => ({ ...part, range: ghost }))
    : (reading.form === 'jwe' ? SEALED : PARTS).map(({ part, badge, name }, index) => ({
        part,
        badge,
        name,
        share: lengthOf(reading, index),
        range: rangeOf(reading, index),
      }))
  return (
    <div
      role="toolbar"
      aria-label="Parts of the token"
      tabIndex={-1}
      className={`${css['map']} ${isEmpty ? css['ghost'] : ''}`}
      onKeyDown={moveBetween}
    >
      {parts.map((part, index) => (
        <Segment key={part.part} {...part} isTabStop={index === 0} />
      ))}
    </div>
  )
}

/** One stop for Tab; the arrow keys lead on. */
function moveBetween(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  const parts = [...event.currentTarget.querySelectorAll('button')]
  const here = parts.findIndex((part) => part === document.activeElement)
  event.preventDefault()
  parts[here + step]?.focus()
}

interface SegmentProps {
  part: LinkPart
  badge: string
  name: string
  isTabStop: boolean
  share: number
  range: string
}

function Segment({ part, badge, name, isTabStop, share, range }: SegmentProps): ReactElement {
  const inspector = useStore(inspectorStore)
  const linked = useLink()
  const token = linkableOf(inspector)
  const whole = rangeOfPart(token, part)
  const style = { flexGrow: Math.max(1, share) }
  const inside = (
    <>
      {badge && (
        <span className={section['badge']} aria-hidden="true">
          {badge}
        </span>
      )}
      <b>{name}</b> <span className={css['range']}>{range}</span>
      {linked?.link.part === part && <Band link={linked.link} token={token} />}
    </>
  )
  if (!whole)
    return (
      <span className={css['segment']} data-part={part} style={style}>
        {inside}
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      className={css['segment']}
      data-part={part}
      style={style}
      aria-pressed={linked?.source === 'pin' && linked.link.part === part && linked.link.isWhole}
      {...hoverLinks(whole)}
      onFocus={() => point('focus', whole)}
      onBlur={() => point('focus', null)}
      onClick={() => togglePin(whole)}
    >
      {inside}
    </button>
  )
}

/** The linked run within its part. */
function Band({ link, token }: { link: Link; token: Linkable }): ReactElement | null {
  const { characters, part } = link
  const segment = carrierOf(token, part)?.segment
  const length = segment ? segment.end - segment.start : 0
  if (!characters || !segment || length === 0) return null
  const percent = (at: number): string => `${(100 * at) / length}%`
  return (
    <i
      className={css['band']}
      style={{
        left: percent(characters.start - segment.start),
        width: percent(characters.end - characters.start),
      }}
    />
  )
}

function lengthOf({ segments }: TokenReading, index: number): number {
  return segments[index]?.text.length ?? 0
}

function rangeOf({ segments }: TokenReading, index: number): string {
  const segment = segments[index]
  if (!segment) return 'missing'
  if (segment.start === segment.end) return 'empty'
  return `${grouped(segment.start + 1)}–${grouped(segment.end)}`
}
