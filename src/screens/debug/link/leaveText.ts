/** How do keys leave a text, whose own keys they would be, and come back to it? ux.md 6.1. */
import { point } from '../../../state/linkActs.ts'
import { linkStore } from '../../../state/linkStore.ts'

/** What that editor does with the key itself, it keeps to itself; what it does not want, it marks as taken all the same. */
const isOfRichEditor = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('[data-rich]') !== null

/** Once nothing is walked through and nothing pinned any more, Escape in a text puts the focus on the part of the page around it, and Enter there puts it back. */
export function listenForLeaving(): () => void {
  let left: { frame: HTMLElement; field: HTMLElement } | null = null

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.defaultPrevented && !isOfRichEditor(event))) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Escape') leave(event)
    else if (event.key === 'Enter') comeBack(event)
  }

  const leave = (event: KeyboardEvent): void => {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || document.querySelector('dialog[open]')) return
    const frame = field.closest<HTMLElement>('section')
    const { walk, ranges } = linkStore.getState()
    if (!frame || walk !== null) return
    event.preventDefault()
    if (ranges.pin) return point('pin', null)
    if (frame.tabIndex < 0) frame.tabIndex = -1
    left = { frame, field }
    frame.focus({ preventScroll: true })
  }

  const comeBack = (event: KeyboardEvent): void => {
    if (!left || event.target !== left.frame) return
    event.preventDefault()
    // another editor may have taken the place of the field
    const field = left.field.isConnected ? left.field : left.frame.querySelector('textarea')
    field?.focus({ preventScroll: true })
  }

  // before the listeners of the document: one press, one step
  document.body.addEventListener('keydown', onKeyDown)
  return () => document.body.removeEventListener('keydown', onKeyDown)
}
