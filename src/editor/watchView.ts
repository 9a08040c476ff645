/** How large is the window through which a field shows its text, and how large are its characters? Loaded late. */
import type { View } from './longText.ts'
import { watcherStore } from './useLongText.ts'

/** From now on every plain field is measured. */
export function watchFields(): void {
  watcherStore.setState({ watchView })
}

/** Tells as soon as the field has been laid out, and whenever its size has changed. Returns a function that stops it. */
export function watchView(element: HTMLElement, tell: (view: View) => void): () => void {
  const watcher = new ResizeObserver(() => {
    const style = getComputedStyle(element)
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
    const room = element.clientWidth - padding
    tell({
      // a hundredth of a character, so that rounding does not lose a column
      columns: Math.floor(room / characterWidth(element) + 0.01),
      rowHeight: Number.parseFloat(style.lineHeight),
      height: element.clientHeight,
    })
  })
  watcher.observe(element)
  return () => watcher.disconnect()
}

function characterWidth(element: HTMLElement): number {
  const ruler = document.createElement('span')
  ruler.style.position = 'absolute'
  ruler.textContent = 'x'.repeat(100)
  element.append(ruler)
  const { width } = ruler.getBoundingClientRect()
  ruler.remove()
  return width / 100
}
