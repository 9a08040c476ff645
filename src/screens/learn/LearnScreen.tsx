/** Which lessons are there, and which of them is open? ux.md 5. */
import type { ReactElement } from 'react'

export function LearnScreen(): ReactElement {
  return <h1>Learn</h1>
}
