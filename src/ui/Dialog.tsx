/** How does a message stand in front of the page and give the focus back when it closes? */
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react'
import css from './Dialog.module.css'

interface Props {
  title: string
  children: ReactNode
  onClose: () => void
}

/** The browser's own modal dialog: Escape closes it, Tab stays inside. */
export function Dialog({ title, children, onClose }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className={css['title']}>
        {title}
      </h2>
      {children}
      <div className={css['end']}>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  )
}
