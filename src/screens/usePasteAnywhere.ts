/** How does a paste or a drop outside every field reach the page? */
import { useEffect } from 'react'
import { loadText } from '../state/acts.ts'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable]') !== null

/** Text pasted or dropped anywhere outside a field, and files dropped anywhere, are taken in as if pasted into the token box. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isEditable(event.target) || text === '') return
      event.preventDefault()
      loadText(text)
    }
    // without this the browser would leave the page for a dropped file
    const onDragOver = (event: DragEvent): void => {
      if (!isEditable(event.target) || event.dataTransfer?.types.includes('Files'))
        event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (!file && isEditable(event.target)) return
      event.preventDefault()
      if (file) void file.text().then(loadText)
      else if (text !== '') loadText(text)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
}
