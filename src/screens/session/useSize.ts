/** How large is an element, as long as it is there? */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Whole pixels; the assumed width and no height until it has been measured. */
export function useSize<Type extends Element>(
  assumed: number,
): { ref: RefObject<Type | null>; width: number; height: number } {
  const ref = useRef<Type>(null)
  const [width, setWidth] = useState(assumed)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => {
      setWidth(Math.round(element.clientWidth) || assumed)
      setHeight(element.clientHeight)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [assumed])
  return { ref, width, height }
}
