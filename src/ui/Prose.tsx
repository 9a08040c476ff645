/** How does a sentence break its lines without tearing a date apart? */
import type { ReactNode } from 'react'
import css from './Prose.module.css'

const DATE = /(\(?\d{4}-\d\d-\d\d)/

/** The text as it is; dates stay on one line where there is room for them. */
export function Prose({ text }: { text: string }): ReactNode {
  return text.split(DATE).map((piece, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence
      <span key={index} className={css['date']}>
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}

/** The same text with its dates held together by invisible characters, for where no element can do it. */
export const untorn = (text: string): string =>
  text.replaceAll(new RegExp(DATE, 'g'), (date) => date.replaceAll('-', '\u2060-\u2060'))
