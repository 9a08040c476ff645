/** How can every past state of a growing list be kept without copying it each time? */

/**
 * A map that only grows; each version stays as it was. Adding to the newest version takes constant time, adding to an
 * older one copies what that one holds.
 */
export class GrowingMap<Value> {
  readonly size: number
  private readonly rows: Map<string, { at: number; value: Value }>

  private constructor(rows: Map<string, { at: number; value: Value }>, size: number) {
    this.rows = rows
    this.size = size
  }

  static empty<Value>(): GrowingMap<Value> {
    return new GrowingMap(new Map(), 0)
  }

  get(key: string): Value | undefined {
    const row = this.rows.get(key)
    return row !== undefined && row.at < this.size ? row.value : undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** A key that is there keeps its value. */
  with(key: string, value: Value): GrowingMap<Value> {
    if (this.has(key)) return this
    const rows =
      this.rows.size === this.size ? this.rows : new Map([...this.rows].slice(0, this.size))
    rows.set(key, { at: this.size, value })
    return new GrowingMap(rows, this.size + 1)
  }

  /** In the order in which they came. */
  entries(): [string, Value][] {
    return [...this.rows].slice(0, this.size).map(([key, { value }]) => [key, value])
  }
}
