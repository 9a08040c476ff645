/** Into which steps does a run fall, where calls in a row that went well are one? ux.md 4.6. */
import type { Entry, Timeline } from './timeline.ts'
import { statusOf } from './wire.ts'

export interface Step {
  /** The last one in it. */
  readonly entry: Entry
  /** Of that entry, counted from 1. */
  readonly place: number
  /** How many alike calls it stands for. */
  readonly count: number
  /** Of the first one, milliseconds since the login. */
  readonly from: number
}

export function stepsOf({ entries }: Pick<Timeline, 'entries'>): Step[] {
  const steps: Step[] = []
  for (const [index, entry] of entries.entries()) {
    const before = steps.at(-1)
    const isAlike = before !== undefined && isPlain(before.entry) && isPlain(entry)
    const isSame = isAlike && before.entry.used === entry.used && before.entry.actor === entry.actor
    const place = index + 1
    if (isSame) steps[steps.length - 1] = { ...before, entry, place, count: before.count + 1 }
    else steps.push({ entry, place, count: 1, from: entry.at })
  }
  return steps
}

const isPlain = ({ act, exchange }: Entry): boolean =>
  act === 'call' && exchange !== null && statusOf(exchange) === 200

/** Between whom it happens: the app or the thief and the server, both of them, or one alone. */
export function pathOf({ actor, act, exchange }: Entry): 'app' | 'thief' | 'copy' | 'own' {
  if (act === 'copy') return 'copy'
  if (exchange === null) return 'own'
  return actor === 'thief' ? 'thief' : 'app'
}
