/** How does one stop of the walk fill the screen, for a room to read? ux.md 4.10; the token itself is drawn as its parts, not as text. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { WalkStop } from '../../../judgement/walk.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkableOf } from '../../../state/linkView.ts'
import { endPresenting, presenterStore } from '../../../state/presenter.ts'
import { type ByteRange, carrierOf, charactersOf, type Linkable } from '../../../token/carrier.ts'
import { grouped } from '../../../token/grouped.ts'
import { Prose } from '../../../ui/Prose.tsx'
import { usePresented } from '../../usePresented.ts'
import css from './PresentedWalk.module.css'

interface Props {
  stop: WalkStop
  /** From 0. */
  at: number
  count: number
  onGo: (at: number) => void
}

export function PresentedWalk({ stop, at, count, onGo }: Props): ReactElement {
  usePresented('walk')
  const token = linkableOf(useStore(inspectorStore))
  const { card, caption } = useStore(presenterStore)
  const value = stop.range === null ? '' : textOf(token, stop.range)
  return (
    <section className={css['stage']} aria-label="Walk" data-part={stop.range?.part}>
      <div className={css['head']}>
        <b>
          {grouped(at + 1)} of {grouped(count)}
        </b>
        {caption && (
          <span>
            <kbd>{caption.cap}</kbd> {caption.does}
          </span>
        )}
        <div className={css['acts']} role="group" aria-label="Presenter">
          <button type="button" className="quiet" disabled={at === 0} onClick={() => onGo(at - 1)}>
            ‹ Back
          </button>
          <button
            type="button"
            className="quiet"
            disabled={at === count - 1}
            onClick={() => onGo(at + 1)}
          >
            Next ›
          </button>
          <button type="button" className="quiet" onClick={endPresenting}>
            End presenting <kbd>Esc</kbd>
          </button>
        </div>
      </div>
      <Parts token={token} range={stop.range} />
      <div className={css['middle']}>
        <p className={css['name']}>{card === null ? stop.name : `${stop.name}: what is it for?`}</p>
        {card === null && (
          <>
            {value !== '' && (
              <p className={css['value']}>
                <bdi>{value}</bdi>
              </p>
            )}
            <p role="status" className={css['said']}>
              <Prose text={stop.sentence} />
            </p>
          </>
        )}
      </div>
    </section>
  )
}

/** Longer texts are cut for the screen alone. */
const MOST = 240

/** What header and payload say there; the bytes of a signature say nothing to a reader. */
function textOf(token: Linkable, { part, byteStart, byteEnd }: ByteRange): string {
  if (part !== 'header' && part !== 'payload') return ''
  const bytes = token[part]?.bytes.subarray(byteStart, byteEnd)
  const text = new TextDecoder().decode(bytes)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

/** The three parts by their lengths, and where in them the stop lies. */
function Parts({
  token,
  range,
}: {
  token: Linkable
  range: ByteRange | null
}): ReactElement | null {
  const { header, payload, signature } = token
  if (!header || !payload || !signature) return null
  const carrier = range && carrierOf(token, range.part)
  const span =
    range && carrier && charactersOf(carrier, { start: range.byteStart, end: range.byteEnd })
  const parts = { header, payload, signature }
  return (
    <div className={css['parts']} aria-hidden="true">
      {(['header', 'payload', 'signature'] as const).map((part) => {
        const { start, end } = parts[part]
        const length = Math.max(end - start, 1)
        const from = span ? Math.max(span.start, start) : end
        const until = span ? Math.min(span.end, end) : end
        return (
          <span key={part} data-part={part} style={{ flexGrow: length }}>
            {until > from && (
              <i
                style={{
                  left: `${((from - start) / length) * 100}%`,
                  width: `${((until - from) / length) * 100}%`,
                }}
              />
            )}
            <b>{part}</b>
          </span>
        )
      })}
    </div>
  )
}
