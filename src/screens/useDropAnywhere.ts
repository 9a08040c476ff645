/** How does a drop outside every field reach the page? */
import { useEffect } from 'react'
import { loadText } from '../state/acts.ts'
import { isInField } from './pasteAnywhere.ts'

/** Text dropped outside a field, and files dropped anywhere, are taken in as if pasted over all of the token box. */
export function useDropAnywhere(): void {
  useEffect(() => {
    // without this the browser would leave the page for a dropped file
    const onDragOver = (event: DragEvent): void => {
      if (!isInField(event.target) || event.dataTransfer?.types.includes('Files'))
        event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (!file && isInField(event.target)) return
      event.preventDefault()
      if (file) void file.text().then(loadText)
      else if (text !== '') loadText(text)
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
}
