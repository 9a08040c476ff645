/** What came of an act on a board, with its mark and its word? */
import type { ReactElement, ReactNode } from 'react'
import { StateMark } from '../../../ui/StateMark.tsx'
import css from './Board.module.css'

interface Props {
  state: 'pass' | 'fail' | 'warning' | 'note'
  /** The answer in a few words. */
  lead: string
  children?: ReactNode
}

export function Outcome({ state, lead, children }: Props): ReactElement {
  return (
    <p className={css['outcome']}>
      <StateMark state={state} />
      <span>
        <b>{lead}</b> {children}
      </span>
    </p>
  )
}
