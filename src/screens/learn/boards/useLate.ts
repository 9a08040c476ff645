/** What follows from a board's state, where keys or signatures have to be made first? */
import { useEffect, useState } from 'react'

/** While the next answer is on its way, the last one; null before the first. */
export function useLate<State, Seen>(
  see: (state: State) => Promise<Seen>,
  state: State,
): Seen | null {
  const [late, setLate] = useState<Seen | null>(null)
  useEffect(() => {
    let isWanted = true
    void see(state).then((seen) => {
      if (isWanted) setLate(seen)
    })
    return () => {
      isWanted = false
    }
  }, [see, state])
  return late
}
