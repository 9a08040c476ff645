/** When are the learner's own token and session back in place? Before anything else hears of another address. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { giveBack, takeOwn } from '../../state/lessonStash.ts'
import { isInField } from '../pasteAnywhere.ts'
import { useFragment } from '../route.ts'

/** How many pastes the learner's token has come from: with each, the boards begin anew. */
export function useGiveBack(): number {
  const [pastes, setPastes] = useState(0)
  const fragment = useFragment()
  const shown = useRef(fragment)
  useLayoutEffect(() => {
    shown.current = fragment
  }, [fragment])
  useEffect(() => {
    const leave = ({ newURL }: HashChangeEvent): void => {
      const { hash } = new URL(newURL)
      // the page may show the new address before it hears of it: then the board is that of the new one
      if (hash.startsWith('#/') && hash !== shown.current) giveBack()
    }
    const take = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain')
      if (!text || isInField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      void takeOwn(text).then(() => setPastes((count) => count + 1))
    }
    // capturing: before those who load what the new address or the paste brings
    addEventListener('hashchange', leave, { capture: true })
    document.addEventListener('paste', take, { capture: true })
    return () => {
      removeEventListener('hashchange', leave, { capture: true })
      document.removeEventListener('paste', take, { capture: true })
    }
  }, [])
  return pastes
}
