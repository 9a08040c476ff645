/** How does somebody walk through the shown token, stop by stop? Arrives late. */
import { walkStops, type WalkStop } from '../judgement/walk.ts'
import { clock, instantOf } from './clock.ts'
import { type Inspector, inspectorStore } from './inspectorStore.ts'
import { claimsOf, isVerified, judgementOf, readingOf } from './inspectorView.ts'
import { linkableOf } from './linkView.ts'
import { linkStore, type LinkState } from './linkStore.ts'
import { localTimeZone } from './timeZone.ts'

/** All stops; `now` is the instant judged by, in seconds. Empty where nothing was pasted. */
export function walkStopsOf(inspector: Inspector, now: number): WalkStop[] {
  if (readingOf(inspector).form === 'empty') return []
  const claims = claimsOf(inspector)
  const context = claims && {
    claims,
    now,
    leeway: inspector.leeway,
    timeZone: localTimeZone(),
    isVerified: isVerified(inspector),
  }
  return walkStops(linkableOf(inspector), context, judgementOf(inspector, now).headline)
}

/** The stop that the walk through the shown token stands at, from 0; null while nobody walks through it. */
export function stopOf(inspector: Inspector, { token, walk }: LinkState): number | null {
  return token === readingOf(inspector).text ? walk : null
}

/** Goes to a stop, from 0, and links what it is about. False, and nothing changes, where there is none of that number. */
export function walkTo(index: number): boolean {
  const inspector = inspectorStore.getState()
  const stop = walkStopsOf(inspector, instantOf(clock.getState()) ?? 0)[index]
  if (!stop) return false
  const { text } = linkableOf(inspector)
  const { token, ranges } = linkStore.getState()
  linkStore.setState({
    token: text,
    // the walk leads: what was pinned before would hide it
    ranges: { ...(token === text ? ranges : {}), pin: null, walk: stop.range },
    walk: index,
  })
  return true
}

export function endWalk(): void {
  linkStore.setState(({ ranges }) => ({ ranges: { ...ranges, walk: null }, walk: null }))
}
