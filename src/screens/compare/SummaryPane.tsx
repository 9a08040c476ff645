/** What is there to say of both tokens together, and which of it is only inferred? ux.md 4.12. */
import type { ReactElement } from 'react'
import type { SummaryLine } from '../../claims/compareTokens.ts'
import { Prose } from '../../ui/Prose.tsx'
import css from './SummaryPane.module.css'

interface Props {
  lines: readonly SummaryLine[]
  hasRows: boolean
}

export function SummaryPane({ lines, hasRows }: Props): ReactElement {
  return (
    <section className={css['summary']} aria-label="Summary">
      <div role="status">
        {lines.map(({ certainty, words }) => (
          <p key={words} className={css['line']} data-certainty={certainty}>
            {certainty === 'inferred' && <b>Inferred </b>}
            <Prose text={words} />{' '}
          </p>
        ))}
      </div>
      {hasRows && (
        <p className={css['note']}>
          This is what the tokens say. Whether their signatures are good, the Debugger checks.
        </p>
      )}
    </section>
  )
}
