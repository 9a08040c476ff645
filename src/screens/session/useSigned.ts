/** When do tokens have their texts? HMAC signs at once, other signatures take a moment; decisions.md F. */
import { useEffect, useReducer } from 'react'
import type { IssuedToken } from '../../simulation/world.ts'
import { signAll } from '../../state/labSigner.ts'

/** What shows them is drawn again once they are there. */
export function useSigned(tokens: readonly IssuedToken[]): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const isWaiting = tokens.some(({ minted }) => minted.text === null)
  useEffect(() => {
    if (!isWaiting) return
    let isHere = true
    void signAll(tokens).then(() => isHere && redraw())
    return () => {
      isHere = false
    }
  })
}
