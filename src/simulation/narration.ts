/** What is said of the events that went by while nobody could follow each of them? ux.md 6.2. */
import { tellCount } from '../claims/duration.ts'
import { tellList } from '../claims/shownInPart.ts'
import { isCall } from './lanes.ts'
import { storyAt } from './story.ts'
import { tellInstant } from './tellInstant.ts'
import type { Timeline } from './timeline.ts'
import { statusOf } from './wire.ts'

/** One event, as it is told when somebody stops at it. `place` counts from 1; empty for a place where nothing happens. */
export function narrateEvent(timeline: Timeline, place: number): string {
  const entry = timeline.entries[place - 1]
  return entry === undefined
    ? ''
    : `${tellInstant(entry.at)}. ${storyAt(timeline, entry.at, place)}`
}

/** The events after `before` up to `after`, both counted from 1, as a sum and the last of them; empty where there are none. */
export function narrateStretch(timeline: Timeline, before: number, after: number): string {
  const entries = timeline.entries.slice(before, after)
  if (entries.length === 0) return ''
  const asked = entries.flatMap((entry) =>
    entry.exchange === null ? [] : [{ entry, isGood: statusOf(entry.exchange) === 200 }],
  )
  const count = (wanted: typeof asked): number => wanted.length
  const told = [
    [count(asked.filter(({ entry, isGood }) => isCall(entry) && isGood)), 'call'] as const,
    [count(asked.filter(({ entry, isGood }) => !isCall(entry) && isGood)), 'new token'] as const,
    [count(asked.filter(({ isGood }) => !isGood)), 'refusal'] as const,
  ]
    .filter(([number]) => number > 0)
    .map(([number, unit]) => tellCount(number, unit))
  const sum = told.length === 0 ? '' : `${tellList(told)} since. `
  const last = entries.at(-1)
  return `${tellInstant(last?.at ?? 0)}. ${sum}${storyAt(timeline, last?.at ?? 0, after)}`
}
