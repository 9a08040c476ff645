/** What follows from the state of the board that is open, as soon as it is known? */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type BoardSeen, type BoardState, see } from '../../lessons/boards.ts'
import type { Step } from '../../lessons/lesson.ts'
import { clock } from '../../state/clock.ts'

/** While a signature is being checked, what was known before; null where nothing was. */
export function useSeen({ board }: Step, state: BoardState): BoardSeen | null {
  // only tokens are judged by the clock
  const now = useStore(clock, ({ live }) => (board === 'token' ? (live ?? 0) : 0))
  const seen = useMemo(() => see(board, state, now), [board, state, now])
  const [late, setLate] = useState<BoardSeen | null>(null)
  useEffect(() => {
    if (!(seen instanceof Promise)) return
    let isWanted = true
    void seen.then((answer) => {
      if (isWanted) setLate(answer)
    })
    return () => {
      isWanted = false
    }
  }, [seen])
  return seen instanceof Promise ? late : seen
}
