/** How does a paste outside every field reach the page? */
import { loadText } from '../state/acts.ts'

/** True inside a field, where a paste belongs to the field. */
export function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [data-rich]') !== null
  )
}

/** From now on, text pasted outside a field is taken in as if pasted over all of the token box. */
export function listenForPaste(): void {
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain')
    // the browser hands it to where the selection last was, which may be a field that nobody is in
    if (!text || isInField(document.activeElement)) return
    event.preventDefault()
    loadText(text)
  })
}
