/** Where does a long text break its lines, and which of them can be seen? Known from arithmetic, so that nothing has to be laid out twice. */
import { COLOURED_WHOLE } from './field.ts'

/** How a field shows a long text: broken after every so many characters, or only where the text itself breaks. */
export type Wrap = 'anywhere' | 'none'

interface Grid {
  rows: number
  /** Characters of the longest row. */
  columns: number
  /** First character of a row; of any row behind the last, the length of the text. */
  startOf: (row: number) => number
}

/** A row this long is not coloured, since all of it would be in sight at once. */
const LONGEST_ROW = 16 * 1024

const EVEN = /^[\u0021-\u007e]*$/

/**
 * The rows of a text in a field that is `columns` characters of one width wide. null where arithmetic cannot
 * tell: characters of other widths in a text that breaks anywhere, or rows too long to colour.
 */
export function gridOf(text: string, wrap: Wrap, columns: number): Grid | null {
  if (wrap === 'none') return gridOfLines(text)
  if (columns < 1 || !EVEN.test(text)) return null
  return {
    rows: Math.ceil(text.length / columns),
    columns,
    startOf: (row) => Math.min(text.length, row * columns),
  }
}

function gridOfLines(text: string): Grid | null {
  const starts = [0]
  let longest = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    longest = Math.max(longest, at - (starts.at(-1) ?? 0))
    starts.push(at + 1)
  }
  longest = Math.max(longest, text.length - (starts.at(-1) ?? 0))
  if (longest > LONGEST_ROW) return null
  return { rows: starts.length, columns: longest, startOf: (row) => starts[row] ?? text.length }
}

const OF_ONE_WIDTH = /^[\n\u0020-\u007e]*$/

/**
 * True where no line of the text is broken: one that is coloured only in sight never breaks a line that is too wide
 * for it, and up to `COLOURED_WHOLE` such lines are broken instead.
 */
export function keepsItsLines(text: string, grid: Grid, columns: number): boolean {
  if (text.length > COLOURED_WHOLE) return true
  return grid.columns <= columns && OF_ONE_WIDTH.test(text)
}

/** The window through which a field shows its text. */
export interface View {
  /** Characters that fit into a row. */
  columns: number
  /** Pixels. */
  rowHeight: number
  /** Pixels. */
  height: number
}

interface Sight {
  /** First row drawn. */
  row: number
  from: number
  to: number
}

/** Rows drawn beyond either edge, so that a short scroll shows none uncoloured. */
const MARGIN = 30

/** The rows in sight of a scrolled field; all lengths in pixels. */
export function sightOf(grid: Grid, scrollTop: number, height: number, rowHeight: number): Sight {
  const row = Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN)
  const last = Math.ceil((scrollTop + height) / rowHeight) + MARGIN
  return { row, from: grid.startOf(row), to: grid.startOf(last) }
}

export interface LongText {
  grid: Grid
  sight: Sight
  /** Pixels. */
  rowHeight: number
}
