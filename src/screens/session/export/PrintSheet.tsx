/** What stands on the printed hand-out above and below timeline and events? ux.md 6.4. */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { captionOf } from './caption.ts'
import css from './PrintSheet.module.css'
import { finishPrinting, printing, standForPaper } from './printing.ts'
import { sessionStore } from '../../../state/sessionStore.ts'
import { useSession } from '../useSession.ts'

/** Nothing on the screen: title, question and room for answers. */
export function SheetHead(): ReactElement | null {
  const isPrinting = usePrinting()
  const { title, question, choices } = useSession((session) => session.preset)
  if (!isPrinting) return null
  return (
    <div className="print-only">
      <p className={css['title']}>{title}</p>
      {question !== null && (
        <>
          <p className={css['question']}>{question}</p>
          <ul className={css['choices']}>
            {choices.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className={css['line']}>Because</p>
          <p className={css['line']}>What would change it</p>
        </>
      )}
    </div>
  )
}

/** Settings, time and the address as text, since paper has no links. */
export function SheetFoot(): ReactElement | null {
  const isPrinting = useStore(printing, (state) => state.isPrinting)
  if (!isPrinting) return null
  const { settings, time, link } = captionOf(sessionStore.getState())
  return (
    <div className={`print-only ${css['foot']}`}>
      <p>{settings.join(' · ')}</p>
      <p>{time}</p>
      <p className={css['link']}>{link}</p>
    </div>
  )
}

/** Once the lanes stand there, the browser prints; afterwards the screen is as it was. */
function usePrinting(): boolean {
  const isPrinting = useStore(printing, (state) => state.isPrinting)
  useEffect(() => {
    addEventListener('beforeprint', standForPaper)
    return () => removeEventListener('beforeprint', standForPaper)
  }, [])
  useEffect(() => {
    if (!isPrinting) return
    // where printing is no dialog, whoever acts on the page again has printed
    const ends = ['afterprint', 'pointerdown', 'keydown']
    for (const end of ends) addEventListener(end, finishPrinting)
    if (printing.getState().isAsked) print()
    return () => {
      for (const end of ends) removeEventListener(end, finishPrinting)
    }
  }, [isPrinting])
  return isPrinting
}
