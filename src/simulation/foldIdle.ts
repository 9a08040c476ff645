/** Which stretches of a run can be folded away, because nothing happens in them? ux.md 4.3. */
import { HOUR } from './scenario.ts'
import type { Timeline } from './timeline.ts'

/** Milliseconds since the login. */
export interface Segment {
  readonly kind: 'busy' | 'idle'
  readonly from: number
  readonly until: number
}

/** From 0 to the horizon without gaps; idle is what lies between two entries further apart than `least`, milliseconds. */
export function foldIdle({ entries, horizon }: Timeline, least = HOUR): Segment[] {
  const segments: Segment[] = []
  let from = 0
  let last = 0
  for (const at of [...entries.map((entry) => entry.at), horizon]) {
    if (at - last > least) {
      if (last > from) segments.push({ kind: 'busy', from, until: last })
      segments.push({ kind: 'idle', from: last, until: at })
      from = at
    }
    last = at
  }
  if (last > from || segments.length === 0) segments.push({ kind: 'busy', from, until: last })
  return segments
}
