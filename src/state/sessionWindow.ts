/** Which stretch of a run does the picture show in detail? ux.md 4.3. */
import { LOGIN_TIME, MINUTE, SECOND } from '../simulation/scenario.ts'
import type { Timeline } from '../simulation/timeline.ts'
import type { Playhead } from './sessionPlayhead.ts'

/** Milliseconds since the login. */
export interface Window {
  readonly from: number
  readonly until: number
}

/** Runs up to this long are shown whole. */
const WHOLE = 16 * MINUTE
const USUAL = 12 * MINUTE
const SHORTEST = 5 * SECOND

function usualWindow({ horizon }: Timeline): Window {
  return { from: 0, until: horizon <= WHOLE ? horizon : USUAL }
}

/** The chosen window, moved by whole lengths of its own until the playhead is in it; never past the end of the run. */
export function windowAt(timeline: Timeline, chosen: Window | null, { instant }: Playhead): Window {
  const { from, until } = chosen ?? usualWindow(timeline)
  if (instant >= from && instant <= until) return { from, until }
  const length = until - from
  const start = from + Math.floor((instant - from) / length) * length
  const last = Math.max(0, timeline.horizon - length)
  const moved = Math.min(Math.max(start, 0), last)
  return { from: moved, until: moved + length }
}

/** In order, inside the run and at least 5 s long; `kept` is the edge that gives way last. */
export function fitWindow(
  { horizon }: Timeline,
  { from, until }: Window,
  kept: keyof Window = 'from',
): Window {
  const least = Math.min(SHORTEST, horizon)
  if (kept === 'from') {
    const start = Math.min(Math.max(from, 0), horizon - least)
    return { from: start, until: Math.min(Math.max(until, start + least), horizon) }
  }
  const end = Math.max(Math.min(until, horizon), least)
  return { from: Math.max(Math.min(from, end - least), 0), until: end }
}

/** `factor` below 1 shows less; the instant stays where it is on the screen. */
export function zoomWindow(
  timeline: Timeline,
  { from, until }: Window,
  instant: number,
  factor: number,
): Window {
  const start = instant - (instant - from) * factor
  return fitWindow(timeline, {
    from: Math.round(start),
    until: Math.round(start + (until - from) * factor),
  })
}

/** What stands beside a life that fills the window, as a share of it. */
const MARGIN = 0.05

/**
 * First the stretch around the playhead, as long as before; where that is shown already, the whole life of the token that
 * the last event is about. The same window where there is no such token.
 */
export function focusWindow(timeline: Timeline, shown: Window, playhead: Playhead): Window {
  const { horizon, entries } = timeline
  const length = shown.until - shown.from
  const from = Math.min(
    Math.max(Math.round(playhead.instant - length / 2), 0),
    Math.max(horizon - length, 0),
  )
  if (from !== shown.from) return { from, until: from + length }
  const entry = entries[playhead.count - 1]
  const token = entry?.gained[0] ?? entry?.used
  if (!token) return shown
  const end = Math.min(token.expiresAt * 1000 - LOGIN_TIME, horizon)
  const margin = Math.round((end - token.madeAt) * MARGIN)
  return fitWindow(timeline, { from: token.madeAt - margin, until: end + margin })
}
