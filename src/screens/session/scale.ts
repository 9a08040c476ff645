/** Where on the picture does an instant lie, and which instant lies there? ux.md 4.3; idle stretches may be folded. */
import type { Segment } from '../../simulation/foldIdle.ts'
import { HOUR, MINUTE, SECOND } from '../../simulation/scenario.ts'

export interface Piece extends Segment {
  /** Pixels. */
  readonly left: number
  readonly right: number
}

/** From left to right, without gaps. */
export type Scale = readonly Piece[]

export function linearScale(from: number, until: number, left: number, right: number): Scale {
  return [{ kind: 'busy', from, until, left, right }]
}

const IDLE_WIDTH = 120

/** Idle stretches all take the same room, the others share the rest by their length. */
export function foldedScale(segments: readonly Segment[], left: number, right: number): Scale {
  const idle = segments.filter(({ kind }) => kind === 'idle').length
  const idleWidth = Math.min(IDLE_WIDTH, (right - left) / (2 * Math.max(idle, 1)))
  const busy = segments.reduce((sum, one) => sum + busyLength(one), 0)
  const room = right - left - idle * idleWidth
  let x = left
  return segments.map((segment) => {
    const width = segment.kind === 'idle' ? idleWidth : (busyLength(segment) / busy) * room
    const piece = { ...segment, left: x, right: x + width }
    x += width
    return piece
  })
}

/** A single event still gets a minute’s room. */
const busyLength = ({ kind, from, until }: Segment): number =>
  kind === 'idle' ? 0 : Math.max(until - from, MINUTE)

/** Pixels; outside the scale, its nearest end. */
export function xOf(scale: Scale, instant: number): number {
  const piece = scale.find(({ until }) => instant <= until) ?? scale.at(-1)
  if (piece === undefined) return 0
  const { from, until, left, right } = piece
  const share = until === from ? 0 : (instant - from) / (until - from)
  return left + Math.min(Math.max(share, 0), 1) * (right - left)
}

/** Milliseconds since the login; outside the scale, its nearest end. */
export function instantOf(scale: Scale, x: number): number {
  const piece = scale.find(({ right }) => x <= right) ?? scale.at(-1)
  if (piece === undefined) return 0
  const { from, until, left, right } = piece
  const share = right === left ? 0 : (x - left) / (right - left)
  return Math.round(from + Math.min(Math.max(share, 0), 1) * (until - from))
}

const STEPS = [
  ...[1, 2, 5, 10, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 30].map((count) => count * MINUTE),
  ...[1, 2, 6, 12, 24, 48, 168, 720].map((count) => count * HOUR),
]

/** Round instants of a piece, at least `room` pixels apart. */
export function ticksOf({ from, until, left, right }: Piece, room: number): number[] {
  const perPixel = (until - from) / Math.max(right - left, 1)
  const step = STEPS.find((one) => one >= perPixel * room) ?? until - from
  const ticks: number[] = []
  if (step === 0) return ticks
  for (let at = Math.ceil(from / step) * step; at <= until; at += step) ticks.push(at)
  return ticks
}
