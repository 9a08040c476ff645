/** Which room of the attack lab is open? ux.md 5.4. */
import type { ReactElement } from 'react'

export function AttackScreen(): ReactElement {
  return <h1>Attack lab</h1>
}
