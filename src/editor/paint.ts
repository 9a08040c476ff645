/** How is a text cut into runs of one tone each? */
import type { Mark } from './field.ts'

export interface Run {
  text: string
  tone: string | null
}

/**
 * The text as consecutive runs; where marks overlap, the later one in the list wins, and the tones of marks that lie
 * over the others follow it, parted by blanks.
 * Marks outside the text are cut to it. The runs joined give the text.
 */
export function paint(text: string, marks: readonly Mark[]): Run[] {
  const edges = new Set([0, text.length])
  for (const { from, to } of marks) {
    edges.add(clamp(from, text.length))
    edges.add(clamp(to, text.length))
  }
  const runs: Run[] = []
  const sorted = [...edges].toSorted((a, b) => a - b)
  const active = marks.toSorted((a, b) => a.from - b.from)
  const rank = new Map(marks.map((mark, index) => [mark, index]))
  const open = new Set<Mark>()
  let next = 0
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1]
    if (end === undefined) break
    for (let mark = active[next]; mark !== undefined && mark.from <= start; mark = active[++next])
      open.add(mark)
    let top: Mark | null = null
    let over = ''
    for (const mark of open) {
      if (mark.to <= start) open.delete(mark)
      else if (mark.isOver) over += ` ${mark.tone}`
      else if (top === null || (rank.get(mark) ?? 0) > (rank.get(top) ?? 0)) top = mark
    }
    push(runs, text.slice(start, end), (top?.tone ?? '') + over || null)
  }
  return runs
}

/**
 * A name for each run by which it is known again: a mark that comes to lie over some of them, or goes, leaves the
 * others their names.
 */
export function nameRuns(runs: readonly Run[]): string[] {
  let below = 0
  let part = 0
  return runs.map(({ tone }, index) => {
    const isSame = index > 0 && toneBelow(runs[index - 1]?.tone) === toneBelow(tone)
    part = isSame ? part + 1 : 0
    if (!isSame) below++
    return `${below}.${part}`
  })
}

const toneBelow = (tone: string | null | undefined): string => tone?.split(' ')[0] ?? ''

function push(runs: Run[], text: string, tone: string | null): void {
  const last = runs.at(-1)
  if (last && last.tone === tone) last.text += text
  else runs.push({ text, tone })
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(at, length))
