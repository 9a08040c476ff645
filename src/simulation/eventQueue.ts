/** What happens next? By instant, then by the order of planning, so that no tie is left to chance. */

interface Planned<Event> {
  readonly at: number
  readonly turn: number
  readonly event: Event
}

const isBefore = <Event>(one: Planned<Event>, other: Planned<Event>): boolean =>
  one.at < other.at || (one.at === other.at && one.turn < other.turn)

/** A binary heap. */
export class EventQueue<Event> {
  private readonly heap: Planned<Event>[] = []
  private turns = 0

  /** `at` is milliseconds. */
  plan(at: number, event: Event): void {
    const planned = { at, turn: this.turns++, event }
    let place = this.heap.length
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = this.heap[above]
      if (parent === undefined || !isBefore(planned, parent)) break
      this.heap[place] = parent
      place = above
    }
    this.heap[place] = planned
  }

  /** The earliest, taken out; null where nothing is left. */
  take(): Planned<Event> | null {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (first === undefined || last === undefined) return null
    if (this.heap.length > 0) this.sink(last)
    return first
  }

  private sink(planned: Planned<Event>): void {
    let place = 0
    while (true) {
      const left = this.heap[2 * place + 1]
      const right = this.heap[2 * place + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!isBefore(child, planned)) break
      this.heap[place] = child
      place = 2 * place + (isRight ? 2 : 1)
    }
    this.heap[place] = planned
  }
}
