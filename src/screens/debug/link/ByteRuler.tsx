/** How is a ruler drawn, with characters, six bits each, bytes and text one under the other? ux.md 3.3. */
import type { CSSProperties, ReactElement } from 'react'
import type { Ruler, RulerCell } from '../../../token/byteRuler.ts'
import css from './ByteRuler.module.css'

export function ByteRuler({ ruler }: { ruler: Ruler }): ReactElement {
  return (
    <div
      className={css['ruler']}
      // a box that scrolls has to be within reach of the keys
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-keeps-link
      role="group"
      aria-label="Ruler"
    >
      <div className={css['grid']} style={columns(ruler.columns)}>
        <i className={css['band']} style={place(ruler.band.start, ruler.band.end)} />
        <Row name="Characters" look="character" cells={ruler.characters} />
        <Row name="Six bits each" look="group" cells={ruler.groups} />
        <Row name="Bytes" look="byte" cells={ruler.bytes} />
        <Row name="Text" look="text" cells={ruler.texts} />
      </div>
    </div>
  )
}

interface RowProps {
  name: string
  look: 'character' | 'group' | 'byte' | 'text'
  cells: readonly RulerCell[]
}

function Row({ name, look, cells }: RowProps): ReactElement | null {
  if (cells.length === 0) return null
  return (
    <ol className={`${css['row']} ${css[look]}`} aria-label={name}>
      {cells.map(({ at, span, text, isLinked }) => (
        <li key={at} style={place(at, at + span)} data-linked={isLinked || undefined}>
          {look === 'group'
            ? PAIRS.map((from) => <i key={from}>{text.slice(from, from + 2)}</i>)
            : text}
        </li>
      ))}
    </ol>
  )
}

/** Two bits stand over each column, so that they stand over the byte that they become. */
const PAIRS = [0, 2, 4]

const columns = (count: number): CSSProperties => ({
  gridTemplateColumns: `repeat(${count}, 1.1875rem)`,
})

/** Grid lines count from 1. */
const place = (from: number, to: number): CSSProperties => ({
  gridColumn: `${from + 1} / ${to + 1}`,
})
