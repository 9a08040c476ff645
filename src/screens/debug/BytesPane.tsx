/** How do the characters of what is linked carry its bytes? ux.md 3.3. */
import { type CSSProperties, type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { linkableOf } from '../../state/linkView.ts'
import { layRuler, type RulerCell } from '../../token/byteRuler.ts'
import { tellLinkName } from '../../token/tellLink.ts'
import css from './BytesPane.module.css'
import section from './Section.module.css'
import { useLink } from './useLink.ts'

export function BytesPane(): ReactElement {
  // the linked characters are painted first
  const inspector = useDeferredValue(useStore(inspectorStore))
  const link = useDeferredValue(useLink()?.link ?? null)
  const ruler = link && layRuler(linkableOf(inspector), link)
  return (
    <section
      id="bytes"
      className={section['section']}
      data-part={link?.part}
      aria-label="Bytes"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2>Bytes</h2>
        <span className={section['meta']}>{link && ruler && tellLinkName(link)}</span>
      </div>
      {ruler ? (
        <>
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
          <p className={`${section['note']} ${css['told']}`}>{ruler.sentence}</p>
        </>
      ) : (
        <p className={`${section['note']} ${css['empty']}`}>
          Point at a claim or at a character, or put the caret there, to see its bits.
        </p>
      )}
    </section>
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
          {text}
        </li>
      ))}
    </ol>
  )
}

const columns = (count: number): CSSProperties => ({
  gridTemplateColumns: `repeat(${count}, 14px)`,
})

/** Grid lines count from 1. */
const place = (from: number, to: number): CSSProperties => ({
  gridColumn: `${from + 1} / ${to + 1}`,
})
