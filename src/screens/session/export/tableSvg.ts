/** How is the table of events drawn? ux.md 4.6, 4.11. */
import { EVENT_COLUMNS, tellEntry } from '../../../simulation/tellEntry.ts'
import type { Timeline } from '../../../simulation/timeline.ts'
import type { Drawing, Look } from './frameSvg.ts'
import { element, textAt, wrapWords } from './svgText.ts'

const WIDTH = 1040
const LINE = 17
const PAD = 7
/** More would be a picture that nobody can open. */
const MOST_ROWS = 200
/** Where each column begins, in pixels, and how many characters a line of it takes. */
const COLUMNS = [
  { x: 32, most: 12 },
  { x: 112, most: 12 },
  { x: 196, most: 40 },
  { x: 456, most: 20 },
  { x: 586, most: 7 },
  { x: 644, most: 66 },
] as const
const ACTOR = 1
const STATUS = 4

/** The rows around the playhead where the run has too many; `count` is how many of its entries have happened. */
export function drawTable({ entries, scenario }: Timeline, count: number, look: Look): Drawing {
  const first = Math.max(0, Math.min(count - MOST_ROWS / 2, entries.length - MOST_ROWS))
  const shown = entries.slice(first, first + MOST_ROWS)
  const head = EVENT_COLUMNS.map((name, place) =>
    textAt(COLUMNS[place]?.x ?? 0, 16, name, { fill: look.muted, size: 12, bold: true }),
  )
  const parts = [...head]
  let y = 26
  for (const [index, entry] of shown.entries()) {
    const { time, actor, action, token, status, why } = tellEntry(entry, scenario)
    const isRefused = status !== '' && status !== '200'
    const answer = status === '' ? '' : `${isRefused ? '✕' : '✓'} ${status}`
    const cells = [time, actor, action, token, answer, why].map((text, place) =>
      wrapWords(text, COLUMNS[place]?.most ?? text.length),
    )
    const height = Math.max(...cells.map((lines) => lines.length), 1) * LINE + PAD
    const place = first + index + 1
    const fill = place > count ? look.muted : look.text
    const fills = new Map([
      [ACTOR, entry.actor === 'thief' ? look.attacker : fill],
      [STATUS, isRefused ? look.rejected : look.accepted],
    ])
    if (place === count)
      parts.push(element('rect', { x: 16, y, width: WIDTH - 32, height, fill: look.panel }))
    parts.push(element('path', { d: `M32 ${y}H${WIDTH - 32}`, stroke: look.rule }))
    for (const [column, lines] of cells.entries()) {
      for (const [row, line] of lines.entries())
        parts.push(
          textAt(COLUMNS[column]?.x ?? 0, y + PAD / 2 + LINE * (row + 0.75), line, {
            fill: fills.get(column) ?? fill,
            size: 12,
            bold: column === STATUS,
          }),
        )
    }
    y += height
  }
  const left = entries.length - shown.length
  if (left > 0)
    parts.push(
      textAt(32, y + 18, `${left} more events are left out.`, { fill: look.muted, size: 12 }),
    )
  return { width: WIDTH, height: y + (left > 0 ? 28 : 8), body: parts.join('') }
}
