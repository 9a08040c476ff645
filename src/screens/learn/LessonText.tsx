/** How does a text of a lesson look, with its nouns in the colours of their parts? */
import type { ReactElement } from 'react'
import type { Prose } from '../../lessons/lesson.ts'
import { type ProsePiece, readProse } from '../../lessons/readProse.ts'
import css from './LessonText.module.css'

/** One sentence or a few, inline. */
export function LessonText({ text }: { text: Prose }): ReactElement {
  return (
    <>
      {readProse(text).map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence
        <Piece key={index} piece={piece} />
      ))}
    </>
  )
}

function Piece({ piece }: { piece: ProsePiece }): ReactElement | string {
  switch (piece.kind) {
    case 'plain':
      return piece.text
    case 'strong':
      return <b>{piece.text}</b>
    case 'code':
      return <code className={css['code']}>{piece.text}</code>
    case 'part':
      return (
        <b className={css['part']} data-part={piece.part}>
          {piece.text}
        </b>
      )
    case 'link':
      return <a href={piece.address}>{piece.text}</a>
    default:
      return piece satisfies never
  }
}
