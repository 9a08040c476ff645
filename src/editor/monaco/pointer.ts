/** What do pointer and clipboard bring to an editor? */
import { editor, type IDisposable } from 'monaco-editor/editor'
import { SHOWN_WHOLE } from '../field.ts'

interface Wishes {
  rich: editor.IStandaloneCodeEditor
  frame: HTMLElement
  point: (at: number | null) => void
  /** The input that follows inserts this text. */
  bring: (text: string) => void
  isReadOnly: () => boolean
  /** This text is too large to be inserted; it replaces all there is. */
  takeWhole: (text: string) => void
}

/** Pixels: Monaco tells the gap nearest to the pointer, the field the character under it. */
const HALF_CHARACTER = 4

export function listenToPointer(wishes: Wishes): IDisposable {
  const { rich, frame, point, bring, isReadOnly, takeWhole } = wishes
  const stop = new AbortController()
  const { signal } = stop

  const offsetAt = (x: number, y: number): number | null => {
    const target = rich.getTargetAtClientPoint(x, y)
    if (target?.type !== editor.MouseTargetType.CONTENT_TEXT) return null
    return rich.getModel()?.getOffsetAt(target.position) ?? null
  }

  const receive = (event: Event, text: string | undefined): boolean => {
    if (!text || isReadOnly()) return false
    bring(text)
    if (text.length <= SHOWN_WHOLE) return true
    event.preventDefault()
    event.stopPropagation()
    takeWhole(text)
    return false
  }

  frame.addEventListener(
    'pointermove',
    ({ clientX, clientY }) =>
      point(offsetAt(clientX - HALF_CHARACTER, clientY) ?? offsetAt(clientX, clientY)),
    { signal },
  )
  frame.addEventListener('pointerleave', () => point(null), { signal })
  frame.addEventListener(
    'paste',
    (event) => {
      const isOfText = event.target instanceof Element && event.target.matches('.inputarea')
      if (isOfText) receive(event, event.clipboardData?.getData('text/plain'))
    },
    { capture: true, signal },
  )
  frame.addEventListener(
    'drop',
    (event) => {
      const text = event.dataTransfer?.getData('text/plain')
      const position = rich.getTargetAtClientPoint(event.clientX, event.clientY)?.position
      if (event.dataTransfer?.files.length || !receive(event, text) || !position) return
      event.preventDefault()
      rich.setPosition(position)
      rich.focus()
      rich.trigger('drop', 'type', { text })
    },
    { capture: true, signal },
  )
  return { dispose: () => stop.abort() }
}
