/** Where does the walk through the token stand, and what is said there? ux.md 3.3. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { clock, instantOf } from '../../../state/clock.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkStore } from '../../../state/linkStore.ts'
import { presenterStore, showCaption, showCard } from '../../../state/presenter.ts'
import { endWalk, stopOf, walkStopsOf, walkTo } from '../../../state/walk.ts'
import type { WalkStop } from '../../../judgement/walk.ts'
import { grouped } from '../../../token/grouped.ts'
import { Prose } from '../../../ui/Prose.tsx'
import { isTyping } from './isTyping.ts'
import { PresentedWalk } from './PresentedWalk.tsx'
import css from './Walk.module.css'

/** Where each kind of stop is brought into view. */
const PLACES: Record<WalkStop['kind'], string> = {
  header: '#header',
  'sealed parts': '#signature',
  // its card says no more than the walk does, so the characters are what must be seen
  payload: '#claims li:has([data-linked]), #token-box',
  'signing input': '#token-box',
  signature: '#signature',
  verdict: '#verdict',
}

export function Walk(): ReactElement | null {
  const inspector = useStore(inspectorStore)
  const now = useStore(clock, instantOf) ?? 0
  const at = useStore(linkStore, (state) => stopOf(inspector, state))
  const stops = at === null ? [] : walkStopsOf(inspector, now)
  const stop = at === null ? undefined : stops[at]
  const kind = stop?.kind
  const next = useRef<HTMLButtonElement>(null)
  const isPresented = useStore(presenterStore, (state) => state.isOn)

  useEffect(() => {
    const before = document.activeElement
    next.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  useEffect(() => {
    const root = document.documentElement
    if (!kind) return
    root.dataset['walk'] = kind
    return () => {
      delete root.dataset['walk']
    }
  }, [kind])

  useEffect(() => {
    // another token: the walk was through the one before
    if (at === null) endWalk()
  }, [at])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || at === null) return
      if (event.key === 'Escape' && !isPresented && !document.querySelector('dialog[open]'))
        endWalk()
      else if (isTyping(event.target)) return
      else if (event.key === 'ArrowRight') step(at + 1, '→')
      else if (event.key === 'ArrowLeft') step(at - 1, '←')
      else if (isPresented && event.key === 'PageDown') step(at + 1, 'Page Down')
      else if (isPresented && event.key === 'PageUp') step(at - 1, 'Page Up')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [at, isPresented])

  if (at === null || !stop) return null
  if (isPresented) return <PresentedWalk stop={stop} at={at} count={stops.length} onGo={walkTo} />
  const { sample } = inspector
  const address = `#/debug?${sample.token ? `sample=${sample.token}&` : ''}walk=${at + 1}`
  return (
    <section className={css['walk']} aria-label="Walk">
      <InView key={at} place={PLACES[stop.kind]} />
      <p role="status" className={css['said']} data-part={stop.range?.part}>
        <b>{stop.name}</b> <Prose text={stop.sentence} />
      </p>
      <div className={css['acts']}>
        <a href={address} aria-label={`Link to stop ${at + 1} of ${stops.length}`}>
          {grouped(at + 1)} of {grouped(stops.length)}
        </a>
        <button type="button" className="button" disabled={at === 0} onClick={() => walkTo(at - 1)}>
          ‹ Back
        </button>
        <button
          ref={next}
          type="button"
          className="button"
          aria-disabled={at === stops.length - 1}
          onClick={() => walkTo(at + 1)}
        >
          Next ›
        </button>
        <button type="button" className="quiet" onClick={endWalk}>
          End <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  )
}

/** To another stop, by a key that the room may see; what covers this one goes. */
function step(to: number, cap: string): void {
  if (!walkTo(to)) return
  showCard(null)
  showCaption({ cap, does: cap === '→' || cap === 'Page Down' ? 'next stop' : 'previous stop' })
}

/** Brings a place into view once, after it has been drawn. */
function InView({ place }: { place: string }): null {
  useEffect(() => {
    const places = [...document.querySelectorAll(place)]
    // in the order of the page the token is first; what is brought last is surely seen
    for (const one of places.toReversed()) one.scrollIntoView({ block: 'nearest' })
  }, [place])
  return null
}
