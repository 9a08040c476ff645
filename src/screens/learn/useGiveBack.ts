/** When are the learner's own token and session back in place? Before anything else hears of another address. */
import { useEffect, useEffectEvent, useState } from 'react'
import { giveBack, takeOwn } from '../../state/lessonStash.ts'
import { isInField } from '../pasteAnywhere.ts'
import { useFragment } from '../route.ts'

/** How many pastes the learner's token has come from: with each, the boards begin anew. */
export function useGiveBack(): number {
  const [pastes, setPastes] = useState(0)
  const shown = useFragment()
  const leave = useEffectEvent(({ newURL }: HashChangeEvent): void => {
    const { hash } = new URL(newURL)
    // the event comes late: what is borrowed may already belong to the new address
    if (hash.startsWith('#/') && hash !== shown) giveBack()
  })
  useEffect(() => {
    const hear = (event: HashChangeEvent): void => leave(event)
    const take = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain')
      if (!text || isInField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      void takeOwn(text).then(() => setPastes((count) => count + 1))
    }
    // capturing: before those who load what the new address or the paste brings
    addEventListener('hashchange', hear, { capture: true })
    document.addEventListener('paste', take, { capture: true })
    return () => {
      removeEventListener('hashchange', hear, { capture: true })
      document.removeEventListener('paste', take, { capture: true })
    }
  }, [])
  return pastes
}
