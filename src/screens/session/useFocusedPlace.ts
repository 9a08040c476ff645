/** How does the focus stay with its event, whichever row that event stands in? */
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/** For a box of rows that tell their place by `aria-rowindex`; what is returned wants to hear of its focus and blur. */
export function useFocusedPlace(
  box: RefObject<HTMLElement | null>,
): (event: FocusEvent<HTMLElement>) => void {
  const held = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (held.current === null || placeOf(document.activeElement) === held.current) return
    const row = box.current?.querySelector(`[aria-rowindex="${held.current}"]`)
    row?.querySelector('button')?.focus({ preventScroll: true })
  })
  return useCallback(({ type, target }) => {
    held.current = type === 'focus' ? placeOf(target) : null
  }, [])
}

const placeOf = (element: Element | null): string | null =>
  element?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? null
