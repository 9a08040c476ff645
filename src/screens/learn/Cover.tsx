/** What stands in the place of a board that would give the answer away before it was guessed? ux.md 5.1. */
import type { ReactElement } from 'react'
import css from './Cover.module.css'

export function Cover({ onLift }: { onLift: () => void }): ReactElement {
  return (
    <section className={css['cover']} aria-label="Not shown yet">
      <p>This shows how it ends, so it waits for your guess.</p>
      <button type="button" className="link" onClick={onLift}>
        Show it without a guess
      </button>
    </section>
  )
}
