/** What of a long text is coloured while its field scrolls? */
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { COLOURED_IN_SIGHT } from './field.ts'
import { gridOf, keepsItsLines, type LongText, sightOf, type View, type Wrap } from './longText.ts'
import type * as Late from './watchView.ts'

interface Watcher {
  /** What measures fields; null until it has arrived. */
  watchView: typeof Late.watchView | null
}

export const watcherStore = createStore<Watcher>(() => ({ watchView: null }))

/**
 * null for a short text, until the field has been measured, and for a text whose rows cannot be told by arithmetic.
 * The field is measured before its text is long, and an edit measures nothing.
 */
export function useLongText(
  frame: RefObject<HTMLElement | null>,
  text: string,
  wrap: Wrap,
): LongText | null {
  const watchView = useStore(watcherStore, (state) => state.watchView)
  const [view, setView] = useState<View | null>(null)
  const [scrollTop, setScrollTop] = useState(0)
  useEffect(() => {
    const element = frame.current
    return element && watchView ? watchView(element, setView) : undefined
  }, [frame, watchView])
  useEffect(() => {
    const element = frame.current
    const look = (): void => setScrollTop(element?.scrollTop ?? 0)
    element?.addEventListener('scroll', look, { passive: true })
    return () => element?.removeEventListener('scroll', look)
  }, [frame])
  const isLong = text.length > COLOURED_IN_SIGHT
  const columns = view?.columns ?? 0
  const grid = useMemo(() => {
    const whole = isLong ? gridOf(text, wrap, columns) : null
    return whole && (wrap === 'anywhere' || keepsItsLines(text, whole, columns)) ? whole : null
  }, [isLong, text, wrap, columns])
  if (!grid || !view) return null
  const { rowHeight, height } = view
  return { grid, rowHeight, sight: sightOf(grid, scrollTop, height, rowHeight) }
}
