/** How does a drop outside every field reach the page? */
import { useEffect } from 'react'
import { isInField } from './pasteAnywhere.ts'

/** Hands over text dropped outside a field, and files dropped anywhere. `take` must stay the same function. */
export function useDropAnywhere(take: (text: string) => void): void {
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
      if (file) void file.text().then(take)
      else if (text !== '') take(text)
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [take])
}
