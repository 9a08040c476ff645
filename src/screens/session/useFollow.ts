/** How does a list keep its current row in sight, without moving the page? */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Scrolls the box that carries the ref, and that box alone, each time that `state` changes: what says which row is the
 * current one, and among which rows it stands. Null leaves the box where it is.
 */
export function useFollow<Type extends HTMLElement>(
  state: number | string | null,
): RefObject<Type | null> {
  const box = useRef<Type>(null)
  useEffect(() => {
    const element = box.current
    const row = element?.querySelector('[aria-current]')
    if (!element || !row || state === null) return
    const [outer, inner] = [element.getBoundingClientRect(), row.getBoundingClientRect()]
    // what sticks to the top covers as much as the row is high
    const above = inner.top - inner.height - outer.top
    const below = inner.bottom - outer.bottom
    if (above < 0) element.scrollTop += above
    else if (below > 0) element.scrollTop += below
  }, [state])
  return box
}
