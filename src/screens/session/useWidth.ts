/** How wide is an element, as long as it is there? */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Whole pixels; `assumed` until it has been measured. */
export function useWidth<Type extends Element>(
  assumed: number,
): { ref: RefObject<Type | null>; width: number } {
  const ref = useRef<Type>(null)
  const [width, setWidth] = useState(assumed)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => setWidth(Math.round(element.clientWidth) || assumed)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [assumed])
  return { ref, width }
}
