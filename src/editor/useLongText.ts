/** What of a long text is coloured while its field scrolls? */
import { type RefObject, useEffect, useState } from 'react'
import type { LongText, Wrap } from './longText.ts'

/** null until the field has been measured, and for a text whose rows cannot be told by arithmetic. */
export function useLongText(
  frame: RefObject<HTMLElement | null>,
  text: string | null,
  wrap: Wrap,
): LongText | null {
  const [long, setLong] = useState<LongText | null>(null)
  useEffect(() => {
    const element = frame.current
    if (text === null || !element) return
    let stop: (() => void) | null = null
    let isOver = false
    void import('./watchLongText.ts').then(({ watchLongText }) => {
      if (!isOver) stop = watchLongText(element, text, wrap, setLong)
    })
    return () => {
      isOver = true
      stop?.()
      setLong(null)
    }
  }, [frame, text, wrap])
  return text === null ? null : long
}
