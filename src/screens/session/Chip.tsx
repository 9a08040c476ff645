/** How does a token stand in a line of text? By its name, its kind as the fill, the thief as the outline; ux.md 4.5. */
import type { ReactElement } from 'react'
import css from './Chip.module.css'

interface Props {
  label: string | undefined
  kind: string | undefined
  actor: string
}

export function Chip({ label, kind, actor }: Props): ReactElement {
  return (
    <span className={css['chip']} data-kind={kind} data-thief={actor === 'thief' || undefined}>
      {label}
    </span>
  )
}
